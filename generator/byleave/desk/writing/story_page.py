"""The page on which a story is written: checks stand beside its fields, its page beside it all."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from msgspec import Struct
from starlette.responses import Response

from byleave.desk.asking import Asked, link, to
from byleave.desk.drafts import Draft
from byleave.desk.pages import no_such_file, page
from byleave.desk.saying import VOICES, state_of, title_of
from byleave.desk.site_files import known_path
from byleave.desk.workplace import Workplace
from byleave.desk.writing.answers import answered
from byleave.desk.writing.beside import Beside, beside_fields
from byleave.desk.writing.changing import sheet_in
from byleave.desk.writing.merging import Differing
from byleave.desk.writing.outlived import draft_now
from byleave.desk.writing.sheet import Access, Session, Sheet
from byleave.desk.writing.up_to_date import behind
from byleave.editing.story_files import FilesError, read_text
from byleave.model.permission import words_in
from byleave.model.settings import Settings
from byleave.model.shelf import ShelfLine
from byleave.model.terms import KNOWN_PARTS, EventStatus, Identity
from byleave.pipeline.for_editors import Overview
from byleave.preview import SiteInMemory
from byleave.sharing.sending import unsent
from byleave.text_in_files.yaml_places import CannotEditError

IDENTITIES: Mapping[Identity, str] = {
    "named": "Their own name",
    "first-name": "Their first name",
    "pseudonym": "Another name than their own",
    "anonymous": "No name: a word such as Participant",
}
_STATUS = {
    "planned": "It takes place as planned",
    "full": "It is full",
    "postponed": "It is put off",
    "cancelled": "It is cancelled",
}
# What most people answer; other words can be written as well.
ANSWERS = ("yes", "no", "on request", "not known yet")
_NO_ROWS = 2


class StoryForm(Struct, frozen=True, kw_only=True):
    """What a form of a story shows: the sheet, the text it was made of, and what is to be said.

    `base` is the digest of that text; `differing` is what somebody else has changed as well, and
    `focus` the id of the field to begin in.
    """

    path: str
    text: str
    base: str
    sheet: Sheet
    note: str = ""
    kind: str = "done"
    focus: str = ""
    is_kept: bool = True
    differing: tuple[Differing, ...] = ()


def story_page(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """The form of one story, as its file is now."""
    try:
        path = known_path(place.site, asked.query.get("path", ""))
        text = read_text(place.site, path).text
    except (FilesError, UnicodeDecodeError):
        return no_such_file(place)
    try:
        sheet = sheet_in(text)
    except CannotEditError:
        # Its keys cannot be told apart, so that it is mended as it stands.
        return to("/file", path=path)
    note = _NOTES.get(asked.query.get("done", ""), "")
    shown = StoryForm(path=path, text=text, base=place.texts.shown(text), sheet=sheet, note=note)
    return form(place, held, shown, draft_now(place.site, place.drafts, path))


_NOTES = {
    "kept": "Kept.",
    "new": "Here it is. Nobody else sees it before you say so.",
    "undone": "The last change is taken back.",
    "dropped": "What was not kept is thrown away.",
    "compared": "It is written down that this version says what its original says today.",
    "original": "Somebody has changed the original since you saw this. Look at it once more.",
    "not-compared": "This was not written down: one of the two files cannot be read.",
    "picture": "The picture is there. It stands at the end of the words: move it where it belongs.",
}


def form(
    place: Workplace,
    held: SiteInMemory,
    shown: StoryForm,
    draft: Draft | None = None,
    status: int = 200,
) -> Response:
    """The form of a story, filled in with a sheet."""
    held.keep_up(shown.path)
    overview = place.overview(held)
    line = next((one for one in overview.lines if one.path == shown.path), None)
    said = beside_fields(shown.text, (one for one in overview.findings if one.path == shown.path))
    return page(
        place,
        "story.html",
        status=status,
        shown=shown,
        sheet=shown.sheet,
        draft=draft,
        said=said,
        errors=tuple(_errors(said)),
        line=line,
        title=_title(line, shown, overview),
        state=state_of(line, unsent(place.site)) if line else "",
        look=place.origins.live.rstrip("/") + line.address if line else place.origins.live,
        can_undo=place.texts.before(shown.path, shown.text) is not None,
        themes=_themes(overview, shown.sheet),
        series=_series(overview.settings),
        people_said={one.id: VOICES[one.state] for one in line.people} if line else {},
        people_state={one.id: one.state for one in line.people} if line else {},
        identities=IDENTITIES,
        statuses={one: _STATUS[one] for one in get_args(EventStatus)},
        parts=sorted(KNOWN_PARTS),
        answers=ANSWERS,
        access=(*_event_rows(shown.sheet), *(Access(what="", answer="yes"),) * _NO_ROWS),
        programme=(*(shown.sheet.event.programme if shown.sheet.event else ()), Session()),
        others=tuple(one for one in overview.lines if one.of == shown.path),
        title_of=title_of,
        behind=behind(place, overview, [shown.path]).get(shown.path),
        titles={one.path: one.title for one in overview.lines},
        link=link,
    )


def from_form(place: Workplace, asked: Asked, path: str, text: str, **more: Any) -> StoryForm:
    """What somebody wrote, shown again without being kept."""
    base = asked.said("base") or place.texts.shown(text)
    return StoryForm(path=path, text=text, base=base, sheet=answered(asked), is_kept=False, **more)


def _title(line: ShelfLine | None, shown: StoryForm, overview: Overview) -> str:
    titles = {one.path: one.title for one in overview.lines}
    if line and line.state != "error":
        return title_of(line, titles)
    return shown.sheet.lines["title"] or shown.path


def _errors(said: Mapping[str, tuple[Beside, ...]]) -> Iterator[tuple[str, Beside]]:
    """Each way to a field once: beside it stands what every one of them is about."""
    for field, found in said.items():
        errors = {one.message: one for one in found if one.severity == "error"}
        yield from ((field, one) for one in errors.values())


def _event_rows(sheet: Sheet) -> tuple[Access, ...]:
    return sheet.event.access if sheet.event else ()


def _series(settings: Settings) -> Mapping[str, str]:
    """What series are called in the site's own language."""
    own = settings.language
    return {slug: words_in(one.title, own, own)[0] for slug, one in settings.series.items()}


def _themes(overview: Overview, sheet: Sheet) -> tuple[tuple[str, str, bool], ...]:
    """Each theme by what is written of it, what it is called, and whether the story has it.

    A name that the story has for a theme stays as it is written, one that nobody knows too.
    """
    chosen = {overview.theme_names.get(one.casefold(), one): one for one in sheet.themes}
    found = [
        (chosen.get(slug, title), title, slug in chosen)
        for slug, title in sorted(overview.themes.items(), key=lambda one: one[1].casefold())
    ]
    unknown = [(one, one, True) for key, one in chosen.items() if key not in overview.themes]
    return (*found, *unknown)
