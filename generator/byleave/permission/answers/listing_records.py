"""The list of records brought up to date with the story files, and what that changes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from byleave.editing.front_matter import Data, value_at
from byleave.model.record_list import RecordLine, RecordList, StoryNote, notes_in
from byleave.model.records import (
    NOTES,
    RecordHere,
    RecordState,
    held_in,
    most_careful,
)
from byleave.permission.answers.declared import DeclaredVoices


class ListChange(Struct, frozen=True, kw_only=True):
    """A line of the list before and after; one of them is empty where it is new or goes."""

    before: str
    after: str


def up_to_date(known: DeclaredVoices, listed: RecordList, day: date) -> RecordList:
    """`listed` with all that the story files `known` have, and without files that are gone.

    A state only ever becomes more careful. A record that a file has lost stays with it: only
    `byleave consent erased` takes it off. `day` is for states without a day of their own.
    """
    found: dict[str, list[tuple[str, RecordHere]]] = defaultdict(list)
    for path, records in known.records.items():
        for one in records:
            if one.is_sure and one.key:
                found[one.key].append((path, one))
    there = {*known.records, *(one.path for one in known.unread)}
    keys = dict.fromkeys((*listed.lines, *found))
    lines = (_line(listed.lines.get(key), found.get(key, []), known, there, day) for key in keys)
    return RecordList(lines={line.key: line for line in lines})


def _line(
    before: RecordLine | None,
    found: list[tuple[str, RecordHere]],
    known: DeclaredVoices,
    there: set[str],
    day: date,
) -> RecordLine:
    state = most_careful([*(one.state for _, one in found), *([before.state] if before else [])])
    notes: dict[str, set[str]] = defaultdict(set)
    for story in before.stories if before else ():
        if story.path in there:
            notes[story.path].update(story.notes)
    for path, one in found:
        notes[path].update(one.notes, notes_in(before, path, there) if before else ())
    same = before is not None and before.state == state
    return RecordLine(
        number=before.number if before else found[0][1].number,
        state=state,
        since=before.since if before and same else _since(state, found, known, day),
        stories=tuple(
            StoryNote(path=path, notes=tuple(note for note in NOTES if note in said))
            for path, said in sorted(notes.items())
        ),
    )


def _since(
    state: RecordState, found: list[tuple[str, RecordHere]], known: DeclaredVoices, day: date
) -> date:
    """The first day that stands beside the state, or beside a yes or a question; else `day`."""
    days = [one.day for _, one in found if one.state == state]
    if state == "open":
        days = [said for path, one in found for said in _asked(known.fronts[path], one.voice)]
    return min((read for said in days if (read := _day(said))), default=day)


def _asked(front: Data, voice: str) -> Iterator[str]:
    for key in ("given", "asked"):
        said = value_at(front, "voices", voice, "consent", key)
        if isinstance(said, str):
            yield said
            return


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def changes(before: RecordList, after: RecordList) -> tuple[ListChange, ...]:
    """The lines that differ, in the order of the list."""
    pairs = (
        ListChange(before=_text(before.lines, key), after=_text(after.lines, key))
        for key in sorted({*before.lines, *after.lines})
    )
    return tuple(one for one in pairs if one.before != one.after)


def _text(lines: Mapping[str, RecordLine], key: str) -> str:
    return lines[key].as_text if key in lines else ""


def lost(known: DeclaredVoices, listed: RecordList) -> tuple[tuple[str, str], ...]:
    """The path and number of each record that the list names for a file that holds it no longer."""
    keys = {path: {one.key for one in found} for path, found in known.records.items()}
    version_of = {path: _original(front) for path, front in known.fronts.items()}
    return tuple(
        (story.path, line.number)
        for line in listed.lines.values()
        for story in line.stories
        if story.path in keys and line.key not in held_in(story.path, keys, version_of)
    )


def _original(front: Data) -> str | None:
    said = value_at(front, "translation_of") or value_at(front, "easy_read_of")
    return said if isinstance(said, str) else None
