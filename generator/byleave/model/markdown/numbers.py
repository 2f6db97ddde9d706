"""Numbers of lists that readers see otherwise than they are written."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from byleave.model.markdown.code import without_code
from byleave.model.markdown.elements import WITH_CONTENT
from byleave.model.names.signs import is_seen

_ITEM = re.compile(r"([ \t>]*)(\d{1,18})([.)])(?:[ \t]+(.*)|$)")
# A picture shows something, if it says which; what is no content is nothing to see.
_TAG = re.compile(
    rf"<({'|'.join(sorted(WITH_CONTENT))})(?=[\s>])[^<>]*>.*?</\1\s*>|<(?!img[^<>]*\ssrc)[^<>]*>",
    re.I,
)
_ITEM_OF_HTML = re.compile(r"<li(?=[\s>])[^<>]*>", re.I)
_BULLET = re.compile(r"[ \t>]*[-+*](?:[ \t]|$)")
_NUMBERED = re.compile(r"\n[ \t>]*\d{1,18}[.)]")  # begins with a letter: it is found far quicker
_LONGEST = 9  # digits of a number with which a list may begin (CommonMark 5.2)


@dataclass(slots=True)
class _List:
    """A list that goes on: how far in it stands, its first number, and the one to be shown next."""

    margin: int
    first: int
    next: int
    sign: str


def numbered_otherwise(engine: str, text: str) -> Iterator[int]:
    """Where an item stands that readers see with another number, with `engine`.

    A list goes on counting from its first item, whatever stands before the others. Those who give
    all of them one number want that.
    """
    bare = without_code(text)
    numbered = [found.start() for found in _NUMBERED.finditer(f"\n{bare}")]
    if not numbered or (bare is not text and not _NUMBERED.search(f"\n{text}")):
        return
    begins_in_text = engine != "python-markdown"
    lists: list[_List] = []
    lines = bare.split("\n")
    starts = [end + number for number, end in enumerate(accumulate(map(len, lines), initial=0))]
    number = _next(0, numbered, starts)
    while number < len(lines):
        line, at = lines[number], starts[number]
        blank = not (number and lines[number - 1].strip(" \t>"))
        margin = len(line) - len(line.lstrip(" \t>"))
        found = _ITEM.match(line)
        if found and _goes_on(lists, margin, found[3]):
            one = lists[-1]
            if int(found[2]) not in (one.next, one.first) or len(found[2]) > _LONGEST:
                yield at
            one.next += _items(found[4]) or _has_more(lines, number, margin)
        elif found and (blank or lists or (begins_in_text and found[2] == "1")):
            value = int(found[2])
            if len(found[2]) > _LONGEST and not begins_in_text:
                yield at
            lists.append(_List(margin, value, value + _items(found[4]), found[3]))
        elif line.strip(" \t>") and (blank or _BULLET.match(line)):
            while lists and lists[-1].margin >= margin:
                lists.pop()
        # Where no list goes on, a line that begins none changes nothing.
        number = number + 1 if lists else _next(number + 1, numbered, starts)


def _next(number: int, numbered: list[int], starts: list[int]) -> int:
    """The number of the first line, from `number` on, with which a list may begin.

    Lines begin at `starts`, and those with numbers at `numbered`. It is that behind all lines where
    there is none.
    """
    after = bisect_left(numbered, starts[number])
    return bisect_left(starts, numbered[after]) if after < len(numbered) else len(starts)


def _goes_on(lists: list[_List], margin: int, sign: str) -> bool:
    """Whether an item that is `margin` in belongs to the last of `lists`, once others are closed.

    Numbers are often set right: nine is one further in than ten.
    """
    while lists and lists[-1].margin > margin + 1:
        lists.pop()
    if lists and abs(lists[-1].margin - margin) <= 1 and lists[-1].sign != sign:
        lists.pop()
    return bool(lists) and abs(lists[-1].margin - margin) <= 1


def _items(content: str | None) -> int:
    """How many items readers see of one with this `content`: what is empty goes."""
    pieces = _ITEM_OF_HTML.split(content or "")
    return sum(is_seen(_TAG.sub("", one).strip()) for one in pieces)


def _has_more(lines: list[str], number: int, margin: int) -> bool:
    """Whether an item without words on its own line has some on the next."""
    after = lines[number + 1] if number + 1 < len(lines) else ""
    return len(after) - len(after.lstrip(" \t>")) > margin + 1 and bool(after.strip(" \t>"))
