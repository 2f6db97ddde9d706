"""What a person was shown, and the code by which a paper says which of all papers it is.

A code is derived and kept nowhere: whoever has the story, the voice and the day can make it again
and see whether what is there now is what the paper shows.
"""

import hashlib
from datetime import date
from typing import Literal

from msgspec import Struct

from byleave.model.fingerprints import fingerprint
from byleave.model.terms import SeenHow, Use

# What bore the words: a form that asks, a proof that only shows, or something without a code.
RoundKind = Literal["form", "proof", "shown"]

_LETTERS = {"form": "F", "proof": "P", "shown": "R"}
# A prime number of signs of which no two look alike, also in handwriting: so one wrong sign, and
# two that changed places, always give another check letter.
SIGNS = "34679ACDEFGHJKMNPQRTWXY"
_DIGITS = 7
_UNSEEN = str.maketrans("", "", " -–—‐‑\u00a0")


class Round(Struct, frozen=True, kw_only=True):
    """One time at which a voice was shown its part; all that is shown counts.

    `story` is the path of the file that declares the `voice`, and `called` the fingerprint of what
    readers call it. `words` are the fingerprints of what is by or about it, `files` the digests of
    what shows it. `uses` are those that were asked about, `until` is the end that was proposed, and
    `day` is that of print, and `after` the number of a record that was over then, as numbers are
    compared: whoever comes back is asked by another paper than the one before.
    """

    kind: RoundKind
    story: str
    voice: str
    called: str
    words: frozenset[str]
    files: frozenset[str] = frozenset()
    uses: tuple[Use, ...] = ()
    until: date | None = None
    day: date
    after: str = ""


class SeenRound(Struct, frozen=True, kw_only=True):
    """A round as the record of a voice keeps it: its code, the day, and what was shown how.

    `words` are the fingerprints of what was shown; there may be none, where a person wrote it.
    """

    code: str
    on: date
    how: SeenHow
    words: frozenset[str]


def called(name: str, identity: str) -> str:
    """The fingerprint of what readers call somebody, and of its `identity`, as a file has it."""
    return fingerprint(f"{identity} {name}")


def code_of(shown: Round) -> str:
    """The code of a round, such as F-7K3Q-XM4A: its kind, seven signs of a digest, a check letter.

    The digest is SHA-256 of what `Round` says, each thing on a line of its own.
    """
    said = "\n".join(
        (
            shown.kind,
            shown.story,
            shown.voice,
            shown.called,
            " ".join(sorted(shown.words)),
            " ".join(sorted(shown.files)),
            " ".join(shown.uses),
            shown.until.isoformat() if shown.until else "",
            shown.day.isoformat(),
            *([shown.after] if shown.after else []),
        )
    )
    number = int.from_bytes(hashlib.sha256(said.encode()).digest())
    signs = [_LETTERS[shown.kind]]
    for _ in range(_DIGITS):
        number, sign = divmod(number, len(SIGNS))
        signs.append(SIGNS[sign])
    return _written("".join(signs) + _check(signs))


def read_code(typed: str) -> str:
    """The code that somebody typed from a paper, as `code_of` writes it.

    Letter case, spaces and dashes do not count. Raises ValueError where it cannot be one, with what
    to look at.
    """
    signs = typed.upper().translate(_UNSEEN)
    if len(signs) != _DIGITS + 2 or signs[:1] not in _LETTERS.values():
        raise ValueError("a code is a letter and eight signs, such as F-7K3Q-XM4A")
    if wrong := [sign for sign in signs[1:] if sign not in SIGNS]:
        raise ValueError(f"“{wrong[0]}” is in no code; the signs are {SIGNS}")
    if _check(list(signs[:-1])) != signs[-1]:
        raise ValueError("a sign of this code is not what is on the paper, or two changed places")
    return _written(signs)


def _check(signs: list[str]) -> str:
    """The sign that makes the sum of all signs, each times its place, divisible."""
    total = sum(place * SIGNS.index(sign) for place, sign in enumerate(signs, 2))
    return SIGNS[-total % len(SIGNS)]


def _written(signs: str) -> str:
    return f"{signs[0]}-{signs[1:5]}-{signs[5:]}"
