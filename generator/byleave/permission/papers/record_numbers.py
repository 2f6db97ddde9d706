"""The number of a record that is new: drawn, so that no two people get one from two computers.

The next number would: two branches of a repository count alike. And a number that is drawn tells
nobody how many records there are.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from byleave.model.records import record_key

_BEGINS = re.compile(r"([A-Z]{2,5})-")
_SIGNS = 4
_MOST_LETTERS = 4
# Where neither other numbers nor the name of the site say how numbers begin.
_USUAL = "NR"


def drawn_number(known: Iterable[str], title: str, draw: Callable[[int], str]) -> str:
    """A number that is none of those `known`, such as BW-7K3Q.

    It begins as most of them do, or else with the first letters of the site's `title`; `draw` gives
    so many signs that nobody can tell beforehand. It has a digit, or `agree` would take it for a
    word.
    """
    there = list(known)
    keys = {record_key(number) for number in there}
    begin = _begin(there) or _initials(title)
    while True:
        signs = draw(_SIGNS)
        number = f"{begin}-{signs}"
        if any(map(str.isdigit, signs)) and record_key(number) not in keys:
            return number


def _begin(known: list[str]) -> str:
    found = Counter(match[1] for number in known if (match := _BEGINS.match(number)))
    return min(found, key=lambda begin: (-found[begin], begin), default="")


def _initials(title: str) -> str:
    """Letters that stand for the name of a site; one alone would look like the code of a form."""
    words = re.findall(r"\b[A-Z]", title)
    letters = "".join(words[:_MOST_LETTERS])
    return letters if len(letters) > 1 else _USUAL
