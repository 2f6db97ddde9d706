"""Records of permission: what a person sees of a number, and the one state that a record has."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Literal

from msgspec import Struct

# From the least careful to the most.
RecordState = Literal["open", "held", "closed"]
STATES: tuple[RecordState, ...] = ("open", "held", "closed")
# What the list notes beside a path: keys of a consent that count in that story alone.
Note = Literal["not_here", "held_here"]
NOTES: tuple[Note, ...] = ("not_here", "held_here")
# The keys of a consent, and those of them that close its record.
CONSENT_KEYS = frozenset(
    "record asked given by uses until review words corrected seen assent there group_of "
    "understood kept refused held withdrawn not_here held_here".split()
)
CLOSING = ("withdrawn", "refused")
# Those whose being there is what counts, whatever stands beside them.
STOPPING = frozenset((*CLOSING, "held", *NOTES))

# Letters of other scripts that look like Latin ones, as Unicode's confusables.txt (UTS #39) has
# them: capitals alone, since numbers are compared in capitals.
_LOOKS_LIKE = str.maketrans("АВСЕНІЈКМОРЅТУХԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ", "ABCEHIJKMOPSTYXQWABEZHIKMNOPTYXC")
# Signs that look like a hyphen and are no dash to Unicode.
_DASHES = frozenset("\u2212\u2043\u02d7\u2796\u2500\u23af\u30fc")
# Programs for writing make one dash of several, or several of one.
_SEVERAL_DASHES = re.compile("-{2,}")
# What nobody sees: control and format characters, spaces, and what has no sign at all. A stroke
# through a sign, or a line above or below it, makes no other sign of it.
_UNSEEN_KINDS = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Zs", "Zl", "Zp"))
_UNSEEN = frozenset(
    map(
        chr,
        (
            *(0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, *range(0xFE00, 0xFE10)),
            *(0x305, 0x332, 0x333, 0x335, 0x336),
        ),
    )
)


@lru_cache(maxsize=65_536)  # each number is compared several times in a build
def record_key(number: str) -> str:
    """What a person sees of a record's number: by this, and by nothing else, numbers are compared.

    Letter case, kinds of dash and how many, spaces, signs that nobody sees, digits of other
    scripts, and letters that only look alike tell no two apart. It is empty where there is nothing
    to be seen.
    """
    if number.isascii() and number.isprintable():
        seen = "".join(number.upper().split())
    else:
        seen = "".join(_seen(unicodedata.normalize("NFKC", number))).upper().translate(_LOOKS_LIKE)
    return _SEVERAL_DASHES.sub("-", seen)


def _seen(number: str) -> Iterator[str]:
    for sign in number:
        kind = unicodedata.category(sign)
        if kind == "Pd" or sign in _DASHES:
            yield "-"
        elif kind == "Nd":
            yield str(unicodedata.decimal(sign))
        elif kind not in _UNSEEN_KINDS and sign not in _UNSEEN:
            yield sign


def most_careful(states: Iterable[RecordState]) -> RecordState:
    """The one of `states` by which least is public; "open" where there is none."""
    return max(states, key=STATES.index, default="open")


class RecordHere(Struct, frozen=True, kw_only=True):
    """A record as one story file has it; `voice` is the id of whoever has it there, if known.

    `number` is as it is written; `day` is that of the state, where one stands beside it. `is_sure`
    is False where it only may be a number: the file cannot be read well enough to tell.
    """

    number: str
    state: RecordState
    voice: str = ""
    day: str = ""
    notes: tuple[Note, ...] = ()
    is_sure: bool = True

    @property
    def key(self) -> str:
        """What a person sees of the number."""
        return record_key(self.number)


def joined_states(states: Iterable[tuple[str, RecordState]]) -> Mapping[str, RecordState]:
    """The one state of each record that is not open, by what a person sees of its number."""
    found: dict[str, RecordState] = {}
    for key, state in states:
        if key and state != "open":
            found[key] = most_careful((state, found.get(key, "open")))
    return found


def held_in(
    path: str, keys: Mapping[str, Collection[str]], version_of: Mapping[str, str | None]
) -> frozenset[str]:
    """The records that the story at `path` holds: its own, and those of what it is a version of.

    An original declares the voices of its versions too. `keys` are the records that stand in each
    file itself; of a file that is not among them, and of what stands on it, nothing is known.
    """
    found: set[str] = set()
    seen: set[str] = set()
    here: str | None = path
    while here is not None and here in keys and here not in seen:
        seen.add(here)
        found.update(keys[here])
        here = version_of.get(here)
    return frozenset(found)
