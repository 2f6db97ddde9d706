"""Signs of lists that word processors leave, and no Markdown engine reads."""

import re
from collections.abc import Iterator

from byleave.model.markdown.code import without_code

# Bullets: those of symbol fonts, in private-use letters; those of other fonts; and the letter o.
_BULLET = re.compile(
    r"^[ \t>]{0,20}(?:[\uf000-\uf0ff]|[•◦‣▪▫●○■□➢➤✓✔·∙⁃][ \t\u00a0]|[–—][ \t\u00a0]|o[ \t\u00a0])"
    r"[ \t\u00a0]{0,20}\S",
    re.M,
)
_SURELY = re.compile(
    r"([ \t>]{0,20})(?:[\uf000-\uf0ff][ \t\u00a0]{0,20}|[•◦‣▪▫●○■□➢➤·∙⁃][ \t\u00a0]{1,20})(?=\S)"
)
# What any line has to begin with in which a sign is to be another. A dash may be meant otherwise.
_PERHAPS = re.compile(
    r"^[ \t>]{0,20}(?:[\uf000-\uf0ff]|[•◦‣▪▫●○■□➢➤·∙⁃][ \t\u00a0]|o[ \t\u00a0])", re.M
)
# The sign of a list within another, and what stands behind it there: hardly ever one space.
_LETTER = re.compile(r"([ \t>]{0,20})o([ \t\u00a0]{1,20})(?=\S)")
_OF_TWO = re.compile(r"^[ \t>]{0,20}([–—o])[ \t\u00a0]", re.M)
_BEGINS_WITH_LETTER = ("o ", "o\t", "o\u00a0")
# The letter where a line is further in, or quoted.
_IN = tuple(f"{before}o{after}" for before in " \t>" for after in " \t")
_IN_WITHOUT_TABS = tuple(one for one in _IN if "\t" not in one)
_MANY = 3  # lines in a row that begin with an `o`: no paragraph does


def with_lists(text: str) -> str:
    """`text` with a hyphen for each sign that can be nothing but a bullet, before a line's words.

    An `o` is one where nothing else stands around it: beside other bullets, before a tab, or three
    times in a row. A dash may be meant otherwise, and stays. An empty line is put before the first.
    """
    if (text.isascii() and not _may_begin_with_letter(text)) or not _PERHAPS.search(text):
        return text
    bare = without_code(text).split("\n")
    lines = text.split("\n")
    out: list[str] = []
    number = 0
    while number < len(lines):
        end = _end_of_run(bare, number)
        if end == number:
            out.append(lines[number])
            end += 1
        else:
            out += _listed(lines, bare, number, end)
        number = end
    return "\n".join(out)


def _may_begin_with_letter(text: str) -> bool:
    return text.startswith(_BEGINS_WITH_LETTER) or (
        "\no" in text and any(f"\n{one}" in text for one in _BEGINS_WITH_LETTER)
    )


def _may_be_further_in(text: str) -> bool:
    return any(map(text.__contains__, _IN if "\t" in text else _IN_WITHOUT_TABS))


def _end_of_run(lines: list[str], begin: int) -> int:
    """Where the lines end that begin with bullets, with what goes on from one; none at `begin`."""
    end = number = begin
    while number < len(lines):
        line = lines[number]
        if _SURELY.match(line) or _LETTER.match(line):
            end = number + 1
        elif (line.strip(" \t>") and not (end > begin and line[:1] in " \t")) or end == begin:
            break
        number += 1
    return end


def _listed(lines: list[str], bare: list[str], begin: int, end: int) -> Iterator[str]:
    """The lines of a run with hyphens; those of an `o` are further in than the list around them."""
    before = lines[begin - 1].strip() if begin else ""
    signs = [one for line in bare[begin:end] if (one := _LETTER.match(line))]
    sure = any(map(_SURELY.match, bare[begin:end]))
    with_letters = (sure or len(signs) >= _MANY or any(one[2] != " " for one in signs)) and (
        before[-1:] in ("", ":") or bool(_SURELY.match(bare[begin]))
    )
    margin: str | None = None
    first = True
    for line, plain in zip(lines[begin:end], bare[begin:end], strict=True):
        found, letter = _SURELY.match(plain), _LETTER.match(plain)
        if found:
            margin = found[1]
        elif letter and with_letters:
            found = letter
        if found is None:
            yield line
            continue
        if first and before:
            yield ""
        first = False
        deeper = f"{margin}    " if letter and margin is not None else found[1]
        yield f"{deeper if letter else found[1]}- {line[found.end() :]}"


def bullets(text: str) -> Iterator[int]:
    """Where a line begins with a sign that was a bullet in a word processor.

    A dash or an `o` may be meant otherwise, so there have to be two lines of it in a row.
    """
    if text.isascii() and not (_may_begin_with_letter(text) or _may_be_further_in(text)):
        return
    text = without_code(text)
    for found in _BULLET.finditer(text):
        of_two = _OF_TWO.match(text, found.start())
        if of_two is None or _has_neighbour(text, found, of_two[1]):
            yield found.start()


def _has_neighbour(text: str, found: re.Match[str], sign: str) -> bool:
    end = text.find("\n", found.start())
    after = text[end + 1 : end + 30].lstrip(" \t>") if end >= 0 else ""
    begin = text.rfind("\n", 0, max(found.start() - 1, 0)) + 1
    before = text[begin : begin + 30].lstrip(" \t>") if found.start() else ""
    return any(
        line[:1] == sign and line[1:2] in " \t\u00a0" and line[1:2] for line in (before, after)
    )
