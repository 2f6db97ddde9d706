"""A story that is to be written, beside what is there: what editors did here is never lost."""

from collections.abc import Sequence
from pathlib import Path

from byleave.beginning.stories import NewPicture, picture_entry
from byleave.beginning.writing import fill, write_folder, write_new
from byleave.editing.front_matter import (
    CannotEditError,
    Data,
    Edit,
    edited,
    value_at,
)
from byleave.editing.whole_files import draft_of
from byleave.importing.ledger import Line, body_of, digest
from byleave.importing.report import State
from byleave.model.records import STOPPING
from byleave.text_in_files.front_matter import data_of
from byleave.text_in_files.yaml_places import front_matter

_INDEX = "/index.md"


def keep(
    site: Path, new: Line, text: str, pictures: Sequence[NewPicture], line: Line | None
) -> tuple[State, Line]:
    """Write `text`, of which `new` is the line, as far as nobody has changed what is there.

    Gives what is to be noted of it; `line` is what was noted before.

    Where it was changed here and in the source, it stays: the new one may have words of somebody
    who was taken out of it since, and git must never see them. Raises OSError.
    """
    place = site / new.path
    if line is None:
        _write_new(site, new.path, text, pictures)
        return "new", new
    if new == line:
        return "same", line
    there = place.read_bytes().decode("utf-8", "replace")
    if digest(there) == line.whole and not _is_permitted(there):
        write_changed(place, text, pictures)
        return "changed", new
    if new.body == line.body:
        return "same", line
    is_as_it_came = digest(body_of(there)) == line.body and not _is_permitted(there)
    if is_as_it_came and _means_the_same(there, text):
        try:
            write_changed(place, with_body(there, body_of(text), pictures), pictures)
        except CannotEditError:
            pass
        else:
            return "changed", new
    return "beside", line


def with_body(there: str, body: str, pictures: Sequence[NewPicture]) -> str:
    """The file `there` with another body and, if they are new, its pictures; all else stays.

    Raises CannotEditError where its front matter cannot be read.
    """
    root = front_matter(there).root
    media = value_at(data_of(root), "media")
    missing = [one for one in pictures if value_at(media, one.name) is None]
    edits = [Edit(path=("media", one.name), value=picture_entry(one)) for one in missing]
    if media is None and missing:
        entries = {one.name: picture_entry(one) for one in missing}
        edits = [Edit(path=("media",), value=entries)]
    changed = edited(there, edits)
    line_end = changed.find("\n", front_matter(changed).end)
    head = f"{changed}\n" if line_end < 0 else changed[: line_end + 1]
    return f"{head}\n{body}\n"


def _means_the_same(there: str, text: str) -> bool:
    """Whether passages of the body of `text` would be the same people's below what is `there`."""
    return ":::" not in text or _names(there) == _names(text)


def _names(text: str) -> dict[str, Data | None]:
    voices = value_at(data_of(front_matter(text).root), "voices")
    ids = voices.keys() if isinstance(voices, dict) else ()
    return {id_: value_at(voices, id_, "name") for id_ in ids}


def _is_permitted(text: str) -> bool:
    """Whether somebody has said yes to what is there, or no: other words are not theirs."""
    try:
        voices: Data | None = value_at(data_of(front_matter(text).root), "voices")
    except CannotEditError:
        return True
    ids = voices.keys() if isinstance(voices, dict) else ()
    return any(
        value_at(voices, id_, "consent", key) is not None
        for id_ in ids
        for key in ("given", *STOPPING)
    )


def _write_new(site: Path, path: str, text: str, pictures: Sequence[NewPicture]) -> None:
    if not path.endswith(_INDEX):
        write_new(site / path, text.encode())
        return
    files = {one.name: one.content for one in pictures}
    write_folder((site / path).parent, {"index.md": text.encode(), **files})


def write_changed(place: Path, text: str, pictures: Sequence[NewPicture]) -> None:
    """Put `text` in the place of a file, and `pictures` beside it; raises OSError."""
    for one in pictures:
        if not (place.parent / one.name).exists():
            fill(place.parent, {one.name: one.content})
    _replace(place, text.encode())


def _replace(place: Path, content: bytes) -> None:
    draft = draft_of(place, content)
    draft.chmod(0o644)
    draft.replace(place)
