"""The front matter of generated stories, and how stories refer to each other."""

import datetime
import posixpath
import zlib
from collections import defaultdict
from dataclasses import replace

from tests.laws.casting import YEAR, Casting
from tests.laws.dice import Dice
from tests.laws.events import Events
from tests.laws.kin import URL, address
from tests.laws.model import TODAY, Medium, Story, Voice
from tests.laws.vocabulary import Vocabulary

THEMES = ("Co-production", "sharing power", "belonging", "LIVED EXPERIENCE")
SERIES = ("relationships-first", "another-way")
FOCUS = ("left", "30% 40%", "bottom right", None)
FOLDERS = ("stories", "stories", "stories/2019", "stories/2021/deep")


class Stories:
    """Makes the stories of one site, without their bodies."""

    def __init__(self, dice: Dice, vocabulary: Vocabulary) -> None:
        self._dice = dice
        self._vocabulary = vocabulary
        self._casting = Casting(dice, vocabulary)
        self._events = Events(dice, vocabulary, self._casting)
        self._keys: dict[str, dict[str, None]] = defaultdict(dict)

    def plain(self) -> Story:
        """A story that stands by itself, an event perhaps."""
        voices = self._casting.voices(0, 3)
        stem = self._casting.stem(voices)
        path = f"{self._dice.pick(FOLDERS)}/{self._dice.pick((stem, stem, f'{stem}/index'))}.md"
        story = Story(
            path=path,
            title=self._title(voices),
            date=self._day(),
            updated=self._day() if self._dice.chance(15) else None,
            summary=self._summary(voices),
            what_happened=self._outcome(voices),
            themes=self._dice.some(THEMES, 2),
            series=self._dice.pick(SERIES) if self._dice.chance(30) else None,
            aliases=(f"/old/{self._casting.stem(voices)}/",) if self._dice.chance(20) else (),
            media=self._media(voices, posixpath.dirname(path)),
            event=self._events.event(voices) if self._dice.chance(30) else None,
            voices=voices,
        )
        return self._with_lead(story)

    def attached(self, stories: tuple[Story, ...]) -> Story:
        """A story that belongs to one of the others."""
        other = self._dice.pick(stories)
        makers = (self._response, self._response, self._version, self._session)
        return self._dice.pick(makers)(other, stories)

    def _response(self, other: Story, stories: tuple[Story, ...]) -> Story:
        """A response, or a reply where the other is a response itself."""
        reply = other.responds_to is not None
        told = other.responds_to or other.path
        day = self._day()
        folder = told.removesuffix("/index.md").removesuffix(".md") + ".responses"
        voices = self._casting.voices(1, 2, author=80)
        if self._dice.chance(30):
            voices = (*voices, self._casting.voice("posted"))
        return Story(
            path=f"{folder}/{day}-{self._casting.stem(voices)}.md",
            date=day,
            title=self._title(voices) if self._dice.chance(20) else None,
            responds_to=told,
            in_reply_to=other.path if reply else self._sibling(told, stories),
            posted_by=voices[-1].id if voices[-1].part == "posted" else None,
            media=self._media(voices, folder) if self._dice.chance(60) else (),
            voices=voices,
        )

    def _sibling(self, told: str, stories: tuple[Story, ...]) -> str | None:
        """Another response to the same story, now and then."""
        siblings = [story.path for story in stories if story.responds_to == told]
        return self._dice.pick(siblings) if siblings and self._dice.chance(50) else None

    def _version(self, other: Story, stories: tuple[Story, ...]) -> Story:
        """A translation or an Easy Read version, beside the original; of a response, another."""
        del stories
        voices = (self._casting.voice("translator"),) if self._dice.chance(40) else ()
        translated = self._dice.chance(60)
        folder = posixpath.dirname(other.path)
        version = Story(
            path=f"{folder}/{self._casting.stem(voices)}.md",
            title=self._title(voices or other.voices or ()),
            date=self._day(),
            summary=self._summary(voices),
            what_happened=None if other.responds_to else self._outcome(voices),
            language="cy" if translated else None,
            translation_of=other.path if translated else None,
            easy_read_of=None if translated else other.path,
            responds_to=other.responds_to,
            media=self._media(voices, folder) if self._dice.chance(50) else (),
            voices=voices,
        )
        return version if other.responds_to else self._with_lead(version)

    def _session(self, other: Story, stories: tuple[Story, ...]) -> Story:
        """A session of an event, or a report of one."""
        del stories
        story = self.plain()
        if self._dice.chance(40):
            return replace(story, report_of=other.path)
        event = story.event or self._events.event(story.voices or ())
        there = address(other)
        if there and self._dice.chance(60):
            event = self._events.leading_to(event, f"{URL}{there}")
        return replace(story, part_of=other.path, event=event)

    def _day(self) -> datetime.date:
        return TODAY - self._dice.between(0, 3) * YEAR

    def _title(self, voices: tuple[Voice, ...]) -> str:
        return self._vocabulary.words(3).capitalize() + self._perhaps_named(voices, 5)

    def _summary(self, voices: tuple[Voice, ...]) -> str | None:
        if not self._dice.chance(60):
            return None
        return self._vocabulary.sentence() + self._perhaps_named(voices, 8)

    def _outcome(self, voices: tuple[Voice, ...]) -> str | None:
        if not self._dice.chance(15):
            return None
        return self._vocabulary.sentence() + self._perhaps_named(voices, 20)

    def _perhaps_named(self, voices: tuple[Voice, ...], percent: int) -> str:
        if not voices or not self._dice.chance(percent):
            return ""
        voice = self._dice.pick(voices)
        return " " + self._dice.pick((voice.name, f"{{{voice.id}}}", voice.name.upper()))

    def _media(self, voices: tuple[Voice, ...], folder: str) -> tuple[Medium, ...]:
        """One picture or two, perhaps of those that stories in the same folder have."""
        count = self._dice.between(1, 2) if self._dice.chance(60) else 0
        there = self._keys[folder]
        shared = tuple(there) if self._dice.chance(70) else ()
        keys = {self._key(voices, shared): None for _ in range(count)}
        there.update(keys)
        return tuple(self._medium(key, voices) for key in keys)

    def _with_lead(self, story: Story) -> Story:
        """The story with one of its pictures before its text, now and then; another has a focus.

        By what they are called, so that the dice fall as they would without.
        """
        number = zlib.crc32(f"{story.path} lead".encode())
        pictures = [one.key for one in story.media if one.key.endswith(".png")]
        if not pictures or number % 3:
            return story
        lead = pictures[number // 3 % len(pictures)]
        media = tuple(
            replace(one, focus=FOCUS[number % len(FOCUS)]) if one.key == lead else one
            for one in story.media
        )
        return replace(story, lead=lead, media=media)

    def _key(self, voices: tuple[Voice, ...], shared: tuple[str, ...]) -> str:
        """A new file beside the story, or one that others may use too."""
        if shared:
            return self._dice.pick(shared)
        ending = "txt" if self._dice.chance(25) else "png"
        own = f"{self._casting.stem(voices, percent=20)}.{ending}"
        return self._dice.pick(
            (f"shared.{ending}", own, f"/media/group.{ending}", own, "/media/about.png")
        )

    def _medium(self, key: str, voices: tuple[Voice, ...]) -> Medium:
        ids = tuple(voice.id for voice in voices)
        named = self._perhaps_named(voices, 10)
        return Medium(
            key=key,
            alt=None if self._dice.chance(10) else self._vocabulary.words() + named,
            shows=self._dice.some(ids, 2),
            caption=self._vocabulary.words() if self._dice.chance(30) else None,
        )
