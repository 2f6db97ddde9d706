"""A Markdown file to its front matter and its body."""

import re
from typing import Any

from msgspec import Struct

from byleave.diagnostics import Diagnostic, error
from byleave.positions import Position, Positions
from byleave.read.front_matter.not_begun import no_front_matter
from byleave.read.front_matter.yaml_text import read_yaml

FIRST_LINE = 2  # of front matter: the first --- is above it
_END = re.compile(r"\n---[^\S\n]*(?:\n|\Z)")
# What ends a document of YAML, other dashes, and an end with more on its line.
_MEANT_AS_END = re.compile(r"\n(?=(?:\.\.\.|[-\u2010-\u2015]{2,}|[\u2013\u2014])[^\n]*(?:\n|\Z))")
# Lines as front matter has them and a text hardly ever, up to another end; what stands beside keys
# must not become text for want of one empty line.
_GOES_ON = re.compile(
    r"(?:[a-z][\w-]*:(?:[ \t].*)?\n|-[ \t].*\n|[ \t]+\S.*\n)+---[^\S\n]*(?:\n|\Z)"
)
# What two stories in one file have between them, and a program that wrote it all twice leaves. The
# keys are those that every story has, and no text.
_SECOND = re.compile(
    r"\n(---)[^\S\n]*\n(?=(?:[^\n]*\n){0,60}?(?:title:[ \t]|voices:))"
    r"(?:[a-z][\w-]*:(?:[ \t].*)?\n|-[ \t].*\n|[ \t]+\S.*\n|#.*\n){2,}---[^\S\n]*(?:\n|\Z)"
)
_A_KEY = re.compile(r"^[ \t]*(?:-[ \t]+)?[a-z][\w-]*:(?:[ \t]|$)", re.M)


class FileParts(Struct, frozen=True, kw_only=True):
    """The two parts of a file; `body_line` is the line on which the body begins.

    `yaml` is the front matter's own text, for what can still be told of a faulty file; where it
    `is_rough`, its letters may be other ones, and `lossy` is the whole file with U+FFFD for each
    of these, if there are any.
    """

    data: dict[str, Any]
    positions: Positions
    yaml: str
    body: str
    body_line: int
    findings: tuple[Diagnostic, ...]
    is_rough: bool = False
    lossy: str = ""

    @property
    def unread(self) -> bool:
        """Whether nothing of the front matter could be read, so that no key can be missed."""
        return bool(self.findings) and not self.data


def _endless(text: str, path: str, start: int) -> Diagnostic:
    """That there is no end after `start`; at the line that was meant to be one, where there is."""
    message, do = "the front matter has no end", "put a line --- after the last key"
    at = Position(line=1, column=1)
    if meant := _MEANT_AS_END.search(text, start):
        at = Position(line=text.count("\n", 0, meant.end()) + 1, column=1)
        message += ": this line is none"
        do = "write --- on this line, three hyphens with nothing before or behind them"
    return error(path, "endless-front-matter", message, do, at)


def split_file(text: str, path: str) -> FileParts:
    """`text` as front matter and body; what is wrong is among the findings."""
    start = len(text.partition("\n")[0])
    if text[:start].rstrip() != "---":
        return unread(text, no_front_matter(text, path))
    end = _END.search(text, start)
    if end is None:
        return unread(text, _endless(text, path, start))
    more = _GOES_ON.match(text, end.end())
    if more and _A_KEY.search(more[0]):
        at = Position(line=text.count("\n", 0, end.start()) + 2, column=1)
        do = "take this line out; if the text begins here, put an empty line below it"
        message = "the front matter ends here, and below it are more keys"
        return unread(text, error(path, "early-end", message, do, at))
    if second := _SECOND.search(text, end.end() - 1):
        at = Position(line=text.count("\n", 0, second.start(1)) + 1, column=1)
        message = "a second front matter stands in the text, with what is only for Byleave"
        do = "keep the right keys of both at the top of the file; two stories are two files"
        return unread(text, error(path, "second-front-matter", message, do, at))
    yaml = text[start + 1 : end.start()]
    data, positions, findings = read_yaml(yaml, path, first_line=FIRST_LINE)
    return FileParts(
        data=data,
        positions=positions,
        yaml=yaml,
        body=text[end.end() :],
        body_line=text.count("\n", 0, end.start()) + 3,
        findings=findings,
    )


def unread(text: str, *findings: Diagnostic) -> FileParts:
    """A file of which nobody can say what is front matter and what is not."""
    return FileParts(
        data={},
        positions=Positions(),
        yaml=text,
        body="",
        body_line=1,
        findings=findings,
    )
