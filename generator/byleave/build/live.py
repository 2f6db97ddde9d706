"""A site that is held in memory for its editors: made at once, and again as its files change."""

from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct

from byleave.check import loose_links
from byleave.cleaning import Why
from byleave.diagnostics import Diagnostic, error, in_order
from byleave.gate import GateReport, Verdict, judge, judge_again
from byleave.model.site import SitePlan
from byleave.read import (
    ReadResult,
    is_as_read,
    knows_of,
    read_site,
    read_story_again,
    with_story,
    without,
    without_file,
)
from byleave.relate import relate, relate_again
from byleave.render import PREVIEW_POLICY, Addresses, OneByOne, UnrenderableError
from byleave.values import replace

__all__ = [
    "PREVIEW_POLICY",
    "LiveSite",
    "UnrenderableError",
    "live_site",
    "with_edited_story",
    "without_damaged",
    "without_text",
]


class LiveSite(Struct, frozen=True, kw_only=True):
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
    """What `live_site` would make where the story at `path` alone was edited.

    Its plan is the same value if nothing was; None where more may be decided otherwise.
    """
    again = read_story_again(live.source, path)
    verdict = judge_again(live.verdict, again.story) if again else None
    if again is None or verdict is None:
        return None
    source = with_story(live.source, again)
    if verdict is live.verdict:
        return replace(live, source=source)
    plan = relate_again(live.plan, verdict.content)
    files = _one_by_one(plan, live.base_url, live)
    return replace(live, source=source, verdict=verdict, plan=plan, files=files)


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
    known = before.verdict if before else None
    verdict = judge(source.tree, as_of, rehearsing=not published, before=known)
    plan = relate_again(before.plan, verdict.content) if before else relate(verdict.content)
    files = _one_by_one(plan, base_url, before)
    return LiveSite(source=source, verdict=verdict, plan=plan, files=files, base_url=base_url)


def _says_the_same(source: ReadResult, before: ReadResult) -> bool:
    return source.tree == before.tree and source.findings == before.findings


def _one_by_one(plan: SitePlan, base_url: str, before: LiveSite | None) -> OneByOne:
    return OneByOne(plan, Addresses(base_url=base_url), before.files if before else None)


def _unrenderable(fault: UnrenderableError) -> Diagnostic:
    return error(fault.path, "prose", fault.message, fault.do)
