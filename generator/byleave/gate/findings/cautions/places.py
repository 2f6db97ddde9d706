"""Places of events whose names are nearly the same: readers find half of what is there under each.

Two spellings of one address are one place already (`model/taking_part.py`). What differs in more is
told where an editor most likely means one place, and never where names differ in a digit, in
another letter, or in where they are: those are two rooms, or two streets.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain, combinations

from msgspec import Struct

from byleave.diagnostics import Diagnostic, advice
from byleave.gate.rules.decision import Decision
from byleave.model.addresses import slug
from byleave.model.source import StoryFront, Tree
from byleave.model.taking_part import room
from byleave.model.terms import NAME_OPEN
from byleave.positions import Position

_SHORTEST = 5  # letters of a word of which one may be mistyped: less would be another word
_LEFT_OUT = frozenset("the a an and y yr ac ar".split())
_SHORT = {"saint": "st", "street": "st", "road": "rd", "avenue": "ave", "center": "centre"}
_ACCENTS = re.compile("[\u0300-\u036f]")
_DIGITS = re.compile(r"\d+")
_WORDS_OF_A_PLACE = 2  # what has fewer is a town, and what follows it a place there


class _Place(Struct, frozen=True, kw_only=True):
    """A place as events write it, and where the first of them does."""

    name: str
    path: str
    at: Position
    events: int

    @property
    def words(self) -> tuple[str, ...]:
        """What is compared of its name."""
        return _words(self.name)


def places_alike(tree: Tree[StoryFront], decision: Decision) -> Iterator[Diagnostic]:
    """Advice beside each place that is called nearly as another; it names both lines.

    It stands at the spelling that fewer events have. Only published events count, and those alone
    that lists show.
    """
    for one, other in _pairs(_places(tree, decision)):
        rare, usual = sorted((one, other), key=lambda place: (place.events, place.path))
        message = f"another event has nearly the same place (line {rare.at.line})"
        do = "if it is the same place, write it in the same way in both, so that one list has all"
        where = f": {usual.path}:{usual.at.line}"
        yield advice(rare.path, "places-alike", message + where, do, rare.at)


def _places(tree: Tree[StoryFront], decision: Decision) -> list[_Place]:
    """Every place once, by its address."""
    found: dict[str, list[StoryFront]] = defaultdict(list)
    for story in tree.stories:
        name = _place_of(story)
        # A name that stands there goes with its voice; until then the place is somebody's.
        if name and NAME_OPEN not in name and story.path not in decision.stories:
            found[slug(name)].append(story)
    return [_place(stories) for _, stories in sorted(found.items())]


def _place_of(story: StoryFront) -> str:
    event = story.front.event
    if event is None or story.version_of or story.front.responds_to:
        return ""
    return room(event.place or "")


def _place(stories: list[StoryFront]) -> _Place:
    first = min(stories, key=lambda story: story.path)
    return _Place(
        name=_place_of(first),
        path=first.path,
        at=first.positions.at("event", "place"),
        events=len(stories),
    )


def _pairs(places: list[_Place]) -> Iterator[tuple[_Place, _Place]]:
    """Those that are nearly the same, each pair once; only what shares letters is compared."""
    by_letters: Mapping[str, list[int]] = defaultdict(list)
    by_words: Mapping[str, list[int]] = defaultdict(list)
    for number, place in enumerate(places):
        by_words["".join(place.words)].append(number)
        for letters in _nearly(place):
            by_letters[letters].append(number)
    near = chain.from_iterable(combinations(numbers, 2) for numbers in by_letters.values())
    found = {pair for pair in near if _are_alike(*(places[one] for one in pair))}
    for number, place in enumerate(places):
        bare = by_words.get(_before_where(place), ())
        found.update((min(one, number), max(one, number)) for one in bare if one != number)
    for one, other in sorted(found):
        yield places[one], places[other]


def _nearly(place: _Place) -> set[str]:
    """All letters of a name, and all but one: of these, names that are alike have some."""
    whole = "".join(place.words)
    return {whole, *(whole[:at] + whole[at + 1 :] for at in range(len(whole)))}


def _before_where(place: _Place) -> str:
    """The letters of a name before a comma and where that is; none of a town, which says it all."""
    begins, comma, _ = place.name.partition(",")
    words = _words(begins)
    return "".join(words) if comma and len(words) >= _WORDS_OF_A_PLACE else ""


def _are_alike(one: _Place, other: _Place) -> bool:
    if _numbers(one) != _numbers(other):
        return False
    return "".join(one.words) == "".join(other.words) or _is_mistyped(one.words, other.words)


def _numbers(place: _Place) -> list[str]:
    return _DIGITS.findall(" ".join(place.words))


def _is_mistyped(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether a long word has a letter more in one of them, or two letters the other way round.

    Another letter in the place of one makes as often another word: Mill Lane is not Hill Lane.
    """
    differing = [pair for pair in zip(first, second, strict=False) if pair[0] != pair[1]]
    if len(first) != len(second) or len(differing) != 1:
        return False
    short, long = sorted(differing[0], key=len)
    if len(short) < _SHORTEST:
        return False
    if len(short) == len(long):
        return _is_turned(short, long)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _is_turned(one: str, other: str) -> bool:
    turned = (one[:at] + one[at + 1] + one[at] + one[at + 2 :] for at in range(len(one) - 1))
    return other in turned


def _words(name: str) -> tuple[str, ...]:
    """The words of a name, without those that many leave out, and the same for the same.

    An apostrophe parts no words here, and letters of our script are without their accents.
    """
    plain = _ACCENTS.sub("", unicodedata.normalize("NFD", re.sub("['’]", "", name)))
    found = [one for one in slug(plain).split("-") if one not in _LEFT_OUT]
    return tuple(_SHORT.get(one, one) for one in found)
