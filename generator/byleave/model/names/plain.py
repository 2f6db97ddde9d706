"""Whether a text names somebody in plain words: for readers, and in agreements by an older rule."""

import re
import unicodedata
from functools import lru_cache

from byleave.model.names.signs import UNSPACED

_WORD = re.compile(r"[^\W_]+")


def is_named_plainly(name: str, text: str) -> bool:
    """Whether the words of `name` stand in `text` one after another, in any letter case."""
    folded = _folded(text)
    # Scripts without spaces have no words between gaps.
    if UNSPACED.search(name):
        return _folded(name) in folded
    words = _row(_folded(name))
    return bool(words.strip()) and words in _row(folded)


@lru_cache(maxsize=1_000)
def _row(folded: str) -> str:
    return f" {' '.join(_WORD.findall(folded))} "


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text.casefold())
