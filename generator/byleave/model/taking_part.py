"""How people can take part in an event, where, and by which lists they find it.

Editors write all of it in free words, and mean one thing by several spellings. What they mean is
read from the words here, and nowhere else.
"""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from byleave.model.addresses import IN_PERSON as IN_PERSON_ADDRESS
from byleave.model.addresses import ONLINE as ONLINE_ADDRESS
from byleave.model.addresses import access_address, form_address, is_too_long, place_address, slug
from byleave.model.event import Event

# How somebody takes part.
Way = Literal["online", "in-person"]
# What a list of events has in common. A form is what an event calls itself, such as a roundtable.
Common = Literal["online", "in-person", "access", "form", "place"]

# What editors write for a place that is none, alone or besides one: "Online, and in the hall".
_ONLINE = r"(?:on[ -]?line|ar[ -]?lein)\b"
_AND = r"(?:and|or|ac|neu|&|\+)"
_IN = r"(?:in|at|yn|ym|mewn)"
_BEGINS = re.compile(_ONLINE, re.I)
_FIRST_ONLINE = re.compile(rf"{_ONLINE}\W*\s{_AND}\W+(?:{_IN}\s+)?(?P<room>\S.*)\Z", re.I | re.S)
_THEN_ONLINE = re.compile(rf"(?P<room>.*?\S)\W+{_AND}\W+{_ONLINE}\W*\Z", re.I | re.S)

# What many events name, each with more words behind it: "step-free by the side door".
_KNOWN_ACCESS = (
    "step-free", "hearing loop", "BSL", "live captions", "quiet room", "Easy Read", "travel paid",
    "heb risiau", "dolen sain", "capsiynau byw", "ystafell dawel", "Hawdd ei Ddarllen",
)  # fmt: skip
# What says more than so many words is an explanation, which nobody else writes in the same words.
_MOST_WORDS = 4
# With these begins the answer that something is not there, or that nobody knows.
_NOT_THERE = frozenset(
    "no not none nothing never unknown untitled tbc maybe perhaps na nac nid dim ddim heb".split()
)
_NO_FORM = "event"  # which every event is, and which stands where nothing is said


class EventList(Struct, frozen=True, kw_only=True):
    """A list in which an event stands: what it has in `common` with the others, in its words."""

    common: Common
    address: str
    name: str = ""


def ways_in(event: Event) -> tuple[Way, ...]:
    """How one takes part. That there is a way to join counts only as long as it is public."""
    place = (event.place or "").strip()
    online = bool(_BEGINS.match(place) or _THEN_ONLINE.match(place) or event.join)
    in_a_room = bool(event.address or room(place))
    return (*(("online",) if online else ()), *(("in-person",) if in_a_room or not online else ()))


def room(place: str) -> str:
    """The place among the words of a place, of which some may say that one can be online as well.

    Empty where it is nowhere but there.
    """
    words = place.strip()
    found = _FIRST_ONLINE.match(words) or _THEN_ONLINE.match(words)
    if found:
        return found["room"]
    return "" if _BEGINS.match(words) else words


def lists_of(event: Event) -> tuple[EventList, ...]:
    """The lists in which an event stands. Two spellings of one address are one thing.

    Letters, marks and digits tell two things apart; letter case, spaces and points do not.
    """
    found = (one for one in _lists(event) if not is_too_long(one.address))
    return tuple({one.address: one for one in found}.values())


def _lists(event: Event) -> Iterator[EventList]:
    ways = ways_in(event)
    if "online" in ways:
        yield EventList(common="online", address=ONLINE_ADDRESS)
    if "in-person" in ways and (event.place or event.address):
        yield EventList(common="in-person", address=IN_PERSON_ADDRESS)
    for item in event.access:
        name = _access_name(item.what)
        if name and _is_there(item.answer):
            yield EventList(common="access", address=access_address(name), name=name)
    if _says_something(event.form) and slug(event.form) != _NO_FORM:
        yield EventList(common="form", address=form_address(event.form), name=event.form)
    where = room(event.place or "")
    if _says_something(where):
        yield EventList(common="place", address=place_address(where), name=where)


def _access_name(words: str) -> str:
    written = slug(words)
    for known in _KNOWN_ACCESS:
        if f"{written}-".startswith(f"{slug(known)}-"):
            return known
    short = _says_something(words) and written.count("-") < _MOST_WORDS
    return words if short else ""


def _is_there(answer: str) -> bool:
    """Whether an answer says that there is something; who depends on it has to be able to rely."""
    return slug(answer).partition("-")[0] not in _NOT_THERE


def _says_something(words: str) -> bool:
    return any(map(str.isalnum, words))
