"""Themes that are begun: each once, under a name of any kind."""

from pathlib import Path

import pytest

from tests.beginning.trying import a_site, begun, built, files, new


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that has just begun."""
    return a_site(tmp_path / "site", "--no-pictures")


@pytest.mark.usefixtures("somebody")
def test_a_theme_is_begun(site: Path) -> None:
    """A story can have it at once, by each of its names."""
    begun(site, "theme", said="Getting about\nbuses, trains\nBuses and knees.\n")
    begun(site, "story", "The bus", "--theme", "trains", "--draft")
    built(site)


def test_a_theme_is_there_once(site: Path) -> None:
    """Two themes of one name would be an error in both."""
    begun(site, "theme", "Getting about", "--also", "buses")
    for words in (["Getting About"], ["Buses"], ["Trains", "--also", "buses"]):
        before = files(site)
        assert new(site, "theme", *words).code == 2
        assert files(site) == before


def test_a_theme_of_an_odd_name(site: Path) -> None:
    """What is said can be pasted into a story as it is."""
    said = new(site, "theme", "Who decides, and: when?")
    assert 'themes: ["Who decides, and: when?"]' in said.out
    begun(site, "story", "The urn", "--theme", "who decides, and: when?", "--draft")


def test_an_unknown_theme_is_told_before_anything_is_written(site: Path) -> None:
    """With the nearest one that there is."""
    begun(site, "theme", "Getting about")
    before = files(site)
    said = new(site, "story", "The bus", "--theme", "geting about")
    assert said.code == 2
    assert "did you mean getting about?" in said.err
    assert files(site) == before
