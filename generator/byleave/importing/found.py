"""What was found in a source: stories and responses as values, whichever kind of source it is."""

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct

from byleave.beginning.stories import NewEvent

# How a text is written: HTML; HTML whose paragraphs are parted by empty lines; or Markdown, with
# the tags of a program perhaps.
Form = Literal["html", "classic", "markdown", "hugo", "jekyll"]
# What calls for a decision: a theme is one of these two, in the source.
TermKind = Literal["category", "tag"]


class Term(Struct, frozen=True, kw_only=True):
    """What the source says a story is about, in its own words."""

    kind: TermKind
    name: str


class Author(Struct, frozen=True, kw_only=True):
    """Somebody who wrote: `name` is what readers saw; empty, where that was no name.

    `part` is what they did, as front matter has it. `id` is theirs where the source has one.
    """

    name: str
    part: str = "author"
    id: str = ""


class Picture(Struct, frozen=True, kw_only=True):
    """A picture, recording or document of a story, by its address in the source."""

    address: str
    alt: str = ""
    caption: str = ""


class Passage(Struct, frozen=True, kw_only=True):
    """Whose words a part of a text is, and whom it is about, by the ids of their voices."""

    by: tuple[str, ...]
    about: tuple[str, ...] = ()

    @property
    def head(self) -> str:
        """What stands behind the colons with which it begins."""
        about = ("about", *self.about) if self.about else ()
        return " ".join(("", "voice", *self.by, *about))

    def called(self, ids: Mapping[str, str]) -> "Passage":
        """The same, of voices that have other ids."""
        return Passage(
            by=tuple(ids.get(one, one) for one in self.by),
            about=tuple(ids.get(one, one) for one in self.about),
        )


class Found(Struct, frozen=True, kw_only=True):
    """A story, or a response where `parent` is set, as the source has it.

    `key` is one of its own in the source. `name` is what its file may be called, `folder` the year
    or else where it belongs below stories/. `addresses` are those at which it was, the first where
    it was itself, and `known_as` other ways in which links mean it. `parent` is the key of the
    story that it answers and `answers` of the response, `original` of that which it is a version
    of. A draft has no `day`. With `is_titled`, the source says the title itself. `authors` is None
    where nobody knows who wrote. `passages` are the parts of an HTML text that are somebody's, by
    the class of their element. Addresses in the text begin at `beside`, a folder of the source,
    where it has such.
    """

    key: str
    form: Form
    text: str
    title: str = ""
    name: str = ""
    folder: str = ""
    day: str = ""
    summary: str = ""
    language: str = ""
    is_titled: bool = True
    authors: tuple[Author, ...] | None = None
    terms: tuple[Term, ...] = ()
    addresses: tuple[str, ...] = ()
    known_as: tuple[str, ...] = ()
    event: NewEvent | None = None
    passages: Mapping[str, Passage] = {}
    beside: str = ""
    parent: str = ""
    answers: str = ""
    original: str = ""
    notes: tuple[str, ...] = ()


NOT_ASKED_FOR = "exports hold no pictures: copy their folder (--media), or use --fetch"


class File(Struct, frozen=True, kw_only=True):
    """A file of the source: its name there, for its ending, and what it holds."""

    name: str
    content: bytes


# The file at an address, for a story that lies in a folder of the source, and None or why there is
# none.
Files = Callable[[str, str], tuple[File | None, str]]


def no_files(_address: str, _beside: str) -> tuple[File | None, str]:
    """There are no files to be had."""
    return None, NOT_ASKED_FOR


class Source(Struct, frozen=True, kw_only=True):
    """All that is to be brought from one place.

    `kind` and `place` tell this place from others. `hosts` are where it was on the web: addresses
    there, and those without a host, are its own. `describe` has what is known of a file by its
    address. `left_out` counts what was not taken, by why; `notes` are about the whole.
    """

    kind: str
    place: str
    found: tuple[Found, ...]
    files: Files = no_files
    hosts: frozenset[str] = frozenset()
    described: Mapping[str, Picture] = {}
    left_out: Mapping[str, int] = {}
    notes: tuple[str, ...] = ()
