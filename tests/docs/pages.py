"""The pages of the documentation, taken apart: sections, tables, fences, links."""

import re
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from byleave.render.prose.identifiers import slug
from tests.architecture.sources import REPOSITORY

DOCS = REPOSITORY / "docs"
REFERENCE = DOCS / "reference"
README = REPOSITORY / "README.md"

_FENCE = re.compile(r"^( *)(```+)([^\n`]*)\n(.*?)^\1\2 *$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6} +(.*?) *$", re.MULTILINE)
_GIVEN = re.compile(r'<a id="([^"]+)"></a>')
_CODE = re.compile(r"`([^`]+)`")
_LINK = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(([^()\s]+)\)")

Table = list[list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fence:
    """A block of code: its language, what it is an example of, and where it stands."""

    page: Path
    line: int
    language: str
    example_of: str
    text: str

    @property
    def place(self) -> str:
        """Where an editor finds it."""
        return f"{self.page.relative_to(REPOSITORY).as_posix()}:{self.line}"


def pages() -> list[Path]:
    """Every page of the documentation."""
    top = [REPOSITORY / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    return [*top, *sorted(DOCS.rglob("*.md"))]


def name_of(page: Path) -> str:
    """The page's path in the repository."""
    return page.relative_to(REPOSITORY).as_posix()


def fences(page: Path) -> list[Fence]:
    """The blocks of code of a page, in their order."""
    text = page.read_text("utf-8")
    found = []
    for match in _FENCE.finditer(text):
        language, _, example_of = match[3].strip().partition(" ")
        found.append(
            Fence(
                page=page,
                line=text.count("\n", 0, match.start()) + 1,
                language=language,
                example_of=example_of,
                text=dedent(match[4]),
            )
        )
    return found


def prose(page: Path) -> str:
    """The text of a page without its blocks of code."""
    return _FENCE.sub("", page.read_text("utf-8"))


def sections(page: Path) -> dict[str, str]:
    """The text below each heading of a page, up to the next heading."""
    text = prose(page)
    heads = list(_HEADING.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return {head[1]: text[head.end() : end] for head, end in zip(heads, ends, strict=True)}


def anchors(page: Path) -> set[str]:
    """The ids that GitHub gives to the headings of a page, and those that the page gives."""
    text = prose(page)
    return {slug(head[1].replace("`", "")) for head in _HEADING.finditer(text)} | {
        *_GIVEN.findall(text)
    }


def links(page: Path) -> list[str]:
    """The destinations of a page's links."""
    return _LINK.findall(_CODE.sub("", prose(page)))


def tables(page: Path, heading: str) -> dict[str, Table]:
    """The tables below a heading, by the first word of their first row, without that row."""
    found: dict[str, Table] = {}
    for block in sections(page)[heading].split("\n\n"):
        lines = [line.strip() for line in block.strip().split("\n")]
        if len(lines) > 1 and all(line.startswith("|") for line in lines):
            rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
            found[rows[0][0]] = rows[2:]
    return found


def names_in(table: Table) -> list[str]:
    """What stands as code in the first column."""
    return [name for row in table for name in _CODE.findall(row[0])]


def code_in(text: str) -> set[str]:
    """What stands as code anywhere in a text."""
    return set(_CODE.findall(text))
