"""The site as the public sees it, today or on another day: which day, and the way there."""

from datetime import date, datetime, time

from starlette.responses import Response

from byleave.desk.asking import Asked
from byleave.desk.pages import page
from byleave.desk.workplace import Workplace
from byleave.preview import SiteInMemory

NOON = time(12)
# Nothing is planned for later, and permission for years on can still be reckoned.
_YEARS = range(1900, 2200)


def public_page(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """The day for which it is shown."""
    del asked
    return _page(place, held, "")


def choose_day(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """Show it on another day from now on, or today."""
    said = asked.said("day").strip()
    try:
        day = datetime.combine(date.fromisoformat(said), NOON) if said else None
        if day and day.year not in _YEARS:
            return _page(place, held, "Write a day between 1900 and 2199.")
    except ValueError:
        return _page(place, held, "Write the day like 2026-03-31.")
    place.public.day = day
    return _page(place, held, "")


def _page(place: Workplace, held: SiteInMemory, fault: str) -> Response:
    day = place.public.day
    return page(
        place,
        "public.html",
        status=400 if fault else 200,
        fault=fault,
        shown=day.date() if day else None,
        today=place.day(held),
    )
