"""Days and times as people write them, in the page's language."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.units import format_unit

from byleave.model.scalars import Moment
from byleave.render.strings import locale

_MEGABYTE = 1_000_000

# CLDR leaves open which "and" it is in Welsh: "ac" stands before a vowel. A "w" that begins a word
# is a vowel before "y" or with its accent, and otherwise as in Wil.
_WELSH_AND = "a(c)"
_WELSH_VOWEL = re.compile(r"[aeiouyâêîôûŷŵáéíóúýàèìòùäëïöü]|wy", re.IGNORECASE)


@lru_cache(maxsize=4096)
def day(value: date, language: str) -> str:
    """A day, such as 20 October 2021."""
    return format_date(value, "long", locale(language))


@lru_cache(maxsize=4096)
def weekday(value: date, language: str) -> str:
    """A day with its name, such as Wednesday, 20 October 2021."""
    return format_date(value, "full", locale(language))


@lru_cache(maxsize=4096)
def day_of_month(value: date, language: str) -> str:
    """The number of a day, such as 20."""
    return format_date(value, "d", locale(language))


@lru_cache(maxsize=4096)
def day_of_week(value: date, language: str) -> str:
    """The name of a day, such as Wednesday."""
    return format_date(value, "cccc", locale(language))


@lru_cache(maxsize=4096)
def month(value: date, language: str) -> str:
    """A month with its year, such as October 2021."""
    return _by_parts(value, "yMMMM", language)


@lru_cache(maxsize=4096)
def short_month(value: date, language: str) -> str:
    """A month with its year, such as Oct 2021."""
    return _by_parts(value, "yMMM", language)


def _by_parts(value: date, parts: str, language: str) -> str:
    """A day by such of its parts as CLDR's skeleton names, in the order of the language."""
    known = locale(language)
    return format_date(value, known.datetime_skeletons[parts].pattern, known)


@lru_cache(maxsize=1024)
def clock(value: time, language: str) -> str:
    """A time of day, such as 10:00."""
    return format_time(value, "short", locale=locale(language))


def lasting(seconds: int, language: str) -> str:
    """How long something lasts, such as 2 minutes 5 seconds."""
    parts = [(seconds // 60, "duration-minute"), (seconds % 60, "duration-second")]
    known = locale(language)
    said = (format_unit(one, unit, "long", locale=known) for one, unit in parts if one)
    return " ".join(said)


def weighing(size: int, language: str) -> str:
    """How large a file is, in bytes, such as 1.4 MB."""
    known = locale(language)
    if size < _MEGABYTE:
        return format_unit(max(1, round(size / 1000)), "digital-kilobyte", "short", locale=known)
    return format_unit(round(size / _MEGABYTE, 1), "digital-megabyte", "short", locale=known)


def joined(words: Iterable[str], language: str) -> str:
    """Words as a list in a sentence, such as "a, b and c"."""
    said = list(words)
    text = format_list(said, locale=locale(language))
    if len(said) > 1 and text.endswith(f" {_WELSH_AND} {said[-1]}"):
        before = text[: -len(f"{_WELSH_AND} {said[-1]}")]
        return f"{before}{'ac' if _WELSH_VOWEL.match(said[-1]) else 'a'} {said[-1]}"
    return text


def machine(value: Moment | date, zone: str) -> str:
    """A day, or a moment with its offset, as machines read it (RFC 3339, ISO 8601)."""
    if not isinstance(value, Moment):
        return value.isoformat()
    if value.clock is None:
        return value.day.isoformat()
    return datetime.combine(value.day, value.clock, ZoneInfo(zone)).isoformat()


def instant(value: date, zone: str) -> str:
    """The beginning of a day as a moment with its offset (RFC 3339)."""
    return datetime.combine(value, time(), ZoneInfo(zone)).isoformat()
