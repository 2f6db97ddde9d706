"""The voices that story files declare, looked up in the files themselves.

Not in the register, which knows no file with an error in it: somebody who leaves has to be found
there too, or mending the error would bring them back.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from byleave.editing.refusals import RefusedError
from byleave.editing.story_files import StoryText, story_texts
from byleave.model.record_list import RecordList, notes_in
from byleave.model.records import (
    CLOSING,
    RecordHere,
    RecordState,
    most_careful,
    record_key,
)
from byleave.suggestions import nearest
from byleave.text_in_files.declared_records import declared_in, may_hold, records_in
from byleave.text_in_files.front_matter import Data, record_of, value_at
from byleave.text_in_files.yaml_places import CannotEditError

_OVER = frozenset((*CLOSING, "not_here"))


class Declared(Struct, frozen=True, kw_only=True):
    """A voice as its file declares it; `front` is all that the file's front matter says."""

    path: str
    voice: str
    name: str
    person: str
    record: str | None
    is_over: bool
    front: Data


class DeclaredVoices(Struct, frozen=True, kw_only=True):
    """All story files: the voices that they declare, what they say, and which cannot be read.

    `records` has the records of every file whose front matter can be read, by path, whatever is
    wrong with it.
    """

    voices: tuple[Declared, ...]
    fronts: Mapping[str, Data]
    records: Mapping[str, tuple[RecordHere, ...]]
    unread: tuple[StoryText, ...]


def files(site: Path) -> DeclaredVoices:
    """What the story files of `site` declare."""
    voices: list[Declared] = []
    fronts: dict[str, Data] = {}
    unread: list[StoryText] = []
    for file in story_texts(site):
        try:
            fronts[file.path] = _read(file)
        except CannotEditError:
            unread.append(file)
            continue
        voices += voices_in(file.path, fronts[file.path])
    return DeclaredVoices(
        voices=tuple(voices),
        fronts=fronts,
        records={path: declared_in(front) for path, front in fronts.items()},
        unread=tuple(unread),
    )


def _read(file: StoryText) -> Data:
    if file.fault:
        do = "save it again as UTF-8, or put the file itself there"
        raise CannotEditError(file.fault, path=file.path, do=do)
    try:
        return record_of(file.text)
    except CannotEditError as fault:
        fault.path = file.path
        raise


def state_of(known: DeclaredVoices, listed: RecordList, number: str) -> RecordState:
    """The one state of the record with this number: what any file or the list says of it."""
    key = record_key(number)
    line = listed.lines.get(key)
    said = [one.state for found in known.records.values() for one in found if one.key == key]
    for file in known.unread:
        found = records_in(file.text, is_rough=bool(file.fault))
        said += [one.state for one in found if one.key == key]
    return most_careful([*said, *([line.state] if line else [])])


def is_not_here(known: DeclaredVoices, listed: RecordList, path: str, number: str) -> bool:
    """Whether the record with this number was taken back for the story at `path` alone."""
    key = record_key(number)
    said = [one.notes for one in known.records.get(path, ()) if one.key == key]
    if line := listed.lines.get(key):
        there = {*known.records, *(one.path for one in known.unread)}
        said.append(tuple(notes_in(line, path, there)))
    return any("not_here" in notes for notes in said)


def voices_in(path: str, front: Data) -> Iterator[Declared]:
    """The voices that the front matter of the file at `path` declares."""
    voices = value_at(front, "voices")
    for id_ in voices if isinstance(voices, Mapping) else ():
        consent = value_at(voices, id_, "consent")
        yield Declared(
            path=path,
            voice=id_,
            name=_line(value_at(voices, id_, "name")),
            person=_line(value_at(voices, id_, "person")),
            record=_line(value_at(consent, "record")) or None,
            is_over=isinstance(consent, Mapping) and not consent.keys().isdisjoint(_OVER),
            front=front,
        )


def _line(value: Data | None) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def identity_of(voice: Declared) -> str:
    """What kind of name the voice's is, as its file says."""
    return _line(value_at(voice.front, "voices", voice.voice, "identity"))


def day_of(voice: Declared, key: str) -> date | None:
    """The day that the voice's consent says under `key`; None where there is none to be read."""
    said = _line(value_at(voice.front, "voices", voice.voice, "consent", key))
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def list_of(voice: Declared, key: str) -> tuple[Data, ...]:
    """The list that the voice's consent has under `key`; empty where there is none."""
    said = value_at(voice.front, "voices", voice.voice, "consent", key)
    return said if isinstance(said, tuple) else ()


def voice_in(known: DeclaredVoices, story: str, voice: str) -> Declared:
    """The voice `voice` of `story`, which for a version may be declared by its original.

    Raises RefusedError where there is none, with the ids that there are, and CannotEditError where
    the file cannot be read.
    """
    for file in known.unread:
        if file.path == story:
            _read(file)  # says why not, and where
    path, ids = story, []
    for _ in range(len(known.fronts)):
        for one in known.voices:
            if one.path == path:
                ids.append(one.voice)
                if one.voice == voice:
                    return one
        front = known.fronts.get(path, "")
        original = value_at(front, "translation_of") or value_at(front, "easy_read_of")
        if not isinstance(original, str) or original == path:
            break
        path = original
    raise RefusedError(f"no voice of {story} has this id", _which(voice, ids))


def _which(voice: str, ids: Iterable[str]) -> str:
    known = sorted(set(ids))
    if meant := nearest(voice, known):
        return f"did you mean “{meant}”?"
    return f"write one of: {', '.join(known)}" if known else "declare the voice under `voices:`"


def with_record(known: DeclaredVoices, record: str) -> tuple[Declared, ...]:
    """Every voice whose consent has this record, however it is written, in order of paths."""
    key = record_key(record)
    return tuple(one for one in known.voices if one.record and record_key(one.record) == key)


def may_have_record(known: DeclaredVoices, record: str) -> tuple[str, ...]:
    """The paths of files that have this record, or may have it, and in no voice's consent.

    Those are files that cannot be read, and consents that are there twice or stand elsewhere.
    """
    key = record_key(record)
    plain = {one.path for one in with_record(known, record)}
    odd = (path for path, found in known.records.items() if any(one.key == key for one in found))
    unread = (one.path for one in known.unread if not one.text or may_hold(one.text, record))
    return tuple(sorted({*odd, *unread} - plain))


def with_versions(known: DeclaredVoices, path: str) -> tuple[str, ...]:
    """`path` and the versions of the story there."""
    keys = ("translation_of", "easy_read_of")
    versions = (
        other
        for other, front in known.fronts.items()
        if any(value_at(front, key) == path for key in keys)
    )
    return (path, *versions)
