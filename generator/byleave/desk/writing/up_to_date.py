"""Versions whose original was changed: what the desk asks of them, and what it writes down."""

from collections.abc import Collection, Iterator

from msgspec import Struct
from starlette.responses import Response

from byleave.desk.asking import Asked, to
from byleave.desk.texts import digest_of
from byleave.desk.workplace import Workplace
from byleave.editing.front_matter import CannotEditError
from byleave.editing.story_files import FilesError, read_text, replace_all
from byleave.editing.up_to_date import up_to_date
from byleave.pipeline.for_editors import Overview
from byleave.pipeline.for_versions import NoOriginalError, original_words
from byleave.preview import SiteInMemory

BEHIND = "version-behind"


class Behind(Struct, frozen=True, kw_only=True):
    """A version that may be behind its `original`, which had a text of the digest `shown`."""

    path: str
    original: str
    shown: str


def behind(place: Workplace, overview: Overview, paths: Collection[str]) -> dict[str, Behind]:
    """Those of `paths` that may be behind their originals."""
    told = {one.path for one in overview.findings if one.code == BEHIND}.intersection(paths)
    return {one.path: one for one in _behind(place, overview, told)}


def _behind(place: Workplace, overview: Overview, told: Collection[str]) -> Iterator[Behind]:
    for line in overview.lines:
        if line.path in told and line.of:
            yield Behind(path=line.path, original=line.of, shown=_digest(place, line.of))


def say_up_to_date(
    place: Workplace, held: SiteInMemory, asked: Asked, path: str, text: str
) -> Response:
    """Write down that a version says what its original says; a button takes it back.

    Not where the original was changed since the page was made on which somebody said it.
    """
    overview = place.overview(held)
    found = behind(place, overview, [path]).get(path)
    if found is None:
        return to("/story", path=path)
    if asked.said("original") != found.shown:
        return to("/story", path=path, done="original")
    try:
        new = up_to_date(path, text, original_words(place.site, path))
        replace_all(place.site, {path: new})
    except (CannotEditError, NoOriginalError, FilesError):
        return to("/story", path=path, done="not-compared")
    place.texts.wrote(path, text, new)
    place.take_in(held, [path])
    return to("/story", path=path, done="compared")


def _digest(place: Workplace, path: str) -> str:
    try:
        return digest_of(read_text(place.site, path).text)
    except (FilesError, UnicodeDecodeError):
        return ""
