"""A site folder to an output folder: what an earlier build said, or the phases in their order."""

from datetime import datetime
from pathlib import Path

from byleave.build.options import CACHE, BuildOptions, BuildResult
from byleave.build.unchanged import Unchanged
from byleave.cache import FORGETFUL, Memo, facts_of, remembering
from byleave.observing import NOBODY, Observer

SETTINGS = "site_src/site.yaml"
_USUAL = BuildOptions()


def build_site(
    site: Path,
    *,
    output: Path,
    as_of: datetime,
    options: BuildOptions = _USUAL,
    observer: Observer = NOBODY,
) -> BuildResult:
    """Make the folder `output` the public site of the folder `site` at `as_of`.

    `as_of` is aware, or in the site's time zone. Raises SiteError where settings, themes or the
    look are wrong or hold a guarded name, or where the key to guarded names is not there,
    ForeignOutputError and WriteError as `write_output` does; nothing withheld is then left in
    `output` that was not there before. Raises ValueError for an unknown executor, ClusterError
    for a cluster that cannot do the work.
    """
    # A folder that is no site gets no cache either.
    if options.dry or facts_of(site / SETTINGS) is None:
        return _by_phases(site, output, as_of, options, observer, FORGETFUL, None)
    if facts_of(site / CACHE) is None:
        # Nor does a site whose first output would be refused. Loaded as in `_by_phases`.
        from byleave.write import refuse_foreign

        refuse_foreign(output)
    with remembering(site / CACHE) as memo:
        unchanged = Unchanged(memo, site=site, output=output, as_of=as_of, options=options)
        known = None if options.thorough else unchanged.recalled()
        if known is None and not options.thorough and unchanged.edited() is not None:
            known = _of_one_story(site, output, as_of, options, observer, memo, unchanged)
        return known or _by_phases(site, output, as_of, options, observer, memo, unchanged)


def _of_one_story(
    site: Path,
    output: Path,
    as_of: datetime,
    options: BuildOptions,
    observer: Observer,
    memo: Memo,
    unchanged: Unchanged,
) -> BuildResult | None:
    from byleave.build.one_story import OneStory  # loaded as in `_by_phases`

    return OneStory(site, output, as_of, options, observer, memo, unchanged).result()


def _by_phases(
    site: Path,
    output: Path,
    as_of: datetime,
    options: BuildOptions,
    observer: Observer,
    memo: Memo,
    unchanged: Unchanged | None,
) -> BuildResult:
    # Loaded only now: where nothing has changed, there is nothing to build.
    from byleave.build.phases import Building

    return Building(site, output, as_of, options, observer, memo, unchanged).result()
