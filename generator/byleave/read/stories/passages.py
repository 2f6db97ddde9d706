"""A body to its blocks: passages of voices, and the authors' text between them.

Markers are found line by line, before any Markdown engine, so that they mean the same
in every engine and inside code.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from byleave.diagnostics import Diagnostic, error
from byleave.model.source import SourceBlock
from byleave.model.terms import BRACE_CLOSE, BRACE_OPEN, NAME_CLOSE, NAME_OPEN
from byleave.positions import Position

_ID = r"[a-z][a-z0-9-]*"
_OPEN = re.compile(rf":::[ \t]+voice((?:[ \t]+{_ID})+)[ \t]*\Z")
_CLOSE = re.compile(r":::[ \t]*\Z")
# What looks like a marker to whoever reads the file, and is one nowhere but at column 0.
_PUSHED_IN = re.compile(
    r"(?:[\s>*+\-\d.)\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0])+:::"
)
_NAME = re.compile(rf"(\\?)\{{({_ID})\}}")


class UsedId(Struct, frozen=True, kw_only=True):
    """An id that a text or the head of a passage uses, and where."""

    id: str
    at: Position


class ReadBody(Struct, frozen=True, kw_only=True):
    """What a body consists of, who is mentioned in it, and what is wrong with it."""

    blocks: tuple[SourceBlock, ...]
    mentions: tuple[UsedId, ...]
    findings: tuple[Diagnostic, ...]


def mark_names(text: str) -> str:
    """`text` with `{id}` and `\\{id}` in the private-use form of `model.terms`."""

    def marked(found: re.Match[str]) -> str:
        if found[1]:
            return f"{BRACE_OPEN}{found[2]}{BRACE_CLOSE}"
        return f"{NAME_OPEN}{found[2]}{NAME_CLOSE}"

    return _NAME.sub(marked, text) if "{" in text else text


def mentions_in(text: str, first_line: int) -> Iterator[UsedId]:
    """The ids that `{id}` names in `text`, which begins with line `first_line` of its file."""
    line, begin, last = first_line, 0, 0
    for found in _NAME.finditer(text) if "{" in text else ():
        if found[1]:
            continue
        at = found.start()
        if breaks := text.count("\n", last, at):
            line, begin = line + breaks, text.rindex("\n", last, at) + 1
        last = at
        yield UsedId(id=found[2], at=Position(line=line, column=at - begin + 1))


def _is_head(words: list[str]) -> bool:
    """Whether ids stand first, and after an `about` others, if it is there."""
    return words.count("about") <= 1 and "about" not in (words[0], words[-1])


class _Blocks:
    def __init__(self, path: str) -> None:
        self.path = path
        self.done: list[SourceBlock] = []
        self.mentions: list[UsedId] = []
        self.findings: list[Diagnostic] = []
        self.pieces: list[str] = []
        self.first_line = 1
        self.head: tuple[tuple[str, ...], tuple[str, ...]] | None = None

    def end_block(self, next_line: int) -> None:
        by, about = self.head or ((), ())
        # Lines are kept exactly: text with a passage taken out of it must be the same text
        # as one in which that passage never was.
        text = "".join(self.pieces)
        if text:
            block = SourceBlock(text=mark_names(text), line=self.first_line, by=by, about=about)
            self.done.append(block)
        self.pieces, self.first_line, self.head = [], next_line, None

    def marker(self, line: str, number: int) -> None:
        opening = _OPEN.match(line)
        if opening and self.head is None and _is_head(opening[1].split()):
            self.end_block(number + 1)
            self.head = self.heads(opening, number)
        elif _CLOSE.match(line) and self.head is not None:
            self.end_block(number + 1)
        else:
            self.fault(line, number)

    def heads(self, opening: re.Match[str], number: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        for found in re.finditer(_ID, opening[1]):
            if found[0] != "about":
                at = Position(line=number, column=opening.start(1) + found.start() + 1)
                self.mentions.append(UsedId(id=found[0], at=at))
        by, _, about = f" {' '.join(opening[1].split())} ".partition(" about ")
        return tuple(by.split()), tuple(about.split())

    def fault(self, line: str, number: int) -> None:
        if not line.startswith(":::"):
            message = "::: begins at the start of a line"
            do = "take out what stands before it on this line"
        elif _OPEN.match(line) and self.head is not None:
            message, do = "a passage begins inside another", "end the other with ::: first"
        elif _CLOSE.match(line):
            message, do = "no passage is open here", "take this line out"
        else:
            message = "a line that begins with ::: begins or ends a passage"
            do = "write ::: voice and an id, or ::: voice one about other, or ::: alone"
        at = Position(line=number, column=1)
        self.findings.append(error(self.path, "passage", message, do, at))

    def piece(self, text: str, number: int) -> None:
        self.pieces.append(text)
        self.mentions += mentions_in(text, number)

    def read(self, body: str, first_line: int) -> ReadBody:
        self.first_line = first_line
        opened = after_line = first_line
        after = 0
        text = body.removesuffix("\n") + "\n"
        for number, start, line in _lines_with_colons(text, first_line):
            if line.startswith(":::"):
                self.piece(text[after:start], after_line)
                self.marker(line, number)
                opened, after, after_line = number, start + len(line) + 1, number + 1
            elif _PUSHED_IN.match(line):
                self.fault(line, number)
        self.piece(text[after:], after_line)
        if self.head is not None:
            at = Position(line=opened, column=1)
            do = "put a line ::: after its last line"
            self.findings.append(error(self.path, "passage", "this passage has no end", do, at))
        self.end_block(first_line)
        return ReadBody(
            blocks=tuple(self.done),
            mentions=tuple(self.mentions),
            findings=tuple(self.findings),
        )


def _lines_with_colons(text: str, first_line: int) -> Iterator[tuple[int, int, str]]:
    """The lines of `text` that have ::: in them, with their numbers and where each begins."""
    end, number = 0, first_line
    while (found := text.find(":::", end)) >= 0:
        number += text.count("\n", end, found)
        start = text.rfind("\n", end, found) + 1
        end = text.index("\n", found)
        yield number, start, text[start:end]


def read_body(body: str, path: str, first_line: int) -> ReadBody:
    """The blocks of `body`, whose first line is line `first_line` of its file."""
    return _Blocks(path).read(body, first_line)
