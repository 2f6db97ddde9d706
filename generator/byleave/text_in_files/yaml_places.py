"""Where each value of a file's front matter stands, taken from YAML's own events.

The reader keeps lines and columns for messages; to change one value and no other byte, one needs
the first and the last character of each.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct
from yaml import CBaseLoader, events

from byleave.model.markdown.escapes import halves_as_long
from byleave.text_in_files.plain_spaces import with_plain_spaces

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
# The reader takes these out before it parses, so that places in the file would not be those found.
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\ue00f\ufffe\uffff]")
_DEEPEST = 20
_BY_HAND = "write it into the file by hand"


class CannotEditError(Exception):
    """Front matter cannot be changed without a risk to the rest of it.

    `path` says in which file, where that is known, and `line` where in it, counted from 1; the
    message quotes nothing from the file.
    """

    def __init__(
        self, message: str, *, line: int = 1, do: str = _BY_HAND, path: str | None = None
    ) -> None:
        """Keep what is wrong, where, and what to do."""
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.do = do


class YamlScalar(Struct, frozen=True, kw_only=True):
    """A single value; `start` and `end` are the offsets of its text, quotes included."""

    start: int
    end: int
    value: str


class YamlList(Struct, frozen=True, kw_only=True):
    """A list; `flow` where it stands between brackets."""

    start: int
    end: int
    flow: bool
    items: tuple["Node", ...]


class YamlEntry(Struct, frozen=True, kw_only=True):
    """A key and what belongs to it."""

    key: YamlScalar
    value: "Node"


class YamlMapping(Struct, frozen=True, kw_only=True):
    """Keys and values; `flow` where they stand between braces."""

    start: int
    end: int
    flow: bool
    entries: tuple[YamlEntry, ...]


Node = YamlScalar | YamlList | YamlMapping


class FrontMatterText(Struct, frozen=True, kw_only=True):
    """The front matter of a file: the offsets of its first character and past its last."""

    start: int
    end: int
    root: YamlMapping


def front_matter(text: str) -> FrontMatterText:
    """The front matter of a story file's whole `text`; raises CannotEditError where it is none."""
    start, end = _bounds(text)
    yaml_text = text[start:end]
    if odd := _NO_TEXT.search(yaml_text):
        message = "there is a character here that cannot be seen"
        do = "take it out, or write the change by hand"
        raise CannotEditError(message, line=line_of(text, start + odd.start()), do=do)
    return FrontMatterText(start=start, end=end, root=group_of(yaml_text, start))


def group_of(yaml_text: str, start: int = 0) -> YamlMapping:
    """The keys and values of `yaml_text`, which begins at the offset `start` of its file.

    Raises CannotEditError where it is none.
    """
    try:
        root = _YamlPlaces(yaml_text, start).root()
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        line = 2 + (mark.line if mark else 0)
        raise CannotEditError("this front matter is not YAML", line=line) from None
    if not isinstance(root, YamlMapping):
        raise CannotEditError("there are no keys and values in this front matter", line=2)
    return root


def _bounds(text: str) -> tuple[int, int]:
    """The offsets between the two lines `---`, found as the reader finds them."""
    bom = len(text) - len(text.removeprefix("\ufeff"))
    first = _LINE.match(text, bom)
    if not first or first[0].rstrip() != "---":
        raise CannotEditError("there is no front matter", do="begin the file with a line ---")
    at = first.end()
    while at < len(text):
        line = _LINE.match(text, at)
        if line and line[0].rstrip() == "---":
            return first.end(), at
        at = line.end() if line else len(text)
    raise CannotEditError("the front matter has no end", do="put a line --- after the last key")


def line_of(text: str, offset: int) -> int:
    """The line, counted from 1, on which the character at `offset` stands."""
    return 1 + len(re.findall(r"\r\n|\r|\n", text[:offset]))


class _YamlPlaces:
    """Builds the nodes of one YAML text; `base` is the offset of its first character."""

    def __init__(self, text: str, base: int) -> None:
        self.text = text
        self.base = base
        self.stream: Iterator[Any] = iter(
            yaml.parse(halves_as_long(with_plain_spaces(text)), Loader=CBaseLoader)
        )

    def root(self) -> Node | None:
        next(self.stream)  # the stream itself
        if isinstance(next(self.stream), events.StreamEndEvent):
            return None
        node = self.node(next(self.stream), 0)
        next(self.stream)  # the end of the document
        if not isinstance(next(self.stream), events.StreamEndEvent):
            raise CannotEditError("there is a second YAML document in this front matter")
        return node

    def node(self, event: Any, depth: int) -> Node:
        if depth > _DEEPEST:
            raise CannotEditError("groups are nested too deeply here", line=self.line(event))
        if isinstance(event, events.SequenceStartEvent):
            return self.items(event, depth)
        if isinstance(event, events.MappingStartEvent):
            return self.group(event, depth)
        if isinstance(event, events.ScalarEvent) and event.anchor is None and event.tag is None:
            return self.scalar(event)
        message = "YAML's &, * and ! are not used here"
        raise CannotEditError(message, line=self.line(event), do="write the value out in full")

    def scalar(self, event: Any) -> YamlScalar:
        start, end = event.start_mark.index, event.end_mark.index
        if event.style in ("|", ">"):
            # Its end is counted to the next value; what is appended to it goes below its words.
            end = start + len(self.text[start:end].rstrip())
        return YamlScalar(start=self.base + start, end=self.base + end, value=event.value)

    def items(self, event: Any, depth: int) -> YamlList:
        found: list[Node] = []
        while not isinstance(following := next(self.stream), events.SequenceEndEvent):
            found.append(self.node(following, depth + 1))
        start, end = self.span(event, following, found[-1] if found else None)
        return YamlList(start=start, end=end, flow=bool(event.flow_style), items=tuple(found))

    def group(self, event: Any, depth: int) -> YamlMapping:
        found: list[YamlEntry] = []
        while not isinstance(following := next(self.stream), events.MappingEndEvent):
            key = self.node(following, depth + 1)
            if not isinstance(key, YamlScalar):
                raise CannotEditError("a key is one line of text", line=self.line(following))
            found.append(YamlEntry(key=key, value=self.node(next(self.stream), depth + 1)))
        start, end = self.span(event, following, found[-1].value if found else None)
        return YamlMapping(start=start, end=end, flow=bool(event.flow_style), entries=tuple(found))

    def span(self, first: Any, last: Any, inner: Node | None) -> tuple[int, int]:
        """From bracket to bracket, or as far as what is inside goes where there are none."""
        start = self.base + first.start_mark.index
        if first.flow_style or inner is None:
            return start, self.base + last.end_mark.index
        return start, inner.end

    @staticmethod
    def line(event: Any) -> int:
        return int(event.start_mark.line) + 2
