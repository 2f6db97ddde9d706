"""The parts of a story: each key whose words readers meet, whose they are, and where they stand.

It is the one list that the reader, the gate and the permission tools have of them. A new key with
words is added here and nowhere else. It speaks of keys and not of records, so that it holds for
what was read, for what YAML says, and for a story as it was once.
"""

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct

from byleave.positions import KeyPath

EACH = "*"

# Whose a part is, and so what is withheld with whom it names. "head", "beside" and "story" are the
# authors', and all of the story goes; "voice" is an entry; "file" is theirs whom it shows; "line"
# is one of a programme. What stands at the head of a story is its line in lists as well.
Of = Literal["head", "beside", "story", "voice", "file", "line"]
# Words, in which `{id}` may stand; plain words; an address; what a voice is called; ids of voices.
Kind = Literal["words", "plain", "address", "name", "ids"]


class Part(Struct, frozen=True, kw_only=True):
    """A key whose words readers meet, by its path, in which "*" stands for any name or number.

    With `agreed`, whoever agrees to words agrees to it; what may be settled later, such as when and
    where, is left out. With `lists`, lists show it of an event. With `shown_if`, readers meet it
    only where the key of that name beside it says yes.
    """

    path: str
    of: Of
    kind: Kind = "words"
    agreed: bool = False
    lists: bool = False
    shown_if: str = ""


def _part(path: str, of: Of, kind: Kind = "words", **more: Any) -> Part:
    return Part(path=path, of=of, kind=kind, **more)


# Of these, people agree to what is said, and not to when.
CAPTIONS = "media.*.captions"

PARTS = (
    _part("title", "head", agreed=True),
    _part("summary", "head", agreed=True),
    _part("what_happened", "beside", agreed=True),
    _part("notice", "beside", agreed=True),
    _part("rights", "beside", agreed=True),
    _part("checked_with", "beside", agreed=True),
    _part("pull", "story"),
    _part("aliases.*", "story", "address"),
    _part("media.*.alt", "file", agreed=True),
    _part("media.*.caption", "file", agreed=True),
    _part("media.*.transcript", "file", agreed=True),
    _part(CAPTIONS, "file", agreed=True),
    _part("media.*.shows", "file", "ids"),
    _part("event.form", "story", lists=True),
    _part("event.place", "story", lists=True),
    _part("event.address", "story"),
    _part("event.map", "story", "address"),
    _part("event.booking.url", "story", "address"),
    _part("event.booking.telephone", "story", "plain"),
    _part("event.booking.email", "story", "address"),
    _part("event.join", "story", "address", shown_if="join_public"),
    _part("event.cost", "story"),
    _part("event.access.*.what", "story", lists=True),
    _part("event.access.*.answer", "story", lists=True),
    _part("event.access_contact", "story"),
    _part("event.programme.*.title", "line", agreed=True),
    _part("event.programme.*.room", "line"),
    _part("event.programme.*.voices", "line", "ids"),
    _part("allow.*", "story"),
    _part("voices.*.name", "voice", "name"),
    _part("voices.*.part", "voice", "plain"),
    _part("voices.*.role", "voice", agreed=True),
    _part("voices.*.place", "voice", agreed=True),
)

# All other keys. Readers meet nothing that is written there: a choice among words of ours, a day,
# an id, what leads to something that has a name of its own, or what is for editors alone.
NoWords = Literal["choice", "day", "id", "reference", "record", "note"]
NO_WORDS: Mapping[str, NoWords] = {
    "date": "day",
    "updated": "day",
    "themes.*": "reference",
    "series": "reference",
    "language": "choice",
    "translation_of": "reference",
    "easy_read_of": "reference",
    "of_words": "record",
    "responds_to": "reference",
    "in_reply_to": "reference",
    "posted_by": "id",
    "report_of": "reference",
    "part_of": "reference",
    "lead": "reference",
    "media.*.as_it_is": "choice",
    "media.*.decorative": "choice",
    "media.*.focus": "choice",
    "media.*.signed": "choice",
    "event.starts": "day",
    "event.ends": "day",
    "event.status": "choice",
    "event.booking.closes": "day",
    "event.join_public": "choice",
    "event.programme.*.day": "day",
    "event.programme.*.at": "day",
    "event.programme.*.until": "day",
    "voices.*.identity": "choice",
    "voices.*.person": "id",
    "voices.*.consent.record": "record",
    "voices.*.consent.asked": "day",
    "voices.*.consent.given": "day",
    "voices.*.consent.by": "choice",
    "voices.*.consent.uses.*": "choice",
    "voices.*.consent.until": "day",
    "voices.*.consent.review": "day",
    "voices.*.consent.words.*": "record",
    "voices.*.consent.corrected": "day",
    "voices.*.consent.assent": "day",
    "voices.*.consent.there.*": "choice",
    "voices.*.consent.group_of": "choice",
    "voices.*.consent.understood.*": "choice",
    "voices.*.consent.kept": "choice",
    "voices.*.consent.seen.*.round": "record",
    "voices.*.consent.seen.*.on": "day",
    "voices.*.consent.seen.*.how": "choice",
    "voices.*.consent.seen.*.words.*": "record",
    "voices.*.consent.refused": "note",
    "voices.*.consent.held": "note",
    "voices.*.consent.withdrawn": "note",
    "voices.*.consent.not_here": "note",
    "voices.*.consent.held_here": "note",
}

_KINDS: tuple[tuple[tuple[str, ...], Kind | NoWords], ...] = (
    *((tuple(part.path.split(".")), part.kind) for part in PARTS),
    *(((*part.path.split("."), EACH), part.kind) for part in PARTS if part.kind == "ids"),
    *((tuple(path.split(".")), kind) for path, kind in NO_WORDS.items()),
)


def kind_at(place: KeyPath) -> Kind | NoWords | None:
    """What stands at a place of front matter; None where the table says nothing of it."""
    found = (kind for keys, kind in _KINDS if len(keys) == len(place) and _fits(keys, place))
    return next(found, None)


def _fits(keys: tuple[str, ...], place: KeyPath) -> bool:
    return all(key in (EACH, one) for key, one in zip(keys, place, strict=True))
