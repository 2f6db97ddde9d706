"""The order of the phases, which nothing else knows: read, gate, relate, render, check, write."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from byleave.check import check_site, loose_links
from byleave.diagnostics import Diagnostic, error, in_order
from byleave.executors import executor as executor_for
from byleave.gate import GateReport, Verdict, admit, expect, judge, judge_again, register
from byleave.model.output import PublishedOutput
from byleave.model.register import Expectation, RegisterEntry
from byleave.model.site import SitePlan
from byleave.read import (
    ReadResult,
    is_as_read,
    knows_of,
    read_settings,
    read_site,
    read_story_again,
    with_story,
    without,
)
from byleave.relate import relate, with_body
from byleave.render import PREVIEW_POLICY, Addresses, OneByOne, UnrenderableError, render_site
from byleave.write import (
    ForeignOutputError,
    WriteError,
    WriteReport,
    refuse_foreign,
    write_output,
)

__all__ = [
    "PREVIEW_POLICY",
    "BuildOptions",
    "BuildResult",
    "ForeignOutputError",
    "LiveSite",
    "SiteRegister",
    "UnrenderableError",
    "WriteError",
    "build_site",
    "live_site",
    "local_time",
    "read_register",
    "with_edited_story",
    "without_text",
    "would_be_public",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """What a build did. `written` is None where nothing was written.

    `withheld` counts stories by reason; `details` name paths and ids, for --verbose alone.
    """

    published: int
    withheld: Mapping[str, int]
    withheld_voices: int
    details: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    written: WriteReport | None

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.severity == "error" for finding in self.diagnostics)

    @property
    def exit_code(self) -> int:
        """0 done; 1 done, and something with an error is withheld; 3 nothing written."""
        if self.written is None:
            return 3
        return 1 if self.errors else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """How a build differs from the usual one; each field is an option of `byleave build`.

    With `dry`, everything is done except writing.
    """

    base_url: str | None = None
    relative: bool = False
    strict: bool = False
    executor: str | None = None
    dry: bool = False


_USUAL = BuildOptions()


def build_site(
    site: Path, *, output: Path, as_of: datetime, options: BuildOptions = _USUAL
) -> BuildResult:
    """Make the folder `output` the public site of the folder `site` at `as_of`.

    `as_of` is aware, or in the site's time zone. Raises SiteError where settings, themes or the
    look are wrong, ForeignOutputError and WriteError as `write_output` does; nothing withheld is
    then left in `output` that was not there before. Raises ValueError for an unknown executor.
    """
    if not options.dry:
        refuse_foreign(output)
    source = read_site(site)
    while True:
        try:
            report, plan, rendered = _made(source, as_of, options)
            break
        except UnrenderableError as fault:
            # Rare: the gate decides again, as if the file had been faulty when it was read.
            source = without(source, _unrenderable(fault))
    base_path = urlsplit(options.base_url or plan.settings.url).path
    found = [*source.findings, *report.findings, *check_site(plan, rendered, base_path)]
    diagnostics = in_order(found)
    stopped = options.strict and any(one.severity == "error" for one in diagnostics)
    return BuildResult(
        published=report.published,
        withheld=report.withheld,
        withheld_voices=report.voices,
        details=report.details,
        diagnostics=diagnostics,
        written=None if stopped or options.dry else write_output(rendered, output),
    )


def _made(
    source: ReadResult, as_of: datetime, options: BuildOptions
) -> tuple[GateReport, SitePlan, PublishedOutput]:
    """The phases from gate to render."""
    published, report = admit(source.tree, as_of)
    plan = relate(published)
    base_url = options.base_url or plan.settings.url
    addresses = Addresses(base_url=base_url, relative=options.relative)
    with executor_for(options.executor, len(plan.views)) as executor:
        return report, plan, render_site(plan, addresses, executor)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRegister:
    """Who said what in all stories without faults; `findings` are about the other files."""

    entries: tuple[RegisterEntry, ...]
    findings: tuple[Diagnostic, ...]


def read_register(site: Path, as_of: datetime) -> SiteRegister:
    """The register of the folder `site` at `as_of`; raises SiteError as `build_site` does."""
    source = read_site(site)
    return SiteRegister(entries=register(source.tree, as_of), findings=in_order(source.findings))


def would_be_public(
    site: Path, as_of: datetime, *, story: str, asking: Collection[str]
) -> tuple[Expectation, SitePlan]:
    """What would be public of `story` if the voices `asking` said yes, and the site around it.

    `story` is a path below `site` in POSIX form. Raises SiteError as `build_site` does, KeyError
    where no story without faults is there or where it knows no such voice.
    """
    expectation = expect(read_site(site).tree, as_of, story=story, asking=asking)
    return expectation, relate(expectation.rehearsal)


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveSite:
    """A site held in memory for its editors, whose files are made when somebody asks for them.

    Nothing of it can be written: `write` takes no such value. `base_url` is where it is looked at.
    """

    source: ReadResult
    verdict: Verdict
    plan: SitePlan
    files: OneByOne
    base_url: str

    @property
    def report(self) -> GateReport:
        """How much is published, how much is withheld and why."""
        return self.verdict.report

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is wrong, private findings too, as far as it is known before pages are made."""
        return in_order([*self.source.findings, *self.report.findings, *loose_links(self.plan)])

    def is_for(self, as_of: datetime) -> bool:
        """Whether `as_of` is on the day for which the site was made."""
        if as_of.tzinfo is not None:
            as_of = as_of.astimezone(ZoneInfo(self.plan.settings.timezone))
        return as_of.date() == self.verdict.as_of.date()

    def is_as_read(self, path: str) -> bool:
        """Whether the story file at `path` looks as if nobody had changed it since."""
        return is_as_read(self.source, path)

    def knows_of(self, path: str) -> bool:
        """Whether something at or below `path`, which is below stories/, was read."""
        return knows_of(self.source, path)

    @property
    def faulty(self) -> Mapping[str, str]:
        """The paths of the stories that could not be read, by the address of each."""
        return {story.address: story.path for story in self.source.tree.faulty}


def live_site(
    site: Path,
    as_of: datetime,
    *,
    base_url: str,
    published: bool = False,
    before: LiveSite | None = None,
    changed: Collection[str] = (),
) -> LiveSite:
    """The site in the folder `site` at `as_of`, everything in it, or what is `published` alone.

    What `before` has read is read again only where its files have changed, by their facts or
    because they are at or below the paths `changed`; where they say the same, on the same day, the
    plan is the same value. Raises SiteError as `build_site` does.
    """
    known = before.source.known.without(changed) if before else None
    source = read_site(site, known)
    if before and before.is_for(as_of) and _says_the_same(source, before.source):
        return replace(before, source=source)
    return _live(source, as_of, base_url, published=published, before=before)


def with_edited_story(live: LiveSite, path: str) -> LiveSite | None:
    """What `live_site` would make where the text of the story at `path` alone was edited.

    Its plan is the same value if nothing was; None where more than this text may be otherwise.
    """
    again = read_story_again(live.source, path)
    verdict = judge_again(live.verdict, again.story) if again else None
    if again is None or verdict is None:
        return None
    source = with_story(live.source, again)
    if verdict is live.verdict:
        return replace(live, source=source)
    plan = with_body(live.plan, live.verdict.content, verdict.content, path)
    if plan is None:
        return None
    files = _one_by_one(plan, live.base_url, live)
    return replace(live, source=source, verdict=verdict, plan=plan, files=files)


def without_text(live: LiveSite, fault: UnrenderableError) -> LiveSite:
    """`live` as if the file of which no page can be made had been faulty when it was read.

    Raises SiteError where it is the file of a theme.
    """
    source = without(live.source, _unrenderable(fault))
    verdict = live.verdict
    published = not verdict.rehearsing
    return _live(source, verdict.as_of, live.base_url, published=published, before=live)


def _live(
    source: ReadResult,
    as_of: datetime,
    base_url: str,
    *,
    published: bool,
    before: LiveSite | None,
) -> LiveSite:
    verdict = judge(source.tree, as_of, rehearsing=not published)
    plan = relate(verdict.content)
    files = _one_by_one(plan, base_url, before)
    return LiveSite(source=source, verdict=verdict, plan=plan, files=files, base_url=base_url)


def _says_the_same(source: ReadResult, before: ReadResult) -> bool:
    return source.tree == before.tree and source.findings == before.findings


def _one_by_one(plan: SitePlan, base_url: str, before: LiveSite | None) -> OneByOne:
    return OneByOne(plan, Addresses(base_url=base_url), before.files if before else None)


def _unrenderable(fault: UnrenderableError) -> Diagnostic:
    return error(fault.path, "prose", fault.message, fault.do)


def local_time(site: Path, now: datetime) -> datetime:
    """The aware moment `now` in the time zone of the site; raises SiteError as `build_site`."""
    return now.astimezone(ZoneInfo(read_settings(site).timezone))
