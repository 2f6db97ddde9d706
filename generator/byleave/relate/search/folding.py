"""How a word is looked up, whoever writes it how: one table, for the index and for the browser.

Each line is a pattern and what takes its place, in signs that Python and browsers understand alike.
What is looked up are words of texts as they are written; only where they lie, and what they are
compared with, is folded. So no word stands in a file that nobody wrote.
"""

import re
import unicodedata
from functools import lru_cache

FOLDS: tuple[tuple[str, str], ...] = (
    # Accents and vowel signs, and the stroke that makes Arabic words longer.
    ("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]", ""),
    ("ß", "ss"),
    ("æ", "ae"),
    ("œ", "oe"),
    ("ø", "o"),
    ("ł", "l"),
    ("đ", "d"),
    ("ı", "i"),
    ("ς", "σ"),
    ("ى", "ي"),
    ("ة", "ه"),
    # The Arabic article, and small words that are joined to it: two letters at least are left.
    ("^(?:[وفبك]?ال|لل)(?=..)", ""),
)
# What the first sound of a Welsh word becomes after other words: each line begins as a dictionary
# has it. The soft form of "g" is nothing.
MUTATIONS: tuple[tuple[str, ...], ...] = (
    ("p", "b", "mh", "ph"),
    ("t", "d", "nh", "th"),
    ("c", "g", "ngh", "ch"),
    ("b", "f", "m"),
    ("d", "dd", "n"),
    ("g", "", "ng"),
    ("m", "f"),
    ("ll", "l"),
    ("rh", "r"),
)

_PATTERNS = tuple((re.compile(pattern), put) for pattern, put in FOLDS)


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """A word in small letters as it is looked up."""
    if word.isascii():
        return word
    folded = unicodedata.normalize("NFKD", word)
    for pattern, put in _PATTERNS:
        folded = pattern.sub(put, folded)
    return folded
