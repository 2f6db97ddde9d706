"""What looks like a heading, a list or a bullet and is none, and columns without a heading."""

import re
from collections.abc import Iterator, Sequence

from byleave.wording.written import Paragraph

_BOLD_ALONE = re.compile(r"[ \t]*(\*\*|__)(?=\S)(?:(?!\1)[^\n])+\1:?[ \t]*\Z")
_LONGEST_HEADING = 80
_SENTENCE_ENDS = tuple(".!?…;,")
# What no engine takes for an item: no space behind the sign, or letters for numbers.
_LOOKS_LIKE_ITEM = re.compile(r"[ \t]*(?:[-–•▪●◦·](?=[^\W\d])|\(?[a-z]\)[ \t]+\S)")
_ITEM_AFTER_BREAK = re.compile(r"<br\s*/?>\s*(?:[-–•]|\d+[.)])\s", re.I)
EMOJI = (
    "\u231a\u231b\u23e9-\u23f3\u2600-\u2604\u260e\u2611\u2614\u2615\u2618\u261d\u2620-\u2623"
    "\u2626\u262a\u262e\u262f\u2638-\u263a\u2648-\u2653\u2660\u2663\u2665\u2666\u2668\u267b\u267f"
    "\u2692-\u2697\u2699\u269b\u269c\u26a0\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u2702\u2705"
    "\u2708-\u270d\u270f\u2712\u2714\u2716\u2728\u2733\u2734\u2744\u2747\u274c\u274e\u2753-\u2755"
    "\u2757\u2763\u2764\u2795-\u2797\u27a1\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\U0001f000-\U0001faff"
)
_EMOJI = re.compile(rf"[{EMOJI}]\ufe0f?(?:\u200d[{EMOJI}]\ufe0f?|[\U0001f3fb-\U0001f3ff])*")
_BEGINS_WITH = re.compile(rf"^[ \t>]*(?:[-+*][ \t]+)?[{EMOJI}]", re.M)
MOST_EMOJI = 4  # in one paragraph
_IN_A_ROW = re.compile(rf"(?:[{EMOJI}][\ufe0f\u200d\s]*){{3,}}")


def pretend_headings(found: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs that are only bold, with more under them."""
    for one in found[:-1]:
        line = one.text.strip("\n")
        if one.kind == "words" and _BOLD_ALONE.match(line):
            said = line.strip(" \t*_:")
            if len(said) <= _LONGEST_HEADING and not said.endswith(_SENTENCE_ENDS):
                yield one


def is_pretend_list(paragraph: Paragraph) -> bool:
    """Whether two or more lines of a paragraph look like items, and no engine makes any of them."""
    if paragraph.kind not in ("words", "item"):
        return False
    if "<" in paragraph.text and len(_ITEM_AFTER_BREAK.findall(paragraph.text)) > 1:
        return True
    lines = paragraph.text.splitlines()
    return len(lines) > 1 and sum(_LOOKS_LIKE_ITEM.match(line) is not None for line in lines) > 1


def lists_in_text(found: Sequence[Paragraph]) -> Iterator[int]:
    """The lines of lists without an empty line before them, which Python-Markdown wants."""
    for one, first, second in zip(found, found[1:], found[2:], strict=False):
        follows = first.line == one.line + one.text.count("\n")
        if one.kind == "words" and (first.kind, second.kind) == ("item", "item") and follows:
            yield first.line


def has_many_emoji(paragraph: Paragraph) -> bool:
    """Whether small pictures are bullets, stand in a row, or are many."""
    if paragraph.text.isascii():
        return False
    if len(_EMOJI.findall(paragraph.text)) > MOST_EMOJI or _IN_A_ROW.search(paragraph.text):
        return True
    return len(_BEGINS_WITH.findall(paragraph.text)) > 1


def begins_with_emoji(paragraph: Paragraph) -> bool:
    """Whether a small picture stands where a bullet would."""
    return not paragraph.text.isascii() and _BEGINS_WITH.match(paragraph.text) is not None


_CELL_ENDS = re.compile(r"(?<!\\)\|")


def has_empty_head(paragraph: Paragraph) -> bool:
    """Whether a column of a table but the first has no heading, where others have one."""
    if paragraph.kind != "table":
        return False
    lines = paragraph.text.splitlines()
    rule = next((n for n, line in enumerate(lines) if "|" in line and not line.strip(" \t>|:-")), 0)
    if not rule:
        return False
    row = lines[rule - 1].strip(" \t>")
    cells = [one.strip() for one in _CELL_ENDS.split(row.removeprefix("|").removesuffix("|"))]
    return any(cells) and not all(cells[1:])
