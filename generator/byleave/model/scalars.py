"""The types of single values in front matter and settings, as text that an editor wrote.

Every scalar arrives as text, so that `no`, `0035` and `12:30` mean what was written;
the key gives it its type here. Faults are PydanticCustomErrors whose type is the code of the
finding and whose template is its message; they never quote the value.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, time
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from byleave.model.names.signs import is_seen
from byleave.model.renditions import Focus, focus_at
from byleave.model.terms import NOT_KNOWN_YET

# Every record of front matter and settings refuses keys that it does not know.
STRICT = ConfigDict(extra="forbid")

# Beyond these a year is a slip of the keyboard; time zones and calendars end at years 1 and 9999.
FIRST_YEAR, LAST_YEAR = 1900, 2200

# What other programs take a text without quotes for, where it belongs to us as it is written.
_SCALARS = ["string", "number", "boolean"]
_DAY = r"\d{4}-\d{2}-\d{2}"
_CLOCK = r"(\d{2}):(\d{2})"
_YES = "[Yy][Ee][Ss]|[Tt][Rr][Uu][Ee]"
_NO = "[Nn][Oo]|[Ff][Aa][Ll][Ss][Ee]"
_DATE = re.compile(rf"{_DAY}\Z")
_TIME = re.compile(rf"{_CLOCK}\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?\Z")
_LANGUAGE_OR_NONE = re.compile(rf"\Z|{_LANGUAGE.pattern}")
_COUNTRY = re.compile(r"[A-Z]{2}\Z")
_ID = re.compile(r"[a-z][a-z0-9-]*\Z")
_NUMBER = re.compile(r"[1-9][0-9]{0,3}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day, and a time of day where one is given, in the site's time zone."""

    day: date
    clock: time | None = None


def written_as(schema: dict[str, Any]) -> Any:
    """A type that says in JSON Schema what is written, where that is not what is read from it."""
    return Annotated[Any, WithJsonSchema(schema)]


def _fault(code: str, message: str) -> PydanticCustomError:
    # A template may hold no braces of its own, and none of ours do.
    return PydanticCustomError(code, message)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _fault("not-text", "a line of text belongs here, not a list or a group of keys")
    return value.strip()


def _parsed(
    code: str,
    message: str,
    parse: Callable[[str], Any],
    like: str = "",
    kinds: Collection[str] = ("string",),
) -> BeforeValidator:
    """A text that `parse` takes; editors' programs are told what it looks `like`, if it does."""

    def read(value: Any) -> Any:
        try:
            return parse(_text(value))
        except ValueError as fault:
            if isinstance(fault, PydanticCustomError):
                raise
            raise _fault(code, message) from None

    said = {"type": list(kinds), "pattern": f"^({like})$"} if like else {"type": _SCALARS}
    return BeforeValidator(read, json_schema_input_type=written_as(said))


def _date(text: str) -> date:
    if not _DATE.match(text):
        raise ValueError
    day = date.fromisoformat(text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        message = f"the year is not between {FIRST_YEAR} and {LAST_YEAR}"
        raise _fault("year", message)
    return day


def _time(text: str) -> time:
    found = _TIME.match(text)
    if not found:
        raise ValueError
    return time(int(found[1]), int(found[2]))


def _moment(text: str) -> Moment:
    day, *clock = text.split(maxsplit=1)  # a no-break space can mean nothing else here
    return Moment(day=_date(day), clock=_time(clock[0]) if clock else None)


def _yes_no(text: str) -> bool:
    answers = {"yes": True, "no": False, "true": True, "false": False}
    if text.lower() not in answers:
        raise ValueError
    return answers[text.lower()]


def _matching(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if not pattern.match(text):
            raise ValueError
        return text

    return parse


def _not_empty(text: str) -> str:
    if not is_seen(text):
        raise ValueError
    return " ".join(text.split())


def _web_address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError
    return text


def _site_path(text: str) -> str:
    if not text.startswith("/"):
        raise ValueError
    if ".." in text.split("/"):
        raise _fault("site-path", "an address on this site has no .. in it")
    return text


def _place_or_site(text: str) -> str:
    return _site_path(text) if text.startswith("/") else _web_address(text)


def _time_zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, OSError):
        raise ValueError from None
    return text


def _number(text: str) -> int:
    if not _NUMBER.match(text):
        raise ValueError
    return int(text)


def _shape(pattern: re.Pattern[str]) -> str:
    """A pattern as the programs of editors know it."""
    return pattern.pattern.removesuffix(r"\Z")


Text = Annotated[str, BeforeValidator(_text, json_schema_input_type=written_as({"type": _SCALARS}))]
Line = Annotated[str, _parsed("empty", "there is nothing here", _not_empty)]
IsoDate = Annotated[
    date,
    _parsed("date", "this is not a date that exists, written YYYY-MM-DD", _date, _DAY),
    Field(json_schema_extra={"format": "date"}),
]
DayTime = Annotated[
    Moment,
    _parsed(
        "date-time",
        "this is not a day or a time, written YYYY-MM-DD HH:MM",
        _moment,
        f"{_DAY}( +{_CLOCK})?",
    ),
]
ClockTime = Annotated[
    time, _parsed("time", "this is not a time of day, written HH:MM", _time, _CLOCK)
]
YesNo = Annotated[
    bool,
    _parsed("yes-no", "yes or no belongs here", _yes_no, f"{_YES}|{_NO}", ["string", "boolean"]),
]
VoiceId = Annotated[
    str,
    _parsed(
        "voice-id",
        "an id is a small letter, then small letters, digits and hyphens",
        _matching(_ID),
        _shape(_ID),
    ),
]
# An id, or the words of `terms.NOT_KNOWN_YET`, which nobody can be called.
ShownId = Annotated[
    str,
    _parsed(
        "voice-id",
        f"an id is a small letter, then small letters, digits and hyphens; or “{NOT_KNOWN_YET}”",
        lambda text: text if text == NOT_KNOWN_YET else _matching(_ID)(text),
        rf"{_shape(_ID)}|{NOT_KNOWN_YET}",
    ),
]
Number = Annotated[
    int,
    _parsed("number", "a number of people belongs here, in digits", _number, _shape(_NUMBER)),
]
Language = Annotated[
    str,
    _parsed(
        "language",
        "this is not a language tag such as en-GB, cy or ar",
        _matching(_LANGUAGE),
        _shape(_LANGUAGE),
    ),
]
# The key of what is said in several languages; empty for that of the site, whichever it is.
LanguageOrOwn = Annotated[
    str,
    _parsed(
        "language",
        "this is not a language tag such as en-GB, cy or ar",
        _matching(_LANGUAGE_OR_NONE),
        _shape(_LANGUAGE),
    ),
]
Country = Annotated[
    str,
    _parsed(
        "country",
        "this is not the code of a country, of two capitals",
        _matching(_COUNTRY),
        _shape(_COUNTRY),
    ),
]
WebAddress = Annotated[
    str,
    _parsed(
        "web-address",
        "an address that begins with https:// belongs here",
        _web_address,
        r"[Hh][Tt][Tt][Pp][Ss]?://[^/].*",
    ),
]
SitePath = Annotated[
    str, _parsed("site-path", "an address on this site begins with /", _site_path, "/.*")
]
PlaceOrSite = Annotated[
    str,
    _parsed(
        "site-path",
        "an address begins with / on this site, and with https:// on another",
        _place_or_site,
        r"/.*|[Hh][Tt][Tt][Pp][Ss]?://[^/].*",
    ),
]
FocusPoint = Annotated[
    Focus,
    _parsed(
        "focus",
        "this is no place in a picture, such as 30% 40%, left or upper right",
        focus_at,
        r"\d{1,3}% +\d{1,3}%|[A-Za-z]+( +[A-Za-z]+)*",
    ),
]
TimeZone = Annotated[
    str,
    _parsed("time-zone", "this is not a time zone such as Europe/London", _time_zone),
]


def _present(_value: Any) -> bool:
    return True


# What stops a permission: the key being there is what counts, whatever stands beside it.
Present = Annotated[bool, BeforeValidator(_present, json_schema_input_type=Any)]


def _many(value: Any) -> Any:
    if isinstance(value, str):
        raise _fault("not-a-list", "a list belongs here, such as [one, two]")
    return value


ListOf = BeforeValidator(_many)
