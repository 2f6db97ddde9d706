"""The order of the phases, which nothing else knows: read, gate, relate, render, check, write."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from byleave.check import GuardFindings, check_site, guarded_files, guarded_words, silenced
from byleave.diagnostics import Diagnostic, SiteError, error, in_order
from byleave.executors import executor as executor_for
from byleave.gate import LAPSING_DAYS, GateReport, Words, admit, expect, register
from byleave.model.forms import Paper
from byleave.model.guard import GUARD_FILE
from byleave.model.output import PublishedOutput
from byleave.model.register import Expectation, RegisterEntry, ShownWords
from byleave.model.settings import Host
from byleave.model.site import SitePlan
from byleave.read import (
    ReadResult,
    read_guard,
    read_settings,
    read_site,
    story_address,
    without,
    without_file,
    words_in,
)
from byleave.readings.guarding import Search
from byleave.relate import relate
from byleave.render import Addresses, UnrenderableError, render_site
from byleave.render.paper import has_catalogue, render_paper
from byleave.write import (
    ForeignOutputError,
    UncleanableError,
    WriteError,
    WriteReport,
    refuse_foreign,
    write_output,
)

__all__ = [
    "LAPSING_DAYS",
    "BuildOptions",
    "BuildResult",
    "ForeignOutputError",
    "SiteRegister",
    "WriteError",
    "address_of",
    "build_site",
    "has_catalogue",
    "host_of",
    "is_named",
    "local_time",
    "on_paper",
    "read_guard",
    "read_register",
    "read_settings",
    "words_of",
    "would_be_public",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """What a build did. `written` is None where nothing was written.

    `withheld` counts stories by reason; `details` name paths and ids, for --verbose alone, and so
    do the lines of `lapsing`, one for each published voice whose permission ends soon.
    """

    published: int
    withheld: Mapping[str, int]
    withheld_voices: int
    details: tuple[str, ...]
    lapsing: tuple[str, ...]
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

    With `dry`, everything is done except writing. `guard_key` is the key to the site's guarded
    names, if it has some; without `guarded` they are not looked for, which no build that can
    become public may do.
    """

    base_url: str | None = None
    relative: bool = False
    strict: bool = False
    executor: str | None = None
    dry: bool = False
    guard_key: bytes | None = None
    guarded: bool = True


_USUAL = BuildOptions()


def build_site(
    site: Path, *, output: Path, as_of: datetime, options: BuildOptions = _USUAL
) -> BuildResult:
    """Make the folder `output` the public site of the folder `site` at `as_of`.

    `as_of` is aware, or in the site's time zone. Raises SiteError where settings, themes or the
    look are wrong or hold a guarded name, or where the key to guarded names is not there,
    ForeignOutputError and WriteError as `write_output` does; nothing withheld is then left in
    `output` that was not there before. Raises ValueError for an unknown executor.
    """
    if not options.dry:
        refuse_foreign(output)
    search = _search(site, options)
    try:
        return _settled(read_site(site), output, as_of, options, search)
    except SiteError as fault:
        raise SiteError(_silenced(fault.findings, search)) from fault


def _settled(
    source: ReadResult, output: Path, as_of: datetime, options: BuildOptions, search: Search | None
) -> BuildResult:
    while True:
        # What is found out late is rare: the gate decides again, as if the file had been faulty
        # when it was read.
        try:
            return _built(source, output, as_of, options, search)
        except UnrenderableError as fault:
            source = without(source, error(fault.path, "prose", fault.message, fault.do))
        except _GuardedError as guarded:
            for finding in guarded.faults:
                source = without(source, finding)
        except UncleanableError as fault:
            source = without_file(source, fault.source)


def _built(
    source: ReadResult, output: Path, as_of: datetime, options: BuildOptions, search: Search | None
) -> BuildResult:
    """The phases from gate to write."""
    made = _made(source, as_of, options, search)
    base_path = urlsplit(options.base_url or made.plan.settings.url).path
    report = made.report
    found = [*source.findings, *report.findings, *made.warnings]
    found += check_site(made.plan, made.rendered, base_path)
    diagnostics = in_order(_silenced(found, search))
    shown = {finding.path for finding in diagnostics}
    hidden = (f"{one.path}: {one.code}" for one in in_order(found) if one.path not in shown)
    stopped = options.strict and any(one.severity == "error" for one in diagnostics)
    return BuildResult(
        published=report.published,
        withheld=report.withheld,
        withheld_voices=report.voices,
        details=(*report.details, *hidden),
        lapsing=report.lapsing,
        diagnostics=diagnostics,
        written=None if stopped or options.dry else write_output(made.rendered, output),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What the phases from gate to render made, and what guarded names give to think about."""

    report: GateReport
    plan: SitePlan
    rendered: PublishedOutput
    warnings: tuple[Diagnostic, ...]


def _made(
    source: ReadResult, as_of: datetime, options: BuildOptions, search: Search | None
) -> _Made:
    """The phases from gate to render; raises _GuardedError where a story has to go after all."""
    published, report = admit(source.tree, as_of)
    words = guarded_words(published, search) if search else GuardFindings()
    if words.elsewhere:
        raise SiteError([*words.elsewhere, *words.stories])
    if words.stories:
        raise _GuardedError(words.stories)
    plan = relate(published)
    base_url = options.base_url or plan.settings.url
    addresses = Addresses(base_url=base_url, relative=options.relative)
    with executor_for(options.executor, len(plan.views)) as executor:
        rendered = render_site(plan, addresses, executor)
    files = guarded_files(published, plan, rendered, search) if search else GuardFindings()
    if files.stories:
        raise _GuardedError(files.stories)
    if files.elsewhere:
        raise SiteError(files.elsewhere)
    warnings = (*words.warnings, *files.warnings)
    return _Made(report=report, plan=plan, rendered=rendered, warnings=warnings)


class _GuardedError(Exception):
    """Guarded names are in stories; `faults` says in which."""

    def __init__(self, faults: tuple[Diagnostic, ...]) -> None:
        self.faults = faults
        super().__init__(f"{len(faults)} stories")


def _search(site: Path, options: BuildOptions) -> Search | None:
    """What looks for the guarded names of `site`; None where there are none to look for."""
    guard = read_guard(site) if options.guarded else None
    if guard is None:
        return None
    try:
        return Search(guard, options.guard_key or b"")
    except ValueError:
        message = "this site has guarded names, and the key to them is not here"
        do = "set BYLEAVE_GUARD_KEY, or type the key in: byleave consent guard key --enter"
        raise SiteError([error(GUARD_FILE, "guard-key", message, do)]) from None


def _silenced(findings: Iterable[Diagnostic], search: Search | None) -> Iterable[Diagnostic]:
    """The findings, which a log may keep, without guarded names."""
    return silenced(findings, search) if search else findings


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


def on_paper(paper: Paper, plan: SitePlan, *, language: str, easy_read: bool = False) -> str:
    """A form or a letter as HTML that is one file, in plain words or as Easy Read.

    `plan` is the site around it, as `would_be_public` gives it; `language` is one that has a
    catalogue. Raises SiteError for a text that cannot be rendered.
    """
    try:
        return render_paper(paper, plan, language=language, easy_read=easy_read)
    except UnrenderableError as fault:
        raise SiteError([error(fault.path, "prose", fault.message, fault.do)]) from None


def local_time(site: Path, now: datetime) -> datetime:
    """The aware moment `now` in the time zone of the site; raises SiteError as `build_site`."""
    return now.astimezone(ZoneInfo(read_settings(site).timezone))


def host_of(site: Path) -> Host | None:
    """Where the settings of `site` say that it is published; raises SiteError as `build_site`."""
    return read_settings(site).host


def address_of(site: Path, story: str) -> str:
    """The address at which the story file at the path `story` is published; raises SiteError."""
    return read_settings(site).url.rstrip("/") + story_address(story)


def is_named(text: str, name: str) -> bool:
    """Whether `name` stands in `text` as whole words, found as the gate finds names."""
    return Words(text).names(name)


def words_of(text: str, path: str) -> tuple[ShownWords, ...]:
    """What agreements know of the story file that `text` is, or once was, at `path`."""
    return tuple(words_in(text, path))
