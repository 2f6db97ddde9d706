"""What is wrong with the site: each finding beside its line, with the way to the file and page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from starlette.responses import Response

from byleave.desk.asking import Asked, Page, link
from byleave.desk.pages import page
from byleave.desk.site_files import is_of_site, lines_of
from byleave.desk.workplace import Workplace
from byleave.desk.writing.up_to_date import BEHIND, Behind, behind
from byleave.diagnostics import Diagnostic, SiteError, in_order
from byleave.preview import SiteInMemory

_CANNOT_BE_SHOWN = 500


class ShownFinding(Struct, frozen=True, kw_only=True):
    """A finding, the line that it is about, and where that can be changed and looked at.

    `behind` is the version whose original was changed, where it is about that.
    """

    finding: Diagnostic
    line: str
    edit: str
    look: str
    behind: Behind | None = None


def findings_page(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """All that is to be said of the site: errors, then warnings, then advice kind by kind."""
    del asked
    live = held.live
    found = live.findings if live else held.faults
    overview = place.overview(held) if live else None
    addresses = {line.path: line.address for line in overview.lines} if overview else {}
    late = [one.path for one in found if one.code == BEHIND]
    versions = behind(place, overview, late) if overview and late else {}
    shown = list(_shown(place, found, addresses, versions))
    return page(
        place,
        "findings.html",
        errors=[one for one in shown if one.finding.severity == "error"],
        warnings=[one for one in shown if one.finding.severity == "warning"],
        advice=_by_kind(one for one in shown if one.finding.severity == "advice"),
        is_shown=live is not None,
    )


def _by_kind(found: Iterable[ShownFinding]) -> list[tuple[Diagnostic, list[ShownFinding]]]:
    """Those of one kind together, each kind with the first of it; the most frequent first."""
    kinds: defaultdict[tuple[str, str], list[ShownFinding]] = defaultdict(list)
    for one in found:
        kinds[one.finding.code, one.finding.do].append(one)
    most = sorted(kinds.values(), key=len, reverse=True)
    return [(each[0].finding, each) for each in most]


def told_plainly(made: Page) -> Page:
    """`made`, or what is wrong with the site where that keeps the page from being made."""

    def page_or_findings(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
        try:
            return made(place, held, asked)
        except SiteError:
            response = findings_page(place, held, asked)
            response.status_code = _CANNOT_BE_SHOWN
            return response

    return page_or_findings


def edit_address(path: str, line: int = 0) -> str:
    """Where the file at `path` is changed; "" where the desk does not change it."""
    if not is_of_site(path):
        return ""
    at = f"line-{line}" if line else ""
    if path.startswith("stories/"):
        return link("/story", at, path=path)
    return link("/file", at, path=path)


def _shown(
    place: Workplace,
    found: tuple[Diagnostic, ...],
    addresses: Mapping[str, str],
    versions: Mapping[str, Behind],
) -> Iterator[ShownFinding]:
    lines: dict[str, tuple[str, ...]] = {}
    for one in in_order(found):
        if one.path not in lines:
            lines[one.path] = lines_of(place.site, one.path)
        there = lines[one.path]
        address = addresses.get(one.path, "")
        yield ShownFinding(
            finding=one,
            line=there[one.line - 1] if 0 < one.line <= len(there) else "",
            edit=edit_address(one.path, one.line),
            look=place.origins.live.rstrip("/") + address if address else "",
            behind=versions.get(one.path) if one.code == BEHIND else None,
        )
