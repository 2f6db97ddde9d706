"""What a corrected document must not do: let words get public that are withheld in the story."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from byleave.editing.front_matter import Data, value_at
from byleave.editing.record_list_file import listed
from byleave.editing.story_files import FilesError
from byleave.importing.ledger import body_of
from byleave.importing.refusing import CannotImportError
from byleave.model.record_list import RECORDS_FILE, RecordList, notes_in
from byleave.model.records import STOPPING, RecordHere
from byleave.permission.answers.declared import DeclaredVoices, files, state_of
from byleave.text_in_files.front_matter import data_of
from byleave.text_in_files.yaml_places import CannotEditError, front_matter

_PASSAGE = re.compile(r"^[ >]*:{3,}[ \t]*voice[ \t]+(.+)$", re.M)
_NAMED = re.compile(r"(?<!\\)\{([\w-]+)\}")
_ORIGINALS = ("translation_of", "easy_read_of")
_BY_HAND = "write into the file by hand what is to be another"


def check_nothing_opens(site: Path, path: str, data: Data, there: str, text: str) -> None:
    """Refuse `text` where words could be public in it that are withheld in what is `there`.

    `data` is the front matter of the story at `path`. Raises CannotImportError.
    """
    _check_records(site, path)
    for voices in _all_voices(site, data):
        for id_ in voices if isinstance(voices, Mapping) else ():
            _check_voice(path, id_, value_at(voices, id_, "consent"))
    lost = _marked(there) - _marked(text)
    if lost:
        raise CannotImportError(
            f"{path}: the document does not say any more where these speak or are told of: "
            f"{', '.join(sorted(lost))}",
            "mark their words in it with the styles of the template; or take their passages and "
            "names in braces out of the file first",
        )


def _check_voice(path: str, id_: str, consent: Data | None) -> None:
    said = frozenset(consent) if isinstance(consent, Mapping) else frozenset()
    if said & STOPPING:
        raise _is_stopped(path, id_)
    if "given" in said and not value_at(consent, "words"):
        raise CannotImportError(
            f"{path}: which words {id_} agreed to is not noted, so that new ones would "
            "be public without their yes",
            "ask them again with a form (byleave consent form), which notes it; then "
            "bring the document, and ask them about what is new",
        )


def _is_stopped(path: str, id_: str) -> CannotImportError:
    words = f"{path}: {id_} has said no, has left or is held, and the document may still have"
    return CannotImportError(f"{words} their words", _BY_HAND)


def _check_records(site: Path, path: str) -> None:
    """A record has one state: refuse where the list or another story file has it stopped."""
    try:
        known, found = files(site), listed(site)
    except FilesError as fault:
        raise CannotImportError(str(fault), "mend this, and try again") from None
    for place in _with_originals(known, path):
        if place in found.doubtful:
            raise CannotImportError(
                f"{RECORDS_FILE}: a line that cannot be read names {place}, so that its records "
                "count as held",
                "mend the line, and try again",
            )
        for one in known.records.get(place, ()):
            if _is_over(known, found, place, one):
                raise _is_stopped(path, one.voice or f"somebody ({one.number})")


def _is_over(known: DeclaredVoices, found: RecordList, place: str, one: RecordHere) -> bool:
    if one.notes or state_of(known, found, one.number) != "open":
        return True
    line = found.lines.get(one.key)
    there = {*known.records, *(file.path for file in known.unread)}
    return line is not None and bool(notes_in(line, place, there))


def _with_originals(known: DeclaredVoices, path: str) -> Iterator[str]:
    """The story at `path`, and what it is a version of, whose voices are its own as well."""
    for _ in range(len(known.fronts) + 1):
        yield path
        front = known.fronts.get(path, "")
        original = next(filter(None, (value_at(front, key) for key in _ORIGINALS)), None)
        if not isinstance(original, str):
            return
        path = original


def _all_voices(site: Path, data: Data) -> Iterator[Data | None]:
    """The voices of a story, and those of the one that it is a version of."""
    yield value_at(data, "voices")
    for original in (value_at(data, key) for key in _ORIGINALS):
        if isinstance(original, str) and (site / original).is_file():
            there = (site / original).read_bytes().decode("utf-8", "replace")
            try:
                yield value_at(data_of(front_matter(there).root), "voices")
            except CannotEditError as fault:
                raise CannotImportError(
                    f"{original}:{fault.line}: {fault}",
                    "mend this place in the file, and try again",
                ) from None


def _marked(text: str) -> Counter[str]:
    """How often a text says of each voice that words are theirs or about them."""
    body = body_of(text)
    heads = (id_ for head in _PASSAGE.findall(body) for id_ in head.split() if id_ != "about")
    return Counter([*heads, *_NAMED.findall(body)])
