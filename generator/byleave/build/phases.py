"""The phases in their order, from read to write."""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from msgspec import Struct

from byleave.build.garbage import but_what_is_new, nothing_is_garbage
from byleave.build.guarding import GuardedError, Guarding
from byleave.build.memory import Memory, memory_of, shared_digest
from byleave.build.one_story import known_stories
from byleave.build.options import BuildResult, Job
from byleave.build.pages import MadePage, PageWork
from byleave.build.pictures import BrokenPicturesError, Pictures
from byleave.build.unchanged import Unchanged
from byleave.cache import Entry, Memo
from byleave.check import loose_links
from byleave.diagnostics import Diagnostic, SiteError, error, in_order
from byleave.executors import executor as executor_for
from byleave.gate import Verdict, judge, stands_until
from byleave.model.output import PublishedOutput
from byleave.model.published import PublishedSet
from byleave.model.site import SitePlan
from byleave.read import ReadResult, read_site, without, without_file
from byleave.relate import relate
from byleave.render import (
    Addresses,
    Shared,
    UnrenderableError,
    file_path,
    other_files,
    shared_of,
    site_of,
)
from byleave.spooling import Spool
from byleave.write import UncleanableError, refuse_foreign, write_output


class _Made(Struct, frozen=True, kw_only=True):
    """What the phases from gate to render made of what was read.

    `findings` are of all phases up to there. `sound` are the pages of which there is nothing to
    say, in which there is no guarded name, and which link to nothing that is not there.
    """

    verdict: Verdict
    plan: SitePlan
    rendered: PublishedOutput
    findings: tuple[Diagnostic, ...]
    sound: tuple[MadePage, ...]
    memory: Memory | None
    shared: Shared


class Building:
    """One build, from what is read to what is written; see `build_site`.

    `unchanged` is told what the build said, where that is to be remembered.
    """

    def __init__(self, job: Job, memo: Memo, unchanged: Unchanged | None) -> None:
        """Look whether the output folder may be touched, and read what is guarded."""
        if not job.options.dry:
            job.observer.begins("write")
            refuse_foreign(job.output)
        job.observer.begins("read")
        self.guarding = Guarding(job.site, job.options)
        self.job, self.options, self.observer = job, job.options, job.observer
        self.memo, self.unchanged = memo, unchanged
        self.pictures = Pictures(memo, job.options.executor)

    def result(self) -> BuildResult:
        """Read the site and build it."""
        try:
            with nothing_is_garbage():
                return self.settled(read_site(self.job.site, executor=self.options.executor))
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
            except BrokenPicturesError as fault:
                for path, why in fault.found.items():
                    source = without_file(source, path, why)
            except UncleanableError as fault:
                source = without_file(source, fault.source, fault.why)

    def built(self, source: ReadResult) -> BuildResult:
        """The phases from gate to write."""
        with Spool() as spool:
            return self.written(source, self.made(source, spool))

    def written(self, source: ReadResult, made: _Made) -> BuildResult:
        """The last phase, and what the build says of all of them."""
        report = made.verdict.report
        found = (*source.findings, *made.findings)
        diagnostics = in_order(self.guarding.silenced(found))
        shown = {finding.path for finding in diagnostics}
        hidden = (f"{one.path}: {one.code}" for one in in_order(found) if one.path not in shown)
        stopped = self.options.strict and any(one.severity == "error" for one in diagnostics)
        self.observer.begins("write")
        written = None
        if not stopped and not self.options.dry:
            written = write_output(made.rendered, self.job.output)
        result = BuildResult(
            published=report.published,
            withheld=report.withheld,
            withheld_voices=report.voices,
            details=(*report.details, *hidden),
            lapsing=report.lapsing,
            disputed=report.disputed,
            unlisted=report.unlisted,
            diagnostics=diagnostics,
            written=written,
        )
        if written is not None:
            self.remember(source, made, result, frozenset(finding.path for finding in found))
        return result

    def made(self, source: ReadResult, spool: Spool) -> _Made:
        """The phases from gate to check; pages wait in `spool`."""
        self.observer.begins("gate")
        verdict = judge(source.tree, self.job.as_of, rehearsing=False)
        warnings = self.guarding.words(verdict.published)
        self.observer.begins("relate")
        plan = self.pictures.proven(relate(verdict.published))
        base_url = self.options.base_url or plan.settings.url
        shared = shared_of(plan, Addresses(base_url=base_url, relative=self.options.relative))
        self.observer.begins("render")
        there = frozenset((*map(file_path, plan.addresses), *other_files(plan)))
        memory = self.memory(there, shared)
        pages = self.pages(
            PageWork(
                shared=shared,
                base_path=urlsplit(shared.addresses.base_url).path,
                views=plan.pages,
                there=there,
                spool=spool,
                memory=memory,
                search=self.guarding.search,
            )
        )
        self.observer.begins("check")
        rendered = site_of(plan, (page.file for page in pages))
        looked = {page.file.path: page.looked for page in pages if page.looked}
        guarded = self.guarding.files(verdict.published, plan, rendered, looked)
        found = (finding for page in pages for finding in page.findings)
        warnings += guarded.warnings
        return _Made(
            verdict=verdict,
            plan=plan,
            rendered=rendered,
            findings=(*verdict.report.findings, *warnings, *loose_links(plan), *found),
            sound=tuple(
                page
                for page in pages
                if not page.findings and page.file.path not in guarded.doubtful
            ),
            memory=memory,
            shared=shared,
        )

    def memory(self, there: frozenset[str], shared: Shared) -> Memory | None:
        """What is remembered of pages; what is not written is not remembered either.

        `there` are the paths of all files that there will be.
        """
        if self.options.dry:
            return None
        of_all = shared_digest(self.guarding.digest, shared)
        return memory_of(self.memo, self.job.output, of_all, there)

    def pages(self, work: PageWork) -> list[MadePage]:
        """Every page, made or kept."""
        number = len(work.views)
        work.spool.begin(number)
        with but_what_is_new(), executor_for(self.options.executor, number) as executor:
            pages = list(work.made(executor))
        self.observer.did("rendered", sum(not page.is_kept for page in pages))
        return pages

    def remember(
        self, source: ReadResult, made: _Made, result: BuildResult, told_of: frozenset[str]
    ) -> None:
        """Remember for the next build what this one did; `told_of` are paths of all findings."""
        report, memory = made.verdict.report, made.memory
        if self.unchanged is None or memory is None:
            return
        self.pictures.remember(made.plan)
        self.memo.use(page.key for page in made.sound if page.is_kept)
        for page in made.sound:
            if not page.is_kept:
                for key, value in memory.entry(page.key, page.file.path, page.targets).items():
                    self.memo.put(key, value)
        known: Iterable[Entry] = ()
        until = self.until(made.verdict.published)
        if self.unchanged.remember(result, report.open, until):
            of = self.unchanged.key
            known = known_stories(of, source, made.verdict, made.sound, told_of, made.shared)
        self.memo.keep_only_used(known)

    def until(self, published: PublishedSet) -> datetime:
        """The first moment at which more may be public, or less; aware if `as_of` is."""
        zone = ZoneInfo(published.settings.timezone)
        if self.job.as_of.tzinfo is None:
            return stands_until(published, self.job.as_of)
        local = self.job.as_of.astimezone(zone).replace(tzinfo=None)
        return stands_until(published, local).replace(tzinfo=zone)
