"""The list of records brought up to date with the story files, and what that changes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from byleave.model.record_list import RecordLine, RecordList, StoryNote
from byleave.model.records import (
    NOTES,
    RecordHere,
    RecordState,
    most_careful,
)
from byleave.permission.answers.declared import Files
from byleave.permission.files.front_matter import Data, value_at


class ListChange(Struct, frozen=True, kw_only=True):
    """A line of the list before and after; one of them is empty where it is new or goes."""

    before: str
    after: str


def up_to_date(known: Files, listed: RecordList, day: date) -> RecordList:
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
    known: Files,
    there: set[str],
    day: date,
) -> RecordLine:
    state = most_careful([*(one.state for _, one in found), *([before.state] if before else [])])
    notes: dict[str, set[str]] = defaultdict(set)
    for story in before.stories if before else ():
        if story.path in there:
            notes[story.path].update(story.notes)
    for path, one in found:
        notes[path].update(one.notes)
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
    state: RecordState, found: list[tuple[str, RecordHere]], known: Files, day: date
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


def lost(known: Files, listed: RecordList) -> tuple[tuple[str, str], ...]:
    """The path and number of each record that the list names for a file that has it no longer.

    A version has what its original has.
    """
    return tuple(
        (story.path, line.number)
        for line in listed.lines.values()
        for story in line.stories
        if story.path in known.records and line.key not in _keys(known, story.path)
    )


def _keys(known: Files, path: str) -> set[str]:
    found, seen = set(), {""}
    while path not in seen and path in known.records:
        seen.add(path)
        found |= {one.key for one in known.records[path]}
        front = known.fronts[path]
        original = value_at(front, "translation_of") or value_at(front, "easy_read_of")
        path = original if isinstance(original, str) else ""
    return found
