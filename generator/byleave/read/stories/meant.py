"""What a version with a fault may be meant to say: as much of it as can still be read.

No voice is public of whom a version would show what it has not agreed to. A fault in the version
must not make that be forgotten; nor may it take away a voice that has agreed to what stands there.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from byleave.model.addresses import story_address
from byleave.model.source import FrontMatter, SourceStory
from byleave.read.front_matter.salvaging import lines_of, values_by_key
from byleave.read.front_matter.splitting import FileParts, split_file
from byleave.read.front_matter.typed_records import readable
from byleave.read.front_matter.yaml_text import read_yaml
from byleave.read.stories.body_links import source_links
from byleave.read.stories.marked_words import marked
from byleave.read.stories.passages import ReadBody, read_body
from byleave.read.unfinished_merges import sides
from byleave.values import replace

_VERSION_KEYS = ("translation_of", "easy_read_of")
# Nobody can tell which way is right, and what was agreed to in one of them was.
_MOST_WAYS = 8
_MOST_MARKERS = 40
_LONGEST_BODY = 200_000  # characters, where a body is read anew without each of its markers

# Lines as front matter has them; a rule of dashes may be its end.
_ABOVE = re.compile(r"[A-Za-z_][\w-]*[ \t]*:(?:[ \t]|\Z)|[ \t]+\S|-[ \t]")
_DASHES = re.compile(r"-+[ \t]*\Z")
_WRONG_LETTERS = re.compile("[\ufffd\xff\xfe]")


def meant_by(text: str, path: str, site_url: str) -> tuple[SourceStory, ...]:
    """The story at `path` in each way in which its `text` can be read.

    None of any story but a version, whose voices another story declares.
    """
    return tuple(islice(_ways(text, path, site_url), _MOST_WAYS))


def _ways(text: str, path: str, site_url: str) -> Iterator[SourceStory]:
    texts = (text, _WRONG_LETTERS.sub("", text))
    for side in dict.fromkeys(side for one in texts for side in sides(one)):
        parts = _parts(side, path)
        if not any(True for key in _VERSION_KEYS for _ in lines_of(parts, key)):
            continue
        for front in _fronts(parts):
            for body in _bodies(parts, path):
                yield SourceStory(
                    path=path,
                    address=story_address(path),
                    front=front,
                    blocks=body.blocks,
                    links=tuple(source_links(body, path, site_url, [], front.media)),
                    media={},
                    positions=parts.positions,
                )


def _parts(text: str, path: str) -> FileParts:
    """Front matter and body, also where nothing says where the one ends."""
    parts = split_file(text, path)
    if not parts.unread or parts.body:
        return parts
    lines = text.split("\n")
    end = _end_of_keys(lines)
    yaml = "\n".join(line for line in lines[:end] if not _DASHES.match(line))
    data, positions, findings = read_yaml(yaml, path)
    body, found = "\n".join(lines[end:]), findings or parts.findings
    return replace(parts, yaml=yaml, data=data, positions=positions, body=body, findings=found)


def _end_of_keys(lines: list[str]) -> int:
    """The number of lines that may be front matter: up to the last rule of dashes, or the text."""
    end = 0
    for number, line in enumerate(lines):
        if _DASHES.match(line):
            end = number + 1
        elif line.strip() and not _ABOVE.match(line):
            return end if end > 1 else number
    return end if end > 1 else len(lines)


def _fronts(parts: FileParts) -> Iterator[FrontMatter]:
    """What is above the text; of a key that is there twice, the first and the last."""
    found = values_by_key(parts)
    picked: list[dict[str, Any]] = []
    for which in (0, -1):
        data = {key: values[which] for key, values in found.items()}
        if data not in picked:
            picked.append(data)
            yield marked(readable(FrontMatter, data))


def _bodies(parts: FileParts, path: str) -> Iterator[ReadBody]:
    """The text, in each way in which one marker more or fewer makes its passages sound."""
    body = read_body(parts.body, path, parts.body_line)
    if not body.findings or len(parts.body) > _LONGEST_BODY:
        yield body
        return
    sound = [
        one
        for text in _mended(parts.body)
        if not (one := read_body(text, path, parts.body_line)).findings
    ]
    yield from sound or (body,)


def _mended(body: str) -> Iterator[str]:
    lines = body.split("\n")
    marked_lines = [number for number, line in enumerate(lines) if line.startswith(":::")]
    yield "\n".join((*lines, ":::"))
    for number in marked_lines[:_MOST_MARKERS]:
        yield "\n".join((*lines[:number], *lines[number + 1 :]))
        yield "\n".join((*lines[:number], ":::", *lines[number:]))
