"""Links whose words do not say where they lead."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct

_VAGUE = frozenset(
    one.strip()
    for one in """
    here|click here|click|click this link|this link|link|this|this page|page|more|read more
    |see more|find out more|learn more|more info|more information|continue|continue reading
    |details|go|website|this website|download|read on|see here|read here
    |yma|cliciwch yma|clicio yma|darllen mwy|darllenwch fwy|mwy|rhagor|mwy o wybodaeth
    |y ddolen hon|dolen
    """.replace("\n", " ").split("|")
)
_NO_WORD = re.compile(r"[^\w\s]+")


class LinkWords(Struct, frozen=True, kw_only=True):
    """The words of a link, where it leads, and its line."""

    words: str
    to: str
    line: int


def _plain(words: str) -> str:
    return " ".join(_NO_WORD.sub(" ", words).casefold().split())


def vague(links: Iterable[LinkWords]) -> Iterator[int]:
    """The lines of links whose words say nothing."""
    yield from (one.line for one in links if _plain(one.words) in _VAGUE)


def alike(links: Iterable[LinkWords]) -> Iterator[int]:
    """The lines of links with the same words as another that leads elsewhere."""
    by_words: dict[str, list[LinkWords]] = defaultdict(list)
    for one in links:
        by_words[one.words].append(one)
    if len(by_words) == len({one.casefold() for one in by_words}) and all(
        len(same) == 1 for same in by_words.values()
    ):
        return
    plain: dict[str, list[LinkWords]] = defaultdict(list)
    for words, same in by_words.items():
        plain[_plain(words)] += same
    for words, same in plain.items():
        # A number leads to a note, and what is vague is told of as that.
        if words and words not in _VAGUE and not words.isdigit():
            first = same[0].to
            if any(one.to != first for one in same):
                yield from (one.line for one in same)
