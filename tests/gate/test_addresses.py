"""Two published pages at one address: neither is right, and both wait."""

from pathlib import Path

import pytest

from byleave.gate import admit
from tests.gate.sites import NOON, Files, names, passed, the_story
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
    paths = ["stories/a/shed.md", "stories/b/shed.md"]
    assert [one.path for one in report.findings] == paths
    told = zip(report.findings, reversed(paths), strict=True)
    assert all(other in one.message for one, other in told)
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
    "a key that is like another": {
        "stories/b/shed.md": story(sumary="x", report_of="stories/a/shed.md")
    },
    "an unfinished merge": {"stories/b/shed.md": story("<<<<<<< a\n")},
}


@pytest.mark.parametrize("files", FAULTY_CLAIMS.values(), ids=FAULTY_CLAIMS)
def test_a_faulty_file_keeps_its_claim(tmp_path: Path, files: Files) -> None:
    """Without its fault two would be at one address, and neither be published: so it is with it."""
    published, report = admit(read(tmp_path, {**ONE, **files}).tree, NOON)
    assert names(published) == []
    told = {(one.path, one.code) for one in report.findings}
    assert told == {(path, "address-twice") for path in ("stories/a/shed.md", *files)}


def test_a_line_of_the_list_that_cannot_be_read_makes_no_room(tmp_path: Path) -> None:
    """A story that is withheld for it keeps its address, and is told of nowhere."""
    files: Files = {
        "site_src/records.tsv": "R-1 stories/b/shed.md\n",
        "stories/b/shed.md": story("W.\n", voice("ann", "Ann", part="author")),
    }
    published, report = admit(read(tmp_path, {**ONE, **files}).tree, NOON)
    assert names(published) == []
    told = [one.path for one in report.findings if one.code == "address-twice"]
    assert told == ["stories/a/shed.md"]


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


ANSWER = story(responds_to="stories/a/shed.md", title="Ours")


def test_two_responses_to_one_story_with_one_name_are_told(tmp_path: Path) -> None:
    """Each has its anchor of its own name; a number after it would change when the other goes."""
    files = {**ONE, "stories/one/same.md": ANSWER, "stories/Same!.md": ANSWER}
    published, report = passed(tmp_path, files)
    assert names(published) == ["a/shed"]
    assert [(one.path, one.code) for one in report.findings] == [
        ("stories/Same!.md", "address-twice"),
        ("stories/one/same.md", "address-twice"),
    ]


ELSEWHERE = {
    "on another page": story(responds_to="stories/other.md", title=None),
    "a draft": story(responds_to="stories/a/shed.md", title=None, date=None),
    "a story of its own": story(),
}


@pytest.mark.parametrize("other", ELSEWHERE.values(), ids=ELSEWHERE)
def test_responses_of_one_name_may_be_elsewhere(tmp_path: Path, other: str) -> None:
    """They meet only where both are seen."""
    files = {**ONE, "stories/other.md": story(), "stories/one/same.md": ANSWER}
    published, report = passed(tmp_path, {**files, "stories/same.md": other})
    assert "one/same" in names(published)
    assert report.findings == ()


def test_a_faulty_response_claims_only_its_place_on_the_page(tmp_path: Path) -> None:
    """It has no address of its own, so no story need wait for it."""
    faulty = "---\ndate: 2026-01-01\nresponds_to: stories/a/shed.md\ntitle: [\n---\n"
    files = {
        **ONE,
        "stories/a/shed.responses/plot.md": faulty,
        "stories/plot.md": story(),
        "stories/one/plot.md": ANSWER,
    }
    assert names(admit(read(tmp_path, files).tree, NOON)[0]) == ["a/shed", "plot"]


UNREAD_ANSWERS = {
    "sound": "responds_to: stories/a/shed.md\nvoices: {}",
    "a tab": "responds_to: stories/a/shed.md\n\tvoices: {}",
    "a quotation mark": 'responds_to: "stories/a/shed.md\nvoices: {}',
    "no colon": "responds_to stories/a/shed.md\nvoices: {}",
}


@pytest.mark.parametrize("front", UNREAD_ANSWERS.values(), ids=UNREAD_ANSWERS)
def test_a_response_that_cannot_be_read_keeps_its_place(tmp_path: Path, front: str) -> None:
    """Two responses of one name are an error in both, whatever else is wrong with one of them."""
    files = {
        **ONE,
        "stories/a/shed.responses/plot.md": f"---\ndate: 2026-01-01\n{front}\n---\n",
        "stories/one/plot.md": ANSWER,
    }
    assert names(admit(read(tmp_path, files).tree, NOON)[0]) == ["a/shed"]


ALIKE: dict[str, tuple[str, str]] = {
    "a story's": ("/Stories/Shed/", "stories/a/shed.md"),
    "a page's": ("/ABOUT/", "site_src/pages/about.md"),
    "a file's": ("/cname/", "site_src/root/CNAME"),
    "an old one's": ("/OLD/way/", "stories/old.md"),
    "below one that is a file": ("/2012/fair.html/photos/", "stories/old.md"),
    "a list's": ("/STORIES/", "Byleave's own"),
    "a feed's": ("/Feed.xml/", "Byleave's own"),
}


@pytest.mark.parametrize(("alias", "other"), ALIKE.values(), ids=ALIKE)
def test_an_old_address_that_a_disk_could_not_hold_beside_another(
    tmp_path: Path, alias: str, other: str
) -> None:
    """It is told, and no page is written over another; the story itself stays."""
    files = {
        **ONE,
        "site_src/pages/about.md": "---\ntitle: About\n---\n",
        "site_src/root/CNAME": "lea",
        "stories/old.md": story(title="Old", aliases="[/old/Way/, /2012/fair.html]"),
        "stories/plot.md": story(aliases=f"[/fine/, '{alias}']"),
    }
    published, report = passed(tmp_path, files)
    assert the_story(published, "plot").aliases == ("/fine/",)
    told = [one for one in report.findings if one.path == "stories/plot.md"]
    assert [(one.code, one.line, one.column) for one in told] == [("alias-alike", 4, 19)]
    assert other in told[0].message
    assert len(published.stories) == 3


def test_an_old_address_gives_way_to_a_faulty_file_too(tmp_path: Path) -> None:
    """No page is made for it only because of a fault."""
    for more in ({}, {"sumary": "x"}):
        files = {
            "stories/a/shed.md": story(**more),
            "stories/plot.md": story(aliases="[/fine/, /Stories/Shed/]"),
        }
        published = admit(read(tmp_path, files).tree, NOON)[0]
        assert the_story(published, "plot").aliases == ("/fine/",)


def test_old_addresses_of_one_story_may_be_alike(tmp_path: Path) -> None:
    """Both lead to it, whichever of the two a disk keeps."""
    published, report = passed(tmp_path, {"stories/shed.md": story(aliases="[/Old/, /old/]")})
    assert the_story(published, "shed").aliases == ("/Old/", "/old/")
    assert report.findings == ()


LINKS = ["#response-stories-a-answer", "#response-a-answer", "/stories/pond/#Response-ANSWER"]


@pytest.mark.parametrize("link", LINKS)
def test_a_link_to_a_response_keeps_no_title_of_one_that_went(tmp_path: Path, link: str) -> None:
    """Also where another response of the same name has its place by now."""
    files = {
        "stories/pond.md": story(f"See [My brogues]({link}).\n", title="Pond"),
        "stories/a/answer.md": story(
            "W.\n", AUTHOR, title="My brogues", responds_to="stories/pond.md"
        ),
        "stories/b/answer.md": story(title="Socks", responds_to="stories/pond.md"),
    }
    assert names(passed(tmp_path, files)[0]) == []


def test_what_waits_for_a_fault_keeps_its_claim(tmp_path: Path) -> None:
    """A version of a faulty file would be published without the fault, and two at its address."""
    bo = voice("bo", "Bo Wren", part="author")
    version = story("W.\n", translation_of="stories/o.md").replace("voices: {}\n", "")
    link = story("See [Bo Wren](../o.md).\n", title="Link")
    for original in (story("W.\n", bo), story("W.\n", bo, sumary="x")):
        files = {
            "stories/o.md": original,
            "stories/a/shed.md": version,
            "stories/b/shed.md": story(),
            "stories/a/link.md": link,
            "stories/b/link.md": story(),
        }
        published, _ = admit(read(tmp_path, files).tree, NOON)
        assert set(names(published)) <= {"o"}


@pytest.mark.parametrize("key", ["", "withdrawm: 2026-01-01, "], ids=["sound", "faulty"])
def test_what_a_fault_holds_keeps_its_claim(tmp_path: Path, key: str) -> None:
    """A record that another file's fault holds takes a story along, and makes no room."""
    ann = voice("ann", "Ann", part="author")
    files = {
        "stories/a/shed.md": story("W.\n", ann),
        "stories/b/shed.md": story(),
        "stories/odd.md": story("W.\n", ann.replace("given", f"{key}given"), title="Odd"),
    }
    published = admit(read(tmp_path, files).tree, NOON)[0]
    assert names(published) == ([] if key else ["odd"])


def test_what_is_withheld_anyway_claims_nothing_for_a_fault_elsewhere(tmp_path: Path) -> None:
    """Nobody's story goes because somebody made a slip in another file."""
    files = {
        "stories/a/shed.md": story("W.\n", AUTHOR),
        "stories/b/shed.md": story(),
        "stories/odd.md": story("W.\n", title="Odd", sumary="x"),
    }
    assert names(admit(read(tmp_path, files).tree, NOON)[0]) == ["b/shed"]
