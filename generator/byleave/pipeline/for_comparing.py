"""What is public of a site folder at one moment, to be compared with another state of it."""

from datetime import datetime
from pathlib import Path

from byleave.cache import Recollection
from byleave.diagnostics import Diagnostic, SiteError, in_order
from byleave.gate import judge
from byleave.model.published import PublishedSet
from byleave.pipeline.preview_site import LiveSite
from byleave.read import Looking, read_site

__all__ = ["LiveSite", "public_of", "public_or_nothing"]

# What is public, and the errors that take something away.
Public = tuple[PublishedSet, tuple[Diagnostic, ...]]


def public_of(site: Path, as_of: datetime, live: LiveSite | None = None) -> Public:
    """What may be public of the folder `site` at `as_of`, and the errors in it.

    What is known of its stories from the site that is held as `live` is not found out again, as far
    as their files say the same. Raises SiteError as `build_site` does.
    """
    return _public(site, as_of, live.known if live else Recollection())


def public_or_nothing(
    site: Path, as_of: datetime, live: LiveSite | None = None
) -> PublishedSet | None:
    """The same of another state of it, without errors; None where nothing of it could be built.

    What is found out of that is forgotten: the files of `live` are others, and stay known.
    """
    known = live.known.beside() if live else Recollection()
    try:
        return _public(site, as_of, known)[0]
    except SiteError:
        return None


def _public(site: Path, as_of: datetime, known: Recollection) -> Public:
    source = read_site(site, Looking(known=known))
    verdict = judge(source.tree, as_of, rehearsing=False, known=known)
    found = (*source.findings, *verdict.report.findings)
    return verdict.published, in_order(one for one in found if one.severity == "error")
