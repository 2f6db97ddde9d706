"""A site that is held in memory for its editors: made at once, and again as its files change."""

from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct

from byleave.cache import Recollection, facts_of, folders_of, left_in
from byleave.check import loose_links
from byleave.cleaning import Why
from byleave.diagnostics import Diagnostic, error, in_order
from byleave.gate import (
    GateReport,
    Verdict,
    beforehand,
    decisive_beforehand,
    judge,
    look_through,
)
from byleave.model.site_plan import SitePlan
from byleave.pipeline.options import CACHE
from byleave.read import (
    Looking,
    ReadResult,
    is_as_read,
    knows_of,
    read_again,
    read_site,
    without,
    without_file,
)
from byleave.relate import relate
from byleave.render import PREVIEW_POLICY, OnRequest, UnrenderableError, WrittenAddresses
from byleave.values import replace

__all__ = [
    "PREVIEW_POLICY",
    "LiveSite",
    "UnrenderableError",
    "live_site",
    "look_through_some",
    "looked_through",
    "with_edited_story",
    "without_damaged",
    "without_text",
]


class LiveSite(Struct, frozen=True, kw_only=True):
    """A site held in memory for its editors, whose files are made when somebody asks for them.

    Nothing of it can be written: `write` takes no such value. `base_url` is where it is looked at,
    and `known` is what was found out of its files, of withheld ones too: it stays in memory. Where
    it is `hurried`, the words of its stories are still to be looked through.
    """

    known: Recollection
    source: ReadResult
    verdict: Verdict
    plan: SitePlan
    files: OnRequest
    base_url: str
    hurried: bool

    @property
    def report(self) -> GateReport:
        """How much is published, how much is withheld and why."""
        return self.verdict.report

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is wrong, private findings too, as far as it is known before pages are made."""
        report = self.report.findings
        loose = loose_links(self.plan, (*self.source.findings, *report))
        return in_order([*self.source.findings, *report, *loose, *self.report.advice])

    @property
    def as_of(self) -> datetime:
        """The moment for which it is shown, in the site's time zone."""
        return self.verdict.as_of

    def is_for(self, as_of: datetime) -> bool:
        """Whether `as_of` is on the day for which the site was made."""
        if as_of.tzinfo is not None:
            as_of = as_of.astimezone(ZoneInfo(self.plan.settings.timezone))
        return as_of.date() == self.verdict.as_of.date()

    def is_as_read(self, path: str) -> bool:
        """Whether the story file at `path` looks as if nobody had changed it since."""
        return is_as_read(self.source, path, Looking(known=self.known))

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
    hurried: bool = False,
) -> LiveSite:
    """The site in the folder `site` at `as_of`, everything in it, or what is `published` alone.

    With `hurried`, pages can be shown in half of the time, and `looked_through` tells the rest.

    What is known from `before`, or from builds, is found out again only where files have changed,
    by their facts or because they are at or below the paths `changed`; where they say the same, on
    the same day, the plan is the same value. Raises SiteError as `build_site` does.
    """
    known = before.known if before else left_in(site / CACHE)
    # By several processes where that is safe: as long as no thread was started to serve it.
    source = read_site(site, _looking(known, changed, hurried=hurried), executor=None)
    if (
        before
        and before.hurried == hurried
        and before.is_for(as_of)
        and _says_the_same(source, before.source)
    ):
        return replace(before, source=source)
    return _live(source, as_of, base_url, known, before, published=published, hurried=hurried)


def look_through_some(live: LiveSite, numbers: range) -> bool:
    """Look through the words of the stories of these `numbers`; False where there are none."""
    look_through(live.verdict, numbers, live.known)
    return numbers.start < len(live.source.tree.stories)


def looked_through(live: LiveSite) -> LiveSite:
    """`live` with all that is to be said of it."""
    return _from(live.source, replace(live, hurried=False))


def with_edited_story(live: LiveSite, path: str) -> LiveSite | None:
    """What `live_site` would make where the story at `path` alone was edited.

    None where there is more to read, or the file has a fault.
    """
    source = read_again(live.source, path, Looking(known=live.known))
    if source is None:
        return None
    if _says_the_same(source, live.source):
        return replace(live, source=source)
    return _from(source, live)


def _looking(known: Recollection, changed: Collection[str], *, hurried: bool) -> Looking:
    gone = frozenset(changed)

    def facts(path: str, real: Path) -> bytes:
        was_changed = path in gone or not gone.isdisjoint(folders_of(path))
        return b"" if was_changed else facts_of(real) or b""

    return Looking(
        known=known,
        facts=lambda file: facts(file.path, file.real),
        beforehand=decisive_beforehand if hurried else beforehand,
    )


def without_text(live: LiveSite, fault: UnrenderableError) -> LiveSite:
    """`live` as if the file of which no page can be made had been faulty when it was read.

    Raises SiteError where it is the file of a theme.
    """
    return _from(without(live.source, _unrenderable(fault)), live)


def without_damaged(live: LiveSite, source: str, why: Why) -> LiveSite:
    """`live` as if nothing could be published of the file at the absolute path `source`."""
    return _from(without_file(live.source, source, why), live)


def _from(source: ReadResult, live: LiveSite) -> LiveSite:
    verdict = live.verdict
    return _live(
        source,
        verdict.as_of,
        live.base_url,
        live.known,
        live,
        published=not verdict.rehearsing,
        hurried=live.hurried,
    )


def _live(
    source: ReadResult,
    as_of: datetime,
    base_url: str,
    known: Recollection,
    before: LiveSite | None,
    *,
    published: bool,
    hurried: bool,
) -> LiveSite:
    verdict = judge(
        source.tree,
        as_of,
        rehearsing=not published,
        known=known,
        hurried=hurried,
    )
    plan = relate(verdict.content, known)
    return LiveSite(
        known=known,
        source=source,
        verdict=verdict,
        plan=plan,
        files=_one_by_one(plan, base_url, before),
        base_url=base_url,
        hurried=hurried,
    )


def _says_the_same(source: ReadResult, before: ReadResult) -> bool:
    return source.tree == before.tree and source.findings == before.findings


def _one_by_one(plan: SitePlan, base_url: str, before: LiveSite | None) -> OnRequest:
    return OnRequest(plan, WrittenAddresses(base_url=base_url), before.files if before else None)


def _unrenderable(fault: UnrenderableError) -> Diagnostic:
    return error(fault.path, "prose", fault.message, fault.do)
