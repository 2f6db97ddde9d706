"""Markup in words that have none: a title, a summary, a caption are shown as they are written."""

import re
from collections.abc import Iterator

from byleave.diagnostics import Diagnostic, warnings_on
from byleave.model.parts import CAPTIONS, Part
from byleave.model.said import said_in
from byleave.model.source import FrontMatter
from byleave.positions import Positions

_MARKUP = re.compile(
    r"</?[a-zA-Z][^<>\n]*>"  # an element
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});"  # a reference
    r"|\*\*[^*\s][^*\n]*\*\*|(?<![\w*])\*[^*\s][^*\n]*\*(?![\w*])|`[^`\n]+`"
    r"|\]\([^()\s]+\)"
)


def markup_in_words(
    front: FrontMatter, yaml: str, path: str, positions: Positions
) -> Iterator[Diagnostic]:
    """A warning where words of `front`, which is `yaml`, have markup that readers see as it is."""
    if not _MARKUP.search(yaml):
        return
    message = "readers see this markup as it is written: titles, summaries and captions have none"
    do = "write the words alone, and a sign such as & as it is"
    found = (one for one in said_in(front) if _is_plain(one.part) and _MARKUP.search(one.text))
    lines = [positions.at(*one.place).line for one in found]
    yield from warnings_on(path, "leftover", message, do, lines)


def _is_plain(part: Part) -> bool:
    return part.kind == "words" and part.path != CAPTIONS  # these have a markup of their own
