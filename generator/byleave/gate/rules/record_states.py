"""How records stand: a record has one state, wherever it is written, and cannot get lost (rule 1).

The list of records, every story file, those with faults and those that a tool copied: whichever
says the most careful thing about a record is right everywhere.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct

from byleave.gate.rules.families import Declared
from byleave.model.record_list import RecordList, any_notes, notes_in
from byleave.model.records import (
    Note,
    RecordHere,
    RecordState,
    held_in,
    joined_states,
    record_key,
)
from byleave.model.source import FaultyStory


class Standing(Struct, frozen=True, kw_only=True):
    """What is known of all records, by what a person sees of their numbers.

    `states` has those that are not open, `notes` what counts for a record in the story at one
    path, `lost` the records that the list names for the story at a path and that are not in it,
    `nowhere` those that are in no story although the list says so, `left` those of which one story
    is gone and no new one has them. `unlisted` are in stories and not in the list. `spellings` are
    the different ways in which one number is written. `beside` are paths with a record for which
    something counts in another story alone; and `copied` those of them that are copies of that one.
    """

    states: Mapping[str, RecordState]
    notes: Mapping[tuple[str, str], frozenset[Note]]
    lost: Mapping[str, tuple[str, ...]]
    nowhere: tuple[str, ...]
    left: tuple[str, ...]
    unlisted: tuple[str, ...]
    spellings: Mapping[str, frozenset[str]]
    beside: tuple[tuple[str, str], ...] = ()
    copied: frozenset[tuple[str, str]] = frozenset()

    def state(self, number: str | None) -> RecordState:
        """The state of the record with this number, wherever it comes from."""
        return self.states.get(record_key(number), "open") if number else "open"

    def notes_on(self, path: str, number: str | None) -> frozenset[Note]:
        """What counts for a record in the story at `path` alone."""
        return self.notes.get((path, record_key(number)), frozenset()) if number else frozenset()


def standing(
    stories: tuple[Declared, ...], faulty: tuple[FaultyStory, ...], listed: RecordList
) -> Standing:
    """How all records stand: those of stories, of faulty ones, and those of the list."""
    files: tuple[Declared | FaultyStory, ...] = (*stories, *faulty)
    here = {file.path: file.records for file in files}
    keys = {path: frozenset(map(_key, found)) for path, found in here.items()}
    sure = {_key(one) for found in here.values() for one in found if one.is_sure}
    there = frozenset().union(*keys.values())
    notes = _notes(listed, here)
    return Standing(
        states=joined_states(_states(faulty, listed, here)),
        notes=notes,
        lost=dict(_lost(stories, listed, keys)),
        nowhere=tuple(
            key
            for key, line in listed.lines.items()
            if line.stories
            and key not in there
            and not any(story.path in here for story in line.stories)
        ),
        left=tuple(_left(listed, keys)),
        unlisted=tuple(sorted(sure - listed.lines.keys() - {""})),
        spellings=_spellings(stories, listed, here),
        beside=tuple(_beside(stories, keys, notes)),
    )


def _key(record: RecordHere) -> str:
    return record.key


def _states(
    faulty: tuple[FaultyStory, ...],
    listed: RecordList,
    here: Mapping[str, tuple[RecordHere, ...]],
) -> Iterator[tuple[str, RecordState]]:
    for found in here.values():
        yield from ((one.key, one.state) for one in found if one.state != "open")
    for key, line in listed.lines.items():
        yield key, line.state
    perhaps = {one.path: one.perhaps for one in faulty}
    for path in listed.doubtful:
        found_here = (*here.get(path, ()), *perhaps.get(path, ()))
        yield from ((one.key, "held") for one in found_here)


def _notes(
    listed: RecordList, here: Mapping[str, tuple[RecordHere, ...]]
) -> Mapping[tuple[str, str], frozenset[Note]]:
    found: dict[tuple[str, str], frozenset[Note]] = defaultdict(frozenset)
    for path, records in here.items():
        for one in records:
            if one.notes:
                found[path, one.key] |= frozenset(one.notes)
    noted = {key: line for key, line in listed.lines.items() if any_notes(line)}
    for path, records in here.items() if noted else ():
        for key in {one.key for one in records} & noted.keys():
            if notes := notes_in(noted[key], path, here.keys()):
                found[path, key] |= notes
    for key, line in noted.items():
        # A version holds what its original has: the list may name it beside a note of its own.
        for story in line.stories:
            if story.notes:
                found[story.path, key] |= frozenset(story.notes)
    return dict(found)


def _beside(
    stories: tuple[Declared, ...],
    keys: Mapping[str, frozenset[str]],
    notes: Mapping[tuple[str, str], frozenset[Note]],
) -> Iterator[tuple[str, str]]:
    noted = {key for _, key in notes}
    for story in stories if noted else ():
        for key in sorted(noted.intersection(keys[story.path])):
            if (story.path, key) not in notes:
                yield story.path, key


def _lost(
    stories: tuple[Declared, ...], listed: RecordList, keys: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each story without faults, what the list names for it and it does not hold."""
    named: dict[str, set[str]] = defaultdict(set)
    for key, line in listed.lines.items():
        for one in line.stories:
            named[one.path].add(key)
    if not named:
        return
    version_of = {story.path: story.version_of for story in stories}
    for story in stories:
        there = named.get(story.path)
        missing = there - held_in(story.path, keys, version_of) if there else ()
        if missing:
            yield story.path, tuple(sorted(missing))


def _left(listed: RecordList, keys: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """The records that other stories have, and of which one story is gone and was not renamed.

    A story may be gone on purpose; or somebody's entry is, from a file that has another name now.
    """
    holders: dict[str, set[str]] = defaultdict(set)
    for path, found in keys.items():
        for key in found:
            holders[key].add(path)
    for key, line in listed.lines.items():
        named = {story.path for story in line.stories}
        if named - keys.keys() and holders[key] and holders[key] <= named:
            yield key


def _spellings(
    stories: tuple[Declared, ...],
    listed: RecordList,
    here: Mapping[str, tuple[RecordHere, ...]],
) -> Mapping[str, frozenset[str]]:
    """The numbers of which there is more than one spelling, in stories or in the list."""
    found: dict[str, set[str]] = defaultdict(set)
    for story in stories:
        for one in here[story.path]:
            found[one.key].add(one.number)
    for key, line in listed.lines.items():
        found[key].add(line.number)
    return {key: frozenset(several) for key, several in found.items() if len(several) > 1}
