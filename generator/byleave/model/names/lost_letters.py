"""Names of which letters are lost: a file was kept in another encoding, and "Siân" is "Si?n" in it.

Which letters they were nobody can tell, but letters of ASCII are never lost. So what is left of a
name has to stand in a text, and where letters were lost there may be any. Of a name of which less
is left than was lost, every text with letters beyond ASCII may have it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from byleave.model.names.signs import DOUBT, GAP
from byleave.model.names.words import lettered, row

LOST = "\ue00f"
"""What stands for a lost letter in a name that is looked for: no file has it (`terms`)."""

_REPLACED = "\ufffd"
# Programs write a question mark where an encoding has no such letter.
_PERHAPS_LOST = str.maketrans({_REPLACED: LOST, "?": LOST})
_LEAST_LEFT = 2  # letters; one alone stands in half of all words
# A lost sign may have been a mark or an apostrophe, or a letter that others write as two.
_LONGEST = 8  # letters for signs in a row
# Each makes a search longer by as many times as it may have letters.
_MOST_RUNS = 4
_RUNS = re.compile(f"({LOST}+)")
_ANY_WORD = "[^ ]+"


def with_letters_replaced(line: str) -> str:
    """`line`, which is not UTF-8, with Unicode's own sign for each letter that may be another."""
    return "".join(sign if sign.isascii() else _REPLACED for sign in line)


def with_losses(name: str) -> str:
    """`name`, of such a file, with LOST for each sign that may stand for a letter that is lost."""
    return name.translate(_PERHAPS_LOST)


def may_stand_in(rough: str, rows: Iterable[str], *, joined: bool = False) -> bool:
    """Whether `rough`, a name with losses, may stand in one of the `rows` of a text.

    `joined` says whether these are of addresses, which leave out the gaps between words.
    """
    pattern = _pattern(rough, joined=joined)
    return any(pattern.search(one) if pattern else _goes_beyond(one) for one in rows)


def _goes_beyond(text: str) -> bool:
    return any(not sign.isascii() and sign.isalpha() for sign in text)


@lru_cache(maxsize=1_000)
def _pattern(rough: str, *, joined: bool) -> re.Pattern[str] | None:
    """What finds a name with losses in a row; None where too little of it is left."""
    left = sum(map(str.isalnum, rough.replace(LOST, "")))
    if left < max(_LEAST_LEFT, rough.count(LOST)):
        return None
    words = "".join(_words(rough, "[ |]?" if joined else "[ |]"))
    return re.compile(f"(?<=[ |]){words}(?=[ |])")


def _words(rough: str, between: str) -> Iterator[str]:
    """What finds each word, and what stands before it; a lost word may have been a dash."""
    runs, before = 0, ""
    for word in rough.split():
        runs += len(_RUNS.findall(word))
        if not _RUNS.sub("", word):
            before = before and f"{before}(?:{_ANY_WORD}{between})?"
            continue
        found = _word(word) if runs <= _MOST_RUNS else _ANY_WORD
        if found:
            yield before + found
            before = between


def _word(word: str) -> str:
    """What finds one word of a row; "" for signs between which there is no letter."""
    pieces = []
    for piece in _RUNS.split(word):
        if piece.startswith(LOST):
            pieces.append(rf"(?:\|?[^ |]){{0,{min(2 * len(piece), _LONGEST)}}}\|?")
        else:
            seen = row(piece, written_out=True).strip().replace(GAP, DOUBT)
            pieces.append("[ |]?".join(map(lettered, seen.split(DOUBT))))
    return "".join(pieces)
