"""Markup of other tools, which readers see as it is written."""

import re
from collections.abc import Iterator

from byleave.model.markdown.code import without_code

_SHORT_CODES = "audio|caption|embed|gallery|playlist|video|wp_caption"
_VALUE = r"=[ ]?(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|\w)"

# What each kind is called in messages, what stands in all of it, and how it looks.
Leftover = tuple[str, str, re.Pattern[str]]
KINDS: tuple[Leftover, ...] = (
    ("a short code in {{< >}} or {{% %}}", "{{", re.compile(r"\{\{[<%]")),
    ("a tag in {% %}", "{%", re.compile(r"\{%")),
    ("a value in {{ }}", "{{", re.compile(r"\{\{(?![<%])[^{}\n]{1,500}\}\}")),
    (
        "a letter as JSON writes it, such as \\u2019",
        "\\u",
        re.compile(r"\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4}"),
    ),
    (
        "a short code in [ ]",
        "[",
        re.compile(
            rf"\[/?(?:{_SHORT_CODES})(?:\s[^\[\]]{{0,2000}})?\](?![(\[:])"
            rf"|\[[a-z][\w-]{{1,50}}\s[\w-]{{1,50}}{_VALUE}[^\[\]]{{0,2000}}\](?![(\[:])"
        ),
    ),
)
# What Python-Markdown reads and the other engine does not.
KINDS_OF_ATTRIBUTES: tuple[Leftover, ...] = (
    ("a list of attributes in {: }", "{:", re.compile(r"\{:[ ]?[#.\w][^{}\n]{0,500}\}")),
    ("an id or class in {# } or {. }", "{", re.compile(r"\{[#.][\w-][^{}\n]{0,500}\}")),
    (
        "the attribute markdown=",
        "<",
        re.compile(r"<[a-zA-Z][^<>]{0,2000}\smarkdown\s?=\s?[\"']?(?:1|block|span)\b"),
    ),
)
_ITEM = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?=\s)")
_FAR_IN = re.compile(r"^(?: {4}|[ ]{0,3}\t)[ \t]*</?[a-zA-Z]", re.M)


def kinds(engine: str) -> tuple[Leftover, ...]:
    """The kinds that readers see as they are written with `engine`."""
    return KINDS if engine == "python-markdown" else (*KINDS, *KINDS_OF_ATTRIBUTES)


def found(sign: str, pattern: re.Pattern[str], text: str) -> Iterator[int]:
    """Where `text`, without its code, has what `pattern` finds, in which there is always `sign`."""
    if sign in text:
        yield from (one.start() for one in pattern.finditer(without_code(text)))


def html_as_code(text: str) -> Iterator[int]:
    """Where a line begins with an element that Markdown takes for code, as it is far in."""
    if not _FAR_IN.search(text):
        return
    text = without_code(text)
    at, blank, in_list = 0, True, False
    for line in text.split("\n"):
        content = line.lstrip(" \t")
        margin = len(line[: len(line) - len(content)].expandtabs(4))
        if content:
            if margin >= 4 and blank and not in_list and _FAR_IN.match(line):
                yield at
            if margin < 4:
                in_list = bool(_ITEM.match(content)) or (in_list and (not blank or margin > 1))
        blank = not content
        at += len(line) + 1
