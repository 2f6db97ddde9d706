"""How records stand: a record has one state, wherever it is written, and cannot get lost (rule 1).

The list of records, every story file, those with faults and those that a tool copied: whichever
says the most careful thing about a record is right everywhere.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct

from byleave.model.records import Note, RecordHere, RecordState, joined_states, record_key
from byleave.model.source import FaultyStory, SourceStory, SourceTree


class Standing(Struct, frozen=True, kw_only=True):
    """What is known of all records, by what a person sees of their numbers.

    `states` has those that are not open, `notes` what counts for a record in the story at one
    path, `lost` the records that the list names for the story at a path and that are not in it,
    `nowhere` those that are in no story although the list says so, `left` those of which one story
    is gone and no new one has them. `unlisted` are in stories and not in the list. `spellings` are
    the different ways in which one number is written.
    """

    states: Mapping[str, RecordState]
    notes: Mapping[tuple[str, str], frozenset[Note]]
    lost: Mapping[str, tuple[str, ...]]
    nowhere: tuple[str, ...]
    left: tuple[str, ...]
    unlisted: tuple[str, ...]
    spellings: Mapping[str, frozenset[str]]

    def state(self, number: str | None) -> RecordState:
        """The state of the record with this number, wherever it comes from."""
        return self.states.get(record_key(number), "open") if number else "open"

    def notes_on(self, path: str, number: str | None) -> frozenset[Note]:
        """What counts for a record in the story at `path` alone."""
        return self.notes.get((path, record_key(number)), frozenset()) if number else frozenset()


def standing(tree: SourceTree) -> Standing:
    """How the records of `tree` stand: those of its stories and those of the list."""
    listed = tree.records
    files: tuple[SourceStory | FaultyStory, ...] = (*tree.stories, *tree.faulty)
    here = {file.path: file.records for file in files}
    keys = {path: frozenset(map(_key, found)) for path, found in here.items()}
    sure = {_key(one) for found in here.values() for one in found if one.is_sure}
    there = frozenset().union(*keys.values())
    return Standing(
        states=joined_states(_states(tree, here)),
        notes=_notes(tree, here),
        lost=dict(_lost(tree, keys)),
        nowhere=tuple(
            key
            for key, line in listed.lines.items()
            if line.stories
            and key not in there
            and not any(story.path in here for story in line.stories)
        ),
        left=tuple(_left(tree, keys)),
        unlisted=tuple(sorted(sure - listed.lines.keys() - {""})),
        spellings=_spellings(tree),
    )


def _key(record: RecordHere) -> str:
    return record.key


def _states(
    tree: SourceTree, here: Mapping[str, tuple[RecordHere, ...]]
) -> Iterator[tuple[str, RecordState]]:
    for found in here.values():
        yield from ((one.key, one.state) for one in found)
    for key, line in tree.records.lines.items():
        yield key, line.state
    for path in tree.records.doubtful:
        yield from ((one.key, "held") for one in here.get(path, ()))


def _notes(
    tree: SourceTree, here: Mapping[str, tuple[RecordHere, ...]]
) -> Mapping[tuple[str, str], frozenset[Note]]:
    found: dict[tuple[str, str], frozenset[Note]] = defaultdict(frozenset)
    for path, records in here.items():
        for one in records:
            if one.notes:
                found[path, one.key] |= frozenset(one.notes)
    for key, line in tree.records.lines.items():
        for story in line.stories:
            if story.notes:
                found[story.path, key] |= frozenset(story.notes)
    return dict(found)


def _lost(
    tree: SourceTree, keys: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each story without faults, what the list names for it and it has not.

    A version holds the records of its original, which declares the voices of both.
    """
    named: dict[str, set[str]] = defaultdict(set)
    for key, line in tree.records.lines.items():
        for listed in line.stories:
            named[listed.path].add(key)
    if not named:
        return
    original = {story.path: story.version_of for story in tree.stories}
    for story in tree.stories:
        missing = named.get(story.path, set()) - keys[story.path]
        path, seen = story.version_of, {story.path}
        while missing and path is not None and path in keys and path not in seen:
            missing -= keys[path]
            seen.add(path)
            path = original.get(path)
        if missing:
            yield story.path, tuple(sorted(missing))


def _left(tree: SourceTree, keys: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """The records that other stories have, and of which one story is gone and was not renamed.

    A story may be gone on purpose; or somebody's entry is, from a file that has another name now.
    """
    holders: dict[str, set[str]] = defaultdict(set)
    for path, found in keys.items():
        for key in found:
            holders[key].add(path)
    for key, line in tree.records.lines.items():
        listed = {story.path for story in line.stories}
        if listed - keys.keys() and holders[key] and holders[key] <= listed:
            yield key


def _spellings(tree: SourceTree) -> Mapping[str, frozenset[str]]:
    """The numbers of which there is more than one spelling, in stories or in the list."""
    found: dict[str, set[str]] = defaultdict(set)
    for story in tree.stories:
        for one in story.records:
            found[one.key].add(one.number)
    for key, line in tree.records.lines.items():
        found[key].add(line.number)
    return {key: frozenset(several) for key, several in found.items() if len(several) > 1}
