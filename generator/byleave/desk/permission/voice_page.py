"""The page of one person in one story: what they said, and all that can be done about it."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from starlette.responses import Response

from byleave.desk.asking import Asked
from byleave.desk.pages import no_such_file, page
from byleave.desk.permission.papers import papers_of
from byleave.desk.saying import VOICES, titles_of, use_in_words
from byleave.desk.site_files import known_path
from byleave.desk.workplace import Workplace
from byleave.desk.writing.story_page import IDENTITIES
from byleave.editing.front_matter import Data, value_at
from byleave.editing.refusals import RefusedError
from byleave.editing.story_files import FilesError
from byleave.model.register import RegisterEntry
from byleave.model.terms import ConsentBy, Identity, SeenHow, Use
from byleave.model.uses import asked_uses
from byleave.permission.answers.declared import (
    Declared,
    day_of,
    files,
    identity_of,
    voice_in,
    with_record,
)
from byleave.permission.answers.narrowing import IDENTITIES as FROM_MOST_TELLING
from byleave.preview import SiteInMemory
from byleave.text_in_files.yaml_places import CannotEditError

BY: Mapping[ConsentBy, str] = {
    "self": "They themselves",
    "supported": "They themselves, with somebody to support them",
    "parent": "A parent, for a child",
    "group": "A group, for all of it",
    "successor": "Somebody who may answer for a person who died",
}
_HOW: Mapping[SeenHow, str] = {
    "read-aloud": "was read it aloud",
    "on-paper": "saw it on paper",
    "on-screen": "saw it on a screen",
    "signed": "signed it",
}


class Outcome(Struct, frozen=True, kw_only=True):
    """What the page says above all: what was done, or why not; and the fields as they were typed.

    `paper` is the name of a paper that was made just now, and `code` what stands on it.
    """

    note: str = ""
    do: str = ""
    kind: str = "done"
    paper: str = ""
    code: str = ""
    fields: Mapping[str, str] = {}
    uses: tuple[Use, ...] = ()


def voice_page(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """What somebody said, and what can be done."""
    return shown(place, held, asked.query.get("story", ""), asked.query.get("voice", ""), Outcome())


def shown(
    place: Workplace,
    held: SiteInMemory,
    story: str,
    voice: str,
    said: Outcome,
    *,
    status: int = 200,
) -> Response:
    """The page, with what is to be `said` of what was just done."""
    try:
        known = files(place.site)
        declared = voice_in(known, known_path(place.site, story), voice)
    except (FilesError, RefusedError, CannotEditError):
        return no_such_file(place)
    held.keep_up(declared.path)
    # Whoever leaves does not wait until settings are mended.
    overview = place.overview(held) if held.live else None
    entry = entry_of(overview.entries if overview else (), declared)
    title_of = titles_of(place, held)
    own = overview.settings.uses if overview else {}
    identity = identity_of(declared)
    others = with_record(known, declared.record) if declared.record else ()
    return page(
        place,
        "voice.html",
        status=status,
        said=said,
        story=declared.path,
        title=title_of(declared.path),
        voice=declared,
        entry=entry,
        given=day_of(declared, "given"),
        state=VOICES[entry.state] if entry else "",
        identity=IDENTITIES.get(_identity(identity), identity),
        uses=asked_uses(identity, tuple(own)),
        use_in_words=lambda use: use_in_words(use, own),
        by=BY,
        how=_HOW,
        others=[title_of(one.path) for one in others if one.path != declared.path],
        pictures=_pictures(declared),
        less_telling=_less_telling(identity),
        papers=papers_of(place.site, declared.path, declared.voice),
        today=place.moment(held).date(),
    )


def entry_of(entries: Iterable[RegisterEntry], voice: Declared) -> RegisterEntry | None:
    """What the register says of a voice; None where its file has an error."""
    found = (one for one in entries if (one.story, one.voice) == (voice.path, voice.voice))
    return next(found, None)


def _pictures(voice: Declared) -> tuple[str, ...]:
    """The names of the files of the story that are said to show the voice."""
    media = value_at(voice.front, "media")
    names = media if isinstance(media, Mapping) else ()
    return tuple(name for name in names if _shows(value_at(voice.front, "media", name), voice))


def _shows(media: Data | None, voice: Declared) -> bool:
    shows = value_at(media, "shows")
    return isinstance(shows, tuple) and voice.voice in shows


def _identity(said: str) -> Any:
    return said


def _less_telling(identity: str) -> dict[Identity, str]:
    """The kinds of name that tell no more than the one of today."""
    if identity not in FROM_MOST_TELLING:
        return dict(IDENTITIES)
    least = FROM_MOST_TELLING[FROM_MOST_TELLING.index(identity) :]
    return {one: words for one, words in IDENTITIES.items() if one in least}
