"""The order of the phases, which nothing else knows: read, gate, relate, render, check, write."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from byleave.check import GuardFindings, check_site, guarded_files, guarded_words, silenced
from byleave.diagnostics import Diagnostic, SiteError, error, in_order
from byleave.executors import executor as executor_for
from byleave.gate import GateReport, absent, admit, expect, register
from byleave.model.guard import GUARD_FILE
from byleave.model.output import PublishedOutput
from byleave.model.register import Expectation, RegisterEntry
from byleave.model.site import SitePlan
from byleave.model.withheld import Withheld, WithheldWords
from byleave.read import ReadResult, faulty_words, read_guard, read_settings, read_site, without
from byleave.readings.guarding import Search
from byleave.relate import relate
from byleave.render import Addresses, UnrenderableError, render_site
from byleave.write import (
    ForeignOutputError,
    WriteError,
    WriteReport,
    refuse_foreign,
    write_output,
)

__all__ = [
    "BuildOptions",
    "BuildResult",
    "ForeignOutputError",
    "SiteRegister",
    "WriteError",
    "build_site",
    "local_time",
    "read_guard",
    "read_register",
    "read_settings",
    "read_withheld",
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
        return _built(read_site(site), output, as_of, options, search)
    except SiteError as fault:
        raise SiteError(_silenced(fault.findings, search)) from fault


def _built(
    source: ReadResult, output: Path, as_of: datetime, options: BuildOptions, search: Search | None
) -> BuildResult:
    while True:
        try:
            made = _made(source, as_of, options, search)
            break
        except UnrenderableError as fault:
            # Rare: the gate decides again, as if the file had been faulty when it was read.
            source = without(source, error(fault.path, "prose", fault.message, fault.do))
        except _GuardedError as guarded:
            for finding in guarded.faults:
                source = without(source, finding)
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


def read_withheld(site: Path, as_of: datetime) -> Withheld:
    """All that the folder `site` withholds at `as_of`; raises SiteError as `build_site` does."""
    tree = read_site(site).tree
    found = absent(tree, as_of)
    faulty = tuple(
        WithheldWords(story=path, kind="words", text=text)
        for path, text in faulty_words(site, tree)
    )
    titles = tuple(
        WithheldWords(story=story.path, kind="title", text=text)
        for story in tree.faulty
        for text in story.titles_and_names
    )
    return replace(found, words=(*found.words, *faulty, *titles))


def would_be_public(
    site: Path, as_of: datetime, *, story: str, asking: Collection[str]
) -> tuple[Expectation, SitePlan]:
    """What would be public of `story` if the voices `asking` said yes, and the site around it.

    `story` is a path below `site` in POSIX form. Raises SiteError as `build_site` does, KeyError
    where no story without faults is there or where it knows no such voice.
    """
    expectation = expect(read_site(site).tree, as_of, story=story, asking=asking)
    return expectation, relate(expectation.rehearsal)


def local_time(site: Path, now: datetime) -> datetime:
    """The aware moment `now` in the time zone of the site; raises SiteError as `build_site`."""
    return now.astimezone(ZoneInfo(read_settings(site).timezone))
