"""Words that YAML takes for a remark, as in `title: Flat #4`, and so leaves out."""

import re
from collections.abc import Iterator

import yaml
from yaml import CBaseLoader, tokens

from byleave.diagnostics import Diagnostic, warning
from byleave.positions import Position

# A remark has a space behind its sign, and no number after that: these are numbers and tags.
_LIKELY = re.compile(r"[ \t]#(?:[^\s#]| ?\d)")
# What a remark may follow without being one: words without quotes, and the place for some.
_BEFORE_WORDS = (tokens.ValueToken, tokens.BlockEntryToken)


def cut_short(text: str, path: str, first_line: int) -> Iterator[Diagnostic]:
    """Warnings about the values in `text` of which YAML leaves out an end that begins with #.

    `text` is YAML, and its first line is line `first_line` of the file at `path`.
    """
    if not _LIKELY.search(text):
        return
    message = "YAML ends here: what begins with a space and # is left out"
    do = 'put straight quotes around all of it, as in title: "Flat #4"; a remark begins with "# "'
    for end in sorted({_without_spaces(text, end) for end in _ends(text)}):
        if found := _LIKELY.match(text, end):
            line = text.count("\n", 0, found.start())
            column = found.start() - text.rfind("\n", 0, found.start()) + 1
            at = Position(line=first_line + line, column=column)
            yield warning(path, "cut-short", message, do, at)


def _without_spaces(text: str, end: int) -> int:
    """The last space of those that begin at `end`, or `end`."""
    last = end
    while text[last + 1 : last + 2] in (" ", "\t"):
        last += 1
    return last


def _ends(text: str) -> Iterator[int]:
    """Where words without quotes end in `text`, and where there might be some."""
    loader = CBaseLoader(text)
    try:
        while token := loader.get_token():
            words = isinstance(token, tokens.ScalarToken) and token.plain
            if words or isinstance(token, _BEFORE_WORDS):
                yield token.end_mark.index
    except yaml.YAMLError:
        return  # what is wrong with it is told by whoever reads it
