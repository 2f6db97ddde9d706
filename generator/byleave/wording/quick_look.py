"""A quick look at a text: which kinds of advice there may be. Where it says no, there is none.

Most texts have no fault of most kinds, and a look takes a hundredth of the time of a reading.
"""

import re

from msgspec import Struct
from msgspec.structs import astuple

from byleave.text_in_files.prefilter import likely
from byleave.wording import senses, tongues
from byleave.wording.initials import KNOWN
from byleave.wording.people import SoughtWords
from byleave.wording.sentences import MOST_OF_PARAGRAPH, MOST_WORDS

# Of as many words as are too many; hardly any have fewer.
_FEWEST_LETTERS = 4 * MOST_WORDS
_LONG = 5 * MOST_OF_PARAGRAPH
_ONLY_CAPITALS = bytes(one if 65 <= one <= 90 or one == 38 else 32 for one in range(256))
_KNOWN = frozenset(one.encode() for one in KNOWN)
_EMPTY_CELL = re.compile(r"\|[ \t]*\|")
_RULE = re.compile(r"\n[ \t>]*(?:[:|][ \t:|]*)?-[ \t:-]*\|")
_BOLD_LINE = ("**", "__")
_SIGNS = likely(
    senses.LIKELY,
    tongues.LIKELY,
    r"\n[ \t]*[-–•▪●◦·]\S",
    r"\n[ \t]*\(?[a-z]\)[ \t]",
    r"<br",
)
# In UTF-8: how small pictures begin, and bytes that letters of other scripts do not begin with.
_SMALL_PICTURE = re.compile(rb"\xe2[\x8c-\x9f\xac-\xaf]")
_USUAL = bytes(one for one in range(256) if one < 0xCD or one in (0xE2, *range(0xEE, 0x100)))
_LARGER = b"\xf0"


class QuickLook(Struct, frozen=True, kw_only=True):
    """What may be found in a text."""

    words: bool
    initials: bool
    sentences: bool
    long_paragraphs: bool
    bold_lines: bool
    signs: bool
    empty_heads: bool
    first_person: bool

    @property
    def any(self) -> bool:
        """Whether the text has to be read at all."""
        return any(astuple(self))


def quick_look(text: str, words: SoughtWords, engine: str, *, has_author: bool) -> QuickLook:
    """What may be found in `text`, of which voices are authors or none is."""
    paragraphs = text.split("\n\n")
    return QuickLook(
        words=words.may_be_in(text),
        initials=_has_initials(text),
        sentences=any(map(_may_be_long, paragraphs)),
        long_paragraphs=any(len(one) > _LONG for one in paragraphs),
        bold_lines=text.startswith(_BOLD_LINE) or "\n**" in text or "\n__" in text,
        signs=_SIGNS(text) or _has_odd_signs(text) or _has_list(text, engine),
        empty_heads="|" in text and _has_empty_head(text),
        first_person=not has_author and " I " in text,
    )


def _may_be_long(paragraph: str) -> bool:
    """Whether a paragraph may have a sentence of many words; tables have none."""
    if len(paragraph) < _FEWEST_LETTERS or "\n|" in paragraph:
        return False
    pieces = paragraph.replace("\n- ", ". ").split(". ")
    return any(len(one) > _FEWEST_LETTERS and len(one.split()) > MOST_WORDS for one in pieces)


def _has_empty_head(text: str) -> bool:
    """Whether a line above the rule of a table may have an empty cell."""
    return any(
        _EMPTY_CELL.search(text, text.rfind("\n", 0, rule.start()) + 1, rule.start())
        for rule in _RULE.finditer(text)
    )


def _has_list(text: str, engine: str) -> bool:
    return engine == "python-markdown" and "\n- " in text


def _has_odd_signs(text: str) -> bool:
    """Whether there are small pictures or letters of other scripts than ours."""
    if text.isascii():
        return False
    data = text.encode("utf-8", "replace")
    has_picture = _LARGER in data or _SMALL_PICTURE.search(data) is not None
    return has_picture or bool(data.translate(None, _USUAL))


def _has_initials(text: str) -> bool:
    runs = {*text.encode("utf-8", "replace").translate(_ONLY_CAPITALS).split()}
    return any(len(one) > 1 and one not in _KNOWN for one in runs)
