"""Two published pages at one address: neither is right, and both wait."""

from pathlib import Path

import pytest

from byleave.gate import admit
from tests.gate.sites import NOON, Files, names, passed
from tests.read.folders import WITHDRAWN, read, story, voice

ONE = {"stories/a/shed.md": story(title="One")}
AUTHOR = voice("sam", "Sam", WITHDRAWN, part="author")

TWICE: dict[str, tuple[Files, list[str]]] = {
    "two files of one name": ({"stories/b/shed.md": story()}, []),
    "a file and a folder": ({"stories/b/shed/index.md": story()}, []),
    "two names that look alike": ({"stories/b/Shed!.md": story()}, []),
    "an old address": ({"stories/b.md": story(aliases="[/stories/shed/]")}, []),
    "an old address without its slash": ({"stories/b.md": story(aliases="[/stories/shed]")}, []),
    "a draft": ({"stories/b/shed.md": story(date=None)}, ["a/shed"]),
    "a story that is not due": ({"stories/b/shed.md": story(date="2027-01-01")}, ["a/shed"]),
    "a story that was withdrawn": ({"stories/b/shed.md": story("W.\n", AUTHOR)}, ["a/shed"]),
    "a response has no address": (
        {"stories/b/shed.md": story(responds_to="stories/a/shed.md", title=None)},
        ["a/shed", "b/shed"],
    ),
}


@pytest.mark.parametrize(("files", "left"), TWICE.values(), ids=TWICE)
def test_two_at_one_address(tmp_path: Path, files: Files, left: list[str]) -> None:
    """What is withheld anyway claims nothing: nobody could tell that it is there."""
    published, report = passed(tmp_path, {**ONE, **files})
    assert names(published) == left
    assert {one.code for one in report.findings} == (set() if left else {"address-twice"})


def test_each_of_the_two_is_told(tmp_path: Path) -> None:
    """So that the one who mends it finds both."""
    files = {**ONE, "stories/b/shed.md": story()}
    _, report = passed(tmp_path, files)
    assert [one.path for one in report.findings] == ["stories/a/shed.md", "stories/b/shed.md"]
    assert report.withheld == {"error": 2}


def test_what_stands_on_the_two_goes_with_them(tmp_path: Path) -> None:
    """Responses, versions, and links that tell what the two are called."""
    files = {
        **ONE,
        "stories/b/shed.md": story(title="Two"),
        "stories/b/answer.md": story(responds_to="stories/b/shed.md", title=None),
        "stories/sied.md": story(translation_of="stories/a/shed.md"),
        "stories/link.md": story("See [one](a/shed.md).\n", title="Link"),
        "stories/other.md": story("See [this](a/shed.md).\n", title="Other"),
    }
    assert names(passed(tmp_path, files)[0]) == ["other"]


def test_a_page_of_the_groups_keeps_its_address(tmp_path: Path) -> None:
    """A story that moved from where a page is now gives way."""
    files = {
        "site_src/pages/about.md": "---\ntitle: About\n---\n",
        "stories/shed.md": story(aliases="[/about/]"),
    }
    published, _ = passed(tmp_path, files)
    assert (names(published), [one.address for one in published.pages]) == ([], ["/about/"])


FAULTY_CLAIMS: dict[str, Files] = {
    "a misspelt key": {"stories/b/shed.md": story(sumary="x")},
    "not to be read": {"stories/b/shed.md": story(title="[")},
    "an old address": {"stories/b.md": story(sumary="x", aliases="[/stories/shed]")},
    "an unfinished merge": {"stories/b/shed.md": story("<<<<<<< a\n")},
}


@pytest.mark.parametrize("files", FAULTY_CLAIMS.values(), ids=FAULTY_CLAIMS)
def test_a_faulty_file_keeps_its_claim(tmp_path: Path, files: Files) -> None:
    """Without its fault two would be at one address, and neither be published: so it is with it."""
    published, report = admit(read(tmp_path, {**ONE, **files}).tree, NOON)
    assert names(published) == []
    assert [(one.path, one.code) for one in report.findings] == [
        ("stories/a/shed.md", "address-twice")
    ]


def test_a_faulty_page_keeps_its_claim(tmp_path: Path) -> None:
    """No story leads from where the group's page will be."""
    files = {
        "site_src/pages/about.md": "---\ntitel: About\n---\n",
        "stories/a.md": story(aliases="[/about/]"),
    }
    published, _ = admit(read(tmp_path, files).tree, NOON)
    assert names(published) == []


def test_the_words_of_a_faulty_original_do_not_come_back(tmp_path: Path) -> None:
    """A link to its version may not name those in it: the version has its voices."""
    bo = voice("bo", "Bo Wren", WITHDRAWN, part="author")
    version = story("W.\n", translation_of="stories/o.md").replace("voices: {}\n", "")
    files = {
        "stories/v.md": version,
        "stories/link.md": story("See [what Bo Wren said](v.md).\n", title="Link"),
    }
    for original in (story("W.\n", bo), story("W.\n", bo, sumary="x"), story("W.\n", bo, date="[")):
        published, _ = admit(read(tmp_path, {**files, "stories/o.md": original}).tree, NOON)
        assert names(published) == []
