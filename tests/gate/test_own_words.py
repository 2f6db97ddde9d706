"""The group's own words that name somebody who is withheld: editors are told, and nobody else."""

from pathlib import Path

import pytest

from byleave.diagnostics import Diagnostic
from byleave.gate import admit
from tests.gate.sites import NOON, Files
from tests.read.folders import WITHDRAWN, YES, read, story, voice

SETTINGS = (
    "format: 1\ntitle: Stories\nurl: https://example.org\nlanguage: en-GB\n"
    "timezone: Europe/London\n"
    "permission: {person: Pat, telephone: 01632 960001, within: two days}\n"
)
NAME = "Quenby Ash"
GONE = {"stories/a.md": story("W.\n", voice("quen", NAME, WITHDRAWN))}


def told(tmp_path: Path, files: Files) -> list[Diagnostic]:
    """What is said of the group's own words."""
    _, report = admit(read(tmp_path, files).tree, NOON)
    return [one for one in report.findings if one.code == "own-words"]


PLACES: dict[str, tuple[Files, tuple[str, int]]] = {
    "a page": (
        {"site_src/pages/us.md": f"---\ntitle: Us\n---\n\nTea.\n\nThanks to {NAME}.\n"},
        ("site_src/pages/us.md", 7),
    ),
    "a page, over the end of a line": (
        {"site_src/pages/us.md": "---\ntitle: Us\n---\nThanks to\nQuenby\nAsh.\n"},
        ("site_src/pages/us.md", 4),
    ),
    "a title": (
        {"site_src/pages/us.md": f"---\ntitle: {NAME}, chair\n---\nTea.\n"},
        ("site_src/pages/us.md", 1),
    ),
    "a theme": (
        {"themes/tea.md": f"---\ntitle: Tea\n---\nBegun by {NAME}.\n"},
        ("themes/tea.md", 4),
    ),
    "another word for a theme": (
        {"themes/tea.md": f"---\ntitle: Tea\nalso_known_as: [{NAME}]\n---\n"},
        ("themes/tea.md", 1),
    ),
    "the navigation": (
        {
            "site_src/site.yaml": SETTINGS
            + f"navigation:\n  - {{title: Meet {NAME}, address: /stories/}}\n"
        },
        ("site_src/site.yaml", 8),
    ),
    "a series": (
        {"site_src/site.yaml": f"{SETTINGS}series:\n  tea: {{title: With {NAME}}}\n"},
        ("site_src/site.yaml", 8),
    ),
    "the line below the title": (
        {"site_src/site.yaml": f"{SETTINGS}tagline: With {NAME}\n"},
        ("site_src/site.yaml", 7),
    ),
    "the glossary": (
        {"site_src/glossary.yaml": f"words:\n  tea: What {NAME} pours.\n"},
        ("site_src/glossary.yaml", 1),
    ),
}


@pytest.mark.parametrize(("files", "place"), PLACES.values(), ids=PLACES)
def test_a_name_is_told_where_it_stands(
    tmp_path: Path, files: Files, place: tuple[str, int]
) -> None:
    """In private, without the name, and with what to do: nothing else finds it in a build."""
    (found,) = told(tmp_path, {**GONE, **files})
    assert (found.path, found.line, found.private) == (*place, True)
    assert NAME not in f"{found.message}{found.do}{found.about}"


@pytest.mark.parametrize(
    "other",
    [
        voice("quen", NAME, YES),
        voice("quen", "Our neighbour", WITHDRAWN, identity="anonymous"),
        voice("quen", "Sam Vale", WITHDRAWN),
    ],
    ids=["somebody is public by that name", "an anonymous name", "another name"],
)
def test_nothing_is_said_of_what_may_be_public(tmp_path: Path, other: str) -> None:
    """An editor who is told of every name would read none of it."""
    page = f"---\ntitle: Us\n---\nThanks to {NAME} and our neighbour.\n"
    files: Files = {"stories/b.md": story("W.\n", other), "site_src/pages/us.md": page}
    gone = GONE if other == voice("quen", NAME, YES) else {}
    assert told(tmp_path, {**gone, **files}) == []


@pytest.mark.parametrize("day", ["2030-01-01", None])
def test_nothing_is_said_of_who_waits_for_a_day(tmp_path: Path, day: str | None) -> None:
    """Whoever agreed, and is in a story that is not due yet, is thanked as before."""
    page = f"---\ntitle: Us\n---\nThanks to {NAME}.\n"
    files: Files = {"site_src/pages/us.md": page}
    agreed = story("W.\n", voice("quen", NAME, YES), date=day)
    assert told(tmp_path, {**files, "stories/a.md": agreed}) == []
    gone = story("W.\n", voice("quen", NAME, WITHDRAWN), date=day)
    assert len(told(tmp_path, {**files, "stories/a.md": gone})) == 1


def test_nothing_is_said_of_an_item_that_goes(tmp_path: Path) -> None:
    """One that leads to nothing published is not there, whatever it says."""
    item = f"navigation:\n  - {{title: Meet {NAME}, address: /stories/a/}}\n"
    assert told(tmp_path, {**GONE, "site_src/site.yaml": SETTINGS + item}) == []
