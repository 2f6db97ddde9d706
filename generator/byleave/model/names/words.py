"""A text cut into words: the one way for all who look for names, numbers and words in texts.

A row has the words of a text, folded, each between two gaps. Where it is doubtful whether readers
see one word or two, a word has a sign of doubt in it, and counts as both.
"""

import re
import unicodedata
from itertools import chain

from byleave.model.names.signs import (
    ACCENTED,
    ACCENTED_WRITTEN_OUT,
    APOSTROPHE,
    DOUBT,
    GAP,
    MARKED,
    UNSPACED,
    WRITTEN_OUT,
    is_accented,
    is_raised,
)

# By whether raised signs are written out, and whether accents count.
_TABLES = {
    (False, False): MARKED,
    (True, False): WRITTEN_OUT,
    (False, True): ACCENTED,
    (True, True): ACCENTED_WRITTEN_OUT,
}

_ASCII = bytes(range(128))
_SMALL = bytes(range(256)).lower()
_NO_LETTERS = bytes(byte for byte in range(128) if not chr(byte).isalnum())
# Fewer signs are replaced one by one, which is quicker.
_FEW = 24

_UNSEEN = "\u200b"
_DOUBTS = re.compile(r"\|{2,}")
# How a word is contracted, and the s of several: "Sam's", "we'll", "the Oakleys' garden".
_ENDING = re.compile(r"'(?=(?:[stdm]|ll|re|ve)?[ |])")
_OF_SEVERAL = re.compile(r"(?<=[^ |'])s(?='[ |])")
# Letters with a space between each, as in some headings.
_SPACED_OUT = re.compile(r"(?<!\S)\w(?:[ \u00a0]\w){2,}(?!\S)")
_HYPHENATED = re.compile(r"(?<=\w)[-‐\u00ad][ \t]{0,9}\r?\n[ \t]{0,9}(?=\w)")
_LINE_END = re.compile(r"[-‐\u00ad][ \t\r]{0,9}\n")

# Small words that Arabic and Hebrew join to the next one: and, so, with, like, for, the; in Hebrew
# also from, that, in, when. What is left of the word has two letters at least.
_JOINING = re.compile("[\u05d0-\u05ea\u0620-\u064a]")
_SMALL_WORDS = re.compile(
    "(?<=[ |])(?:([وف])?([بكل])?(ال|ل)?(?=[\u0620-\u06d3]{2})|([משהוכלב]{1,4})(?=[א-ת]{2}))"
)
# Marks of scripts without spaces belong to the letter before them.
_MARKS = "".join(
    chr(code)
    for code in chain(range(0x0E00, 0x10A0), range(0x1780, 0x1800), range(0x3099, 0x309B))
    if unicodedata.category(chr(code))[0] == "M"
)
_PARTED_MARK = re.compile(rf"\|+(?=[{_MARKS}])")

# Letters of Greek and Cyrillic that look like Latin ones.
_LATIN = re.compile("[a-z]")
_PIECE = re.compile("[^ |]+")
_GREEK_OR_CYRILLIC = re.compile("[\u0370-\u052f]")
_ALIKE = dict(zip("авекмнорстухіјѕԁԛԝһӏαεικνορτυχ", "abekmhopctyxijsdqwhlaeikvoptux", strict=True))
_AS_LATIN = str.maketrans(_ALIKE)
_UNLIKE = re.compile(f"(?![{''.join(_ALIKE)}])[\u0370-\u052f]")


def row(text: str, *, written_out: bool = False, accents: bool = False) -> str:
    """The words of `text` in one form; raised signs are letters if `written_out`.

    With `accents`, Latin letters keep theirs.
    """
    if _LINE_END.search(text):
        text = _HYPHENATED.sub(_UNSEEN, text)
    text = _SPACED_OUT.sub(_together, text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    cut = f" {text.translate(_TABLES[written_out, accents])} "
    if APOSTROPHE in cut:
        cut = _ENDING.sub(GAP, _OF_SEVERAL.sub("|s", cut)).replace(APOSTROPHE, DOUBT)
    if not cut.isascii():
        cut = _beyond_latin(cut)
    if DOUBT not in cut:
        return f" {' '.join(cut.split())} "
    words = " ".join(bare for word in cut.split() if (bare := word.strip(DOUBT)))
    return f" {_DOUBTS.sub(DOUBT, words)} "


def rows(text: str, *, latin: bool = True, accents: bool = False) -> tuple[str, ...]:
    """Every row that `text` may be read as; mostly there is one.

    Words of Greek or Cyrillic letters that all look like Latin ones are read as these too, where
    no other letter says what they are; not where `latin` says that one does, elsewhere.
    With `accents`, Latin letters keep theirs.
    """
    found = [row(text, accents=accents)]
    if not text.isascii():
        if any(map(is_raised, set(text))):
            found.append(row(text, written_out=True, accents=accents))
        if latin:
            found += [one.translate(_AS_LATIN) for one in found if _may_be_latin(one)]
    return tuple(dict.fromkeys(found))


def has_accents(text: str) -> bool:
    """Whether a Latin letter of `text` has an accent or a stroke."""
    return not text.isascii() and any(map(is_accented, set(unicodedata.normalize("NFC", text))))


def units(text: str) -> list[str]:
    """The pieces of the words of `text` in a row, each part of a word in doubt by itself."""
    return row(text).replace(DOUBT, GAP).split()


def is_unlike_latin(text: str) -> bool:
    """Whether `text` has a Greek or Cyrillic letter that no Latin one looks like."""
    return not text.isascii() and _UNLIKE.search(text.lower()) is not None


def pieces(row: str) -> list[tuple[str, ...]]:
    """The words of a row, each as the pieces that doubts part it into."""
    return [tuple(word.split(DOUBT)) for word in row.split()]


def lettered(piece: str) -> str:
    """The pattern of a piece of a word in rows where its letters may be parted by doubts."""
    return r"\|?".join(map(re.escape, piece))


def letters(text: str) -> tuple[bytes, ...]:
    """The letters and digits of `text` with nothing between them, for each table of signs.

    Where a name stands in a row of a text, the letters of the name, `as_latin`, stand in one of
    these. That they do not is found out in a tenth of the time that a row takes, and so it is with
    most texts.
    """
    if text.isascii():
        return (text.encode("ascii").translate(_SMALL, _NO_LETTERS),)
    text = unicodedata.normalize("NFC", text)
    others = set(text.encode("utf-8", "replace").translate(None, _ASCII).decode())
    tables = (MARKED, WRITTEN_OUT) if any(map(is_raised, others)) else (MARKED,)
    found = []
    for table in tables:
        if len(others) > _FEW:
            plain = text.translate(table)
        else:
            plain = text
            for sign in others:
                plain = plain.replace(sign, table[ord(sign)])
        if not plain.isascii():
            plain = as_latin(unicodedata.normalize("NFC", plain))
        found.append(plain.encode("utf-8", "replace").translate(_SMALL, _NO_LETTERS))
    return tuple(found)


def as_latin(letters: str) -> str:
    """Folded letters with Latin ones in the place of those that look like them."""
    return letters if letters.isascii() else letters.translate(_AS_LATIN)


def _may_be_latin(row: str) -> bool:
    """Whether all Greek and Cyrillic letters of `row` look like Latin ones."""
    return _GREEK_OR_CYRILLIC.search(row) is not None and _UNLIKE.search(row) is None


def _together(found: re.Match[str]) -> str:
    return found[0].replace(" ", _UNSEEN).replace("\u00a0", _UNSEEN)


def _beyond_latin(cut: str) -> str:
    """What the scripts of the world do otherwise where words begin and end."""
    cut = unicodedata.normalize("NFC", cut)
    if UNSPACED.search(cut):
        cut = _PARTED_MARK.sub("", UNSPACED.sub(r"|\g<0>|", cut))
    if _JOINING.search(cut):
        cut = _SMALL_WORDS.sub(_parted, cut)
    if _GREEK_OR_CYRILLIC.search(cut) and _LATIN.search(cut):
        cut = _PIECE.sub(_of_one_script, cut)
    return cut


def _parted(found: re.Match[str]) -> str:
    """Small words with a doubt after each."""
    if found[4]:
        return "".join(f"{letter}{DOUBT}" for letter in found[4])
    return "".join(f"{small}{DOUBT}" for small in found.groups() if small)


def _of_one_script(found: re.Match[str]) -> str:
    """A piece that has letters of two scripts, in Latin ones where they look alike."""
    piece = found[0]
    # The s of a possessive makes no word of two scripts.
    is_mixed = _LATIN.search(piece.removesuffix("s")) and _GREEK_OR_CYRILLIC.search(piece)
    return piece.translate(_AS_LATIN) if is_mixed else piece
