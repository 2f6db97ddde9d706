"""Every address at which somebody was: pages, lists, feeds and pictures."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from byleave.diagnostics import SiteError
from byleave.model.forms import PermissionForm, PlaceKind, SeenAt
from byleave.model.published import MediaFile
from byleave.model.renditions import rendition_stem
from byleave.permission.answers.declared import Declared
from byleave.permission.papers.shown_on_forms import OWN_PLACES, NothingPublicError, permission_form
from byleave.pipeline.for_permission_tools import each_as_if_public
from byleave.pipeline.local_time import local_time

# These hold words of a story, and not its title alone.
_WITH_WORDS: frozenset[PlaceKind] = frozenset(
    {"feed", "theme-feed", "language-feed", "calendar-file"}
)


def addresses_of(site: Path, now: datetime, voices: Iterable[Declared]) -> tuple[str, ...]:
    """Where `voices` would be public were they not stopped, as whole addresses, each once.

    `now` is an aware moment. There are none where the site has an error that stops a build.
    """
    asked = [(one.path, one.voice) for one in voices]
    found: dict[str, None] = {}
    try:
        for entry, expectation, plan in each_as_if_public(site, local_time(site, now), asked):
            url = plan.settings.url.rstrip("/")
            try:
                form = permission_form(entry, expectation, plan)
            except NothingPublicError:
                continue
            found.update(dict.fromkeys(f"{url}{one}" for one in _addresses(form, entry.uses)))
    except SiteError:
        return ()
    return tuple(found)


def _addresses(form: PermissionForm, uses: Iterable[str]) -> Iterator[str]:
    permitted = frozenset(uses)
    yield form.address
    for place in form.places:
        if place.use in permitted and _holds(place, form):
            yield from place.addresses
    for file in form.files:
        yield from _of_file(file.media.file)
        if file.media.track:
            yield file.media.track
        for place in file.places:
            yield from place.addresses


def _of_file(file: MediaFile) -> Iterator[str]:
    """Where a file is, and how the addresses of all that is made of a picture begin."""
    yield file.address
    if file.kind == "image":
        yield f"{rendition_stem(file.address, file.recipe or file.sha256)}.*"


def _holds(place: SeenAt, form: PermissionForm) -> bool:
    """Whether a place held more than the title of a story that is still there."""
    if place.kind == "beside":
        return False
    is_gone = form.is_deciding and not form.is_response
    return is_gone or place.kind in OWN_PLACES | _WITH_WORDS
