"""Telephone numbers and e-mail addresses among other words, as links that reach somebody."""

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

# A number as people write it; days, hours and prices have fewer digits, or other signs.
_NUMBER = r"(?<![\w+/.:-])\+?\(?\d(?:[ ().-]*\d){8,14}(?![\w/:-]|\.\d)"
_MAIL = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_WAY = re.compile(rf"(?P<mail>{_MAIL})|(?P<number>{_NUMBER})")
_DIALLED = frozenset("+0123456789")


def reachable(words: str) -> Markup:
    """`words` in which whoever taps a telephone number or an e-mail address reaches it."""
    return Markup().join(_pieces(words))


def _pieces(words: str) -> Iterator[Markup]:
    end = 0
    for found in _WAY.finditer(words):
        yield escape(words[end : found.start()])
        yield _link(found["mail"], found[0])
        end = found.end()
    yield escape(words[end:])


def _link(mail: str | None, written: str) -> Markup:
    # What stands so is dialled within the country alone: +44 (0)1632.
    dialled = "".join(sign for sign in written.replace("(0)", "") if sign in _DIALLED)
    address = f"mailto:{mail}" if mail else f"tel:{dialled}"
    return Markup('<a href="{}">{}</a>').format(address, written)
