"""Which words of a source are neither on its page nor told of."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from byleave.diagnostics import Diagnostic
from tests.silence.pages import body, words_of_attributes, words_of_notes, words_of_page
from tests.silence.sources import SourceWord, decoded, words_of_source

_LISTED = re.compile(r"\(lines? ([\d, ]+)( and more)?\)")
# What a finding tells of begins on its line and may go on: where it ends, by its code.
_ENDS = {
    "tag-left-out": re.compile(r"(?:<[^<>]*>[^<>\n]*)*>?"),
    "heading-alone": re.compile(r"^(?=[ \t]*$)", re.M),
    "link": re.compile(r"^(?=[ \t]*$)", re.M),
    "defined-for-nothing": re.compile(r"(?=\n[ \t>]*\n[^\s>])|\Z"),
}
_ELEMENT = re.compile(r"<(?:([a-zA-Z][\w-]*)|(\?)|(!\[CDATA\[)|(!))")
_CLOSES = (r"", r"\?>", r"\]\]>", r">")


def lost(source: str, page: str, findings: Iterable[Diagnostic], first_line: int) -> list[str]:
    """Each word of `source` that vanished in silence, with its line.

    `source` begins on `first_line` of its file.
    """
    # In code a reference stays as it is written, elsewhere it is a sign.
    found = list(findings)
    ways = (_lost(text, page, found, first_line) for text in (source, decoded(source)))
    return min(ways, key=len)


def _lost(text: str, page: str, findings: Iterable[Diagnostic], first_line: int) -> list[str]:
    told = _told(text, findings, first_line)
    shown = body(page)
    there = words_of_attributes(shown)
    notes = words_of_notes(shown)
    words, page_words = words_of_source(text), words_of_page(shown)
    missing = _missing(words, page_words, told)
    # What is told of may stand anywhere; the rest is in its order without it.
    rest = _missing([one for one in words if one.line not in told], page_words, told)
    missing = [one for one in missing if one in rest or one.line in told]
    return [
        f"{one.line}: {one.text}"
        for one in _missing([one for one in missing if one.line not in told], notes, told)
        if not one.markup and one.text not in there
    ]


def _told(text: str, findings: Iterable[Diagnostic], first_line: int) -> Collection[int]:
    """The lines of `text` of which something is said, counted from 1."""
    told: set[int] = set()
    for finding in findings:
        for line in _lines(finding, text.count("\n") + first_line):
            told |= set(_extent(text, line - first_line + 1, finding.code))
    return told


def _lines(finding: Diagnostic, last: int) -> Iterator[int]:
    """The lines that a finding names; all to the `last` one where it says that there are more."""
    yield finding.line
    if listed := _LISTED.search(finding.message):
        named = [int(one) for one in listed[1].split(",")]
        yield from named
        yield from range(named[-1], last + 1) if listed[2] else ()


def _extent(text: str, line: int, code: str) -> Iterable[int]:
    lines = text.split("\n")
    if not 0 < line <= len(lines):
        return ()
    begin = sum(len(one) + 1 for one in lines[: line - 1])
    last = line
    for end in _ends(lines[line - 1], code):
        found = end.search(text, begin)
        last = max(last, text.count("\n", 0, found.end()) + 1 if found else line)
    return range(line, last + 1)


def _ends(line: str, code: str) -> Iterator[re.Pattern[str]]:
    if code in _ENDS:
        yield _ENDS[code]
    if code in ("heading-alone", "left-out", "shown-elsewhere"):
        for name, *others in _ELEMENT.findall(line):
            number = next((place for place, one in enumerate(others, 1) if one), 0)
            yield re.compile(_CLOSES[number] or f"</{name}", re.I)


def _missing(
    words: Sequence[SourceWord], page: Sequence[str], told: Collection[int]
) -> list[SourceWord]:
    """The words that are not in the longest run of them, in their order, that the page has."""
    worth = [_worth(word, told) for word in words]
    worths = _worths(words, page, worth)
    missing, at = [], 0
    for place, word in enumerate(words):
        found = at
        while found < len(page) and worths[place][found + 1] == worths[place][at]:
            found += 1
        here = next((n for n in range(at, found + 1) if page[n : n + 1] == [word.text]), None)
        if here is None or worths[place + 1][here + 1] + worth[place] != worths[place][at]:
            missing.append(word)
        else:
            at = here + 1
    return missing


def _worths(
    words: Sequence[SourceWord], page: Sequence[str], worth: Sequence[int]
) -> list[list[int]]:
    """What the words from each place on are worth that the page has from each of its places on."""
    worths = [[0] * (len(page) + 1)]
    for word, of_word in zip(reversed(words), reversed(worth), strict=True):
        row, below = [0] * (len(page) + 1), worths[-1]
        for at in range(len(page) - 1, -1, -1):
            row[at] = max(below[at], row[at + 1])
            if page[at] == word.text:
                row[at] = max(row[at], below[at + 1] + of_word)
        worths.append(row)
    worths.reverse()
    return worths


def _worth(word: SourceWord, told: Collection[int]) -> int:
    """A word of the text is found before one of a label, and before one that is told of."""
    if word.markup:
        return 1
    return 3 if word.line in told else 4
