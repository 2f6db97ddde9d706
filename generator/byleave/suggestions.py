"""What somebody who mistyped a word probably meant: "did you mean"."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str], *, likeness: float = 0.6) -> str | None:
    """The known word that `word` was probably meant to be, if one is near.

    `likeness` is from 0 to 1; 1 accepts only the word itself.
    """
    matches = get_close_matches(word.casefold()[:80], sorted(known), n=1, cutoff=likeness)
    return matches[0] if matches else None
