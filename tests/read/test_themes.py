"""Themes and series are found by any name that people have for them."""

from pathlib import Path

import pytest

from byleave.diagnostics import SiteError
from tests.read.folders import SETTINGS, found, put, read, story

DIGGING = "---\ntitle: Digging & growing\nalso_known_as: [gardening, Getting Dirty]\n---\n"
SERIES = SETTINGS + "series: {winter-work: What We Did in Winter}\n"
FILES = {"themes/digging.md": DIGGING, "site_src/site.yaml": SERIES}


@pytest.mark.parametrize(
    "name", ["digging", "Digging & Growing", "GARDENING", "getting dirty", "digging & growing"]
)
def test_a_theme_has_many_names(tmp_path: Path, name: str) -> None:
    """Its file's name, its title and what else it is known as, in any letter case."""
    result = read(tmp_path, {**FILES, "stories/shed.md": story(themes=f'["{name}"]')})
    assert [one.front.themes for one in result.tree.stories] == [("digging",)]


def test_a_theme_that_is_named_twice_is_one(tmp_path: Path) -> None:
    """Two names of one theme list a story once."""
    result = read(tmp_path, {**FILES, "stories/shed.md": story(themes="[gardening, digging]")})
    assert [one.front.themes for one in result.tree.stories] == [("digging",)]


@pytest.mark.parametrize("name", ["winter-work", "What we did in winter"])
def test_a_series_has_two_names(tmp_path: Path, name: str) -> None:
    """Its short one and its title."""
    result = read(tmp_path, {**FILES, "stories/shed.md": story(series=name)})
    assert [one.front.series for one in result.tree.stories] == ["winter-work"]


NEAREST = {"gardning": "gardening", "Digging and growing": "digging & growing"}


@pytest.mark.parametrize(("written", "meant"), NEAREST.items(), ids=NEAREST)
def test_an_unknown_theme_is_told_with_the_nearest(
    tmp_path: Path, written: str, meant: str
) -> None:
    """At its own place in the list."""
    result = read(tmp_path, {**FILES, "stories/shed.md": story(themes=f"[digging, {written}]")})
    assert found(result) == [("stories/shed.md", 4, 19, "unknown-theme")]
    assert result.findings[0].do == f"did you mean “{meant}”?"


FAULTY = {
    "no title": ({"themes/a.md": "---\nalso_known_as: [x]\n---\n"}, "title-missing"),
    "no front matter": ({"themes/a.md": "Words.\n"}, "no-front-matter"),
    "an empty file": ({"themes/a.md": ""}, "no-front-matter"),
    "an unknown key": ({"themes/a.md": "---\ntitle: A\nnames: [x]\n---\n"}, "unknown-key"),
    "a broader one that nobody knows": (
        {"themes/a.md": "---\ntitle: A\nbroader: everything\n---\n"},
        "unknown-theme",
    ),
    "broader than itself": ({"themes/a.md": "---\ntitle: A\nbroader: a\n---\n"}, "unknown-theme"),
    "two of one name": (
        {"themes/a.md": "---\ntitle: A\n---\n", "themes/b.md": "---\ntitle: a\n---\n"},
        "theme-twice",
    ),
    "not UTF-8": ({"themes/a.md": b"---\ntitle: \xff\n---\n"}, "not-utf-8"),
}


@pytest.mark.parametrize(("files", "code"), FAULTY.values(), ids=FAULTY)
def test_a_faulty_theme_stops_everything(
    tmp_path: Path, files: dict[str, str | bytes], code: str
) -> None:
    """It would make every story with that theme faulty, and nobody wants half of a site."""
    with pytest.raises(SiteError) as stop:
        read(tmp_path, {**files, "stories/shed.md": story()})
    assert {one.code for one in stop.value.findings} == {code}


def test_a_theme_that_cannot_be_found_stops_everything(tmp_path: Path) -> None:
    """A link that leads nowhere is a theme that is missing."""
    put(tmp_path, {"themes/b.md": DIGGING})
    (tmp_path / "themes/a.md").symlink_to("nowhere")
    with pytest.raises(SiteError) as stop:
        read(tmp_path, {})
    assert [one.code for one in stop.value.findings] == ["broken-link"]


def test_a_broader_theme_is_found_by_any_name(tmp_path: Path) -> None:
    """As in a story."""
    broader = "---\ntitle: Sheds\nbroader: GARDENING\n---\n"
    themes = read(tmp_path, {**FILES, "themes/sheds.md": broader}).tree.themes
    assert {one.slug: one.broader for one in themes} == {"digging": None, "sheds": "digging"}
