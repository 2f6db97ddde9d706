"""Taking permission back, and holding back: everywhere that a record is used.

The list of records is written first, since nothing can be in its way: from then on the record is
closed, whatever becomes of the files. Then each file is written that can be.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Literal

from msgspec import Struct

from byleave.editing.front_matter import Edit, edited_at
from byleave.editing.record_list_file import add_careful_line, listed, write_list
from byleave.editing.refusals import RefusedError
from byleave.editing.story_files import FilesError, read_text, replace_all
from byleave.model.record_list import RecordLine, RecordList, StoryNote
from byleave.model.records import Note, RecordState, record_key
from byleave.permission.answers.declared import (
    Declared,
    DeclaredVoices,
    may_have_record,
    voice_in,
    with_record,
)
from byleave.text_in_files.front_matter import value_at
from byleave.text_in_files.yaml_places import CannotEditError
from byleave.values import replace

StopKey = Literal["withdrawn", "refused", "held"]
# The same in one story alone.
_HERE: Mapping[StopKey, Note] = {
    "withdrawn": "not_here",
    "refused": "not_here",
    "held": "held_here",
}
_STATES: Mapping[StopKey, RecordState] = {
    "withdrawn": "closed",
    "refused": "closed",
    "held": "held",
}


class WhosePermission(Struct, frozen=True, kw_only=True):
    """Whose permission is meant: a voice of a story, or whoever has a record.

    With `only_here`, the record's other stories stay as they are.
    """

    story: str | None = None
    voice: str | None = None
    record: str | None = None
    only_here: bool = False


class Stopped(Struct, frozen=True, kw_only=True):
    """The voices that were meant; `unread` are files to be seen to by hand.

    `record` is the number that they have, or None where one voice alone is meant that has none;
    `holding` are the paths of the files in which it stands; of one story alone, it is in `other`
    ones as well.
    """

    voices: tuple[Declared, ...]
    unread: tuple[str, ...]
    record: str | None
    holding: tuple[str, ...]
    other: tuple[str, ...] = ()
    only_here: bool = False


class Unwritten(Struct, frozen=True, kw_only=True):
    """A file that could not be written: where, why, and what to do."""

    place: str
    message: str
    do: str


def meant(
    known: DeclaredVoices, where: WhosePermission, known_records: RecordList | None = None
) -> Stopped:
    """The voices that `where` means.

    Raises RefusedError where there are none, and the record is not among `known_records` either.
    """
    record = where.record
    if where.story and where.voice:
        one = voice_in(known, where.story, where.voice)
        if one.record is None or where.only_here:
            others = {found.path for found in with_record(known, one.record or "")} - {one.path}
            return Stopped(
                voices=(one,),
                unread=(),
                record=one.record,
                holding=(one.path,),
                other=tuple(sorted(others)),
                only_here=where.only_here,
            )
        record = one.record
    found, unread = with_record(known, record or ""), may_have_record(known, record or "")
    in_list = known_records is not None and record_key(record or "") in known_records.lines
    if not found and not unread and not in_list:
        do = "look for it with: byleave consent list"
        raise RefusedError("no story has this record", do)
    empty = {file.path for file in known.unread if not file.text}
    holding = {one.path for one in found} | set(unread) - empty
    return Stopped(voices=found, unread=unread, record=record, holding=tuple(sorted(holding)))


def stop(site: Path, meant: Stopped, key: StopKey, day: date) -> tuple[Unwritten, ...]:
    """Stop the record of those who are `meant` from `day` on: in the list first, then in files.

    What could not be written is given back; nothing keeps the rest from being written. A day that
    stands in a file already stays: it is the one that counts.
    """
    here = _HERE[key] if meant.only_here else None
    unwritten = []
    if meant.record is not None:
        line = RecordLine(
            number=meant.record,
            state="open" if here else _STATES[key],
            since=day,
            stories=(
                *(StoryNote(path=path, notes=_notes(here)) for path in meant.holding),
                # Named as well, so that none of them passes for this one with another name.
                *(StoryNote(path=path) for path in meant.other),
            ),
        )
        try:
            add_careful_line(site, line)
        except FilesError as fault:
            do = "see to the file, and give the command again: until then others may reopen it"
            unwritten.append(Unwritten(place="list of records", message=str(fault), do=do))
    said = f"write `{here or key}: {day}` under their consent by hand"
    return (*unwritten, *_set(site, meant.voices, here or key, day.isoformat(), said))


def _notes(here: Note | None) -> tuple[Note, ...]:
    return (here,) if here else ()


def lift(site: Path, meant: Stopped) -> tuple[Unwritten, ...]:
    """Take `held` out of all files, or `held_here` out of one, and last of all out of the list.

    The list stays as it is where a file could not be written, or where no story lets one know.
    Raises RefusedError where nothing is held, FilesError where the list cannot be written.
    """
    key: StopKey = "held"
    out = _HERE[key] if meant.only_here else key
    if not meant.unread and not _is_held(meant, out, known_list(site)):
        do = "byleave consent list says what keeps it from being published"
        raise RefusedError("this is not held, so that nothing was lifted", do)
    unwritten = _set(site, meant.voices, out, None, f"take `{out}:` out of their consent by hand")
    if meant.record is not None and not unwritten and not meant.unread:
        number = meant.record
        paths = {one.path for one in meant.voices}
        write_list(site, lambda found: _lifted(found, number, paths, only_here=meant.only_here))
    return unwritten


def _is_held(meant: Stopped, key: str, listed: RecordList) -> bool:
    """Whether those who are `meant` have `key` in a file, or the list says as much."""
    consents = (value_at(one.front, "voices", one.voice, "consent") for one in meant.voices)
    if any(isinstance(consent, Mapping) and key in consent for consent in consents):
        return True
    line = listed.lines.get(record_key(meant.record or ""))
    if line is None:
        return False
    notes = {note for one in line.stories if one.path in meant.holding for note in one.notes}
    return key in notes if meant.only_here else line.state == key


def _lifted(found: RecordList, number: str, paths: set[str], *, only_here: bool) -> RecordList:
    line = found.lines.get(record_key(number))
    if line is None:
        return found
    if only_here:
        stories = tuple(
            replace(one, notes=tuple(note for note in one.notes if note != "held_here"))
            if one.path in paths
            else one
            for one in line.stories
        )
        return found.with_line(replace(line, stories=stories))
    return found.with_line(replace(line, state="open")) if line.state == "held" else found


def _set(
    site: Path, voices: Iterable[Declared], key: str, value: str | None, by_hand: str
) -> tuple[Unwritten, ...]:
    """Write `key` into the consent of each voice, or take it out, file by file."""
    edits: dict[str, list[Edit]] = {}
    for one in voices:
        consent = value_at(one.front, "voices", one.voice, "consent")
        if value is not None and isinstance(consent, Mapping) and key in consent:
            continue
        edit = Edit(path=("voices", one.voice, "consent", key), value=value)
        edits.setdefault(one.path, []).append(edit)
    unwritten = []
    for path, of_file in edits.items():
        try:
            write(site, {path: of_file})
        except CannotEditError as fault:
            place = f"{path}:{fault.line}"
            unwritten.append(Unwritten(place=place, message=fault.message, do=by_hand))
        except FilesError as fault:
            message = str(fault).removeprefix(f"{path}: ").removesuffix("; nothing was written")
            unwritten.append(Unwritten(place=path, message=message, do=by_hand))
    return tuple(unwritten)


def known_list(site: Path) -> RecordList:
    """The list of records, or none where it cannot be read: a command that stops goes on."""
    try:
        return listed(site)
    except FilesError:
        return RecordList()


def write(site: Path, edits: dict[str, list[Edit]]) -> None:
    """Make the edits of each file at its path: in all files or in none of them."""
    texts = {}
    for path, of_file in edits.items():
        old = read_text(site, path).text
        new = edited_at(path, old, of_file)
        if new != old:
            texts[path] = new
    replace_all(site, texts)


def elsewhere(known: DeclaredVoices, stopped: Iterable[Declared]) -> tuple[Declared, ...]:
    """Voices under other records that are said to be the same person, and still in."""
    there = list(stopped)
    persons = {one.person for one in there if one.person}
    places = {(one.path, one.voice) for one in there}
    return tuple(
        one
        for one in known.voices
        if one.person in persons and (one.path, one.voice) not in places and not one.is_over
    )
