"""The phases in their order, from read to write."""

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from msgspec import Struct

from byleave.cache import Memo, Recollection, recollection_of
from byleave.check import loose_links, words_lost
from byleave.diagnostics import Diagnostic, SiteError, error, in_order
from byleave.executors import executor as executor_for
from byleave.gate import Verdict, beforehand, files_that_may_stay, judge, shown_lines, stands_until
from byleave.model.output import PublishedOutput
from byleave.model.published import PublishedSet
from byleave.model.settings import Settings
from byleave.model.site_plan import SitePlan
from byleave.pipeline.cards import with_cards
from byleave.pipeline.decoded_pictures import BrokenPicturesError, DecodedPictures
from byleave.pipeline.garbage import but_what_is_new
from byleave.pipeline.guarded_names import GuardedError, Guarding
from byleave.pipeline.kept_pages import KeptPages, memory_of, shared_digest
from byleave.pipeline.made_renditions import MadeRenditions
from byleave.pipeline.options import BuildJob, BuildResult
from byleave.pipeline.pages import MadePage, PageWork
from byleave.pipeline.stories_left_out import refuse_without_stories, without_stories
from byleave.pipeline.unchanged import Unchanged
from byleave.positions import Position, Positions
from byleave.read import Looking, ReadResult, read_site, without, without_file
from byleave.relate import relate
from byleave.render import (
    SharedByPages,
    UnrenderableError,
    WrittenAddresses,
    but_settings,
    file_path,
    look_findings,
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
    memory: KeptPages | None


class Building:
    """One build, from what is read to what is written; see `build_site`.

    `unchanged` is told what the build said, where that is to be remembered.
    """

    def __init__(self, job: BuildJob, memo: Memo, unchanged: Unchanged | None) -> None:
        """Look whether the output folder may be touched, and read what is guarded."""
        if not job.options.dry:
            job.observer.begins("write")
            if unchanged is None or not unchanged.output_is_as_left:
                refuse_foreign(job.output)
        job.observer.begins("read")
        self.guarding = Guarding(job.site, job.options)
        self.job, self.options, self.observer = job, job.options, job.observer
        self.memo, self.unchanged = memo, unchanged
        self.pictures = DecodedPictures(memo, job.options.executor)
        output = None if job.options.dry else job.output
        self.renditions = MadeRenditions(memo, job.options.executor, output, job.observer)
        self.known = Recollection() if job.options.thorough else recollection_of(memo)

    def result(self) -> BuildResult:
        """Read the site and build it."""
        try:
            with self.renditions:
                refuse_without_stories(self.job.site)
                return self.settled(self.read())
        except SiteError as fault:
            raise SiteError(self.guarding.silenced(fault.findings)) from fault

    def read(self) -> ReadResult:
        """Everything in the folder of the site, and what is known of it from earlier builds."""
        unchanged = self.unchanged
        facts = unchanged.facts if unchanged else {}
        looking = Looking(
            known=self.known,
            facts=lambda file: facts.get(file.path, b""),
            beforehand=beforehand,
        )
        return read_site(self.job.site, looking, executor=self.options.executor)

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
        found = (*source.findings, *made.findings, *without_stories(self.job.site))
        diagnostics = in_order(self.guarding.silenced(found))
        advice = in_order(self.guarding.silenced(report.advice))
        shown = {finding.path for finding in diagnostics}
        hidden = (f"{one.path}: {one.code}" for one in in_order(found) if one.path not in shown)
        stopped = self.options.strict and any(one.severity == "error" for one in diagnostics)
        self.observer.begins("write")
        written = None
        if not stopped and not self.options.dry:
            written = write_output(made.rendered, self.job.output, executor=self.options.executor)
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
            advice=advice,
            advised=sum(not one.private for one in advice),
        )
        if written is not None:
            self.remember(made, result)
        return result

    def made(self, source: ReadResult, spool: Spool) -> _Made:
        """The phases from gate to check; pages wait in `spool`."""
        self.observer.begins("gate")
        verdict = judge(source.tree, self.job.as_of, rehearsing=False, known=self.known)
        warnings = self.guarding.words(verdict.published)
        self.observer.begins("relate")
        plan = relate(verdict.published, self.known, executor=self.options.executor)
        plan = self.pictures.proven(plan)
        plan = self.renditions.of(plan)
        plan, of_cards = with_cards(plan, source.tree.places.at("share_cards"))
        base_url = self.options.base_url or plan.settings.url
        shared = shared_of(
            plan, WrittenAddresses(base_url=base_url, relative=self.options.relative)
        )
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
        told = (*source.findings, *verdict.report.findings)
        findings = (*verdict.report.findings, *loose_links(plan, told))
        lost = words_lost(
            {page.file.path: page.lost for page in pages if page.lost},
            (*source.findings, *findings),
            lambda path: shown_lines(verdict, path),
        )
        found = (
            finding for page in pages for finding in (*page.findings, *lost.get(page.file.path, ()))
        )
        of_look = look_findings(plan.look, _languages(plan.settings, source.tree.places))
        warnings += (*guarded.warnings, *of_cards)
        return _Made(
            verdict=verdict,
            plan=plan,
            rendered=rendered,
            findings=(*findings, *warnings, *of_look, *found),
            sound=tuple(
                page
                for page in pages
                if not page.findings
                and page.file.path not in lost
                and page.file.path not in guarded.doubtful
            ),
            memory=memory,
        )

    def memory(self, there: frozenset[str], shared: SharedByPages) -> KeptPages | None:
        """What is remembered of pages; what is not written is not remembered either.

        `there` are the paths of all files that there will be.
        """
        if self.options.dry:
            return None
        settings = shared.settings
        of_all = shared_digest(self.guarding.digest, *but_settings(shared))
        facts = self.unchanged.facts_written if self.unchanged else {}
        return memory_of(self.memo, self.job.output, of_all, settings, there, facts)

    def pages(self, work: PageWork) -> list[MadePage]:
        """Every page, made or kept."""
        self.observer.did("pages to come", len(work.views))
        kept = dict(zip(work.views, work.recalled(), strict=True))
        self.observer.did("pages", sum(page is not None for page in kept.values()))
        others = [address for address, page in kept.items() if page is None]
        work.spool.begin(len(others))
        with but_what_is_new(), executor_for(self.options.executor, len(others)) as executor:
            for address, page in zip(others, work.made(executor, others), strict=True):
                kept[address] = page
                self.observer.did("pages", 1)
        pages = [page for page in kept.values() if page]
        self.observer.did("rendered", sum(not page.is_kept for page in pages))
        return pages

    def remember(self, made: _Made, result: BuildResult) -> None:
        """Remember for the next build what this one did."""
        verdict, memory = made.verdict, made.memory
        if self.unchanged is None or memory is None:
            return
        self.pictures.remember(made.plan)
        self.renditions.remember(made.plan)
        for one in made.sound:
            if one.page:
                memory.remember(self.memo, one.key, one.file.path, one.page)
        memory.remember_seen(self.memo, ((one.seen, one.key) for one in made.sound))
        self.unchanged.remember(result, verdict.report.open, self.until(verdict.published))
        loose = {link.path for link in made.plan.loose_links}
        self.memo.keep_only_used(self.known.rows_of(self.memo, files_that_may_stay(verdict, loose)))

    def until(self, published: PublishedSet) -> datetime:
        """The first moment at which more may be public, or less; aware if `as_of` is."""
        zone = ZoneInfo(published.settings.timezone)
        if self.job.as_of.tzinfo is None:
            return stands_until(published, self.job.as_of)
        local = self.job.as_of.astimezone(zone).replace(tzinfo=None)
        return stands_until(published, local).replace(tzinfo=zone)


def _languages(settings: Settings, places: Positions) -> Iterator[tuple[str, Position]]:
    """The languages of a site, each with where it is set."""
    yield settings.language, places.at("language")
    for number, language in enumerate(settings.languages):
        if language != settings.language:
            yield language, places.at("languages", number)
