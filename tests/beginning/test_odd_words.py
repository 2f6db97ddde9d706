"""Whatever somebody types as a title or a name, it is read again as they typed it."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as any_of

from byleave.beginning.front_matter import Value, as_file, as_yaml, one_line
from byleave.beginning.naming import file_name, id_of
from byleave.beginning.site import NO_ADDRESS_YET
from byleave.beginning.stories import (
    NewEvent,
    NewPicture,
    NewSession,
    NewStory,
    NewVoice,
    write_story,
)
from byleave.model.addresses import is_too_long, story_address
from byleave.model.source import SourceStory
from byleave.read import read_site
from byleave.read.front_matter.yaml_text import read_yaml

pytestmark = pytest.mark.slow

ODD = [
    "Flat #4",
    "a: b",
    "- a",
    "? a",
    "“Quoted” and 'quoted' and \"quoted\"",
    "{sam} and {nobody} and {",
    "\\{sam}",
    "no",
    "0035",
    "2026-01-01",
    "12:30",
    "~",
    "null",
    "[a, b]",
    "*bold* _and_ `code`",
    "&anchor *alias !tag %x @y",
    "شاي في القاعة",
    "चाय की दुकान",
    "A family 👨‍👩‍👧 and 🫖",
    "a\tb\nc\rd\u2028e\u0085f",
    "::: voice sam",
    "---",
    "C:\\new\\table",
    "trailing \\",
    "'",
    '"',
    "|",
    ">",
    "#",
    "con",
    "..",
    "/",
    "e\u0301",
    "x" * 400,
]
WORDS = any_of.text(
    any_of.one_of(
        any_of.characters(),
        any_of.sampled_from("#:-?{}[],&*!|>'\"%@`\\~ \n\t=<\u200d\u200f\ue000\ufeff"),
    ),
    max_size=40,
)


LITERAL = re.compile(r"\\(\{[a-z][a-z0-9-]*\})")


def read(story: NewStory, site: Path) -> SourceStory:
    """A story as it is read after it was begun; nothing may be wrong with it."""
    settings: dict[str, Value] = {
        "title": "T",
        "url": NO_ADDRESS_YET,
        "permission": {"person": "P", "within": "W", "post": "1"},
    }
    (site / "site_src").mkdir()
    (site / "site_src/site.yaml").write_text("format: 1\n" + as_yaml(settings))
    name = file_name(story.title, (), lambda: "3333")
    path = write_story(site, "stories", name, story)
    found = read_site(site)
    assert [one for one in found.findings if one.path == path] == []
    (read_again,) = found.tree.stories
    return read_again


def shown(words: str | None) -> str:
    """What readers see of words that were read: marks as braces again."""
    braces = str.maketrans({"\ue000": "{", "\ue001": "}", "\ue002": "{", "\ue003": "}"})
    return (words or "").translate(braces)


def meant(typed: str) -> str:
    """What readers see of what was typed: a backslash says that braces are braces."""
    return LITERAL.sub(r"\1", typed)


def marks(words: str | None) -> int:
    """How many names of voices are marked in words that were read."""
    return (words or "").count("\ue000")


@given(WORDS, WORDS, WORDS)
@example("Flat #4", "{sam}, {x}", "a: b")
@example("{sam}", "\\{sam}", "- a")
def test_words_are_read_as_they_were_typed(title: str, summary: str, other: str) -> None:
    """Titles, summaries, captions, programmes: as typed, and no braces become somebody's name."""
    words = [one_line(one) or "A word" for one in (title, summary, other)]
    voice = NewVoice(id="sam", name=words[2], identity="named", part="speaker", role=words[1])
    story = NewStory(
        title=words[0],
        date="2026-05-02",
        summary=words[1],
        event=NewEvent(
            starts="2026-05-02",
            place=words[2],
            cost=words[0],
            access=(words[1],),
            programme=(NewSession(title=words[2], room=words[0], voices=("sam",)),),
        ),
        voices=(voice,),
        pictures=(NewPicture(name="picture.txt", content=b"text", alt=words[1]),),
    )
    with TemporaryDirectory() as folder:
        front = read(story, Path(folder)).front
    assert front.event is not None
    found: list[Any] = [
        (front.title, words[0]),
        (front.summary, words[1]),
        (front.event.place, words[2]),
        (front.event.cost, words[0]),
        (front.event.access[0].what, words[1]),
        (front.event.programme[0].title, words[2]),
        (front.event.programme[0].room, words[0]),
        (front.media["picture.txt"].alt, words[1]),
        ((front.voices or {})["sam"].name, words[2]),
        ((front.voices or {})["sam"].role, words[1]),
    ]
    name = found[-2][0]
    for said, typed in found:
        assert shown(said) == (typed if said is name else meant(typed))
        assert marks(said) == (0 if said is name else LITERAL.sub("", typed).count("{sam}"))


@pytest.mark.parametrize("title", ODD)
def test_an_odd_title(title: str, tmp_path: Path) -> None:
    """Each that has been trouble somewhere, by name."""
    typed = one_line(title)
    found = read(NewStory(title=typed, date="2026-05-02"), tmp_path)
    assert shown(found.front.title) == meant(typed)
    assert not is_too_long(story_address(found.path))


@given(any_of.lists(WORDS, min_size=1, max_size=6))
def test_every_name_gives_an_id_of_its_own(names: list[str]) -> None:
    """Ids that passages can use, whichever script a name is in, and no two alike."""
    ids: list[str] = []
    for name in names:
        ids.append(id_of(name, ids))
    assert len(set(ids)) == len(names)
    voices = {id_: {"name": "N"} for id_ in ids}
    data, _, findings = read_yaml(as_yaml({"voices": voices}), "a.md")
    assert (list(data["voices"]), findings) == (ids, ())
    for id_ in ids:
        NewVoice(id=id_, name="N", identity="named", part="quoted")
        assert id_ not in ("voice", "about")
        assert id_.isascii()
        assert id_[0].islower()


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Betty Farrow", "betty-farrow"),
        ("Siân O'Brien", "sian-o-brien"),
        ("شهد", "person"),
        ("Łucja", "person"),
        ("Voice", "person"),
        ("4 of us", "person"),
        ("", "person"),
    ],
)
def test_what_an_id_is_made_of(name: str, id_: str) -> None:
    """A name in letters that ids have, or else a word that says nothing."""
    assert id_of(name, ()) == id_
    assert id_of(name, (id_,)) == f"{id_}-2"


@given(WORDS)
def test_a_body_is_kept(text: str) -> None:
    """Line ends become those of every machine, and no other sign of a text changes."""
    typed = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    whole = as_file({"title": "T"}, text)
    assert whole == "---\ntitle: T\n---\n" + (f"\n{typed}\n" if typed else "")
