"""The voices that story files declare, looked up in the files themselves.

Not in the register, which knows no file with an error in it: somebody who leaves has to be found
there too, or mending the error would bring them back.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from byleave.diagnostics import nearest
from byleave.permission.files.front_matter import CannotEditError, Data, record_of, value_at
from byleave.permission.files.refusals import RefusedError
from byleave.permission.files.story_files import StoryText, story_texts


class Declared(Struct, frozen=True, kw_only=True):
    """A voice as its file declares it; `front` is all that the file's front matter says."""

    path: str
    voice: str
    name: str
    person: str
    record: str | None
    withdrawn: bool
    front: Data


class Files(Struct, frozen=True, kw_only=True):
    """All story files: the voices that they declare, what they say, and which cannot be read."""

    voices: tuple[Declared, ...]
    fronts: Mapping[str, Data]
    unread: tuple[StoryText, ...]


def files(site: Path) -> Files:
    """What the story files of `site` declare; raises FilesError."""
    voices: list[Declared] = []
    fronts: dict[str, Data] = {}
    unread: list[StoryText] = []
    for file in story_texts(site):
        try:
            fronts[file.path] = _read(file)
        except CannotEditError:
            unread.append(file)
            continue
        voices += _voices(file.path, fronts[file.path])
    return Files(voices=tuple(voices), fronts=fronts, unread=tuple(unread))


def _read(file: StoryText) -> Data:
    try:
        return record_of(file.text)
    except CannotEditError as fault:
        fault.path = file.path
        raise


def _voices(path: str, front: Data) -> Iterator[Declared]:
    voices = value_at(front, "voices")
    for id_ in voices if isinstance(voices, Mapping) else ():
        consent = value_at(voices, id_, "consent")
        yield Declared(
            path=path,
            voice=id_,
            name=_line(value_at(voices, id_, "name")),
            person=_line(value_at(voices, id_, "person")),
            record=_line(value_at(consent, "record")) or None,
            withdrawn=isinstance(consent, Mapping) and "withdrawn" in consent,
            front=front,
        )


def _line(value: Data | None) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def identity_of(voice: Declared) -> str:
    """What kind of name the voice's is, as its file says."""
    return _line(value_at(voice.front, "voices", voice.voice, "identity"))


def voice_in(known: Files, story: str, voice: str) -> Declared:
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


def with_record(known: Files, record: str) -> tuple[Declared, ...]:
    """Every voice whose consent has this record, in order of paths."""
    return tuple(one for one in known.voices if one.record == record)


def may_have_record(known: Files, record: str) -> tuple[str, ...]:
    """The paths of files that cannot be read and in which this reference stands."""
    return tuple(file.path for file in known.unread if record in file.text)


def with_versions(known: Files, path: str) -> tuple[str, ...]:
    """`path` and the versions of the story there."""
    keys = ("translation_of", "easy_read_of")
    versions = (
        other
        for other, front in known.fronts.items()
        if any(value_at(front, key) == path for key in keys)
    )
    return (path, *versions)
