"""What a file that is not UTF-8 still says of a name: the letters of ASCII, and gaps between."""

import re
import unicodedata
from functools import lru_cache

from tests.laws.readings import JOINED, row_of
from tests.laws.text import searchable

PERHAPS = "|"


def may_hold(text: str | None, phrase: str) -> bool:
    """Whether a text may have a phrase of which only the letters of ASCII are known.

    Nobody can tell what stood in the gaps. Of one with more gaps than letters, or with less than
    two, any text may speak that has letters beyond ASCII.
    """
    text = searchable(text or "")
    kept = [sign for sign in phrase if sign.isascii() and sign.isalnum()]
    gaps = [sign for sign in phrase if not sign.isascii()]
    if not gaps:
        return False
    if len(kept) < max(2, len(gaps)):
        return any(sign.isalpha() and not sign.isascii() for sign in row_of(text))
    if _pattern(phrase, "[ |]+").search(row_of(text)):
        return True
    joined = (row_of(one) for one in JOINED.findall(text))
    return any(_pattern(phrase, "[ |]*").search(one) for one in joined)


@lru_cache(maxsize=4096)
def _pattern(phrase: str, between: str) -> re.Pattern[str]:
    words = [_word(word) for word in phrase.split()]
    while not words[0]:
        del words[0]
    found = words[0]
    for word in words[1:]:
        # Of a word of gaps alone nobody knows whether it was one.
        found += f"{between}{word}" if word else f"(?:{between}[^ ]+)?"
    return re.compile(rf"(?<![^ |]){found}(?![^ |])")


def _word(word: str) -> str:
    signs = [_sign(sign) for sign in unicodedata.normalize("NFC", word)]
    return r"\|*".join(filter(None, signs)) if any(sign.isascii() for sign in word) else ""


def _sign(sign: str) -> str:
    if not sign.isascii():
        return "(?:[^ |][|]*){0,2}"
    return re.escape(row_of(sign).strip(f" {PERHAPS}"))
