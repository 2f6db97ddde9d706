"""Voices for generated stories: names that are unique, shared, part of each other, or nobody's."""

import datetime
import re
from dataclasses import replace

from tests.laws.dice import Dice
from tests.laws.kin import slug
from tests.laws.model import TODAY, Consent, Identity, Voice
from tests.laws.vocabulary import HTML_WORDS, RAISED, Vocabulary

PARTS = ("told-about", "speaker", "participant", "quoted", "respondent", "convenor", "pictured")
OTHER_USES = ("search", "feed", "engines", "social", "people")
YEAR = datetime.timedelta(days=365)


class Casting:
    """Finds the voices of one site, so that some persons come back in several stories."""

    def __init__(self, dice: Dice, vocabulary: Vocabulary) -> None:
        self._dice = dice
        self._vocabulary = vocabulary
        self._count = 0
        self._known: list[Voice] = []

    def voices(self, least: int, most: int, author: int = 55) -> tuple[Voice, ...]:
        """The voices of a story; the first is an author in `author` cases of a hundred."""
        cast: list[Voice] = []
        for number in range(self._dice.between(least, most)):
            wrote_it = number == 0 and self._dice.chance(author)
            part = self._dice.pick(("author", "storyteller") if wrote_it else PARTS)
            cast.append(self._voice(part, cast))
        return tuple(cast)

    def voice(self, part: str) -> Voice:
        """One more voice, with a part."""
        return self._voice(part, [])

    def _voice(self, part: str, others: list[Voice]) -> Voice:
        self._count += 1
        come_back = [voice for voice in self._known if voice not in others]
        if come_back and self._dice.chance(15):
            known = self._dice.pick(come_back)
            consent = self._consent()
            if known.consent and known.consent.record and self._dice.chance(50):
                consent = replace(consent, record=self._as_typed(known.consent.record))
            return replace(known, id=f"v{self._count}", part=part, consent=consent)
        voice = self._new(part, others)
        if voice.id.startswith("v"):
            self._known.append(voice)
        return voice

    def _new(self, part: str, others: list[Voice]) -> Voice:
        identity = self._dice.pick(tuple(Identity))
        name, overlaps = self._name(identity, others)
        voice_id = f"v{self._count}"
        if not overlaps and identity is not Identity.ANONYMOUS and self._dice.chance(25):
            voice_id = _id_from(name) or voice_id
        return Voice(
            id=voice_id,
            name=name,
            identity=identity,
            part=part,
            role=self._words_about(others, 25),
            place=self._words_about(others, 15),
            person=f"person-{self._count}" if self._dice.chance(40) else None,
            consent=self._consent(),
        )

    def _name(self, identity: Identity, others: list[Voice]) -> tuple[str, bool]:
        """A public name, and whether it has to do with another's."""
        alike = [one for one in others if one.id.startswith("v")]
        if identity is Identity.ANONYMOUS:
            unnamed = [one for one in alike if one.identity is Identity.ANONYMOUS]
            if unnamed and self._dice.chance(80):
                name = self._dice.pick(unnamed).name
                return (name.upper() if self._dice.chance(20) else name), True
            if alike and self._dice.chance(20):
                return f"{self._dice.pick(alike).name}'s {self._vocabulary.words(1)}", True
            return self._vocabulary.words(2).capitalize(), False
        if alike and self._dice.chance(8):
            return self._dice.pick(alike).name, True
        if identity is Identity.NAMED:
            if self._dice.chance(15):
                return self._vocabulary.group_name(), False
            return f"{self._given_name()} {self._vocabulary.family_name()}", False
        if self._dice.chance(8):
            return self._dice.pick(HTML_WORDS), True
        return self._given_name(), False

    def _given_name(self) -> str:
        """A name of one word, now and then of another script, or with a raised sign."""
        if self._dice.chance(12):
            return self._vocabulary.name_in_script(self._dice.between(0, 255))
        name = self._vocabulary.given_name()
        return name + self._dice.pick(RAISED) if self._dice.chance(6) else name

    def stem(self, voices: tuple[Voice, ...], percent: int = 10) -> str:
        """The name of a file, now and then with other signs, or after somebody."""
        stem = self._vocabulary.stem()
        named = [voice for voice in voices if voice.identity is not Identity.ANONYMOUS]
        if not named or not self._dice.chance(percent):
            odd = (f"o'{stem}", stem.replace("a", "á"), f"{stem}_2", self._in_script(stem))
            return self._dice.pick(odd) if self._dice.chance(10) else stem
        name = self._dice.pick(named).name
        # Some programs leave the vowel signs of Indic scripts out.
        words = self._dice.pick((slug(name).split("-"), re.findall(r"[^\W_]+", name.lower())))
        joined = self._dice.pick(("-", "_", "")).join(words)
        return self._dice.pick((joined, f"{joined}s", f"{joined}2", f"{stem}-{joined}"))

    def _in_script(self, stem: str) -> str:
        return f"{stem}-{self._vocabulary.name_in_script(self._dice.between(0, 255)).lower()}"

    def _words_about(self, others: list[Voice], percent: int) -> str | None:
        if not self._dice.chance(percent):
            return None
        words = self._vocabulary.words(2)
        if others and self._dice.chance(20):
            return f"{words} with {self._dice.pick(others).name}"
        return words

    def _consent(self) -> Consent:
        """A permission that holds today, some of them for the first or the last day."""
        given = TODAY - self._dice.between(0, 5) * YEAR
        asked = given - YEAR
        last = TODAY + datetime.timedelta(days=1)
        return Consent(
            record=f"BW-{self._count:04}",
            asked=asked if self._dice.chance(30) else None,
            given=given,
            until=last if self._dice.chance(10) else TODAY + 10 * YEAR,
            review=given + YEAR if self._dice.chance(20) else None,
            by=self._dice.pick(("self", "supported", "parent", "group", "successor")),
            uses=("web", *self._uses()),
        )

    def _as_typed(self, record: str) -> str:
        """The number of the same form, as somebody types it who does not look closely."""
        ways = (record, record, record.lower(), record.replace("-", "–"), f"{record}\u200b")
        return self._dice.pick(ways)

    def _uses(self) -> tuple[str, ...]:
        """All uses in half of the cases, so that feeds, cards and people's pages are not empty."""
        return OTHER_USES if self._dice.chance(50) else self._dice.some(OTHER_USES, 5)


def _id_from(name: str) -> str | None:
    """The name as an id, where it can be one."""
    parts = name.lower().split()
    return "-".join(parts) if all(part.isascii() and part.isalpha() for part in parts) else None
