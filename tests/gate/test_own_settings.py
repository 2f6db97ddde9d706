"""Settings lead to nothing that is withheld, and name nobody who is."""

from pathlib import Path

import pytest

from byleave.gate import admit
from byleave.model.published import PublishedSet
from tests.gate.sites import NOON, Files, names
from tests.laws.pictures import picture
from tests.read.folders import SETTINGS, WITHDRAWN, YES, read, story, voice

BO, AUTHOR = voice("bo", "Bo Wren", WITHDRAWN), voice("bo", "Bo Wren", WITHDRAWN, part="author")
ANN = voice("ann", "Ann", part="author")
PASSAGE = "W.\n\n::: voice bo\nHi.\n:::\n"
WITHOUT_BO = story(PASSAGE, ANN, BO)
AGREES = voice("bo", "Bo Wren", YES.replace("R-1", "R-2"))
WALK = story(series="walks")
IN_WELSH = "languages: [en-GB, cy]\n"


def judged(folder: Path, settings: str, files: Files) -> tuple[PublishedSet, list[tuple[str, int]]]:
    """What passes, and the code and line of each private finding about the settings."""
    published, report = admit(
        read(folder, {"site_src/site.yaml": SETTINGS + settings, **files}).tree, NOON
    )
    findings = [one for one in report.findings if one.path == "site_src/site.yaml"]
    assert all(one.private for one in findings)
    return published, [(one.code, one.line) for one in findings]


ITEMS: dict[str, tuple[str, Files, bool]] = {
    "named, and published without them": (
        "Bo Wren and Ann",
        {"stories/a.md": WITHOUT_BO},
        False,
    ),
    "not named": ("The garden", {"stories/a.md": WITHOUT_BO}, True),
    "named, and published": ("Ann's garden", {"stories/a.md": WITHOUT_BO}, True),
    "the title of what is withheld, at a page": (
        "The shed",
        {
            "stories/a.md": story("W.\n", AUTHOR),
            "site_src/pages/a.md": "---\ntitle: A\n---\n",
        },
        True,
    ),
}


@pytest.mark.parametrize(("title", "files", "stays"), ITEMS.values(), ids=ITEMS)
def test_an_item_of_the_navigation_names_nobody(
    tmp_path: Path, title: str, files: Files, stays: bool
) -> None:
    """It stands on every page."""
    settings = f"navigation:\n  - {{title: {title}, address: /stories/a/}}\n"
    published, findings = judged(tmp_path, settings, files)
    assert len(published.navigation) == stays
    assert published.settings.navigation == ()
    assert findings == ([] if stays else [("telling-setting", 6)])


def test_an_item_names_nobody_in_any_language(tmp_path: Path) -> None:
    """Whoever is withheld is named as well by the menu of another language."""
    title = "{en-GB: The shed, cy: Sied Bo Wren}"
    settings = f"navigation:\n  - {{title: {title}, address: /stories/a/}}\n{IN_WELSH}"
    published, findings = judged(tmp_path, settings, {"stories/a.md": WITHOUT_BO})
    assert (published.navigation, findings) == ((), [("telling-setting", 6)])


SERIES: dict[str, tuple[Files, bool]] = {
    "published without them": ({"stories/a.md": story(PASSAGE, ANN, BO, series="walks")}, False),
    "withheld, beside one that is not": (
        {
            "stories/a.md": story("W.\n", AUTHOR, series="walks"),
            "stories/b.md": WALK,
        },
        False,
    ),
    "faulty": (
        {
            "stories/a.md": story("W.\n", AUTHOR, series="walks", sumary="x"),
            "stories/b.md": WALK,
        },
        False,
    ),
    "not to be read": (
        {
            "stories/a.md": story("W.\n", AUTHOR, series="walks", summary="["),
            "stories/b.md": WALK,
        },
        False,
    ),
    "in another series": ({"stories/a.md": story("W.\n", AUTHOR)}, True),
    "published": (
        {"stories/a.md": story(PASSAGE, AGREES, series="walks")},
        True,
    ),
    "published in another story": (
        {
            "stories/a.md": story("W.\n", AUTHOR, series="walks"),
            "stories/b.md": story(PASSAGE, AGREES, series="walks"),
        },
        True,
    ),
}


@pytest.mark.parametrize(("files", "stays"), SERIES.values(), ids=SERIES)
def test_the_title_of_a_series_names_nobody(tmp_path: Path, files: Files, stays: bool) -> None:
    """It stands on each of its stories and on a page of its own."""
    published, findings = judged(tmp_path, "series: {walks: Walks with Bo Wren}\n", files)
    assert ("walks" in published.settings.series) == stays
    assert {one.series for one in published.stories} <= ({"walks", None} if stays else {None})
    said = [code for code, _ in findings if code != "own-words"]
    assert said == ([] if stays else ["telling-setting"])


def test_what_is_said_of_a_series_names_nobody(tmp_path: Path) -> None:
    """A line about it stands on the same pages as its title."""
    files = {"stories/a.md": story(PASSAGE, BO, ANN, series="walks"), "stories/b.md": WALK}
    for named in (
        "title: Walks, description: With Bo Wren",
        "title: Walks with Bo Wren",
        "title: {en-GB: Walks, cy: Teithiau Bo Wren}",
        "title: Walks, description: {en-GB: On foot, cy: Gyda Bo Wren}",
    ):
        published, findings = judged(tmp_path, f"series: {{walks: {{{named}}}}}\n{IN_WELSH}", files)
        assert not published.settings.series
        assert findings == [("telling-setting", 5)]


def test_a_logo_shows_nobody(tmp_path: Path) -> None:
    """It stands on every page, too."""
    shown = story(PASSAGE, ANN, BO, media="{/media/us.png: {alt: A, shows: [bo]}}")
    files: Files = {"site_src/media/us.png": picture("us"), "stories/a.md": shown}
    published, findings = judged(tmp_path, "brand: {logo: /media/us.png}\n", files)
    assert published.settings.brand.logo is None
    assert findings == [("telling-setting", 5)]


def test_a_logo_that_is_damaged_is_left_out(tmp_path: Path) -> None:
    """It is told of once, and no page has a place for it."""
    published, findings = judged(
        tmp_path, "brand: {logo: /media/us.png}\n", {"site_src/media/us.png": b"\x89PNG\r\n"}
    )
    assert (published.settings.brand.logo, findings) == (None, [])


PAGES = {
    "a page": "site_src/pages/about.md",
    "a theme": "themes/about.md",
}


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize(("words", "stays"), [("Bo Wren in it", False), ("the garden", True)])
def test_a_text_of_the_groups_names_nobody_in_a_link(
    tmp_path: Path, path: str, words: str, stays: bool
) -> None:
    """A link to a story that is published without somebody may not be called by their name."""
    text = f"---\ntitle: About\n---\nSee [{words}](/stories/a/).\n"
    published, _ = judged(tmp_path, "", {path: text, "stories/a.md": WITHOUT_BO})
    assert names(published) == ["a"]
    assert any(one.body for one in published.pages + published.themes) == stays


@pytest.mark.parametrize("fault", [{}, {"sumary": "x"}], ids=["sound", "faulty"])
@pytest.mark.parametrize("key", ["translation_of", "responds_to"])
def test_a_fault_does_not_bring_back_a_name_in_a_link(
    tmp_path: Path, key: str, fault: dict[str, str]
) -> None:
    """Whoever is withheld in the story that another stands on is no more named for its fault."""
    page = "---\ntitle: About\n---\nSee [Bo Wren in it](../../stories/b.md).\n"
    files: Files = {
        "site_src/pages/about.md": page,
        "stories/a.md": WITHOUT_BO,
        "stories/b.md": story("W.\n", title="B", **{key: "stories/a.md"}, **fault),
    }
    assert judged(tmp_path, "", files)[0].pages == ()
