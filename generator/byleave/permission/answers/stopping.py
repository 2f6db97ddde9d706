"""Taking permission back, and holding back: everywhere that a record is used, all at once."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Literal

from msgspec import Struct

from byleave.permission.answers.declared import (
    Declared,
    Files,
    may_have_record,
    voice_in,
    with_record,
)
from byleave.permission.files.front_matter import Edit, edited_at, value_at
from byleave.permission.files.refusals import RefusedError
from byleave.permission.files.story_files import read_text, replace_all

StopKey = Literal["withdrawn", "held"]


class Where(Struct, frozen=True, kw_only=True):
    """Whose permission is meant: a voice of a story, or whoever has a record.

    With `only_here`, the record's other stories stay as they are.
    """

    story: str | None = None
    voice: str | None = None
    record: str | None = None
    only_here: bool = False


class Stopped(Struct, frozen=True, kw_only=True):
    """The voices that were meant; `unread` are files to be seen to by hand."""

    voices: tuple[Declared, ...]
    unread: tuple[str, ...]


def meant(known: Files, where: Where) -> Stopped:
    """The voices that `where` means; raises RefusedError where there are none."""
    record = where.record
    if where.story and where.voice:
        one = voice_in(known, where.story, where.voice)
        if one.record is None or where.only_here:
            return Stopped(voices=(one,), unread=())
        record = one.record
    found, unread = with_record(known, record or ""), may_have_record(known, record or "")
    if not found and not unread:
        do = "look for it with: byleave consent list"
        raise RefusedError("no story has this record", do)
    return Stopped(voices=found, unread=unread)


def set_key(site: Path, voices: Iterable[Declared], key: StopKey, day: date | None) -> None:
    """Write `key` with `day` into the consent of each voice, or take it out where that is None.

    A day that stands there already stays: it is the one that counts. Raises CannotEditError and
    FilesError, the former with nothing written.
    """
    edits: dict[str, list[Edit]] = {}
    value = None if day is None else day.isoformat()
    for one in voices:
        consent = value_at(one.front, "voices", one.voice, "consent")
        if day is not None and isinstance(consent, Mapping) and key in consent:
            continue
        edit = Edit(path=("voices", one.voice, "consent", key), value=value)
        edits.setdefault(one.path, []).append(edit)
    write(site, edits)


def write(site: Path, edits: dict[str, list[Edit]]) -> None:
    """Make the edits of each file at its path: in all files or in none of them."""
    texts = {}
    for path, of_file in edits.items():
        old = read_text(site, path).text
        new = edited_at(path, old, of_file)
        if new != old:
            texts[path] = new
    replace_all(site, texts)


def elsewhere(known: Files, stopped: Iterable[Declared]) -> tuple[Declared, ...]:
    """Voices under other records that are said to be the same person, and still in."""
    there = list(stopped)
    persons = {one.person for one in there if one.person}
    places = {(one.path, one.voice) for one in there}
    return tuple(
        one
        for one in known.voices
        if one.person in persons and (one.path, one.voice) not in places and not one.withdrawn
    )
