"""The sentences of a text in Markdown that are longer than Easy Read has them."""

import re
from collections.abc import Iterator

MOST_WORDS = 15

_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
# What is no sentence: a heading, a row of a table, a definition of a link, a picture alone.
_NO_SENTENCE = re.compile(
    r"\s{0,3}(?:#{1,6}\s|\||\[[^\]]{0,200}\]:|!\[[^\]]{0,500}\]\([^)]{0,500}\)\s*$)"
)
_ITEM = re.compile(r"\s{0,20}(?:[-*+]|\d{1,9}[.)])\s")
# Bounded, so that a text of brackets alone costs no more than its length.
_NOT_SAID = re.compile(r"!\[[^\]]{0,500}\]\([^)]{0,500}\)|(?<=\])\([^)]{0,500}\)|<[^<>]{0,500}>")
_END = re.compile(r"(?<![.!?…؟۔])[.!?…؟۔]+[\"'”’»)\]*_]{0,9}(?=\s|\Z)")
_WORD = re.compile(r"[^\W_]+(?:['’.,:-][^\W_]+)*")


def long_sentences(text: str) -> Iterator[int]:
    """The lines of `text`, from 0, on which a sentence of more than MOST_WORDS words begins."""
    for first, paragraph in _paragraphs(text):
        start = 0
        for end in [*(found.end() for found in _END.finditer(paragraph)), len(paragraph)]:
            words = list(_WORD.finditer(paragraph, start, end))
            if len(words) > MOST_WORDS:
                yield first + paragraph.count("\n", 0, words[0].start())
            start = end


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Runs of lines that read on, each with its first line; what is not shown is left out."""
    lines: list[str] = []
    first, in_code = 0, False
    for number, line in enumerate([*text.split("\n"), ""]):
        is_fence = bool(_FENCE.match(line))
        ends = not line.strip() or in_code or is_fence or bool(_NO_SENTENCE.match(line))
        if lines and (ends or _ITEM.match(line)):
            yield first, _NOT_SAID.sub(" ", "\n".join(lines))
            lines = []
        if not ends:
            first = first if lines else number
            lines.append(line)
        in_code = in_code != is_fence
