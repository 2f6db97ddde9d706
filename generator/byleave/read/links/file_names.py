"""Names of media as people write them: with spaces, in other letters, or composed otherwise."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from urllib.parse import quote

from byleave.diagnostics import Diagnostic, warning
from byleave.model.media_kinds import SUFFIXES
from byleave.model.source import SourceBlock
from byleave.positions import Position, Positions

# A name with a space in it, where no engine takes one: a space ends the destination of a link.
_ENDING = "|".join((*SUFFIXES, "markdown", "md", "html?"))
_TEXTS = (".md", ".markdown", ".htm", ".html")
_SIGN = r"(?:[^()<>\"'\n]|\([^()<>\"'\n]{0,50}\))"
_WITH_SPACES = re.compile(
    rf"\]\((?!\s)({_SIGN}{{1,200}}?[ \t]{_SIGN}{{0,200}}?\.(?:{_ENDING}))[ \t]*[)\"']",
    re.I,
)

# An address elsewhere, or a number to ring, that has a space in it or before it.
_SPACED_ADDRESS = re.compile(
    r"(?<!!)\[[^\[\]\n]{1,500}\]\([ \t]*((?:https?://|www\.|mailto:|tel:|sms:)"
    r"(?=[^()<>\"'\n]{0,500}?[ \t]+[^\s()<>\"'])[^()<>\"'\n]{1,500}"
    r"|\+?\d[\d-]{0,20} [\d -]{1,20})\)",
    re.I,
)


def same_name(name: str, known: Collection[str]) -> str | None:
    """The one of `known` that is `name`, however its marks are composed; None if none is.

    Nobody sees whether an é is one sign or two; macOS, archives and keyboards differ in it.
    """
    if name in known:
        return name
    if name.isascii():
        return None
    form = unicodedata.normalize("NFC", name)
    return next((one for one in known if unicodedata.normalize("NFC", one) == form), None)


def other_case(name: str, known: Collection[str]) -> str | None:
    """The one of `known` that differs from `name` in capitals alone, if one does."""
    form = unicodedata.normalize("NFC", name).casefold()
    alike = (one for one in known if unicodedata.normalize("NFC", one).casefold() == form)
    return next((one for one in alike if one != name), None)


def with_spaces(blocks: Collection[SourceBlock], path: str) -> Iterator[Diagnostic]:
    """Warnings about names of files with spaces, which are no links as they are written."""
    for block in blocks:
        yield from with_spaces_in(block.text, block.line, path)


def with_spaces_in(text: str, first_line: int, path: str) -> Iterator[Diagnostic]:
    """The same of one text, which begins on line `first_line` of the file at `path`."""
    if "](" not in text:
        return
    for found in _SPACED_ADDRESS.finditer(text):
        message = "this address has a space, so it is no link: readers see the brackets"
        do = (
            "take the space out, as in [words](tel:01632960000); in an address of the web it is %20"
        )
        at = _position(found, text, first_line)
        yield warning(path, "link-space", message, do, at, about=found[1])
    for found in _WITH_SPACES.finditer(text):
        at = _position(found, text, first_line)
        message = "this name has spaces, so it is no link, and no file is shown"
        do = "put < before the name and > behind it, as in ![words](<our hall.jpg>)"
        if found[1].lower().endswith(_TEXTS):
            message = "this name has spaces, so it is no link"
            do = "put < before the name and > behind it, as in [words](<our hall.md>)"
        yield warning(path, "name-with-spaces", message, do, at, about=found[1])


def _position(found: re.Match[str], text: str, first_line: int) -> Position:
    """Where the address begins that was `found`, in a text that begins on line `first_line`."""
    begin = found.start(1)
    line = first_line + text.count("\n", 0, begin)
    return Position(line=line, column=begin - text.rfind("\n", 0, begin))


def not_shown(
    declared: Collection[str], blocks: Collection[SourceBlock], path: str, positions: Positions
) -> Iterator[Diagnostic]:
    """Warnings about files that are `declared` and stand nowhere in the text: nobody sees them."""
    text = _form("".join(block.text for block in blocks)) if declared else ""
    for name in declared:
        if _form(name) not in text and _form(quote(name)) not in text:
            message = "this file is declared, and the text does not show it"
            do = "put it into the text, as in ![](hall.jpg), or take it out here"
            at = positions.at("media", name)
            yield warning(path, "media-unused", message, do, at, about=name)


def shown_twice(
    lead: str | None, blocks: Collection[SourceBlock], path: str, positions: Positions
) -> Iterator[Diagnostic]:
    """A warning about a picture that stands before the text, and once more in it."""
    if lead is None:
        return
    shown = re.compile(rf"!\[[^\[\]]*\]\(<?(?:{re.escape(lead)}|{re.escape(quote(lead))})[\s>)]")
    if any(shown.search(block.text) for block in blocks):
        message = "this picture stands before the text, and in the text once more"
        do = "take it out of the text, or take `lead:` out"
        yield warning(path, "lead-twice", message, do, positions.at("lead"), about=lead)


def _form(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
