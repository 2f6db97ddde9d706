"""Sites whose voices withdraw one by one, built, and looked through."""

import os
from datetime import datetime
from functools import cache
from pathlib import Path

from byleave.permission.audit.search import Audit, audit
from byleave.pipeline.build_site import build_site
from byleave.pipeline.for_permission_tools import read_withheld
from byleave.pipeline.options import BuildOptions
from byleave.values import replace
from tests.laws.folders import site_files, write_files
from tests.laws.loading import load_folder
from tests.laws.model import Site
from tests.laws.templates import compiled_once
from tests.laws.ways import with_consent

REPOSITORY = Path(__file__).resolve().parents[2]
ACCEPTANCE = Path(
    os.environ.get("BYLEAVE_ACCEPTANCE", REPOSITORY.parent / "shared/acceptance/better-way")
)
LATER = datetime(2026, 12, 1, 12)  # noqa: DTZ001 - a moment in the sites' own time zone

Voice = tuple[str, str]


@cache
def real(folder: Path) -> Site:
    """A real site as a value."""
    return load_folder(folder)


def voices_of(folder: Path) -> list[Voice]:
    """The path and id of every voice with a record."""
    if not folder.is_dir():
        return []
    return [
        (story.path, voice.id)
        for story in real(folder).stories
        for voice in story.voices or ()
        if voice.consent is not None
    ]


def is_draft(folder: Path, voice: Voice) -> bool:
    """Whether the story of a voice has no date yet, and so is on no page."""
    return any(one.path == voice[0] and one.date is None for one in real(folder).stories)


def without(site: Site, voice: Voice) -> Site:
    """The site after one voice withdrew."""
    path, id_ = voice
    story = next(one for one in site.stories if one.path == path)
    consent = next(one for one in story.voices or () if one.id == id_).consent
    assert consent is not None
    withdrawn = replace(consent, stops=(*consent.stops, ("withdrawn", "2026-01-01")))
    return with_consent(site, path, id_, withdrawn)


def put_site(site: Site, folder: Path) -> Path:
    """The folder of a site."""
    write_files(folder, site_files(site))
    return folder


def build_into(site: Path, output: Path) -> Path:
    """Build the site folder, as it was on a day when all of it is published."""
    with compiled_once():
        options = BuildOptions(executor="serial")
        build_site(site, output=output, as_of=LATER, options=options)
    return output


def audited(site: Path, output: Path) -> Audit:
    """What an audit of a built folder says."""
    return audit(output, read_withheld(site, LATER))
