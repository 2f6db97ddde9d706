"""Pictures of the group's own go by the state of those who are in them, wherever they stand."""

from pathlib import Path

import pytest

from byleave.gate import admit
from tests.gate.sites import NOON, Files
from tests.laws.pictures import chunk, picture
from tests.read.folders import WITHDRAWN, YES, read, story, voice

PAGE = "---\ntitle: About\n---\n\n![Us](/media/us.png)\n"
US: Files = {"site_src/media/us.png": picture("us"), "site_src/pages/about.md": PAGE}
MEDIA = "{/media/us.png: {alt: A, shows: [ann]}}"
SHOWN = "::: voice ann\nHi ![](/media/us.png)\n:::\n"
NO_WORDS = YES.replace("}", ", words: [w-0000000000000000]}")
ANN, GONE = voice("ann", "Ann"), voice("ann", "Ann", WITHDRAWN)


def shows(*voices: str, body: str = SHOWN, **front: str | None) -> str:
    """A story that shows Ann in the group's picture."""
    return story(body, *voices, media=MEDIA, **front)


def nobody(**front: str | None) -> str:
    """A story that says of the group's picture that nobody is in it."""
    media = "{/media/us.png: {alt: A, shows: nobody}}"
    return story("Hi ![](/media/us.png)\n", media=media, **front)


HIDDEN: dict[str, Files] = {
    "withdrawn": {"stories/a.md": shows(GONE)},
    "other words": {"stories/a.md": shows(voice("ann", "Ann", NO_WORDS))},
    "other words in a draft": {"stories/a.md": shows(voice("ann", "Ann", NO_WORDS), date=None)},
    "named by her entry": {
        "stories/a.md": shows(voice("ann", "Ann", role="Bo's aunt"), voice("bo", "Bo", WITHDRAWN))
    },
    "not asked yet, in a draft": {
        "stories/a.md": shows(voice("ann", "Ann", "{asked: 2026-01-01}"), date=None)
    },
    "a misspelt key": {"stories/a.md": shows(GONE, sumary="x")},
    "a key that is there twice": {"stories/a.md": shows(GONE, summary="x\nsummary: y")},
    "not to be read": {"stories/a.md": shows(GONE, summary="[")},
    "not UTF-8": {"stories/a.md": shows(GONE).encode() + b"\xff"},
    "UTF-16": {"stories/a.md": shows(GONE).encode("utf-16")},
    "UTF-16 without a mark": {"stories/a.md": shows(GONE).encode("utf-16-be")},
    "UTF-32": {"stories/a.md": shows(GONE).encode("utf-32")},
    "a second story in it": {"stories/a.md": story("Words.\n") + "\n" + shows(GONE)},
    "called UTF-16 and none": {"stories/a.md": b"\xff\xfe" + shows(GONE).encode()},
    "the front matter ends early": {
        "stories/a.md": shows(GONE).replace("voices:", "---\nvoices:", 1),
    },
    "no end of the front matter": {"stories/a.md": shows(GONE).replace("---\n:::", ":::")},
    "an id that nobody declares": {"stories/a.md": shows(GONE, body=f"{SHOWN}\n{{bob}}\n")},
    "a theme that nobody knows": {"stories/a.md": shows(GONE, themes="[x]")},
    "an unfinished merge": {"stories/a.md": shows(GONE, body="<<<<<<< a\n")},
    "a merge of who is in it": {
        "stories/a.md": shows(GONE).replace(
            f"media: {MEDIA}\n",
            "<<<<<<< a\nmedia: {/media/us.png: {alt: A, shows: nobody}}\n=======\n"
            f"media: {MEDIA}\n>>>>>>> b\n",
        )
    },
    "a copy": {"stories/a - Copy.md": shows(GONE)},
    "another story may show it, and is a draft": {
        "stories/a.md": shows(GONE),
        "stories/b.md": shows(ANN, date=None),
    },
    "another story says that nobody is in it": {
        "stories/a.md": shows(GONE),
        "stories/b.md": nobody(),
    },
    "another story says that it decorates": {
        "stories/a.md": shows(GONE),
        "stories/b.md": story("![](/media/us.png)\n", media="{/media/us.png: {decorative: yes}}"),
    },
    "another story says that somebody else is in it": {
        "stories/a.md": shows(GONE),
        "stories/b.md": shows(voice("ann", "Bo")),
    },
    "another story has an anonymous voice with that name": {
        "stories/a.md": shows(voice("ann", "One of us", WITHDRAWN, identity="anonymous")),
        "stories/b.md": shows(voice("ann", "One of us", identity="anonymous")),
    },
    "another story means another person of that name": {
        "stories/a.md": shows(voice("ann", "Ann", WITHDRAWN, person="ann-one")),
        "stories/b.md": shows(voice("ann", "Ann", person="ann-two")),
    },
    "somebody else is in it in a faulty story": {
        "stories/a.md": shows(GONE, sumary="x"),
        "stories/b.md": shows(voice("ann", "Bo")),
    },
    "nobody is in it, says a story; who, says one that is not there yet": {
        "stories/a.md": shows(GONE, date=None),
        "stories/b.md": nobody(),
    },
    "a response to what is not there": {
        "stories/a.md": shows(ANN, responds_to="stories/no.md", title=None)
    },
    "a version of a faulty file": {
        "stories/o.md": story("W.\n", GONE, sumary="x"),
        "stories/a.md": story("W.\n", media=MEDIA, translation_of="stories/o.md").replace(
            "voices: {}\n", ""
        ),
    },
}


@pytest.mark.parametrize("files", HIDDEN.values(), ids=HIDDEN)
def test_the_picture_is_shown_nowhere(tmp_path: Path, files: Files) -> None:
    """Why somebody is withheld, and what else is wrong with the story, brings no picture back."""
    published, _ = admit(read(tmp_path, {**US, **files}).tree, NOON)
    assert published.group_media == {}
    assert [dict(page.media) for page in published.pages] == [{}]


def _with_copies_beside(files: Files) -> dict[str, str | bytes]:
    """The same stories, each with a copy of the group's picture beside it, and not that itself."""
    found: dict[str, str | bytes] = {"stories/us.png": picture("us")}
    for path, said in files.items():
        if isinstance(said, str):
            found[path] = said.replace("/media/us.png", "us.png")
        else:
            # In UTF-16 and UTF-32, a letter stands in two bytes or four.
            ways = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")
            for way in ways:
                said = said.replace("/media/us.png".encode(way), "us.png".encode(way))
            found[path] = said
    return found


@pytest.mark.parametrize("files", HIDDEN.values(), ids=HIDDEN)
@pytest.mark.parametrize("where", ["site_src/media/we.png", "site_src/root/we.png"])
def test_a_copy_of_a_picture_is_shown_nowhere_either(
    tmp_path: Path, files: Files, where: str
) -> None:
    """Whoever is in a picture beside a story is in each copy of it, whatever that is called."""
    page: Files = {
        "site_src/pages/about.md": PAGE.replace("us.png", "we.png"),
        where: picture("us"),
    }
    published, _ = admit(read(tmp_path, {**page, **_with_copies_beside(files)}).tree, NOON)
    assert (published.group_media, published.root_files) == ({}, ())
    assert [dict(page.media) for page in published.pages] == [{}]


def test_a_story_that_says_nothing_of_it_does_not_show_it(tmp_path: Path) -> None:
    """Who is in a picture of the group's own is said once, and holds for whoever uses it."""
    files = {"stories/a.md": shows(GONE), "stories/b.md": story("![Us](/media/us.png)\n")}
    published, _ = admit(read(tmp_path, {**US, **files}).tree, NOON)
    (told,) = (one for one in published.stories if one.path == "stories/b.md")
    assert (told.media, told.links) == ({}, ())


PUBLIC: dict[str, Files] = {
    "nobody is said to be in it": {"stories/a.md": story()},
    "published": {"stories/a.md": shows(ANN)},
    "a draft, and she may be shown": {"stories/a.md": shows(ANN, date=None)},
    "a draft of words that were agreed": {
        "stories/a.md": shows(voice("ann", "Ann", NO_WORDS), body="W.\n", date=None)
    },
    "another story may show it": {"stories/a.md": shows(GONE), "stories/b.md": shows(ANN)},
    "another story may show that person by another name": {
        "stories/a.md": shows(voice("ann", "Ann", WITHDRAWN, person="ann-lea")),
        "stories/b.md": shows(voice("a", "Ann Lea", person="ann-lea"))
        .replace("[ann]", "[a]")
        .replace("voice ann", "voice a"),
    },
    "another story may show that record by another name": {
        "stories/a.md": shows(voice("ann", "Ann", YES.replace("}", ", not_here: 2026-01-05}"))),
        "stories/b.md": shows(voice("ann", "A neighbour", identity="anonymous")),
    },
    "nobody is in it, says a story; and whoever is may be shown": {
        "stories/a.md": shows(ANN),
        "stories/b.md": nobody(),
    },
    "somebody withheld is named beside it, and nobody is in it": {
        "stories/a.md": story(
            "W.\n", GONE, media="{/media/us.png: {alt: Seen by Ann, shows: nobody}}"
        )
    },
    "nobody, in a faulty file": {
        "stories/a.md": story(media="{/media/us.png: {alt: A, shows: nobody}}", sumary="x")
    },
}


@pytest.mark.parametrize("files", PUBLIC.values(), ids=PUBLIC)
def test_the_picture_is_shown(tmp_path: Path, files: Files) -> None:
    """Where nothing says that somebody is in it who may not be."""
    published, _ = admit(read(tmp_path, {**US, **files}).tree, NOON)
    assert list(published.group_media) == ["/media/us.png"]
    assert [list(page.media) for page in published.pages] == [["/media/us.png"]]


@pytest.mark.parametrize("files", PUBLIC.values(), ids=PUBLIC)
def test_a_copy_of_a_picture_is_shown(tmp_path: Path, files: Files) -> None:
    """Of whoever may be shown, also where an error is in a file that says that nobody is in it."""
    published, _ = admit(read(tmp_path, {**US, **_with_copies_beside(files)}).tree, NOON)
    assert list(published.group_media) == ["/media/us.png"]


@pytest.mark.parametrize("name", ["uss.png", "US.png", "us.PNG"])
def test_a_copy_is_not_shown_by_an_error_in_its_name(tmp_path: Path, name: str) -> None:
    """A story that names it wrongly is withheld, and shows no more of it than it did."""
    files = _with_copies_beside({"stories/a.md": shows(GONE)})
    files["stories/a.md"] = str(files["stories/a.md"]).replace("us.png", name)
    published, _ = admit(read(tmp_path, {**US, **files}).tree, NOON)
    assert published.group_media == {}


def test_a_copy_with_other_metadata_is_shown_nowhere_either(tmp_path: Path) -> None:
    """It would be published as the same bytes."""
    files = _with_copies_beside({"stories/a.md": shows(GONE)})
    for where, said in (("stories/us.png", b"Ann"), ("site_src/media/us.png", b"Us")):
        raw = picture("us")
        files[where] = raw[:33] + chunk(b"tEXt", b"Author\0" + said) + raw[33:]
    published, _ = admit(read(tmp_path, {**US, **files}).tree, NOON)
    assert published.group_media == {}


def test_a_recording_of_somebody_is_not_shown_by_its_copy(tmp_path: Path) -> None:
    """What is not looked into is known by its bytes."""
    media = "{talk.mp3: {alt: A talk, shows: [ann], transcript: Hi}}"
    body = "::: voice ann\nHi ![](talk.mp3)\n:::\n"
    for voiced, shown in ((ANN, ["/media/ours.mp3"]), (GONE, [])):
        files: Files = {
            "stories/a.md": story(body, voiced, media=media),
            "stories/talk.mp3": b"ID3 words of Ann",
            "site_src/media/ours.mp3": b"ID3 words of Ann",
        }
        published, _ = admit(read(tmp_path / str(len(shown)), files).tree, NOON)
        assert list(published.group_media) == shown


def test_two_files_of_the_groups_own_may_be_one_picture(tmp_path: Path) -> None:
    """A story names one of them, and a page shows the other."""
    files: Files = {"stories/a.md": shows(GONE), "site_src/media/we.png": picture("us")}
    published, _ = admit(read(tmp_path, {**US, **files}).tree, NOON)
    assert published.group_media == {}


def test_a_copy_beside_another_story_is_that_storys_own(tmp_path: Path) -> None:
    """Ann agreed to it there, and the group's copy stays for it, whatever another story says."""
    files = _with_copies_beside({"stories/a.md": shows(GONE)})
    files["stories/b/index.md"] = shows(ANN).replace("/media/us.png", "we.png")
    files["stories/b/we.png"] = picture("us")
    published, _ = admit(read(tmp_path, {**US, **files}).tree, NOON)
    (other,) = (one for one in published.stories if one.path == "stories/b/index.md")
    assert (list(published.group_media), list(other.media)) == (["/media/us.png"], ["we.png"])


def test_it_is_told_in_private_which_file_is_not_published(tmp_path: Path) -> None:
    """At the file itself, with what to do, and without whom it shows."""
    top: Files = {"site_src/root/us.png": picture("us")}
    files = _with_copies_beside({"stories/a.md": shows(GONE)})
    _, report = admit(read(tmp_path, {**US, **top, **files}).tree, NOON)
    found = [one for one in report.findings if one.code == "group-file"]
    assert [(one.path, one.private) for one in found] == [
        ("site_src/media/us.png", True),
        ("site_src/root/us.png", True),
    ]
    assert not any(said in str(found).casefold() for said in ("ann", "stories/a"))


def test_whoever_says_that_nobody_is_in_it_does_not_show_it(tmp_path: Path) -> None:
    """That somebody is in a picture holds for the story, too, which says the opposite of it."""
    files = {"stories/a.md": shows(GONE), "stories/b.md": nobody()}
    published, _ = admit(read(tmp_path, {**US, **files}).tree, NOON)
    (told,) = (one for one in published.stories if one.path == "stories/b.md")
    assert (told.media, told.links) == ({}, ())


def test_stories_that_do_not_agree_are_told_of_each_other(tmp_path: Path) -> None:
    """At both places, in the same words before somebody left and after."""
    said = []
    for name, ann in (("before", ANN), ("after", GONE)):
        files = {"stories/a.md": shows(ann), "stories/b.md": nobody()}
        _, report = admit(read(tmp_path / name, {**US, **files}).tree, NOON)
        said.append([one for one in report.findings if one.code == "shows-differ"])
    before, after = said
    assert before == after
    assert [(one.path, one.line, one.private) for one in before] == [
        ("stories/b.md", 4, False),
        ("stories/a.md", 4, False),
    ]
    assert "Ann" not in "".join(one.message + one.do for one in before)


def test_a_story_that_is_withheld_is_not_told_of(tmp_path: Path) -> None:
    """What it says of a picture tells nobody in a log that it is there."""
    files = {"stories/a.md": shows(GONE, date=None), "stories/b.md": nobody()}
    _, report = admit(read(tmp_path, {**US, **files}).tree, NOON)
    found = [one for one in report.findings if one.code == "shows-differ"]
    assert [one.private for one in found] == [True, True]


def test_an_editor_can_find_why_a_picture_is_not_shown(tmp_path: Path) -> None:
    """Another story says that somebody is in it, whom the one that shows it does not name."""
    files = {"stories/a.md": shows(GONE), "stories/b.md": shows(voice("ann", "Bo"))}
    _, report = admit(read(tmp_path, {**US, **files}).tree, NOON)
    (found,) = (one for one in report.findings if one.code == "shows-differ")
    assert (found.path, found.private) == ("stories/b.md", True)


@pytest.mark.parametrize("ann", [ANN, GONE])
def test_a_picture_of_somebody_among_the_groups_own_files_is_told_of(
    tmp_path: Path, ann: str
) -> None:
    """It would be there again without the story; after they left, whoever asks is told."""
    shown = "{p.png: {alt: A, shows: [ann]}}"
    files: Files = {
        "stories/a.md": story("::: voice ann\nHi ![](p.png)\n:::\n", ann, media=shown),
        "stories/p.png": picture("us"),
    }
    _, report = admit(read(tmp_path / "a", {**US, **files}).tree, NOON)
    (found,) = (one for one in report.findings if one.code == "shows-differ")
    assert (found.path, found.line, found.private) == ("stories/a.md", 4, ann == GONE)
    said: Files = {**US, **files, "stories/b.md": shows(ANN)}
    _, report = admit(read(tmp_path / "b", said).tree, NOON)
    assert [one for one in report.findings if one.code == "shows-differ"] == []


@pytest.mark.parametrize("other", ["stories/b/p.png", "stories/p.png"])
def test_the_same_picture_beside_two_stories_is_told_of(tmp_path: Path, other: str) -> None:
    """Each goes by what its own story says of it, so that one of the two has to be mended."""
    shown = "{p.png: {alt: A, shows: [ann]}}"
    nobody_there = "{p.png: {alt: A, shows: nobody}}"
    path = "stories/b/index.md" if "/b/" in other else "stories/b.md"
    files: Files = {
        "stories/a.md": story("::: voice ann\nHi ![](p.png)\n:::\n", GONE, media=shown),
        "stories/p.png": picture("us"),
        path: story("![](p.png)\n", media=nobody_there),
        other: picture("us"),
    }
    _, report = admit(read(tmp_path, files).tree, NOON)
    found = [one for one in report.findings if one.code == "shows-differ"]
    assert [(one.path, one.private) for one in found] == [(path, False), ("stories/a.md", False)]
