"""The headings of a text, and those that nothing stands under."""

import re
from collections.abc import Iterator

from byleave.model.markdown.code import without_code
from byleave.model.names.signs import is_seen

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_ELEMENT = re.compile(r"\s*<h([1-6])(?=[\s>])[^<>]*>(.*)</h\1>\s*$", re.I)
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
# What readers see nothing of by itself: definitions, and tags without words.
_SHOWS_NOTHING = re.compile(
    r"[ \t>]*\[[^\]\n]+\]:.*|\s*(?:<(?!img|audio|video|iframe)[^<>]*>\s*)+", re.I
)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_NOT_LINE_END = re.compile(r"[^\n]")


def headings_alone(text: str) -> Iterator[int]:
    """Where a heading with words begins that nothing stands under, before the next of its level.

    `text` is all that is shown of a body, in its order.
    """
    if "#" not in text and "\n=" not in text and "\n-" not in text and "</h" not in text.lower():
        return
    open_ones: list[tuple[int, int]] = []
    alone: list[int] = []
    for at, level in _lines(text):
        if not level:
            open_ones = []
            continue
        while open_ones and open_ones[-1][1] >= level:
            alone.append(open_ones.pop()[0])
        open_ones.append((at, level))
    yield from sorted([*alone, *(at for at, _ in open_ones)])


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Each heading and each line of anything else that is seen: where, and its level or 0."""
    text = _COMMENT.sub(lambda found: _NOT_LINE_END.sub(" ", found[0]), text)
    lines, bare = text.split("\n"), without_code(text).split("\n")
    at, skipped = 0, False
    for number, line in enumerate(lines):
        after = bare[number + 1] if number + 1 < len(bare) else ""
        under = _UNDERLINE.match(after) if _may_be_underlined(bare[number]) else None
        heading = _HEADING.match(bare[number]) or _ELEMENT.match(bare[number])
        if skipped:
            skipped = False
        elif heading:
            level = len(heading[1]) if heading[1][0] == "#" else int(heading[1])
            if is_seen(heading[2] or ""):
                yield at, level
        elif under:
            skipped = True
            yield at, 1 if under[1][0] == "=" else 2
        elif is_seen(line) and not _SHOWS_NOTHING.fullmatch(line):
            yield at, 0
        at += len(line) + 1


def _may_be_underlined(line: str) -> bool:
    """Whether a line of dashes under `line` makes it a heading."""
    content = line.strip()
    return bool(content) and content[0] not in "#>-+*|<=" and "|" not in content
