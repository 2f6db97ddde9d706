"""The phases in their order, from read to write."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from byleave.build.guarding import GuardedError, Guarding
from byleave.build.memory import Memory, shared_digest
from byleave.build.options import BuildOptions, BuildResult
from byleave.build.unchanged import Unchanged
from byleave.cache import Digest, Memo
from byleave.check import check_site
from byleave.diagnostics import Diagnostic, SiteError, error, in_order
from byleave.executors import executor as executor_for
from byleave.gate import GateReport, admit, stands_until
from byleave.model.output import PublishedOutput
from byleave.model.published import PublishedSet
from byleave.model.site import SitePlan
from byleave.observing import Observer
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


class Building:
    """One build, from what is read to what is written; see `build_site`.

    `unchanged` is told what the build said, where that is to be remembered.
    """

    def __init__(
        self,
        site: Path,
        output: Path,
        as_of: datetime,
        options: BuildOptions,
        observer: Observer,
        memo: Memo,
        unchanged: Unchanged | None,
    ) -> None:
        """Look whether the output folder may be touched, and read what is guarded."""
        if not options.dry:
            observer.begins("write")
            refuse_foreign(output)
        observer.begins("read")
        self.guarding = Guarding(site, options)
        self.site, self.output, self.as_of = site, output, as_of
        self.options, self.observer = options, observer
        self.memo, self.unchanged = memo, unchanged

    def result(self) -> BuildResult:
        """Read the site and build it."""
        try:
            return self.settled(read_site(self.site))
        except SiteError as fault:
            raise SiteError(self.guarding.silenced(fault.findings)) from fault

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
        if written is not None and self.unchanged is not None:
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
        views = {file_path(view.address): view for view in plan.views}
        # What is not written is not remembered either.
        keys = {} if self.options.dry else memory.keys(views)
        kept = memory.kept(keys, other_files(plan))
        self.observer.did("rendered", len(views) - len(kept))
        with executor_for(self.options.executor, len(views) - len(kept)) as executor:
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
