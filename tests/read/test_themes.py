"""Themes and series are found by any name that people have for them."""

from pathlib import Path

import pytest

from byleave.diagnostics import SiteError, error
from byleave.read import without
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


def test_a_series_may_say_what_it_is(tmp_path: Path) -> None:
    """Written as a title alone, or with a line about it."""
    said = "series: {snow: {title: Snow, description: Who cleared it}, mud: Mud}\n"
    series = read(tmp_path, {"site_src/site.yaml": SETTINGS + said}).tree.settings.series
    assert {name: (one.title, one.description) for name, one in series.items()} == {
        "snow": ({"": "Snow"}, {"": "Who cleared it"}),
        "mud": ({"": "Mud"}, None),
    }


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
def test_a_faulty_theme_is_told_and_no_story_falls(
    tmp_path: Path, files: dict[str, str | bytes], code: str
) -> None:
    """Nobody's typing error in a theme may stop a build, and with it every withdrawal."""
    result = read(tmp_path, {**files, "stories/shed.md": story(themes="[A]")})
    assert {one.code for one in result.findings} == {code}
    assert [one.front.themes for one in result.tree.stories] == [("a",)]
    assert {(one.body, one.also_known_as, one.broader) for one in result.tree.themes} == {
        ("", (), None)
    }


UNREAD = {
    "a title that is misspelt": "titel: Digging\nalso_known_as: [gardening]\n",
    "a slip below": "title: Digging\nalso_known_as: [gardening]\nbroader: [\n",
    "a key without a colon": "title: Digging\nalso_known_as: [gardening]\nbroader\n",
    "a merge": "<<<<<<< ours\ntitle: Digging\n=======\ntitle: Gardening\n>>>>>>> theirs\n",
}


@pytest.mark.parametrize("front", UNREAD.values(), ids=UNREAD)
@pytest.mark.parametrize("name", ["digging", "gardening", "a"])
def test_each_name_of_a_faulty_theme_stays_known(tmp_path: Path, front: str, name: str) -> None:
    """Its title, its other names and that of its file, as far as they can be told."""
    files = {"themes/a.md": f"---\n{front}---\nWords.\n"}
    result = read(tmp_path, {**files, "stories/shed.md": story(themes=f"[{name}]")})
    assert [one.front.themes for one in result.tree.stories] == [("a",)]
    assert {one.path for one in result.findings} == {"themes/a.md"}
    assert result.tree.themes[0].body == ""


def test_two_files_of_one_name_are_one_theme(tmp_path: Path) -> None:
    """One page can stand at an address; both files are told of, and no story falls."""
    files = {"themes/x/a.md": "---\ntitle: A\n---\n", "themes/y/a.md": "---\ntitle: B\n---\n"}
    result = read(tmp_path, {**files, "stories/shed.md": story(themes="[B]")})
    assert [one.slug for one in result.tree.themes] == ["a"]
    assert [one.code for one in result.findings] == ["theme-twice", "theme-twice"]


def test_a_theme_that_cannot_be_found_keeps_the_name_of_its_file(tmp_path: Path) -> None:
    """A link that leads nowhere is a theme of which nothing else is known."""
    put(tmp_path, {"themes/b.md": DIGGING})
    (tmp_path / "themes/a.md").symlink_to("nowhere")
    result = read(tmp_path, {"stories/shed.md": story(themes="[a, gardening]")})
    assert [one.code for one in result.findings] == ["broken-link"]
    assert [one.front.themes for one in result.tree.stories] == [("a", "b")]


def test_a_theme_found_faulty_later_loses_its_description(tmp_path: Path) -> None:
    """Where no page can be made of it; without a description there is nothing to leave out."""
    result = read(tmp_path, {"themes/a.md": DIGGING + "Words.\n"})
    fault = error("themes/a.md", "prose", "it cannot be rendered", "mend it")
    left = without(result, fault)
    assert [(one.title, one.body) for one in left.tree.themes] == [("Digging & growing", "")]
    with pytest.raises(SiteError):
        without(left, fault)


def test_a_broader_theme_is_found_by_any_name(tmp_path: Path) -> None:
    """As in a story."""
    broader = "---\ntitle: Sheds\nbroader: GARDENING\n---\n"
    themes = read(tmp_path, {**FILES, "themes/sheds.md": broader}).tree.themes
    assert {one.slug: one.broader for one in themes} == {"digging": None, "sheds": "digging"}
