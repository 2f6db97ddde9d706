"""Events for generated stories: when, where, how to book, and a programme with voices."""

import datetime
import json
import zlib
from dataclasses import replace

from tests.laws.casting import Casting
from tests.laws.dice import Dice
from tests.laws.model import TODAY, Event, Line, Story, Voice
from tests.laws.vocabulary import Vocabulary


class Events:
    """Makes events that are long past, today, or still to come."""

    def __init__(self, dice: Dice, vocabulary: Vocabulary, casting: Casting) -> None:
        self._dice = dice
        self._vocabulary = vocabulary
        self._casting = casting

    def event(self, voices: tuple[Voice, ...]) -> Event:
        """An event, whose words now and then name a voice."""
        day = TODAY + datetime.timedelta(days=self._dice.pick((-400, 0, 30)))
        facts: dict[str, object] = {
            "form": self._dice.pick(("roundtable", "festival of practice")),
            "starts": f"{day} 10:00" if self._dice.chance(50) else f"{day}",
            "place": self._words(voices, 6),
        }
        if self._dice.chance(30):
            facts |= {"status": self._dice.pick(("cancelled", "full", "postponed"))}
        if self._dice.chance(30):
            facts |= {"cost": self._words(voices, 6)}
        if self._dice.chance(30):
            facts |= {"access": {"step-free": "yes", "BSL": self._words(voices, 6)}}
        if self._dice.chance(20):
            facts |= {"access": [self._vocabulary.words(2)]}
        if self._dice.chance(30):
            facts |= {"booking": self._booking(voices) | {"closes": f"{day}"}}
        if self._dice.chance(20):
            facts |= {"map": f"https://maps.example.org/{self._stem(voices)}"}
        if self._dice.chance(30):
            facts |= {"join": "https://meet.example.net/room", "join_public": "yes"}
        said = ((key, json.dumps(value, ensure_ascii=False)) for key, value in facts.items())
        return Event(facts=tuple(said), programme=self._programme(f"{day}", voices))

    def leading_to(self, event: Event, address: str) -> Event:
        """The event with a map, or where to book, at an address of this site."""
        ways: tuple[dict[str, object], ...] = (
            {"map": address},
            {"map": address, "booking": {"url": address}},
            {"booking": {"url": address, "closes": "2027-01-01"}},
            {"booking": {"url": address, "telephone": "01632 960000"}},
        )
        facts = self._dice.pick(ways)
        said = {key: json.dumps(value, ensure_ascii=False) for key, value in facts.items()}
        return replace(event, facts=tuple((dict(event.facts) | said).items()))

    def _booking(self, voices: tuple[Voice, ...]) -> dict[str, str]:
        ways = (
            {"telephone": "01632 960000"},
            {"telephone": f"01632 960000, {self._words(voices, 10)}"},
            {"url": f"https://book.example.org/{self._stem(voices)}"},
            {"email": f"{self._stem(voices)}@example.org"},
        )
        return self._dice.pick(ways)

    def _stem(self, voices: tuple[Voice, ...]) -> str:
        """What can stand in an address anywhere, and may name somebody."""
        stem = self._casting.stem(voices, percent=15)
        return stem if stem.isascii() and "'" not in stem else self._vocabulary.stem()

    def _programme(self, day: str, voices: tuple[Voice, ...]) -> tuple[Line, ...]:
        count = self._dice.between(1, 3) if self._dice.chance(60) else 0
        return tuple(self._line(day, number, voices) for number in range(count))

    def _line(self, day: str, number: int, voices: tuple[Voice, ...]) -> Line:
        ids = tuple(voice.id for voice in voices)
        return Line(
            title=self._words(voices, 12),
            voices=self._dice.some(ids, 2),
            day=day,
            at=f"{10 + number}:00",
            until=f"{10 + number}:30" if self._dice.chance(50) else None,
            room=self._words(voices, 6) if self._dice.chance(30) else None,
        )

    def _words(self, voices: tuple[Voice, ...], percent: int) -> str:
        words = self._vocabulary.words(2).capitalize()
        if voices and self._dice.chance(percent):
            return f"{words} {self._dice.pick(voices).name}"
        return words


_IN_COMMON: tuple[dict[str, object], ...] = (
    {"place": "The Kitchen, Dale"},
    {"place": "the kitchen  DALE", "access": {"step-free": "by the ramp", "BSL": "no"}},
    {"place": "Online, and in the Kitchen, Dale", "access": ["Step free", "BSL"]},
    {"place": "Online", "form": "Roundtable"},
)


def with_what_others_have(story: Story) -> Story:
    """A story of which every other event has a place, an access or a form that others have.

    They are chosen by the name of its file, so that the dice fall as they would without.
    """
    chance = zlib.crc32(story.path.encode())
    event = story.event
    if event is None or chance % 2:
        return story
    said = {key: json.dumps(value) for key, value in _IN_COMMON[chance // 2 % 4].items()}
    return replace(story, event=replace(event, facts=tuple((dict(event.facts) | said).items())))
