"""The headings of a text, and those that nothing stands under."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from byleave.model.markdown.blocks import begins_html
from byleave.model.markdown.code import without_code
from byleave.model.markdown.elements import SHOWN_ELSEWHERE, WITH_CONTENT
from byleave.model.names.signs import is_seen

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
# Nearly all begin so. Both patterns take such a line, and it has a word.
_USUAL = re.compile(r"(#{1,6}) [A-Za-z]")
# Python-Markdown wants no space behind the signs, and takes more than six for six of them.
_HEADING_OF_OLD = re.compile(r"(#{1,6})(.*?)#*[ \t]*$")
_ELEMENT = re.compile(
    r"(?:\s|<[^<>]*>)*<h([1-6])(?=[\s>])[^<>]*>(.*?)(?:</h[1-6]\s*>\s*)?$", re.I | re.S
)
_ELEMENT_BEGINS = re.compile(r"(?:\s|<[^<>]*>)*<h[1-6](?=[\s>])", re.I)
_MOST_LINES = 9  # of a heading that is an element
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$", re.M)
_BEGINS_UNDERLINE = frozenset("=- \t")
_UNDERLINE_OF_OLD = re.compile(r"([=-]+) *$")
_EMPTY_ITEM = re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]*")
_QUOTED = re.compile(r"^(?: {0,3}>[ \t]?)+")
# What is no line of a paragraph, and so no heading, whatever is under it.
_NO_WORDS = re.compile(r"#{1,6}(?:\s|$)|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|=+\s*$|-+\s*$")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
# What readers see nothing of by itself: definitions, and tags without words.
_SHOWS_NOTHING = re.compile(
    r"[ \t>]*\[[^\]\n]+\]:.*|\s*(?:<(?!img|audio|video|iframe)[^<>]*>\s*)+", re.I
)
# What is left out with all that is in it; of a frame, readers may get a link.
_LEFT_OUT = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>"
    rf"|<({'|'.join(sorted(WITH_CONTENT))})(?=[\s>])([^<>]*)>.*?</\1\s*>",
    re.S | re.I,
)
_LEADS = re.compile(r"\b(?:src|data)\s*=", re.I)
_ALL_BUT_WORDS = re.compile(r"^#+|\s#+\s*$|^[1-6][^<>]*>|</h[1-6]\s*>|\s")
_NOT_LINE_END = re.compile(r"[^\n]")


def headings_alone(engine: str, text: str) -> Iterator[int]:
    """Where a heading with words begins that nothing stands under, before the next of its level.

    `text` is all that is shown of a body, in its order, and read by `engine`.
    """
    if "#" not in text and "</h" not in text.lower() and not _UNDERLINE.search(text):
        return
    open_ones: list[tuple[int, int]] = []
    alone: list[int] = []
    lines = _Lines(text, of_old=engine == "python-markdown")
    for number, level in lines.levels():
        if not level:
            open_ones = []
            continue
        at = lines.start(number)
        while open_ones and open_ones[-1][1] >= level:
            alone.append(open_ones.pop()[0])
        open_ones.append((at, level))
    yield from sorted([*alone, *(at for at, _ in open_ones)])


def is_empty(text: str) -> bool:
    """Whether readers see nothing of `text`: no word, no picture, no recording."""
    if text.lstrip()[:1].isalnum():
        return False
    lines = _Lines(text, of_old=False)
    return not any(map(_is_content, lines.lines))


class _Lines:
    """The lines of a text, where they start, and those of them that are headings."""

    def __init__(self, text: str, *, of_old: bool) -> None:
        text = _LEFT_OUT.sub(_without_content, text) if "<" in text else text
        bare = without_code(text)
        lines = text.split("\n")
        self.lines = _unquoted(lines) if ">" in text else lines
        self.bare = self.lines if bare is text else _unquoted(bare.split("\n"))
        self.ends = [0, *accumulate(map(len, lines))]
        self.of_old = of_old
        underlines = [line for line in self.bare if line[:1] in _BEGINS_UNDERLINE]
        self.some_are_underlined = any(map(_is_underline, underlines))

    def start(self, number: int) -> int:
        """Where the line of this number begins."""
        return self.ends[number] + number

    def levels(self) -> Iterator[tuple[int, int]]:
        """Each heading by the number of its line, and its level; and 0 where something is seen
        before the next.
        """
        number, told = 0, False
        lines, bare, any_may_be = self.lines, self.bare, self.some_are_underlined
        signed = [n for n, line in enumerate(bare) if "#" in line or "<" in line]
        while number < len(lines):
            if told and not any_may_be:
                # Until the next line that may be a heading, there is nothing more to tell.
                after = bisect_left(signed, number)
                if after == len(signed):
                    return
                number = signed[after]
            if not lines[number]:
                number += 1
                continue
            level, length = 0, 1
            if any_may_be or "#" in bare[number] or "<" in bare[number]:
                level, length = _heading(lines, bare, number, of_old=self.of_old)
            if level > 0:
                yield number, level
                told = False
            elif not level and not told and self._is_seen(number):
                yield number, 0
                told = True
            number += length

    def _is_seen(self, number: int) -> bool:
        """Whether readers see something of the line of this number."""
        return _is_content(self.lines[number]) and not _RULE.match(self.bare[number])


def _unquoted(lines: list[str]) -> list[str]:
    """The lines of a text without the signs of quotations."""
    return [_QUOTED.sub("", line) if ">" in line else line for line in lines]


def _is_underline(line: str) -> bool:
    """Whether a line may make a heading of what stands above it."""
    return bool(line.strip()) and not line.strip(" \t=-")


def _without_content(found: re.Match[str]) -> str:
    """Spaces in the place of what is left out; the tag of a frame, where it leads somewhere."""
    is_frame = (found[1] or "").lower() in SHOWN_ELSEWHERE and _LEADS.search(found[2])
    kept = found.end(2) - found.start() + 1 if is_frame else 0
    return found[0][:kept] + _NOT_LINE_END.sub(" ", found[0][kept:])


def _is_content(line: str) -> bool:
    # Nearly all lines begin with a letter.
    if "a" <= line[:1].lower() <= "z":
        return True
    return is_seen(line) and not _SHOWS_NOTHING.fullmatch(line) and not _EMPTY_ITEM.fullmatch(line)


def _heading(lines: list[str], bare: list[str], number: int, *, of_old: bool) -> tuple[int, int]:
    """The level of the heading that begins at a line, or 0, or -1 if it has no words; and the
    number of its lines. Of `bare` is its form, of `lines` are its words, which may be code.
    """
    line, words, length = bare[number], lines[number], 1
    if usual := _USUAL.match(line):
        return len(usual[1]), 1
    found = (_HEADING_OF_OLD if of_old else _HEADING).match(line)
    if found is None and _ELEMENT_BEGINS.match(line):
        while "</h" not in line.lower() and _goes_on(bare, number + length, length, of_old=of_old):
            line, words = f"{line}\n{bare[number + length]}", f"{words}\n{lines[number + length]}"
            length += 1
        found = _ELEMENT.match(line)
    if found:
        level = len(found[1]) if found[1][0] == "#" else int(found[1])
        is_empty = not is_seen(_ALL_BUT_WORDS.sub("", words[found.start(1) :]))
        return (-1 if is_empty else level), length
    after = _underlined_after(bare, number, of_old=of_old)
    if after:
        return 1 if "=" in bare[number + after] else 2, after + 1
    return 0, 1


def _goes_on(lines: list[str], number: int, length: int, *, of_old: bool) -> bool:
    """Whether a heading that is an element has words on the line of this number too."""
    goes_on = number < len(lines) and length < _MOST_LINES
    return goes_on and (of_old or bool(lines[number].strip()))


def _underlined_after(lines: list[str], number: int, *, of_old: bool) -> int:
    """How many lines of words from a line on are a heading, by the line under them; 0 if none."""
    if number and lines[number - 1].strip() and _may_be_underlined(lines[number - 1]):
        return 0  # it stands within a paragraph, of which the first line was looked at
    if of_old:
        after = lines[number + 1] if number + 1 < len(lines) else ""
        return int(bool(lines[number].strip() and _UNDERLINE_OF_OLD.match(after)))
    end = number
    while end < len(lines) and _may_be_underlined(lines[end]):
        end += 1
    is_underlined = number < end < len(lines) and _UNDERLINE.match(lines[end])
    return end - number if is_underlined else 0


def _may_be_underlined(line: str) -> bool:
    """Whether a line of dashes under `line` makes it a heading."""
    content = line.strip()
    if not content or "|" in content or _NO_WORDS.match(content):
        return False
    return not begins_html(content)
