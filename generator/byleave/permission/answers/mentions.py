"""Where a name stands as plain words: what no longer goes with a voice once its name is another."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from byleave.editing.front_matter import CannotEditError
from byleave.editing.story_files import StoryText, story_texts
from byleave.model.names import SearchableText, is_named_at
from byleave.model.parts import kind_at
from byleave.positions import KeyPath
from byleave.text_in_files.yaml_places import (
    Node,
    YamlList,
    YamlMapping,
    YamlScalar,
    front_matter,
    line_of,
)

# What names nobody: ids, days and words of ours; and what a voice is called, which goes with it.
_NO_MENTION = frozenset({"ids", "id", "name", "choice", "day", "record"})
_MENTION = re.compile(r"\{[a-z][a-z0-9-]*\}")
_BREAK = re.compile(r"\r\n|\r|\n")


class LineThatNames(Struct, frozen=True, kw_only=True, order=True):
    """A line of a file, counted from 1; 0 where the file's own name is meant."""

    path: str
    line: int


def plain_mentions(site: Path, name: str, paths: Iterable[str]) -> tuple[LineThatNames, ...]:
    """Where the story files at `paths` have `name`, found as the gate finds it, sorted.

    Raises FilesError.
    """
    wanted = frozenset(paths)
    texts = (file for file in story_texts(site) if file.path in wanted)
    return tuple(
        sorted(
            {LineThatNames(path=file.path, line=at) for file in texts for at in _lines(file, name)}
        )
    )


def _lines(file: StoryText, name: str) -> Iterator[int]:
    if is_named_at(name, file.path.removesuffix(".md")):
        yield 0
    body = 0
    try:
        matter = front_matter(file.text)
    except CannotEditError:
        pass  # all of it is looked at as if it were text
    else:
        body = matter.end
        for scalar in _words(matter.root):
            if SearchableText(_MENTION.sub(".", scalar.value)).names(name):
                yield line_of(file.text, scalar.start)
    lines = [_bare(line) for line in _BREAK.split(file.text[body:])]
    first = line_of(file.text, body)
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        both = SearchableText(f"{line}\n{following}").names(name)
        if SearchableText(line).names(name) or (both and not SearchableText(following).names(name)):
            yield first + number


def _bare(line: str) -> str:
    """A line without ids: those of mentions, and those at the head of a passage."""
    return "" if line.startswith(":::") else _MENTION.sub(".", line)


def _words(node: Node, place: KeyPath = ()) -> Iterator[YamlScalar]:
    """All that may be words: also what no table knows, and the keys to that."""
    if isinstance(node, YamlScalar):
        if kind_at(place) not in _NO_MENTION:
            yield node
    elif isinstance(node, YamlList):
        for number, item in enumerate(node.items):
            yield from _words(item, (*place, number))
    elif isinstance(node, YamlMapping):
        for entry in node.entries:
            here = (*place, entry.key.value)
            if isinstance(entry.value, YamlScalar) and kind_at(here) is None:
                yield entry.key
            yield from _words(entry.value, here)
