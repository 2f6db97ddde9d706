"""Pictures of the group's own go by the state of those who are in them, wherever they stand."""

from pathlib import Path

import pytest

from byleave.gate import admit
from tests.gate.sites import NOON, Files
from tests.laws.pictures import picture
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
