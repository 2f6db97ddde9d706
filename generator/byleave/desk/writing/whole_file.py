"""A whole file as text, where it has no form: a page, a theme, settings, or what cannot be read."""

from starlette.responses import Response

from byleave.desk.asking import Asked, to
from byleave.desk.pages import no_such_file, page
from byleave.desk.site_files import known_path
from byleave.desk.texts import digest_of
from byleave.desk.workplace import Workplace
from byleave.desk.writing.changing import sheet_in
from byleave.desk.writing.outlived import is_about_permission
from byleave.editing.front_matter import CannotEditError
from byleave.editing.story_files import FilesError, read_text, replace_all
from byleave.preview import SiteInMemory

_CONFLICT = 409
_NOTES = {"kept": "Kept.", "undone": "The last change is taken back."}


def file_page(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """One file as it stands, with what is wrong with it."""
    try:
        path = known_path(place.site, asked.query.get("path", ""))
        text = read_text(place.site, path).text
    except (FilesError, UnicodeDecodeError):
        return no_such_file(place)
    return _page(place, held, path, text, text, _NOTES.get(asked.query.get("done", ""), ""))


def change_file(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """Keep what was written, or take the last change back."""
    try:
        path = known_path(place.site, asked.said("path"))
        text = read_text(place.site, path).text
    except (FilesError, UnicodeDecodeError):
        return no_such_file(place)
    if asked.said("do") == "undo":
        before = place.texts.before(path, text)
        if before is None:
            return to("/file", path=path)
        replace_all(place.site, {path: before})
        place.texts.went_back(path)
        place.take_in(held, [path])
        return to("/file", path=path, done="undone")
    end = "\r\n" if "\r\n" in text else "\n"
    new = asked.said("text").replace("\r\n", "\n").replace("\r", "\n").replace("\n", end)
    if digest_of(text) != asked.said("base"):
        return _page(place, held, path, text, new, "", theirs=text, status=_CONFLICT)
    if new != text:
        replace_all(place.site, {path: new})
        if is_about_permission(text, new):
            # Nobody's leaving is undone by a button.
            place.texts.forget([path])
        else:
            place.texts.wrote(path, text, new)
        place.take_in(held, [path])
    return to("/file", path=path, done="kept")


def beside_file(place: Workplace, held: SiteInMemory, path: str, text: str, yours: str) -> Response:
    """The file as it is now, to be changed, beside what somebody wrote in a form of it before."""
    return _page(place, held, path, text, text, "", yours=yours, status=_CONFLICT)


def _page(
    place: Workplace,
    held: SiteInMemory,
    path: str,
    text: str,
    shown: str,
    note: str,
    *,
    theirs: str = "",
    yours: str = "",
    status: int = 200,
) -> Response:
    held.keep_up(path if path.startswith("stories/") else "")
    live = held.live
    found = live.findings if live else held.faults
    lines = text.splitlines()
    return page(
        place,
        "file.html",
        status=status,
        path=path,
        base=place.texts.shown(text),
        text=shown,
        theirs=theirs,
        yours=yours,
        has_form=path.startswith("stories/") and is_readable(text),
        note=note,
        can_undo=place.texts.before(path, text) is not None,
        found=[
            (one, lines[one.line - 1] if 0 < one.line <= len(lines) else "")
            for one in found
            if one.path == path
        ],
    )


def is_readable(text: str) -> bool:
    """Whether a story's form can be made of it."""
    try:
        sheet_in(text)
    except CannotEditError:
        return False
    return True
