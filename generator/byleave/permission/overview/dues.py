"""What a group has to do about permissions soon: ask again, renew, remind."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from byleave.model.register import RegisterEntry

# A month is long to wait for an answer: the question may have been lost.
ANSWER_DAYS = 28
# Who is about to be public for the first time is told before, and sees it first.
FIRST_DAYS = 7
# Time enough to find somebody, to sit down with them, and to wait for what they say.
DUE_DAYS = 90

DueKind = Literal[
    "first", "lapsed", "lapsing", "review overdue", "review", "unanswered", "a year on"
]

# Nothing keeps these from the site but a day, or what others have to say.
_TO_COME = frozenset({"published", "story", "not yet given"})


class Due(Struct, frozen=True, kw_only=True):
    """One thing to do about one voice; `day` is when it was, is or will be due."""

    kind: DueKind
    day: date
    entry: RegisterEntry


def dues(entries: Iterable[RegisterEntry], today: date, days: int) -> tuple[Due, ...]:
    """What is due at `today` or within `days` days after it, the earliest first."""
    found = (one for entry in entries for one in _of(entry, today, today + timedelta(days=days)))
    return tuple(sorted(found, key=lambda due: (due.day, due.entry.story, due.entry.voice)))


def _of(entry: RegisterEntry, today: date, last: date) -> Iterator[Due]:
    if entry.is_over:
        return  # it is over, and nobody is asked twice
    if entry.given is None:
        if entry.asked and entry.asked + timedelta(days=ANSWER_DAYS) <= today:
            yield Due(kind="unanswered", day=entry.asked, entry=entry)
        return
    if entry.until and entry.until <= today:
        yield Due(kind="lapsed", day=entry.until, entry=entry)
        return
    yield from _published(entry, today)
    if entry.until and entry.until <= last:
        yield Due(kind="lapsing", day=entry.until, entry=entry)
    if entry.review and entry.review <= last:
        kind: DueKind = "review overdue" if entry.review <= today else "review"
        yield Due(kind=kind, day=entry.review, entry=entry)


def _published(entry: RegisterEntry, today: date) -> Iterator[Due]:
    """Who becomes public within days, and who did a year ago."""
    if entry.given is None or entry.dated is None:
        return
    day = max(entry.given, entry.dated)
    if entry.state in _TO_COME and today <= day < today + timedelta(days=FIRST_DAYS):
        yield Due(kind="first", day=day, entry=entry)
    again = a_year_after(day)
    if entry.state == "published" and abs(today - again) <= timedelta(days=ANSWER_DAYS):
        yield Due(kind="a year on", day=again, entry=entry)


def a_year_after(day: date) -> date:
    """The same day a year later, and the one before it after a leap day."""
    return date(day.year + 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)
