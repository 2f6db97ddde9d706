"""The stories of the benchmark as values: the same for every generator, and for every size.

Story number i is made from i alone, so a larger corpus begins with the smaller one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from tests.bench.words import (
    ADJECTIVES,
    ENDINGS,
    FIRST_NAMES,
    FORMS,
    HEADINGS,
    LAST_NAMES,
    MIDDLES,
    NOUNS,
    OPENINGS,
    PLACES,
    THEMES,
)

SEED = "kettle"
LARGEST = len(ADJECTIVES) * len(NOUNS) * len(PLACES)
# Shares no factor with the number of titles, so that each number has a title of its own.
_STRIDE = 48_611
_FIRST_DAY = date(2016, 1, 1)
_DAYS = 3_800
# The day for which all sizes are built: after the last story.
AS_OF = date(2026, 6, 1)

_EVENT, _TABLE, _RESPONSE, _WITHDRAWN = 8, 6, 10, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in a story. `withdrawn` says that they have changed their mind."""

    id: str
    name: str
    part: str
    place: str
    given: date
    record: str
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of a body in Markdown, in which {id} stands for a name.

    It is `by` the person with that id, or by the author; a table has a `caption`.
    """

    text: str
    by: str = ""
    quoted: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A response to a story."""

    slug: str
    on: date
    by: Person
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One story; `event` is its form where it is an event, `starts` when that is."""

    number: int
    slug: str
    title: str
    on: date
    summary: str
    themes: tuple[str, ...]
    people: tuple[Person, ...]
    blocks: tuple[Block, ...]
    event: str
    starts: date
    answers: tuple[Answer, ...]


def tellings(count: int) -> Iterator[Telling]:
    """The first `count` stories; raises ValueError for more than there are titles for."""
    if not 1 <= count <= LARGEST:
        raise ValueError(f"the benchmark has 1 to {LARGEST} stories, not {count}")
    last = newest(count)
    return (last if number == last.number else telling(number) for number in range(count))


def in_the_middle(count: int) -> Telling:
    """A story from the middle of the corpus that has nothing unusual."""
    return next(filter(_is_plain, map(telling, range(count // 2, -1, -1))))


def not_yet_told(count: int) -> Telling:
    """A story that is in no corpus of `count`, told on the last day; nothing is unusual in it."""
    later = (number % LARGEST for number in range(count, count + LARGEST))
    return replace(next(filter(_is_plain, map(telling, later))), on=AS_OF)


def newest(count: int) -> Telling:
    """A story that has nothing unusual, told on the last day: the first in every list of all."""
    numbers = sorted(range(count), key=_day_of, reverse=True)
    return replace(next(filter(_is_plain, map(telling, numbers))), on=AS_OF)


def _is_plain(one: Telling) -> bool:
    return not (one.event or one.answers or any(person.withdrawn for person in one.people))


def telling(number: int) -> Telling:
    """Story number `number`, counted from 0."""
    chance = Random(f"{SEED}-{number}")
    place, adjective, noun = _title(number)
    on = _FIRST_DAY + timedelta(days=_day_of(number))
    people = tuple(_people(chance, number, on))
    return Telling(
        number=number,
        slug=f"{adjective}-{noun}-{place}".lower(),
        title=f"The {adjective} {noun} of {place}",
        on=on,
        summary=_sentence(chance),
        themes=tuple(chance.sample(THEMES, chance.randint(1, 3))),
        people=people,
        blocks=tuple(_blocks(chance, number, people)),
        event=chance.choice(FORMS) if number % _EVENT == 3 else "",
        starts=on + timedelta(days=chance.randint(-20, 40)),
        answers=tuple(_answers(chance, number, on)),
    )


def _day_of(number: int) -> int:
    return number * 37 % _DAYS


def _title(number: int) -> tuple[str, str, str]:
    mixed, place = divmod(number * _STRIDE % LARGEST, len(PLACES))
    adjective, noun = divmod(mixed, len(NOUNS))
    return PLACES[place], ADJECTIVES[adjective], NOUNS[noun]


def _people(chance: Random, number: int, on: date) -> Iterator[Person]:
    """An author, and one to three who are heard; now and then, one of these has withdrawn."""
    names = chance.sample(FIRST_NAMES, 4)
    gone = number % _WITHDRAWN == 7
    for place in range(chance.randint(2, 4)):
        yield Person(
            id=f"v{place}",
            name=f"{names[place]} {chance.choice(LAST_NAMES)}",
            part="speaker" if place else "author",
            place=chance.choice(PLACES),
            given=on - timedelta(days=chance.randint(3, 60)),
            record=f"R-{number:06}-{place}",
            withdrawn=gone and place == 1,
        )


def _blocks(chance: Random, number: int, people: tuple[Person, ...]) -> Iterator[Block]:
    """About 350 words: paragraphs, headings, passages, a quotation, a list, perhaps a table."""
    there = [one for one in people if not one.withdrawn]
    yield Block(text=_paragraph(chance))
    for place, heading in enumerate(chance.sample(HEADINGS, 3)):
        yield Block(text=f"## {heading}")
        named = f" {{{there[-1].id}}} was there as well." if place == 0 else ""
        yield Block(text=_paragraph(chance) + named)
        if place < len(people) - 1:
            yield Block(text=_paragraph(chance), by=people[place + 1].id)
    yield Block(text="\n".join(f"- {_sentence(chance)}" for _ in range(4)))
    yield Block(text=_sentence(chance), quoted=there[-1].id)
    if number % _TABLE == 2:
        yield Block(text=_table(chance), caption=f"How many came, {chance.choice(PLACES)}")
    yield Block(text=f"{_paragraph(chance)} See the [forms](https://forms.example.org/{number}).")


def _table(chance: Random) -> str:
    rows = (f"| {chance.choice(PLACES)} | {chance.randint(2, 90)} |" for _ in range(5))
    return "\n".join(("| Where | How many |", "| --- | --- |", *rows))


def _answers(chance: Random, number: int, on: date) -> Iterator[Answer]:
    for place in range(2 if number % _RESPONSE == 4 else 0):
        later = on + timedelta(days=5 + place)
        name = f"{chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)}"
        by = Person(
            id="r",
            name=name,
            part="respondent",
            place=chance.choice(PLACES),
            given=later - timedelta(days=1),
            record=f"R-{number:06}-R{place}",
        )
        yield Answer(slug=f"answer-{place + 1}", on=later, by=by, text=_paragraph(chance))


def _paragraph(chance: Random) -> str:
    said = " ".join(_sentence(chance) for _ in range(chance.randint(2, 4)))
    return f"{said} *{chance.choice(ENDINGS)}*"


def _sentence(chance: Random) -> str:
    what = f"the {chance.choice(ADJECTIVES)} {chance.choice(NOUNS)}"
    return f"{chance.choice(OPENINGS)} {what}, {chance.choice(MIDDLES)}."
