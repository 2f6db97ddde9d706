"""Moments in the site's time zone: what day it is where the site is."""

from datetime import datetime
from zoneinfo import ZoneInfo


def in_zone(moment: datetime, zone: str) -> datetime:
    """`moment` as the clocks of `zone` show it, without an offset; a naive one is so already."""
    if moment.tzinfo is None:
        return moment
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
