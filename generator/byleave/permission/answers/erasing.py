"""Deleting somebody's words for good: when a story need not hold a record any longer."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct

from byleave.editing.front_matter import Edit
from byleave.editing.record_list_file import write_list
from byleave.editing.refusals import RefusedError
from byleave.editing.story_files import StoryText, read_text
from byleave.model.captions import read_captions
from byleave.model.fingerprints import pictures_in
from byleave.model.record_list import RecordList
from byleave.model.records import record_key
from byleave.model.terms import AUTHOR_PARTS
from byleave.permission.answers.declared import Declared, DeclaredVoices, with_record, with_versions
from byleave.permission.answers.differences import readable
from byleave.permission.answers.history import versions
from byleave.permission.answers.mentions import plain_mentions
from byleave.permission.answers.narrowing import told_in
from byleave.permission.answers.stopping import write
from byleave.pipeline.for_permission_tools import words_of
from byleave.text_in_files.declared_records import declared_in
from byleave.text_in_files.front_matter import Data, data_of, record_of, value_at
from byleave.text_in_files.yaml_places import CannotEditError, front_matter, line_of
from byleave.values import replace

# A run of so many words is somebody's, and fewer may be anybody's.
_RUN, _SHORTEST = 8, 4
_PASSAGE = re.compile(r"^:::[ \t]+voice[ \t]([^\r\n]*)", re.M)


class Erased(Struct, frozen=True, kw_only=True):
    """Who was in a story, by what its entry says or once said.

    `name` is empty for an anonymous voice, and `id_` where only somebody who remembers told of it;
    `words` are the runs of text that were theirs, and `source` says where all this is from.
    """

    story: str
    id_: str
    name: str
    words: tuple[str, ...]
    source: str
    is_there: bool = False


def remembered(site: Path, known: DeclaredVoices, story: str, number: str) -> Erased | None:
    """Who had the record in `story`: by its entry, or else by git; None if neither has it."""
    for one in with_record(known, number):
        if one.path == story:
            text = read_text(site, story).text
            return replace(_of(story, one.voice, one.front, text, "its entry"), is_there=True)
    key = record_key(number)
    for text in versions(site, story):
        try:
            front = record_of(text)
        except CannotEditError:
            continue
        for had in declared_in(front):
            if had.key == key and had.voice:
                return _of(story, had.voice, front, text, "git")
    return None


def words_said(site: Path, one: Declared) -> tuple[str, ...]:
    """What is by or about a voice in its file: passages, an author's text, words of pictures."""
    return _of(one.path, one.voice, one.front, read_text(site, one.path).text, "its entry").words


def words_ever_said(site: Path, one: Declared) -> Iterator[str]:
    """The same in every version that any branch has, today's first; some more than once."""
    yield from words_said(site, one)
    for text in (*versions(site, one.path), *versions(site, one.path, everywhere=True)):
        try:
            front = record_of(text)
        except CannotEditError:
            continue
        yield from _of(one.path, one.voice, front, text, "git").words


def _of(story: str, id_: str, front: Data, text: str, source: str) -> Erased:
    entry = value_at(front, "voices", id_)
    name = value_at(entry, "name")
    part = value_at(entry, "part")
    anonymous = value_at(entry, "identity") == "anonymous"
    is_author = isinstance(part, str) and part.casefold() in AUTHOR_PARTS
    return Erased(
        story=story,
        id_=id_,
        name=name if isinstance(name, str) and not anonymous else "",
        words=(
            *_theirs(text, story, id_, is_author=is_author),
            *_of_pictures(front, text, id_),
        ),
        source=source,
    )


def _of_pictures(front: Data, text: str, id_: str) -> Iterator[str]:
    """What is said of pictures and recordings that show a voice, beside them and in the text."""
    media = value_at(front, "media")
    shown = (
        [name for name in media if _shows(media, name, id_)] if isinstance(media, Mapping) else []
    )
    for name in shown:
        found = (value_at(media, name, key) for key in ("alt", "caption", "transcript"))
        yield from (said for said in found if isinstance(said, str) and said)
        captions = value_at(media, name, "captions")
        if isinstance(captions, str):
            yield from (cue.words for cue in read_captions(captions).cues)
    for destination, said, _ in pictures_in(text) if shown else ():
        if said and unquote(destination) in shown:
            yield said


def _shows(media: Data | None, name: str, id_: str) -> bool:
    shows = value_at(media, name, "shows")
    return isinstance(shows, tuple) and id_ in shows


def _theirs(text: str, path: str, id_: str, *, is_author: bool) -> Iterator[str]:
    """The passages by or about a voice, and what stands outside passages where it is an author."""
    heads = {line_of(text, found.start()): found[1] for found in _PASSAGE.finditer(text)}
    for words in words_of(text, path):
        if words.kind == "passage":
            head = next((heads[at] for at in (words.line - 1, words.line) if at in heads), "")
            if id_ in re.split(r"[^a-z0-9-]+", head):
                yield words.text
        elif words.kind == "text" and is_author:
            yield words.text


def still_there(site: Path, known: DeclaredVoices, erased: Erased) -> tuple[str, ...]:
    """The places, as PATH:LINE, at which a name or words stand that were to go."""
    paths = told_in(known, erased.story)
    found: dict[str, None] = {}
    if erased.name:
        for mention in plain_mentions(site, erased.name, paths):
            found[f"{mention.path}:{mention.line}"] = None
    meant = {path for path in with_versions(known, erased.story) if _means(known, path, erased)}
    for path in paths:
        for line in _lines(read_text(site, path), erased, own=path in meant):
            found[f"{path}:{line}"] = None
    entry = set(_entry_lines(site, erased)) if erased.is_there else set()
    return tuple(place for place in found if place not in entry)


def _means(known: DeclaredVoices, path: str, erased: Erased) -> bool:
    """Whether the id means them in the story at `path`, and not somebody of its own."""
    own = value_at(known.fronts.get(path), "voices", erased.id_)
    return path == erased.story or own is None


def _lines(file: StoryText, erased: Erased, *, own: bool) -> Iterator[int]:
    marked = re.compile(rf"\{{{re.escape(erased.id_)}\}}") if erased.id_ else None
    heads = {found.start(): found[1] for found in _PASSAGE.finditer(file.text)}
    if own and erased.id_:
        for start, head in heads.items():
            if erased.id_ in re.split(r"[^a-z0-9-]+", head):
                yield line_of(file.text, start)
        yield from _picture_lines(file.text, erased.id_)
    if marked:
        yield from (line_of(file.text, found.start()) for found in marked.finditer(file.text))
    here = f" {' '.join(_words(file.text))} "
    for words in erased.words:
        if run := next((one for one in _runs(words) if f" {' '.join(one)} " in here), ()):
            place = re.search(r"\W+".join(map(re.escape, run)), file.text, re.I)
            yield line_of(file.text, place.start()) if place else 1


def _picture_lines(text: str, id_: str) -> Iterator[int]:
    """The lines of the files that are said to show them."""
    for media in (one for one in front_matter(text).root.entries if one.key.value == "media"):
        front = data_of(media.value)
        for entry in getattr(media.value, "entries", ()):
            if _shows(front, entry.key.value, id_):
                yield line_of(text, entry.key.start)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _runs(words: str) -> Iterator[tuple[str, ...]]:
    """The runs of words by which a text would be known again; none where it is a few words only."""
    theirs = _words(readable(words))
    length = min(_RUN, len(theirs))
    if length >= _SHORTEST:
        for at in range(len(theirs) - length + 1):
            yield tuple(theirs[at : at + length])


def _entry_lines(site: Path, erased: Erased) -> Iterator[str]:
    """The places of the entry itself, which goes with the rest."""
    text = read_text(site, erased.story).text
    root = front_matter(text).root
    for voices in (one for one in root.entries if one.key.value == "voices"):
        for entry in getattr(voices.value, "entries", ()):
            if entry.key.value == erased.id_:
                first, last = line_of(text, entry.key.start), line_of(text, entry.value.end)
                yield from (f"{erased.story}:{line}" for line in range(first, last + 1))


def erase(site: Path, known: DeclaredVoices, erased: Erased, number: str) -> None:
    """Take the entry out, where it is there, and the story off the record's line of the list.

    The number and its state stay. Raises RefusedError where a name or words of theirs are still
    there, or the entry is the last one, and CannotEditError and FilesError, with nothing written.
    """
    if places := still_there(site, known, erased):
        where = "\n  ".join(places)
        message = f"their name or words still stand here:\n  {where}\nnothing was written"
        raise RefusedError(message, "take them out, and give the command again")
    if erased.is_there:
        voices = value_at(known.fronts[erased.story], "voices")
        if isinstance(voices, Mapping) and len(voices) == 1:
            message = "nobody would be left in this story"
            do = "delete the file, or write by hand that nobody speaks in what is left"
            raise RefusedError(message, do)
        write(site, {erased.story: [Edit(path=("voices", erased.id_), value=None)]})
    write_list(site, lambda found: _without(found, erased.story, number))


def _without(found: RecordList, story: str, number: str) -> RecordList:
    line = found.lines[record_key(number)]
    kept = tuple(one for one in line.stories if one.path != story)
    return found.with_line(replace(line, stories=kept))
