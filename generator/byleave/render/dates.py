"""Days and times as people write them, in the page's language."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.lists import format_list

from byleave.model.scalars import Moment
from byleave.render.strings import locale

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


@lru_cache(maxsize=1024)
def clock(value: time, language: str) -> str:
    """A time of day, such as 10:00."""
    return format_time(value, "short", locale=locale(language))


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
