"""People who are added to a story: not asked yet, and each once."""

from pathlib import Path

import pytest

from tests.beginning.trying import a_site, begun, built, files, front, new


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that has just begun."""
    return a_site(tmp_path / "site", "--no-pictures")


@pytest.mark.usefixtures("somebody")
def test_a_person_is_added(site: Path) -> None:
    """No other byte of the story changes, and whoever is added has not been asked."""
    before = begun(site, "story", "The urn", "--voice", "Betty", "named", "storyteller", "--draft")
    found = new(
        site, "person", "stories/the-urn.md", said="Joe\nquoted\npseudonym\n\nTea drinker\n"
    )
    assert (found.code, found.err) == (0, ""), found.all
    after = (site / "stories/the-urn.md").read_text()
    assert front(after)["voices"]["joe"] == {
        "name": "Joe",
        "identity": "pseudonym",
        "part": "quoted",
        "role": "Tea drinker",
        "consent": {},
    }
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert [line for line in after.splitlines() if line not in added] == before.splitlines()


def test_a_person_is_added_to_a_draft(site: Path) -> None:
    """A story in which nobody was said to speak has somebody now."""
    said = new(site, "person", "stories/a-draft.md", "Joe", "--identity", "named", "--id", "x1")
    assert (said.code, said.err) == (0, "")
    assert front((site / "stories/a-draft.md").read_text())["voices"]["x1"]["consent"] == {}
    again = new(site, "person", "stories/a-draft.md", "Ona", "--identity", "named", "--id", "x1")
    assert again.code == 2
    other = new(site, "person", "stories/a-draft.md", "Joe", "--identity", "named")
    assert other.code == 0


def test_a_name_that_is_taken(site: Path) -> None:
    """Nothing is overwritten, and no number tells that there is another of this name."""
    begun(site, "story", "The urn")
    begun(site, "event", "The  Urn!", "--starts", "2026-12-01")
    assert {"stories/the-urn.md", "stories/the-urn-3333.md"} <= files(site).keys()
    built(site)
