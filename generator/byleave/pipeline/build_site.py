"""A site folder to an output folder: what an earlier build said, or the phases in their order."""

from datetime import datetime
from pathlib import Path

from byleave.cache import FORGETFUL, Memo, facts_of, remembering
from byleave.observing import NOBODY, Observer
from byleave.pipeline.garbage import nothing_is_garbage
from byleave.pipeline.options import CACHE, BuildJob, BuildOptions, BuildResult
from byleave.pipeline.unchanged import Unchanged

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
    job = BuildJob(site=site, output=output, as_of=as_of, options=options, observer=observer)
    # A folder that is no site gets no cache either, and a dry build leaves what there is as it is.
    if facts_of(site / SETTINGS) is None or (options.dry and facts_of(site / CACHE) is None):
        return _by_phases(job, FORGETFUL, None)
    if options.dry:
        with remembering(site / CACHE) as memo:
            return _by_phases(job, memo, None)
    if facts_of(site / CACHE) is None:
        # Nor does a site whose first output would be refused. Loaded as in `_by_phases`.
        from byleave.write import refuse_foreign

        refuse_foreign(output)
    with remembering(site / CACHE) as memo:
        unchanged = Unchanged(memo, job)
        known = None if options.thorough else unchanged.recalled()
        return known or _by_phases(job, memo, unchanged)


def _by_phases(job: BuildJob, memo: Memo, unchanged: Unchanged | None) -> BuildResult:
    with nothing_is_garbage():
        # Loaded only now: where nothing has changed, there is nothing to build.
        from byleave.pipeline.phases import Building

        return Building(job, memo, unchanged).result()
