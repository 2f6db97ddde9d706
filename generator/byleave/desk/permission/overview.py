"""The page about permission as a whole: what is due, who has not answered, who comes this week."""

from collections.abc import Mapping

from starlette.responses import Response

from byleave.desk.asking import Asked
from byleave.desk.pages import page
from byleave.desk.permission.papers import all_papers
from byleave.desk.saying import VOICES, title_of
from byleave.desk.workplace import Workplace
from byleave.permission.overview.dues import ANSWER_DAYS, DUE_DAYS, FIRST_DAYS, DueKind, dues
from byleave.preview import SiteInMemory

_DUE: Mapping[DueKind, str] = {
    "first": "Comes onto the site: ring them first",
    "lapsed": "Their yes has ended",
    "lapsing": "Their yes ends",
    "review overdue": "To be asked again since",
    "review": "To be asked again by",
    "unanswered": f"Asked {ANSWER_DAYS} days ago or longer, and no answer; asked on",
    "a year on": "On the site for a year: tell them what came of it",
}


def permission_page(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """Whom to ring, ask and tell."""
    del asked
    overview, today = place.overview(held), place.day(held)
    found = dues(overview.entries, today, DUE_DAYS)
    titles = {one.path: one.title for one in overview.lines}
    lines = {one.path: one for one in overview.lines}
    return page(
        place,
        "permission.html",
        first=[one for one in found if one.kind == "first"],
        due=[one for one in found if one.kind != "first"],
        waiting=[one for one in overview.entries if one.state in ("asked", "words")],
        stopped=[one for one in overview.entries if one.state in ("held", "held here")],
        days=FIRST_DAYS,
        said=_DUE,
        states=VOICES,
        title_of=lambda path: title_of(lines[path], titles) if path in lines else path,
        papers=all_papers(place.site),
    )
