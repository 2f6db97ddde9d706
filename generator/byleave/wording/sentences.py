"""Sentences and paragraphs that are long, and sentences in capitals."""

import re
from collections.abc import Iterator

from byleave.wording.written import Paragraph

MOST_WORDS = (
    40  # of a sentence; plain guides say 20 to 25, and nobody wants to hear of each of these
)
MOST_OF_PARAGRAPH = 180
# No sentence of as many words has fewer letters.
_SHORT_TEXT = 3 * MOST_WORDS

# Where some stand in a row, all of them end a sentence or none does.
_END = re.compile(
    r"(?<![.!?…؟۔。])[.!?…؟۔。]+[\"”’)\]*_]*(?=\s+[\"“‘'(\[*_]*[^\W_a-zß-öø-ÿ]|\s+\ue000)"
    r"|\n(?=[ \t]*(?:[-*•]|\d+[.)]))|  \n|\\\n"
)
_WORD = re.compile(r"[^\W_][\w'’-]*")
_IN_CAPITALS = re.compile(r"\b[A-Z][A-Z'’]{0,60}(?:[\s,;:–—-]+[A-Z][A-Z'’]{0,60}){3,}")
_LONG_WORD = re.compile(r"[A-Z]{4,}")
# What is no sentence ends with a full stop as well.
_NO_END = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Prof|e\.g|i\.e|etc|vs|No|pp?)\.$")


def long_sentences(paragraph: Paragraph, plain: str) -> Iterator[int]:
    """Where long sentences of a paragraph begin; `plain` is what of it is to be counted."""
    if len(plain) <= _SHORT_TEXT or paragraph.kind in ("table", "heading"):
        return
    begin = 0
    for end in _ends(plain):
        words = _WORD.findall(plain[begin:end])
        if len(words) > MOST_WORDS:
            first = _WORD.search(plain, begin)
            yield first.start() if first else begin
        begin = end


def _ends(text: str) -> Iterator[int]:
    for found in _END.finditer(text):
        if not _NO_END.search(text[max(0, found.start() - 5) : found.start() + 1]):
            yield found.end()
    yield len(text)


def is_long_paragraph(paragraph: Paragraph) -> bool:
    """Whether nobody finds their way in a paragraph."""
    if paragraph.kind not in ("words", "item") or len(paragraph.text) < 3 * MOST_OF_PARAGRAPH:
        return False
    return len(_WORD.findall(paragraph.words)) > MOST_OF_PARAGRAPH


def in_capitals(words: str) -> Iterator[int]:
    """Where a sentence in capitals begins; initials in a row are none."""
    for found in _IN_CAPITALS.finditer(words):
        if len(_LONG_WORD.findall(found[0])) > 1:
            yield found.start()
