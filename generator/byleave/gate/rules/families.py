"""Which stories stand on which: originals and versions, stories and responses."""

from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from byleave.model.records import RecordHere
from byleave.model.source import SourceVoice, StoryKeys

VoiceKey = tuple[str, str]  # the path of the story that declares the voice, and its id there


class Declared(Struct, frozen=True, kw_only=True):
    """Whom a story file declares, with whose records, and on which stories it stands."""

    path: str
    needs: tuple[str, ...]
    version_of: str | None
    is_response: bool
    voices: Mapping[str, SourceVoice]
    records: tuple[RecordHere, ...]


def declared_by(story: StoryKeys) -> Declared:
    """What `story` declares."""
    return Declared(
        path=story.path,
        needs=story.needs,
        version_of=story.version_of,
        is_response=story.front.responds_to is not None,
        voices=story.front.voices or {},
        records=story.records,
    )


class Family(Struct, frozen=True, kw_only=True):
    """What a story has from itself and from those it stands on.

    `voices` are its own and its original's, by id; `known` also those of the stories that it
    answers, whom its text may name; `scope` are all of these, none hidden by another's id.
    `is_response` holds for responses and their versions.
    """

    voices: Mapping[str, VoiceKey]
    known: Mapping[str, VoiceKey]
    scope: frozenset[VoiceKey]
    is_response: bool


class Families(Struct, frozen=True, kw_only=True):
    """The families of all stories that stand on stories that are there, in order of standing.

    A story in a circle, or on one that is not there, has no family. `children` are the paths of
    those that stand on a path directly, `voices_of` the voices that the story at a path declares.
    """

    by_path: Mapping[str, Family]
    children: Mapping[str, tuple[str, ...]]
    voices: Mapping[VoiceKey, SourceVoice]
    voices_of: Mapping[str, tuple[VoiceKey, ...]]


def families(stories: tuple[Declared, ...]) -> Families:
    """The family of each story, those stood upon first."""
    sources = {story.path: story for story in stories}
    children: dict[str, list[str]] = defaultdict(list)
    for story in stories:
        for path in dict.fromkeys(story.needs):
            children[path].append(story.path)
    found: dict[str, Family] = {}
    waiting = [story for story in stories if not story.needs]
    while waiting:
        story = waiting.pop()
        found[story.path] = _family(story, found)
        for path in children.get(story.path, ()):
            child = sources[path]
            if path not in found and all(needed in found for needed in child.needs):
                waiting.append(child)
    return Families(
        by_path=found,
        children={path: tuple(paths) for path, paths in children.items()},
        voices={
            (story.path, id_): voice for story in stories for id_, voice in story.voices.items()
        },
        voices_of={
            story.path: tuple((story.path, id_) for id_ in story.voices) for story in stories
        },
    )


def _family(story: Declared, found: Mapping[str, Family]) -> Family:
    own = {id_: (story.path, id_) for id_ in story.voices}
    first = found[story.version_of] if story.version_of else None
    original = first.voices if first else {}
    known: dict[str, VoiceKey] = {}
    scope: set[VoiceKey] = set(own.values())
    for path in reversed(story.needs):
        known |= found[path].known
        scope |= found[path].scope
    voices = {**original, **own}
    return Family(
        voices=voices,
        known=known | voices,
        scope=frozenset(scope),
        is_response=story.is_response or bool(first and first.is_response),
    )
