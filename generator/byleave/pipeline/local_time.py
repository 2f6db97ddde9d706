"""What day it is where a site is: all that some commands need of it, who load no more than that."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from byleave.diagnostics import SiteError
from byleave.read import read_settings


def local_time(site: Path, now: datetime) -> datetime:
    """The aware moment `now` in the time zone of the site; raises SiteError as `build_site`."""
    return now.astimezone(ZoneInfo(read_settings(site).timezone))


def local_day(site: Path, now: datetime) -> date:
    """The day in the time zone of the site; in that of this machine where settings have an error.

    Such an error stops a build, and may not stop anybody from taking back what they said.
    """
    try:
        return local_time(site, now).date()
    except SiteError:
        return now.astimezone().date()
