"""Events for generated stories: when, where, how to book, and a programme with voices."""

import datetime
import json

from tests.laws.dice import Dice
from tests.laws.model import TODAY, Event, Line, Voice
from tests.laws.vocabulary import Vocabulary


class Events:
    """Makes events that are long past, today, or still to come."""

    def __init__(self, dice: Dice, vocabulary: Vocabulary) -> None:
        self._dice = dice
        self._vocabulary = vocabulary

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
            facts |= {"booking": {"telephone": "01632 960000", "closes": f"{day}"}}
        if self._dice.chance(30):
            facts |= {"join": "https://meet.example.net/room", "join_public": "yes"}
        said = ((key, json.dumps(value, ensure_ascii=False)) for key, value in facts.items())
        return Event(facts=tuple(said), programme=self._programme(f"{day}", voices))

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
