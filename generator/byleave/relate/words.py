"""Whether words of a story name somebody whose name is not to leave the site."""

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"\w+")


def name_any(text: str, names: Iterable[str]) -> bool:
    """Whether `text` has one of `names` as whole words, in any letter case."""
    words = f" {_words(text)} "
    return any(f" {name} " in words for name in map(_words, names) if name)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))
