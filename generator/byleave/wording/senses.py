"""What is told by its place or its colour alone, of what stands on a page."""

import re
from collections.abc import Iterator

_THING = (
    "picture|photo|photograph|image|map|drawing|diagram|chart|table|menu|button|link|box|column"
)
_SIDE = "left|right|left-hand side|right-hand side|top right|top left|bottom right|bottom left"
_PLACE = re.compile(
    rf"\bthe\s+(?:{_THING})s?\s+(?:on|to|at|in)\s+(?:the|your)\s+(?:{_SIDE})\b(?!\s+(?:to|of)\b)"
    rf"|\bthe\s+(?:left|right)-hand\s+(?:{_THING})\b",
    re.I,
)
_COLOUR = "red|green|blue|yellow|orange|purple|pink|grey|gray|brown"
_COLOURED = re.compile(
    rf"\b(?:click|press|tap|select|choose|use|follow|see)\s+(?:on\s+)?(?:the|any|a)\s+(?:{_COLOUR})"
    r"\s+(?:button|link|box|icon|tab|text|arrow)\b"
    rf"|\b(?:shown|marked|written|printed|highlighted|set)\s+in\s+(?:{_COLOUR})\b",
    re.I,
)


def by_place(words: str) -> Iterator[int]:
    """Where something of a page is told by its place alone."""
    yield from (found.start() for found in _PLACE.finditer(words))


def by_colour(words: str) -> Iterator[int]:
    """Where something of a page is told by its colour alone."""
    yield from (found.start() for found in _COLOURED.finditer(words))


# One quick look for all of them.
LIKELY = (
    rf"(?:left|right)-hand|(?:{_THING})s?\s+(?:on|to|at|in)\s+(?:the|your)\s"
    rf"|(?:shown|marked|written|printed|highlighted|set)\s+in\s+(?:{_COLOUR})"
    rf"|(?:{_COLOUR})\s+(?:button|link|box|icon|tab|text|arrow)"
)
