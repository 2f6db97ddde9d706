"""A site folder to an output folder: the phases in their order, from read to write."""

from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from byleave.build.guarding import GuardedError, Guarding
from byleave.build.memory import Memory, shared_digest
from byleave.build.options import CACHE, BuildOptions, BuildResult
from byleave.build.unchanged import Unchanged
from byleave.cache import FORGETFUL, Digest, Memo, remembering
from byleave.check import check_site
from byleave.diagnostics import Diagnostic, SiteError, error, in_order
from byleave.executors import executor as executor_for
from byleave.gate import GateReport, admit, stands_until
from byleave.model.output import PublishedOutput
from byleave.model.published import PublishedSet
from byleave.model.site import SitePlan
from byleave.observing import NOBODY, Observer
from byleave.read import ReadResult, read_site, without, without_file
from byleave.relate import relate
from byleave.render import (
    Addresses,
    UnrenderableError,
    file_path,
    other_files,
    render_site,
)
from byleave.write import UncleanableError, refuse_foreign, write_output

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
    if not options.dry:
        observer.begins("write")
        refuse_foreign(output)
    observer.begins("read")
    guarding = Guarding(site, options)
    with nullcontext(FORGETFUL) if options.dry else remembering(site / CACHE) as memo:
        unchanged = Unchanged(
            memo, site=site, output=output, as_of=as_of, options=options, guard=guarding.digest
        )
        if not options.thorough and (known := unchanged.recalled()):
            return known
        building = _Building(output, as_of, options, guarding, observer, memo, unchanged)
        try:
            return building.settled(read_site(site))
        except SiteError as fault:
            raise SiteError(guarding.silenced(fault.findings)) from fault


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What the phases from gate to render made, and what guarded names give to think about."""

    report: GateReport
    plan: SitePlan
    rendered: PublishedOutput
    warnings: tuple[Diagnostic, ...]
    memory: Memory
    keys: Mapping[str, Digest]
    until: datetime


@dataclass(frozen=True, slots=True)
class _Building:
    """One build, from what was read to what is written."""

    output: Path
    as_of: datetime
    options: BuildOptions
    guarding: Guarding
    observer: Observer
    memo: Memo
    unchanged: Unchanged

    def settled(self, source: ReadResult) -> BuildResult:
        """Build what was read, without what turns out on the way to be at fault.

        That is rare: the gate decides again, as if it had been at fault when it was read.
        """
        while True:
            try:
                return self.built(source)
            except UnrenderableError as fault:
                source = without(source, error(fault.path, "prose", fault.message, fault.do))
            except GuardedError as guarded:
                for finding in guarded.faults:
                    source = without(source, finding)
            except UncleanableError as fault:
                source = without_file(source, fault.source)

    def built(self, source: ReadResult) -> BuildResult:
        """The phases from gate to write."""
        made = self.made(source)
        report = made.report
        self.observer.begins("check")
        base_path = urlsplit(self.options.base_url or made.plan.settings.url).path
        found = [*source.findings, *report.findings, *made.warnings]
        check = check_site(made.plan, made.rendered, base_path)
        found += check.findings
        diagnostics = in_order(self.guarding.silenced(found))
        shown = {finding.path for finding in diagnostics}
        hidden = (f"{one.path}: {one.code}" for one in in_order(found) if one.path not in shown)
        stopped = self.options.strict and any(one.severity == "error" for one in diagnostics)
        self.observer.begins("write")
        written = None
        if not stopped and not self.options.dry:
            written = write_output(made.rendered, self.output)
            made.memory.remember(made.keys, made.rendered, check.sound)
        result = BuildResult(
            published=report.published,
            withheld=report.withheld,
            withheld_voices=report.voices,
            details=(*report.details, *hidden),
            lapsing=report.lapsing,
            diagnostics=diagnostics,
            written=written,
        )
        if written is not None:
            self.unchanged.remember(result, report.open, made.until)
            self.memo.keep_only_used()
        return result

    def made(self, source: ReadResult) -> _Made:
        """The phases from gate to render, and what guarded names there are."""
        self.observer.begins("gate")
        published, report = admit(source.tree, self.as_of)
        warnings = self.guarding.words(published)
        self.observer.begins("relate")
        plan = relate(published)
        base_url = self.options.base_url or plan.settings.url
        addresses = Addresses(base_url=base_url, relative=self.options.relative)
        self.observer.begins("render")
        memory = Memory(
            self.memo, self.output, shared_digest(self.guarding.digest, addresses, *_shared(plan))
        )
        keys = memory.keys({file_path(view.address): view for view in plan.views})
        kept = memory.kept(keys, other_files(plan))
        self.observer.did("rendered", len(keys) - len(kept))
        with executor_for(self.options.executor, len(keys) - len(kept)) as executor:
            rendered = render_site(plan, addresses, executor, kept)
        self.observer.begins("check")
        guarded = self.guarding.files(published, plan, rendered)
        return _Made(
            report=report,
            plan=plan,
            rendered=rendered,
            warnings=(*warnings, *guarded.warnings),
            memory=memory,
            keys={path: key for path, key in keys.items() if path not in guarded.doubtful},
            until=self.until(published),
        )

    def until(self, published: PublishedSet) -> datetime:
        """The first moment at which more may be public, or less; aware if `as_of` is."""
        zone = ZoneInfo(published.settings.timezone)
        if self.as_of.tzinfo is None:
            return stands_until(published, self.as_of)
        local = self.as_of.astimezone(zone).replace(tzinfo=None)
        return stands_until(published, local).replace(tzinfo=zone)


def _shared(plan: SitePlan) -> Iterator[object]:
    """What of a plan is in every page, or may be."""
    yield from (plan.settings, plan.navigation, plan.footer, plan.feed, plan.json_feed)
    yield from (plan.calendar, plan.look)
