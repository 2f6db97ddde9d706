"""What a person should look at before a story is public, for somebody's safety: hints, no more.

Nothing follows from a hint. The program cannot know who is in danger, and says nothing of why.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from byleave.editing.front_matter import Data, value_at
from byleave.editing.story_files import read_text
from byleave.model.records import record_key
from byleave.model.register import RegisterEntry
from byleave.permission.answers.declared import Declared, DeclaredVoices, identity_of

_BY_NAME = frozenset({"named", "first-name"})
_ABOUT = re.compile(r"^::: voice (.+?) about (.+?)[ \t]*$", re.M)


class RiskHint(Struct, frozen=True, kw_only=True):
    """Something to look at, about one voice of one story."""

    story: str
    voice: str
    message: str


def hints(
    site: Path, known: DeclaredVoices, entries: Iterable[RegisterEntry]
) -> tuple[RiskHint, ...]:
    """The hints about the voices of `entries`, in their order; those who left are in none."""
    there = {(one.path, one.voice): one for one in known.voices}
    register = tuple(entries)
    own_names = {
        key: one.path for one in known.voices if identity_of(one) in _BY_NAME for key in _keys(one)
    }
    held = {
        one.person: one.story
        for one in register
        if one.person and (one.held or one.held_here or one.record_state == "held")
    }
    waiting: dict[str, set[str]] = defaultdict(set)
    for entry in register:
        if entry.given is None and not entry.is_over:
            waiting[entry.story].add(entry.voice)
    by_place = Counter(place for one in known.voices if (place := _line(one, "place")))
    by_theme = Counter(theme for front in known.fronts.values() for theme in _themes(front))
    found = []
    for entry in register:
        voice = there.get((entry.story, entry.voice))
        if voice is None or entry.is_over:
            continue
        said = (
            *_child(entry, voice),
            *_linked(voice, own_names),
            *_rare(voice, by_place, by_theme),
            *_held(entry, held),
            *_unanswered(site, entry, frozenset(waiting[entry.story])),
        )
        found += [RiskHint(story=entry.story, voice=entry.voice, message=one) for one in said]
    return tuple(found)


def _child(entry: RegisterEntry, voice: Declared) -> Iterator[str]:
    is_pictured = any(
        voice.voice in shows
        for media in _group(voice, "media").values()
        if isinstance(shows := value_at(media[-1], "shows"), tuple)
    )
    if entry.by == "parent" and entry.identity in _BY_NAME and is_pictured:
        if _line(voice, "place"):
            yield "a child's name, picture and place stand together"
        else:
            yield "a child's name and picture stand together: look for a place or a school as well"


def _linked(voice: Declared, own_names: Mapping[str, str]) -> Iterator[str]:
    """Another name protects nobody whose own stands under the same person or record elsewhere."""
    if identity_of(voice) not in _BY_NAME:
        for key in _keys(voice):
            if key in own_names:
                yield f"they have another name here, and their own in {own_names[key]}"
                return


def _keys(voice: Declared) -> Iterator[str]:
    if voice.person:
        yield f"person {voice.person}"
    if voice.record:
        yield f"record {record_key(voice.record)}"


def _rare(voice: Declared, places: Counter[str], themes: Counter[str]) -> Iterator[str]:
    place = _line(voice, "place")
    rare = [theme for theme in _themes(voice.front) if themes[theme] == 1]
    if identity_of(voice) not in _BY_NAME and place and places[place] == 1 and rare:
        yield "a place and a theme that nobody else has here may tell who they are"


def _held(entry: RegisterEntry, held: Mapping[str, str]) -> Iterator[str]:
    place = held.get(entry.person or "", entry.story)
    if place != entry.story:
        yield f"they are held in {place}: does the reason hold here as well?"


def _unanswered(site: Path, entry: RegisterEntry, waiting: frozenset[str]) -> Iterator[str]:
    """Whose words about this voice stand on its form before they have agreed to them."""
    text = read_text(site, entry.story).text if waiting else ""
    for by, about in _ABOUT.findall(text):
        if entry.voice in about.split() and (who := waiting.intersection(by.split())):
            yield (
                f"words about them by {', '.join(sorted(who))}, who has not answered, stand on "
                "their form"
            )
            return


def _line(voice: Declared, key: str) -> str:
    said = value_at(voice.front, "voices", voice.voice, key)
    return said.strip().casefold() if isinstance(said, str) else ""


def _group(voice: Declared, key: str) -> Mapping[str, tuple[Data, ...]]:
    found = value_at(voice.front, key)
    return found if isinstance(found, Mapping) else {}


def _themes(front: Data) -> Iterator[str]:
    said = value_at(front, "themes")
    for one in said if isinstance(said, tuple) else ():
        if isinstance(one, str):
            yield one.strip().casefold()
