"""The order of the phases, which nothing else knows: read, gate, relate, render, check, write."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from byleave.check import check_site
from byleave.diagnostics import Diagnostic, error, in_order
from byleave.executors import ClusterError
from byleave.executors import executor as executor_for
from byleave.gate import GateReport, admit, expect, register
from byleave.model.output import PublishedOutput
from byleave.model.register import Expectation, RegisterEntry
from byleave.model.site import SitePlan
from byleave.observing import NOBODY, Observer
from byleave.read import ReadResult, read_settings, read_site, without
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
    "ClusterError",
    "ForeignOutputError",
    "SiteRegister",
    "WriteError",
    "build_site",
    "local_time",
    "read_register",
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
    site: Path,
    *,
    output: Path,
    as_of: datetime,
    options: BuildOptions = _USUAL,
    observer: Observer = NOBODY,
) -> BuildResult:
    """Make the folder `output` the public site of the folder `site` at `as_of`.

    `as_of` is aware, or in the site's time zone. Raises SiteError where settings, themes or the
    look are wrong, ForeignOutputError and WriteError as `write_output` does; nothing withheld is
    then left in `output` that was not there before. Raises ValueError for an unknown executor,
    ClusterError for a cluster that cannot do the work.
    """
    if not options.dry:
        observer.begins("write")
        refuse_foreign(output)
    observer.begins("read")
    source = read_site(site)
    while True:
        try:
            report, plan, rendered = _made(source, as_of, options, observer)
            break
        except UnrenderableError as fault:
            # Rare: the gate decides again, as if the file had been faulty when it was read.
            source = without(source, error(fault.path, "prose", fault.message, fault.do))
    observer.begins("check")
    base_path = urlsplit(options.base_url or plan.settings.url).path
    found = [*source.findings, *report.findings, *check_site(plan, rendered, base_path)]
    diagnostics = in_order(found)
    observer.begins("write")
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
    source: ReadResult, as_of: datetime, options: BuildOptions, observer: Observer
) -> tuple[GateReport, SitePlan, PublishedOutput]:
    """The phases from gate to render."""
    observer.begins("gate")
    published, report = admit(source.tree, as_of)
    observer.begins("relate")
    plan = relate(published)
    base_url = options.base_url or plan.settings.url
    addresses = Addresses(base_url=base_url, relative=options.relative)
    observer.begins("render")
    observer.did("rendered", len(plan.views))
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


def local_time(site: Path, now: datetime) -> datetime:
    """The aware moment `now` in the time zone of the site; raises SiteError as `build_site`."""
    return now.astimezone(ZoneInfo(read_settings(site).timezone))
