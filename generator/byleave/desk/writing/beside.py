"""Each finding beside the field that it is about, by where it stands in the file."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from byleave.desk.writing.sheet import SESSION_LINES, STORY_LINES
from byleave.diagnostics import Diagnostic
from byleave.text_in_files.yaml_places import (
    CannotEditError,
    Node,
    YamlEntry,
    YamlList,
    YamlMapping,
    front_matter,
    line_of,
)

BODY, TOP = "body", "top"
_MISSING = {"title-missing": "title"}


class Beside(Struct, frozen=True, kw_only=True):
    """A finding beside a field; `quoted` is the line of the story's words that it is about."""

    severity: str
    message: str
    do: str
    quoted: str = ""


def beside_fields(text: str, found: Iterable[Diagnostic]) -> Mapping[str, tuple[Beside, ...]]:
    """The findings of a story file's `text` by the ids of the fields; "top" for what has none."""
    by_field: defaultdict[str, list[Beside]] = defaultdict(list)
    lines = text.splitlines()
    try:
        matter = front_matter(text)
        spans, last = list(_spans(text, matter.root, ())), line_of(text, matter.end)
    except CannotEditError:
        spans, last = [], len(lines)
    for one in found:
        in_body = one.line > last
        field = BODY if in_body else _field(_innermost(spans, one.line))
        # What is missing stands nowhere.
        field = _MISSING.get(one.code, field) if field == TOP else field
        quoted = lines[one.line - 1].strip() if in_body and one.line <= len(lines) else ""
        by_field[field].append(
            Beside(severity=one.severity, message=one.message, do=one.do, quoted=quoted)
        )
    return {field: tuple(dict.fromkeys(said)) for field, said in by_field.items()}


Path = tuple[str | int, ...]
Span = tuple[int, int, Path]


def _spans(text: str, node: Node, at: Path) -> Iterator[Span]:
    """The first and last line of each value, those around before those within."""
    if isinstance(node, YamlMapping):
        for entry in node.entries:
            yield from _spans_of_entry(text, entry, at)
    elif isinstance(node, YamlList):
        for number, one in enumerate(node.items):
            yield line_of(text, one.start), line_of(text, one.end), (*at, number)
            yield from _spans(text, one, (*at, number))


def _spans_of_entry(text: str, entry: YamlEntry, at: Path) -> Iterator[Span]:
    path = (*at, entry.key.value)
    yield line_of(text, entry.key.start), line_of(text, entry.value.end), path
    yield from _spans(text, entry.value, path)


def _innermost(spans: Iterable[Span], line: int) -> Path:
    found: Path = ()
    for first, last, path in spans:
        if first <= line <= last:
            found = path
    return found


def _field(path: Path) -> str:
    """The id of the field, or of the row of fields, that is about the key at `path`."""
    match path:
        case (str(name), *_) if name in STORY_LINES:
            return name
        case ("themes", *_):
            return "themes"
        case ("event", *rest):
            return _event_field(tuple(rest))
        case ("voices", str(id_), *_):
            return f"person-{id_}"
        case ("media", str(name), *_):
            return f"picture-{name}"
    return TOP


def _event_field(path: Path) -> str:
    match path:
        case ("programme", int(number), str(name), *_) if name in SESSION_LINES:
            return f"session-{number}-{name}"
        case ("programme", int(number), *_):
            return f"session-{number}"
        case (str(name), *_):
            return f"event-{name}"
    return "event"
