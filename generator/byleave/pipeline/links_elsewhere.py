"""The links to other sites that readers meet, and where they stand: of what is published alone."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from byleave.diagnostics import Diagnostic, advice, in_order
from byleave.gate import LinkElsewhere, Verdict, judge, links_elsewhere
from byleave.model.published import FixedPage, Theme
from byleave.pipeline.guarded_names import GuardedError, Guarding
from byleave.pipeline.options import BuildOptions
from byleave.read import links_in, read_site, without
from byleave.values import replace

_CODE = "link-gone"


def links_to_others(
    site: Path, now: datetime, guard_key: bytes | None
) -> tuple[LinkElsewhere, ...]:
    """Those of the site folder `site` that are public at `now`, and that nobody allowed to be dead.

    Raises SiteError as `build_site` does.
    """
    guarding = Guarding(site, replace(BuildOptions(), guard_key=guard_key))
    source = read_site(site)
    while True:
        verdict = judge(source.tree, now, rehearsing=False)
        try:
            guarding.words(verdict.published)
        except GuardedError as guarded:
            for finding in guarded.faults:
                source = without(source, finding)
        else:
            return tuple(_links(verdict))


def gone_findings(
    links: tuple[LinkElsewhere, ...], gone: Mapping[str, int]
) -> tuple[Diagnostic, ...]:
    """What is to be said of those of `links` at which nothing is any more, with what was said."""
    return in_order(_finding(link, gone[link.to]) for link in links if link.to in gone)


def _finding(link: LinkElsewhere, status: int) -> Diagnostic:
    why = f"the other site says {status}" if status else "there is no site of this name"
    message = f"this leads to nothing any more: {why}"
    do = "look where it is now, or take the link out"
    return advice(link.path, "link-gone", message, do, link.at, about=link.to)


def _links(verdict: Verdict) -> Iterator[LinkElsewhere]:
    settings, published = verdict.tree.settings, verdict.published
    if _CODE in settings.allow:
        return
    yield from links_elsewhere(verdict, _CODE)
    own: tuple[FixedPage | Theme, ...] = (*published.pages, *published.themes)
    for one in own:
        for found in links_in(one.body, one.line, one.path, settings.url):
            yield LinkElsewhere(path=one.path, at=found.at, to=found.destination)
