"""What the buttons of a story's form do: keep it, take a change back, add and take out rows."""

from pathlib import PurePosixPath

from starlette.responses import Response

from byleave.beginning.front_matter import one_line
from byleave.beginning.naming import id_of
from byleave.beginning.pictures import NoPictureError, beside_story, picture_name
from byleave.beginning.themes import write_theme
from byleave.beginning.writing import TakenError, write_new
from byleave.desk.asking import Asked, to
from byleave.desk.pages import no_such_file
from byleave.desk.site_files import known_path
from byleave.desk.texts import digest_of
from byleave.desk.workplace import Workplace
from byleave.desk.writing.answers import answered
from byleave.desk.writing.changing import changed, sheet_in
from byleave.desk.writing.merging import differing, merged
from byleave.desk.writing.outlived import draft_now
from byleave.desk.writing.sheet import NOBODY, EventSheet, PersonSheet, PictureSheet, Sheet
from byleave.desk.writing.story_page import StoryForm, form, from_form
from byleave.desk.writing.up_to_date import say_up_to_date
from byleave.desk.writing.whole_file import beside_file, is_readable
from byleave.editing.story_files import FilesError, read_text, replace_all
from byleave.preview import SiteInMemory
from byleave.text_in_files.yaml_places import CannotEditError
from byleave.values import replace

_CONFLICT = 409
_UPLOAD = "new-picture"
# What needs no form of the file as it is now.
_WITHOUT_FORM = frozenset(("undo", "drop-draft", "compared"))


def change_story(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """Do what the button that was pressed says."""
    try:
        path = known_path(place.site, asked.said("path"))
        text = read_text(place.site, path).text
    except (FilesError, UnicodeDecodeError):
        return no_such_file(place)
    do, _, what = asked.said("do").partition(":")
    if do not in _WITHOUT_FORM and not is_readable(text):
        return _unreadable(place, held, asked, path, text)
    match do:
        case "undo":
            return _undo(place, held, path, text)
        case "drop-draft":
            place.drafts.drop([path])
            return to("/story", path=path, done="dropped")
        case "take-draft":
            return _take_draft(place, held, path, text)
        case "compared":
            return say_up_to_date(place, held, asked, path, text)
        case "keep" | "picture":
            return _keep(place, held, asked, path, text)
    sheet, focus = _with_row(answered(asked), asked, do, what)
    shown = from_form(place, asked, path, text, focus=focus)
    return form(place, held, replace(shown, sheet=sheet))


def _undo(place: Workplace, held: SiteInMemory, path: str, text: str) -> Response:
    before = place.texts.before(path, text)
    if before is None and not is_readable(text):
        return to("/file", path=path)
    if before is None:
        note = "There is nothing to take back: somebody else has changed this story since."
        shown = StoryForm(path=path, text=text, base=place.texts.shown(text), sheet=sheet_in(text))
        return form(place, held, replace(shown, note=note, kind="stopped"))
    replace_all(place.site, {path: before})
    place.texts.went_back(path)
    place.take_in(held, [path])
    return to("/story", path=path, done="undone")


def _take_draft(place: Workplace, held: SiteInMemory, path: str, text: str) -> Response:
    draft = draft_now(place.site, place.drafts, path)
    if draft is None:
        return to("/story", path=path)
    asked = Asked(fields=draft.fields)
    note = f"This is what you wrote on {draft.since}. It is not kept yet."
    return form(place, held, from_form(place, asked, path, text, note=note, kind="care"))


def _unreadable(
    place: Workplace, held: SiteInMemory, asked: Asked, path: str, text: str
) -> Response:
    """What was typed, beside a file that cannot be read any more: it is taken over by hand."""
    typed, was = answered(asked), place.texts.was(asked.said("base"))
    try:
        yours = changed(path, was, typed) if was is not None else typed.body
    except CannotEditError:
        yours = typed.body
    return beside_file(place, held, path, text, yours)


def _keep(place: Workplace, held: SiteInMemory, asked: Asked, path: str, text: str) -> Response:
    if digest_of(text) != asked.said("base"):
        return _both(place, held, asked, path, text)
    sheet, done = answered(asked), "kept"
    try:
        if _UPLOAD in asked.uploads:
            sheet, done = _with_picture(place, asked, path, sheet), "picture"
        sheet = _with_theme(place, held, asked, sheet)
        new = changed(path, text, sheet)
        if new != text:
            replace_all(place.site, {path: new})
            place.texts.wrote(path, text, new)
    except (CannotEditError, FilesError, NoPictureError, TakenError, OSError) as fault:
        return form(
            place,
            held,
            from_form(place, asked, path, text, note=_why(fault), kind="stopped"),
            status=_CONFLICT,
        )
    place.drafts.drop([path])
    place.take_in(held, [path])
    return to("/story", path=path, done=done)


def _both(place: Workplace, held: SiteInMemory, asked: Asked, path: str, text: str) -> Response:
    """Both people's changes in one form, which is kept when somebody has looked at it."""
    was = place.texts.was(asked.said("base"))
    yours, theirs = answered(asked), sheet_in(text)
    base = sheet_in(was) if was is not None else theirs
    shown = StoryForm(
        path=path,
        text=text,
        base=place.texts.shown(text),
        sheet=merged(base, yours, theirs),
        differing=differing(base, yours, theirs),
        note="Somebody else has changed this story since you opened it. Nothing is kept yet.",
        kind="care",
        is_kept=False,
    )
    return form(place, held, shown, status=_CONFLICT)


def _why(fault: Exception) -> str:
    if isinstance(fault, CannotEditError):
        return f"This was not kept: line {fault.line} of the file cannot be changed by itself."
    return f"This was not kept: {fault}."


def _with_picture(place: Workplace, asked: Asked, path: str, sheet: Sheet) -> Sheet:
    """Put the picture that came beside the story; raises NoPictureError, TakenError, OSError."""
    upload = asked.uploads[_UPLOAD]
    suffix = PurePosixPath(upload.name).suffix.casefold()
    content = beside_story(upload.content, suffix)
    folder = place.site / PurePosixPath(path).parent
    there = {one.name.casefold() for one in folder.iterdir()}
    number = 1
    while (name := picture_name(number, suffix)) in there:
        number += 1
    write_new(folder / name, content)
    shows = asked.all("new-picture-shows")
    picture = PictureSheet(
        name=name,
        alt=one_line(asked.said("new-picture-alt")),
        caption=one_line(asked.said("new-picture-caption")),
        shows=tuple(one for one in shows if one != NOBODY) if shows else None,
    )
    body = f"{sheet.body.rstrip()}\n\n![]({name})\n".lstrip("\n")
    return replace(sheet, pictures=(*sheet.pictures, picture), body=body)


def _with_theme(place: Workplace, held: SiteInMemory, asked: Asked, sheet: Sheet) -> Sheet:
    """The sheet with a theme that was not there; one that is there already is only chosen."""
    name = one_line(asked.said("new-theme"))
    if not name:
        return sheet
    known = place.overview(held).theme_names
    if name.casefold() not in known:
        path = write_theme(place.site, name, (), "", "")
        place.take_in(held, [path])
    chosen = {known.get(one.casefold(), one) for one in sheet.themes}
    if known.get(name.casefold(), name) in chosen:
        return sheet
    return replace(sheet, themes=(*sheet.themes, name))


def _with_row(sheet: Sheet, asked: Asked, do: str, what: str) -> tuple[Sheet, str]:
    """The sheet with a row more, or less, and the id of the field to go on in."""
    event = sheet.event or EventSheet()
    match do:
        case "add-event":
            return replace(sheet, event=event), "event-starts-day"
        case "drop-event":
            return replace(sheet, event=None), "title"
        case "add-session":
            return sheet, f"session-{len(event.programme)}-title"
        case "add-access":
            return sheet, f"access-{len(event.access)}-what"
        case "drop-session":
            rows = tuple(one for at, one in enumerate(event.programme) if str(at) != what)
            return replace(sheet, event=replace(event, programme=rows)), "add-session"
        case "add-person":
            return _with_person(sheet, asked)
        case "drop-person":
            people = tuple(one for one in sheet.people if one.id != what or not one.is_open)
            return replace(sheet, people=people), "new-person-name"
    return sheet, ""


def _with_person(sheet: Sheet, asked: Asked) -> tuple[Sheet, str]:
    name = one_line(asked.said("new-person-name"))
    if not name:
        return sheet, "new-person-name"
    id_ = id_of(name, {one.id for one in sheet.people})
    lines = {
        "name": name,
        "identity": asked.said("new-person-identity") or "named",
        "part": one_line(asked.said("new-person-part")) or "quoted",
    }
    person = PersonSheet(id=id_)
    person = replace(person, lines={**person.lines, **lines})
    return replace(sheet, people=(*sheet.people, person)), f"person-{id_}"
