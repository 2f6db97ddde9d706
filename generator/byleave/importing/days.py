"""Days, times and addresses as sources write them, or nothing where they are none."""

import re
from datetime import date

from byleave.importing.address_parts import parts_of
from byleave.model.scalars import FIRST_YEAR, LAST_YEAR

_DAY = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?=\D|$)")
_CLOCK = re.compile(r"\s*(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*(?:([apAP])\.?[mM]\.?)?\s*\Z")
_TIME = re.compile(r"\s*\d{4}-\d{1,2}-\d{1,2}[T ]+(\d{1,2}):(\d{2})")


def day_of(said: str) -> str:
    """The day with which `said` begins, as front matter has it; "" where it is none."""
    found = _DAY.match(said)
    if not found:
        return ""
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return ""
    return day.isoformat() if FIRST_YEAR <= day.year <= LAST_YEAR else ""


def time_of(said: str) -> str:
    """The time of day behind the day in `said`; "" where there is none."""
    found = _TIME.match(said)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        return ""
    return f"{int(found[1]):02}:{found[2]}"


def web_address(said: str) -> str:
    """`said` if it is a whole address on the web."""
    text = said.strip()
    parts = parts_of(text)
    is_one = parts.scheme in ("http", "https") and parts.netloc and not re.search(r"\s", text)
    return text if is_one else ""


def clock_of(said: str) -> str:
    """A time of day by itself, such as 18:30, 6.30pm or 6pm; "" where it is none."""
    found = _CLOCK.match(said)
    if not found:
        return ""
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
    elif found[2] is None:
        return ""
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""
