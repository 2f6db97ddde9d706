"""YAML text to plain values with the place of every key; nothing is guessed.

Every scalar stays text, whatever YAML would make of it. Events are read one by one rather
than composed into a tree: the composer follows aliases ("billion laughs") and, written in C,
falls over on deep nesting.
"""

from collections.abc import Callable
from typing import Any

import yaml
from yaml import CBaseLoader, events

from byleave.diagnostics import Diagnostic, error
from byleave.model.markdown.escapes import with_whole_letters
from byleave.model.records import STOPPING
from byleave.positions import KeyPath, Position, Positions
from byleave.read.front_matter.yaml_faults import yaml_fault
from byleave.read.text_files import only_text
from byleave.text_in_files.plain_spaces import with_plain_spaces

_DEEPEST = 12
# More than the front matter of a conference with two thousand speakers holds: what follows takes
# time and memory for each of them.
MOST_PLACES = 60_000  # keys and items of lists
LONGEST_VALUE = 20_000  # characters: ten pages, where a caption or a summary belongs
_NOT_KEYS = "lines with a key, a colon, a space and what belongs to the key belong here"
# The key being there is what counts for these, even with nothing beside it.
_KEPT_EMPTY = frozenset((*STOPPING, "words"))
_LEFT_OUT = object()


class _StopError(Exception):
    """Reading cannot go on; the finding is already noted."""


class _Reader:
    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.findings: list[Diagnostic] = []
        self.places: dict[KeyPath, tuple[int, int]] = {}

    def mapping(self, text: str) -> dict[str, Any]:
        try:
            plain = with_plain_spaces(with_whole_letters(text))
            # Asked for one by one: `yaml.parse` takes three times as long.
            self.next_event: Callable[[], Any] = CBaseLoader(plain).get_event
            self.next_event()  # the stream itself
            first = self.next_event()
            if isinstance(first, events.StreamEndEvent):
                return {}
            root = self.next_event()
            if not isinstance(root, events.MappingStartEvent):
                self.fault("not-keys", _NOT_KEYS, "write it like `title: The shed`", root)
                return {}
            value = self.value(root, ())
            self.next_event()  # the end of the document
            if not isinstance(extra := self.next_event(), events.StreamEndEvent):
                self.fault("second-document", "there is a second YAML document", "join them", extra)
        except _StopError:
            return {}
        except yaml.YAMLError as fault:
            said = yaml_fault(fault, text, self.first_line)
            self.findings.append(error(self.path, "yaml", said.message, said.do, said.at))
            return {}
        return value if isinstance(value, dict) else {}

    def value(self, event: Any, path: KeyPath) -> Any:
        if len(path) > _DEEPEST:
            self.fault("too-deep", "groups are nested too deeply here", "write fewer levels", event)
            raise _StopError
        kind = type(event)
        if kind is events.AliasEvent or event.anchor or event.tag:
            self.not_plain(event)
        if kind is events.ScalarEvent:
            # YAML's escapes such as "\x07" bring in what was taken out of the file.
            text: str = event.value
            if len(text) > LONGEST_VALUE:
                self.too_long(event)
            return text if text.isprintable() else only_text(text)
        if kind is events.SequenceStartEvent:
            return self.sequence(path)
        if kind is events.MappingStartEvent:
            return self.group(path)
        return _LEFT_OUT

    def sequence(self, path: KeyPath) -> list[Any]:
        items: list[Any] = []
        first_line = self.first_line
        while type(event := self.next_event()) is not events.SequenceEndEvent:
            here, mark = (*path, len(items)), event.start_mark
            self.places[here] = mark.line + first_line, mark.column + 1
            self.check_number(event)
            item = self.value(event, here)
            items.append("" if item is _LEFT_OUT else item)
        return items

    def group(self, path: KeyPath) -> dict[str, Any]:
        found: dict[str, Any] = {}
        next_event, places, first_line = self.next_event, self.places, self.first_line
        while type(event := next_event()) is not events.MappingEndEvent:
            key = self.key(event)
            here, mark = (*path, key), event.start_mark
            if here in places:
                self.fault("duplicate-key", "this key is here twice", "keep one of them", event)
            places[here] = mark.line + first_line, mark.column + 1
            self.check_number(event)
            following = next_event()
            value = self.value(following, here)
            if value is not _LEFT_OUT and (value or not self.is_empty(following, key)):
                found[key] = value
        return found

    def check_number(self, event: Any) -> None:
        if len(self.places) > MOST_PLACES:
            message = f"there are more than {MOST_PLACES:,} keys and items of lists up to here"
            self.fault("too-many-keys", message, "split this into several files", event)
            raise _StopError

    def too_long(self, event: Any) -> None:
        message = f"this is longer than {LONGEST_VALUE:,} characters"
        self.fault("too-long", message, "shorten it: long texts stand below the second ---", event)

    def key(self, event: Any) -> str:
        if type(event) is not events.ScalarEvent or event.anchor or event.tag:
            self.not_plain(event)
        if type(event) is not events.ScalarEvent:
            self.fault("key", "a key is one word or line of text", "write `key: value`", event)
            raise _StopError
        text: str = event.value
        return text if text.isprintable() else only_text(text)

    def is_empty(self, event: Any, key: str) -> bool:
        return (
            isinstance(event, events.ScalarEvent)
            and event.value == ""
            and event.style in (None, "")
            and key not in _KEPT_EMPTY
        )

    def not_plain(self, event: Any) -> None:
        if isinstance(event, events.AliasEvent) or getattr(event, "anchor", None):
            self.fault(
                "yaml-alias",
                "YAML's & and * are not used here",
                "put quotes around the words if they begin so; else write the value out in full",
                event,
            )
        if getattr(event, "tag", None):
            do = "put quotes around the words if they begin so, or take the word with ! out"
            self.fault("tag", "YAML's ! is not used here", do, event)

    def fault(self, code: str, message: str, do: str, event: Any) -> None:
        mark = event.start_mark
        at = Position(line=mark.line + self.first_line, column=mark.column + 1)
        self.findings.append(error(self.path, code, message, do, at))


def read_yaml(
    text: str, path: str, *, first_line: int = 1
) -> tuple[dict[str, Any], Positions, tuple[Diagnostic, ...]]:
    """The mapping that `text` holds, the place of each key, and what is wrong with it.

    `first_line` is the line of the file on which `text` begins. A key with nothing beside it
    is as good as absent, except where presence alone means something. Faults never raise.
    """
    reader = _Reader(path, first_line)
    data = reader.mapping(text)
    return data, Positions.of(reader.places), tuple(reader.findings)
