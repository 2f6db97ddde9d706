"""A corrected document in the place of a story's text, beside the permissions that are there."""

from collections.abc import Mapping
from pathlib import Path

from byleave.beginning.front_matter import without_marks
from byleave.beginning.stories import NewVoice, voice_entry
from byleave.editing.front_matter import CannotEditError, Data, Edit, edited, value_at
from byleave.editing.story_files import read_text
from byleave.importing.bringing import Choices
from byleave.importing.found import Found, Source
from byleave.importing.keeping import with_body, write_changed
from byleave.importing.ledger import (
    NOT_OURS,
    digest,
    drawn,
    line_of,
    read_ledger,
    write_ledger,
)
from byleave.importing.nothing_opens import check_nothing_opens
from byleave.importing.placing import Shelf
from byleave.importing.prose import Surroundings, html_as_markdown
from byleave.importing.refusing import CannotImportError
from byleave.importing.report import Asked, Brought, Report
from byleave.importing.voices import voice_id, voices_of
from byleave.text_in_files.front_matter import data_of
from byleave.text_in_files.yaml_places import front_matter
from byleave.values import replace

_LETTERS = 6


def update(site: Path, path: str, source: Source, choices: Choices) -> Report:
    """Let the story at `path` have the text of the one document of `source`.

    Permissions, date and all else of its front matter stay; title and summary change where the
    document has others, and whoever is new in it is added. Raises CannotImportError, also where
    words could get public that are withheld now.
    """
    (found,) = source.found
    there = read_text(site, path).text
    try:
        data = data_of(front_matter(there).root)
        text, new, prose_notes, shelf = _updated(there, data, found, source, choices)
    except CannotEditError as fault:
        raise CannotImportError(
            f"{path}:{fault.line}: {fault}", "mend this place in the file, and try again"
        ) from None
    state = "same" if text == there else "changed"
    if state == "changed":
        check_nothing_opens(site, path, data, there, text)
        write_changed(site / path, text, shelf.pictures)
    lines = dict(read_ledger(site))
    key = digest(source.kind, source.place, found.key)
    # What an import would write is another file: only the text is known to be the document's.
    before = lines.get(key)
    number = before.drawn if before else drawn()
    lines[key] = replace(line_of(key, path, text, number), whole=NOT_OURS)
    write_ledger(site, lines.values())
    given = tuple(_agreed(value_at(data, "voices"))) if state == "changed" else ()
    notes = tuple(f"ask {name} again: what they agreed to was another text" for name in given)
    title = value_at(data, "title")
    return Report(
        brought=(
            Brought(
                path=path,
                title=found.title or (title if isinstance(title, str) else ""),
                state="same" if state == "same" else "changed",
                voices=tuple(Asked(id=one.id, name=one.name) for one in new),
                pictures=len(shelf.pictures),
                notes=(*found.notes, *prose_notes, *shelf.notes),
            ),
        ),
        missing=shelf.missing(path),
        notes=notes,
    )


def _updated(
    there: str, data: Data, found: Found, source: Source, choices: Choices
) -> tuple[str, tuple[NewVoice, ...], tuple[str, ...], Shelf]:
    voices = value_at(data, "voices")
    known = _ids_by_name(voices)
    said = voices_of(found.authors or (), choices.unnamed)
    new = tuple(one for one in said if one.name.casefold() not in known)
    # Never one that somebody else has here, whoever stood in that place before.
    named = {one.id: f"v-{drawn()[:_LETTERS]}" for one in new}
    ids = {one.id: named.get(one.id) or known[one.name.casefold()] for one in said}
    ids |= {voice_id(name): id_ for name, id_ in known.items()}
    shelf = Shelf(found, source)
    new = tuple(replace(one, id=named[one.id]) for one in new)
    passages = {key: passage.called(ids) for key, passage in found.passages.items()}
    around = Surroundings(picture=shelf.picture, passages=passages)
    prose = html_as_markdown(found.text, around)
    edits = [
        Edit(path=(key,), value=without_marks(words))
        for key, words in (
            ("title", found.title if found.is_titled else ""),
            ("summary", found.summary),
        )
        if words and value_at(data, key) != words
    ]
    if new and voices is None:
        edits.append(Edit(path=("voices",), value={one.id: voice_entry(one) for one in new}))
    elif new:
        edits += [Edit(path=("voices", one.id), value=voice_entry(one)) for one in new]
    text = with_body(edited(there, edits), prose.text, shelf.pictures)
    return text, new, prose.notes, shelf


def _ids_by_name(voices: Data | None) -> Mapping[str, str]:
    found = {}
    for id_ in voices if isinstance(voices, Mapping) else ():
        name = value_at(voices, id_, "name")
        if isinstance(name, str):
            found[name.casefold()] = id_
    return found


def _agreed(voices: Data | None) -> list[str]:
    """The names of those who have said yes to what was there."""
    return [
        name if isinstance(name := value_at(voices, id_, "name"), str) else id_
        for id_ in (voices if isinstance(voices, Mapping) else ())
        if value_at(voices, id_, "consent", "given") is not None
    ]
