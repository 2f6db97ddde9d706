"""Events in front matter, under the names that Hugo's and Jekyll's themes have for their parts."""

from typing import Any

from byleave.beginning.front_matter import one_line
from byleave.beginning.stories import NewEvent
from byleave.importing.days import clock_of, day_of, time_of, web_address
from byleave.importing.folders.front import Data, line, several
from byleave.importing.meetings import is_meeting

_STARTS = ("starts", "start", "start_date", "startdate", "event_start", "event_start_date")
_STARTS_TOO = ("eventdate", "event_date", "begin", "dtstart", "date_start", "starttime")
_ENDS = ("ends", "end", "end_date", "enddate", "event_end", "event_end_date", "dtend", "date_end")
_FROM = ("start_time", "time_start", "event_time", "time")
_UNTIL = ("end_time", "time_end", "endtime")
_PLACE = ("place", "venue", "location", "where", "event_location")
_ADDRESS = ("address", "venue_address", "street")
_BOOK = ("booking", "booking_url", "registration", "registration_url", "register", "tickets")
_BOOK_TOO = ("ticket_url", "rsvp", "eventbrite", "signup", "sign_up", "event_url")
_JOIN = ("join", "join_url", "meeting", "meeting_url", "zoom", "zoom_url", "livestream", "stream")
_FORM = ("event_type", "form")


def says_event(data: Data, *, among_events: bool) -> bool:
    """Whether this is an event: it says when it is, or stands among events."""
    kind = line(data, "type", "layout").casefold()
    return among_events or kind in ("event", "events") or bool(line(data, *_STARTS, *_STARTS_TOO))


def event_of(data: Data) -> tuple[NewEvent | None, bool]:
    """The event, and whether its start is its own; else `date` says it, and no day to publish."""
    said = line(data, *_STARTS, *_STARTS_TOO)
    is_own = bool(day_of(said))
    when = said if is_own else line(data, "date")
    starts = _moment(when, line(data, *_FROM))
    if not starts:
        return None, False
    end = line(data, *_ENDS)
    ends = _moment(end if day_of(end) else day_of(when), line(data, *_UNTIL) or clock_of(end))
    place, address = _where(data)
    links = [web_address(one) for one in (line(data, *_BOOK, *_BOOK_TOO), line(data, "url"))]
    booking = next((one for one in links if one and not is_meeting(one)), "")
    join = web_address(line(data, *_JOIN)) or next((one for one in links if is_meeting(one)), "")
    event = NewEvent(
        starts=starts,
        ends=ends if ends > starts and (" " in ends) == (" " in starts) else "",
        form=line(data, *_FORM),
        place=place,
        address=address,
        booking={"url": booking} if booking else {},
        join=join,
        cost=line(data, "cost", "price"),
        access=tuple(several(data, "access", "accessibility")),
    )
    return event, is_own


def _moment(said: str, clock: str) -> str:
    day, time = day_of(said), time_of(said) or clock_of(clock)
    # Midnight is what a program writes where nobody gave a time.
    return f"{day} {time}".strip() if time != "00:00" else day


def _where(data: Data) -> tuple[str, str]:
    for name in _PLACE:
        value: Any = data.get(name)
        if isinstance(value, dict):
            place = one_line(str(value.get("name") or value.get("title") or ""))
            address = one_line(str(value.get("address") or value.get("street") or ""))
            return place, address
    return line(data, *_PLACE), line(data, *_ADDRESS)
