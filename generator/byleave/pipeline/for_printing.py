"""What is public of a site, for whoever puts it on paper."""

from datetime import datetime
from pathlib import Path

from byleave.gate import admit
from byleave.model.published import PublishedSet
from byleave.model.whats_on import Wanted, WhatsOn
from byleave.pipeline.guarded_names import GuardedError, Guarding
from byleave.pipeline.options import BuildOptions
from byleave.read import read_site, without
from byleave.relate import whats_on
from byleave.render.paper import Size, render_whats_on
from byleave.values import replace

__all__ = ["Size", "published_of", "sheet_of", "sheet_on_paper"]


def published_of(site: Path, now: datetime, guard_key: bytes | None) -> PublishedSet:
    """What is public of the folder `site` at `now`; raises SiteError as `build_site` does.

    A story in which a guarded name is found is left out, as in a build.
    """
    guarding = Guarding(site, replace(BuildOptions(), guard_key=guard_key))
    source = read_site(site)
    while True:
        published, _ = admit(source.tree, now)
        try:
            guarding.words(published)
        except GuardedError as guarded:
            for finding in guarded.faults:
                source = without(source, finding)
        else:
            return published


def sheet_of(published: PublishedSet, wanted: Wanted) -> WhatsOn:
    """What is on, as far as it may be printed."""
    return whats_on(published, wanted)


def sheet_on_paper(
    sheet: WhatsOn, published: PublishedSet, *, language: str, size: Size, in_short: bool = False
) -> str:
    """A sheet as HTML that is one file."""
    settings, look = published.settings, published.look
    return render_whats_on(sheet, settings, look, language=language, size=size, in_short=in_short)
