"""Events of The Events Calendar, in WordPress exports: when, where, how to book."""

from collections.abc import Mapping

from byleave.beginning.stories import NewEvent
from byleave.importing.days import day_of, time_of, web_address
from byleave.importing.meetings import is_meeting
from byleave.importing.prose import plain_line
from byleave.importing.wordpress.export import Item

_YES = ("yes", "1", "true")


def event_of(item: Item, by_id: Mapping[str, Item]) -> NewEvent | None:
    """When and where an item of an event is; None where it does not say when."""
    meta = item.meta
    starts, ends = meta.get("_EventStartDate", ""), meta.get("_EventEndDate", "")
    all_day = meta.get("_EventAllDay", "").lower() in _YES
    first = _moment(starts, all_day=all_day)
    if not first:
        return None
    last = _moment(ends, all_day=all_day)
    url = web_address(meta.get("_EventURL", ""))
    online = web_address(meta.get("_tribe_events_virtual_url", "") or meta.get("_VirtualUrl", ""))
    join = online or (url if is_meeting(url) else "")
    venue = by_id.get(meta.get("_EventVenueID", ""))
    return NewEvent(
        starts=first,
        ends=last if last > first else "",
        place=plain_line(venue.get("title")) if venue else "",
        address=_address(venue) if venue else "",
        booking={"url": url} if url and url != join else {},
        join=join,
        cost=_cost(meta),
    )


def _moment(said: str, *, all_day: bool) -> str:
    day = day_of(said)
    time = "" if all_day else time_of(said)
    return f"{day} {time}".strip() if day else ""


def _address(venue: Item) -> str:
    keys = ("_VenueAddress", "_VenueCity", "_VenueProvince", "_VenueState", "_VenueZip")
    parts = (plain_line(venue.meta.get(key, "")) for key in keys)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _cost(meta: Mapping[str, str]) -> str:
    cost = plain_line(meta.get("_EventCost", ""))
    sign = plain_line(meta.get("_EventCurrencySymbol", ""))
    if not cost or not sign or sign in cost or not cost[0].isdigit():
        return cost
    return f"{cost}{sign}" if meta.get("_EventCurrencyPosition") == "suffix" else f"{sign}{cost}"
