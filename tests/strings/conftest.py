"""The two sites whose words are looked at, each built once."""

from collections.abc import Mapping

import pytest

from tests.architecture.sources import REPOSITORY
from tests.strings.folder import built, put_welsh_site


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The text files of the demonstration site by their paths: an English site."""
    # It has a first page in Arabic, and whoever builds it is told in which words.
    return built(REPOSITORY, tmp_path_factory.mktemp("demonstration"), "no-catalogue")


@pytest.fixture(scope="session")
def welsh(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The text files of a Welsh site by their paths."""
    site = tmp_path_factory.mktemp("welsh")
    put_welsh_site(site)
    return built(site, site / "public", "easy-read-pictures")
