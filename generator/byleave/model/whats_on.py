"""What is coming up, on paper: a sheet that hangs in a shop and lies on a table."""

import datetime

from msgspec import Struct

from byleave.model.event import Booking
from byleave.model.pieces import ListItem


class Wanted(Struct, frozen=True, kw_only=True):
    """What somebody wants on a sheet: days, and what the events have to be like where it is said.

    `language` is that in which the events are told where they are there in it.
    """

    first: datetime.date
    last: datetime.date
    place: str = ""
    form: str = ""
    access: str = ""
    language: str = ""


class SheetEvent(Struct, frozen=True, kw_only=True):
    """An event on a sheet: as lists show it, and what else somebody needs to come."""

    item: ListItem
    address: str
    cost: str
    access_contact: str
    booking: Booking | None
    join: str


class WhatsOn(Struct, frozen=True, kw_only=True):
    """A sheet of what is on, soonest first.

    `left_out` is how many events the site shows that may not be printed: somebody whose words or
    name they are has not said yes to that.
    """

    wanted: Wanted
    events: tuple[SheetEvent, ...]
    left_out: int
