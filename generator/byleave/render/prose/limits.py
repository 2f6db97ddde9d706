"""Limits that a text must keep so that no engine takes minutes, or all of the memory, for it."""

import re
from collections.abc import Iterator

from byleave.render.prose.values import ProseError

# A book of a thousand pages; comrak needs about 200 bytes of memory for each letter.
LONGEST_TEXT = 2_000_000
# Elements within elements. Readers of HTML slow down with the square of the depth (nh3 takes
# minutes for 160,000 quotations in each other), and Python-Markdown and the trees here use
# recursion.
DEEPEST = 60
# Steps of about a nanosecond on one core of 2020: some two seconds.
_MOST_STEPS = 2_000_000_000
# Below this no text can come near the limit, so that ordinary stories are not even counted.
_PLAIN = 4_000

# Cells of all tables of Markdown in a text. A row that is too short is filled up with empty cells,
# so that few letters can make millions; each costs some 25 microseconds and a kilobyte.
MOST_CELLS = 100_000

_QUOTED_DEEPLY = re.compile(rf"^(?:[ \t]*>){{{DEEPEST}}}", re.MULTILINE)
# A list in each of so many others is far in; a text with no such line is not looked at closer.
_FAR_IN = re.compile(rf"^[ \t>]{{{DEEPEST // 2}}}", re.MULTILINE)
_ITEM = re.compile(r"^([ \t>]*)(?:[-+*]|\d{1,9}[.)])(?=[ \t])|^(?=\S)", re.MULTILINE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Their end is implied by what comes next (HTML 13.1.2.4), so unclosed they do not pile up.
_CLOSE_THEMSELVES = frozenset(
    "area base br col embed hr img input link meta source track wbr "
    "p li dd dt tr td th thead tbody tfoot colgroup option optgroup".split()
)

# What most of a text is made of and adds to no depth; what is left says whether to look closer.
_NO_DEPTH = ("</", "<p>", "<li>", "<td>", "<th>", "<tr>")

# Bytes that nh3 may move while it writes references such as `&amp;`: some two seconds.
_MOST_INSERTED = 10**11
_TEXT_ENDS = re.compile(r"<(?:p|li|h[1-6]|t[dh]|d[dt]|br)\b")

# Bytes that comrak copies while it looks for addresses of e-mail: what follows one is copied for
# it, and all of it is kept. Fifty thousand in one line took five gigabytes.
_MOST_COPIED = 10**8

_BLANK = re.compile(r"\n[ \t]*\n")
_MARK = re.compile(r"[*_`~\[\]!<>&\\\"^@]|[ ][ ]\n|www\.|://")
_BRACKET = re.compile(r"[\[\]()]")
_HEADING_LINE = re.compile(r"^ {0,3}[#=:*_-]", re.MULTILINE)
_ABBREVIATION = re.compile(r"^ {0,3}\*\[([^\]\n]+)\][ ]?:(.*)", re.MULTILINE)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]*\]:.*", re.MULTILINE)


def check_source(text: str) -> None:
    """Check what no engine is given. Raises ProseError for a text too long or too nested."""
    if len(text) > LONGEST_TEXT:
        raise ProseError(
            f"this text is longer than {LONGEST_TEXT:,} letters",
            "split it into several stories, for example a series",
        )
    if text.count(">") >= DEEPEST and _QUOTED_DEEPLY.search(text):
        raise too_deep()
    if _FAR_IN.search(text) and _depth_of_lists(text) > DEEPEST:
        raise too_deep()
    if text.count("@") * len(text) > _MOST_COPIED and _copied(text) > _MOST_COPIED:
        raise ProseError(
            "this text has too many `@` signs in one line",
            "put each address of e-mail on a line of its own",
        )
    if "|" in text and _cells(text) > MOST_CELLS:
        raise ProseError(
            f"this text has tables of more than {MOST_CELLS:,} cells",
            "make these tables smaller, or add them to the story as a document",
        )


def _copied(text: str) -> int:
    return sum(len(line) * line.count("@") for line in text.split("\n"))


def _depth_of_lists(text: str) -> int:
    """How deep lists can be in each other: each further in than the one that it stands in."""
    deepest = 0
    open_ones: list[int] = []
    for found in _ITEM.finditer(text):
        here = len((found[1] or "").expandtabs(4))
        while open_ones and open_ones[-1] >= here:
            open_ones.pop()
        if found[1] is not None:
            open_ones.append(here)
            deepest = max(deepest, len(open_ones))
    return deepest


def _cells(text: str) -> int:
    """How many cells there may be in tables: the most that any engine makes of the lines.

    Columns are counted in the line of bars and dashes under a table's first row. Only a blank
    line surely ends a table, and any other line may be a row of it.
    """
    cells = columns = 0
    for line in text.split("\n"):
        content = line.strip(" \t>")
        if "|" in content and not content.strip("|:- \t"):
            columns = max(columns, content[1:-1].count("|") + 1)
        elif not content and not line.strip(" \t"):
            columns = 0
        cells += columns
    return cells


def check_html(html: str) -> None:
    """Check the raw HTML of an engine before it is read. Raises ProseError if it is unreadable."""
    if _may_be_deep(html):
        _check_depth(html)
    if (html.count("&") + html.count("\u00a0")) * len(html) > _MOST_INSERTED:
        _check_references(html)


def _may_be_deep(html: str) -> bool:
    tags = html.count("<")
    for no_depth in _NO_DEPTH:
        if tags <= DEEPEST:
            return False
        tags -= html.count(no_depth)
    return tags > DEEPEST


def _check_depth(html: str) -> None:
    """Count what stays open for each kind of element, so that a stray end tag hides nothing."""
    depth = 0
    opened: dict[str, int] = {}
    for closes, written in _TAG.findall(html):
        tag = written.lower()
        if tag in _CLOSE_THEMSELVES:
            continue
        now = opened.get(tag, 0)
        if not closes:
            opened[tag] = now + 1
            depth += 1
            if depth > DEEPEST:
                raise too_deep()
        elif now:
            opened[tag] = now - 1
            depth -= 1


def _check_references(html: str) -> None:
    """For each `&` and each fixed space nh3 moves all the text after it, up to the next tag."""
    runs = _TEXT_ENDS.split(html)
    inserted = sum((run.count("&") + run.count("\u00a0")) * len(run) for run in runs)
    if inserted > _MOST_INSERTED:
        raise ProseError(
            "this text has too many `&` signs or fixed spaces in one paragraph",
            "put blank lines between paragraphs, or take those signs out",
        )


def check_for_python_markdown(text: str) -> None:
    """Check what Python-Markdown would take too long for. Raises ProseError.

    Its time grows with the square of a paragraph's length times its marks; the weights below
    are measured (docs/decisions/0002-two-markdown-engines.md).
    """
    if len(text) <= _PLAIN:
        return
    steps = _steps(text)
    if steps > _MOST_STEPS:
        raise ProseError(
            "this text is too long, or has too many marks in one paragraph, for Python-Markdown",
            "put blank lines between paragraphs and close every bracket; or set "
            "`prose: {engine: commonmark}` in site.yaml, which has no such limit",
        )


def _steps(text: str) -> int:
    length = len(text)
    steps = length * 1_000
    if steps > _MOST_STEPS:
        return steps
    steps += length * (2 * text.count("<") + 30 * text.count("[^"))
    abbreviations = _ABBREVIATION.findall(text)
    steps += length * 23 * len(abbreviations)
    if steps > _MOST_STEPS:
        return steps
    steps += 100 * sum(text.count(short) * len(meaning) for short, meaning in abbreviations)
    longest = max(map(len, _DEFINITION.findall(text)), default=0)
    steps += 100 * text.count("[") * longest
    for block in _BLANK.split(text):
        steps += 100_000
        steps += len(block) * len(_MARK.findall(block))
        steps += len(block) * 14 * len(_HEADING_LINE.findall(block))
        steps += 90 * sum(_reaches(block))
    return steps


def _reaches(block: str) -> Iterator[int]:
    """How far the engine looks ahead at each opening bracket: to its end, or the block's."""
    open_at: dict[str, list[int]] = {"[": [], "(": []}
    for match in _BRACKET.finditer(block):
        bracket, place = match[0], match.start()
        if bracket in open_at:
            open_at[bracket].append(place)
        elif waiting := open_at["[" if bracket == "]" else "("]:
            yield place - waiting.pop()
    for place in open_at["["] + [p for p in open_at["("] if block[p - 1 : p] == "]"]:
        yield len(block) - place


def too_deep() -> ProseError:
    """What to say of a text with more than DEEPEST elements in each other."""
    return ProseError(
        f"this text has more than {DEEPEST} quotations, lists or HTML elements in each other",
        "take out `>` signs and indents at the start of lines, and close HTML elements",
    )
