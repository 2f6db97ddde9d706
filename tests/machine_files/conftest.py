"""The small site, built once for all tests of files that machines read."""

from collections.abc import Mapping

import pytest

from tests.machine_files.folder import build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The files of the small site by their paths."""
    return build(tmp_path_factory.mktemp("site"))
