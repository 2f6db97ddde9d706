"""What changed between the words that somebody agreed to and those of today, word by word."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from byleave.model.fingerprints import compared
from byleave.model.marks import with_names
from byleave.model.register import ShownWords
from byleave.model.terms import BRACE_CLOSE, BRACE_OPEN, NAME_CLOSE, NAME_OPEN

# Around each change, so that one sees where it is.
_AROUND = 6
# Enough of a text to know it again.
_FIRST = 12
# Words that turn a sentence into its opposite are no matter of spelling.
_TURNING = frozenset(
    "no not never none nor nothing nobody neither without cannot "
    "nid ddim byth heb neb na nac".split()
)
_MARKS = str.maketrans({NAME_OPEN: "{", NAME_CLOSE: "}", BRACE_OPEN: "\\{", BRACE_CLOSE: "}"})
_SHORT, _LONG = 4, 8
_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


PieceKind = Literal["same", "gone", "new"]


class Piece(Struct, frozen=True, kw_only=True):
    """A run of words: the same in both, or only in what was agreed, or only in today's."""

    kind: PieceKind
    text: str


def readable(text: str) -> str:
    """`text` with mentions as an editor writes them: `{sam}`."""
    return text.translate(_MARKS)


def first_words(shown: Iterable[ShownWords], story: str) -> str:
    """How what somebody is shown begins, by which people know it again; empty where it is nothing.

    What is in the `story` itself comes before its versions; and of that their own passages first,
    then an author's text, then what else there is.
    """
    kinds = ("passage", "text", "outcome", "notice", "title", "summary")
    found = min(
        (one for one in shown if one.text.strip()),
        key=lambda one: (
            one.story != story,
            kinds.index(one.kind) if one.kind in kinds else len(kinds),
        ),
        default=None,
    )
    # The sign of a quotation is no word.
    words = [one for one in found.text.split() if one != ">"] if found else []
    return beginning(words)


def beginning(words: Sequence[str]) -> str:
    """The first of `words`, by which people know a text again; "…" stands for the rest."""
    return " ".join(words[:_FIRST]) + (" …" if len(words) > _FIRST else "")


def likeness(agreed: str, today: str) -> float:
    """How much of two texts is the same, from 0 to 1."""
    return SequenceMatcher(a=compared(agreed), b=compared(today), autojunk=False).ratio()


def difference(agreed: str, today: str) -> tuple[Piece, ...]:
    """What was taken out and put in, with some words around it; "…" stands for the rest."""
    old, new = compared(agreed), compared(today)
    blocks = SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
    found: list[Piece] = []
    for number, (tag, from_old, to_old, from_new, to_new) in enumerate(blocks):
        if tag == "equal":
            before = _AROUND if number > 0 else 0
            after = _AROUND if number < len(blocks) - 1 else 0
            found.append(_piece("same", _shortened(old[from_old:to_old], before, after)))
        if tag in ("replace", "delete"):
            found.append(_piece("gone", old[from_old:to_old]))
        if tag in ("replace", "insert"):
            found.append(_piece("new", new[from_new:to_new]))
    return tuple(found)


def _piece(kind: PieceKind, words: list[str]) -> Piece:
    return Piece(kind=kind, text=readable(" ".join(words)))


def _shortened(words: list[str], before: int, after: int) -> list[str]:
    if len(words) <= before + after + 1:
        return words
    return [*words[:before], "…", *words[len(words) - after :]]


def is_spelling_only(agreed: str, today: str, names: Mapping[str, str]) -> bool:
    """Whether readers of `today` meet what readers of `agreed` met, spelt otherwise.

    There have to be as many words, and each changed one has to be the same but for capitals,
    accents and the kind of its quotation marks, or for slips of the keyboard: one in a word of five
    to eight letters, two in a longer one, and in a shorter one only letters in another order. The
    first letter stays. Numbers, other punctuation, words such as “not”, and endings and beginnings
    that turn a word around (“can’t”, “unwell”) have to be the same. `names` are the names that
    readers see, by the ids that `{id}` mentions.
    """
    old = compared(with_names(agreed, names))
    new = compared(with_names(today, names))
    if len(old) != len(new):
        return False
    return all(a == b or _is_slip(a, b) for a, b in zip(old, new, strict=True))


def _is_slip(old: str, new: str) -> bool:
    old, new = old.translate(_ALIKE), new.translate(_ALIKE)
    if NAME_OPEN in old + new or _others(old) != _others(new):
        return False
    first, second = _letters(old), _letters(new)
    if first == second:
        return True
    if _is_turned(first, second) or first[:1] != second[:1]:
        return False
    longer = max(len(first), len(second))
    if longer <= _SHORT:
        return sorted(first) == sorted(second)
    return slips(first, second) <= (2 if longer > _LONG else 1)


def _is_turned(first: str, second: str) -> bool:
    """Whether one of two words says the opposite of the other, as far as spelling can tell."""
    if {first, second} & _TURNING or first.endswith("nt") != second.endswith("nt"):
        return True
    shorter, longer = sorted((first, second), key=len)
    return longer.endswith(shorter) and len(longer) - len(shorter) > 1


def _others(word: str) -> list[str]:
    """What is no letter: digits and punctuation, in their order."""
    return [one for one in word if not one.isalpha()]


def _letters(word: str) -> str:
    """The letters of a word without capitals and accents."""
    apart = unicodedata.normalize("NFD", word.casefold())
    return "".join(one for one in apart if one.isalpha())


def slips(old: str, new: str) -> int:
    """How many letters were left out, put in, replaced, or changed places with the next one.

    The optimal string alignment distance: Boytsov, ACM JEA 16 (2011), section 2.2.
    """
    before: list[int] = []
    row = list(range(len(new) + 1))
    for i, a in enumerate(old, 1):
        before, above, row = row, before, [i]
        for j, b in enumerate(new, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == new[j - 2] and old[i - 2] == b:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return row[-1]


def in_words(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """The pieces as text, marked as git marks words: [-gone-] and {+new+}."""
    marks = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
    for piece in pieces:
        opening, closing = marks[piece.kind]
        yield f"{opening}{piece.text}{closing}"
