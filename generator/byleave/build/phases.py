"""The phases in their order, from read to write."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from byleave.build.guarding import GuardedError, Guarding
from byleave.build.memory import Memory, shared_digest
from byleave.build.one_story import known_stories
from byleave.build.options import BuildOptions, BuildResult
from byleave.build.unchanged import Unchanged
from byleave.cache import Digest, Entry, Memo
from byleave.check import SiteCheck, check_site
from byleave.diagnostics import Diagnostic, SiteError, error, in_order
from byleave.executors import executor as executor_for
from byleave.gate import Verdict, judge, stands_until
from byleave.model.output import KeptFile, PublishedOutput
from byleave.model.published import PublishedSet
from byleave.model.site import SitePlan
from byleave.observing import Observer
from byleave.read import ReadResult, read_site, without, without_file
from byleave.relate import relate
from byleave.render import (
    Addresses,
    Shared,
    UnrenderableError,
    file_path,
    other_files,
    render_site,
    shared_of,
)
from byleave.write import UncleanableError, refuse_foreign, write_output


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What the phases from gate to render made, and what guarded names give to think about."""

    verdict: Verdict
    plan: SitePlan
    rendered: PublishedOutput
    warnings: tuple[Diagnostic, ...]
    memory: Memory
    shared: Shared
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
        report = made.verdict.report
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
            stands = self.unchanged.remember(result, report.open, made.until)
            told_of = {finding.path for finding in found}
            known = self._known_stories(source, made, check, told_of) if stands else ()
            self.memo.keep_only_used(known)
        return result

    def made(self, source: ReadResult) -> _Made:
        """The phases from gate to render, and what guarded names there are."""
        self.observer.begins("gate")
        verdict = judge(source.tree, self.as_of, rehearsing=False)
        published = verdict.published
        warnings = self.guarding.words(published)
        self.observer.begins("relate")
        plan = relate(published)
        base_url = self.options.base_url or plan.settings.url
        addresses = Addresses(base_url=base_url, relative=self.options.relative)
        self.observer.begins("render")
        shared = shared_of(plan, addresses)
        memory = Memory(self.memo, self.output, shared_digest(self.guarding.digest, shared))
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
            verdict=verdict,
            plan=plan,
            rendered=rendered,
            warnings=(*warnings, *guarded.warnings),
            memory=memory,
            shared=shared,
            keys={path: key for path, key in keys.items() if path not in guarded.doubtful},
            until=self.until(published),
        )

    def _known_stories(
        self, source: ReadResult, made: _Made, check: SiteCheck, told_of: Collection[str]
    ) -> Iterator[Entry]:
        """What the next build may know of the stories whose pages are as they should be."""
        files = made.rendered.files
        sound = {file.path for file in files if isinstance(file.content, KeptFile)} | {*check.sound}
        keys = {path: key for path, key in made.keys.items() if path in sound}
        of = self.unchanged.key if self.unchanged else b""
        views = made.plan.views
        return known_stories(of, source, made.verdict, views, keys, told_of, made.shared)

    def until(self, published: PublishedSet) -> datetime:
        """The first moment at which more may be public, or less; aware if `as_of` is."""
        zone = ZoneInfo(published.settings.timezone)
        if self.as_of.tzinfo is None:
            return stands_until(published, self.as_of)
        local = self.as_of.astimezone(zone).replace(tzinfo=None)
        return stands_until(published, local).replace(tzinfo=zone)
