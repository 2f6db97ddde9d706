"""What becomes public, and what goes, if the site is sent as it lies on this disk."""

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from byleave.diagnostics import Diagnostic
from byleave.pipeline.for_comparing import LiveSite, public_of, public_or_nothing
from byleave.sharing.comparing import Changes, compared
from byleave.sharing.revisions import main_branch, site_at


class Difference(Struct, frozen=True, kw_only=True):
    """What is another than at `revision`; `errors` are those of today."""

    revision: str
    changes: Changes
    errors: tuple[Diagnostic, ...]


def difference(
    site: Path, as_of: datetime, revision: str = "", live: LiveSite | None = None
) -> Difference:
    """What sending would change, against `revision` or else git's main branch, both at `as_of`.

    Where the site is held as `live`, what is known of it is not found out again. Raises SiteError
    where the site of today cannot be built, and NoRevisionError.
    """
    now, errors = public_of(site, as_of, live)
    against = revision or main_branch(site)
    with site_at(site, against) as folder:
        before = public_or_nothing(folder, as_of, live)
    return Difference(revision=against, changes=compared(before, now), errors=errors)
