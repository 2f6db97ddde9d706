"""Who said what, on paper and in numbers: for the coordinator's folder, and for a trustee."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from byleave.model.register import RegisterEntry
from byleave.model.uses import in_order
from byleave.permission.answers.differences import readable
from byleave.permission.overview.saying import Saying
from byleave.permission.pages import in_words, page

_COLUMNS = ("record", "state", "asked", "given", "by", "until", "review", "uses")
# What a table takes for a sum, where it stands first.
_SUMS = ("=", "+", "-", "@")


def missing(entry: RegisterEntry, today: date) -> Iterator[str]:
    """What has to be done until the answer of a voice is there, and can be proved."""
    if entry.is_over:
        return
    if entry.record is None:
        yield "a record number"
    if entry.given is None:
        if entry.asked is None:
            yield "the day on which they were asked"
        if not entry.seen:
            yield "the day on which they saw it"
        yield "an answer"
    else:
        yield from _missing_of_a_yes(entry, today)


def _missing_of_a_yes(entry: RegisterEntry, today: date) -> Iterator[str]:
    if entry.by is None:
        yield "who said yes"
    if entry.by == "parent" and entry.assent is None:
        yield "the child's own yes"
    if entry.until and entry.until <= today:
        yield "a new yes: this one has ended"
    elif entry.review and entry.review <= today:
        yield "the question whether they still like it"
    if entry.state == "words" or entry.has_other_words:
        yield "a yes to the words that have changed"
    elif entry.agreed is None:
        yield "the words that they agreed to"


def printed(sayings: Iterable[Saying], site: str, today: date) -> str:
    """A page to print with a line for each voice, as HTML that is one file."""
    rows = [
        {
            "story": one.entry.story,
            "title": readable(one.entry.title),
            "voice": one.entry.voice,
            "name": one.entry.name,
            "record": one.entry.record or "",
            "state": one.state,
            "since": _as_written(one.since),
            "seen": ", ".join(f"{in_words(seen.on)} {seen.code}" for seen in one.entry.seen),
            "uses": ", ".join(in_order(one.entry.uses)) if one.entry.given else "",
            "until": one.entry.until,
            "missing": "; ".join(missing(one.entry, today)),
        }
        for one in sayings
    ]
    return page("answers.html", site=site, day=today, rows=rows)


def _as_written(day: str) -> str:
    try:
        return in_words(date.fromisoformat(day))
    except ValueError:
        return day


def in_numbers(entries: Iterable[RegisterEntry]) -> str:
    """Each record with what was said, as CSV (RFC 4180): no names, no stories, no ids."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(_COLUMNS)
    table.writerows(sorted({_numbers(entry) for entry in entries}))
    return out.getvalue()


def _numbers(entry: RegisterEntry) -> tuple[str, ...]:
    said = (
        entry.record or "",
        entry.state,
        _day(entry.asked),
        _day(entry.given),
        entry.by or "",
        _day(entry.until),
        _day(entry.review),
        " ".join(in_order(entry.uses)) if entry.given else "",
    )
    return tuple(f"'{one}" if one.startswith(_SUMS) else one for one in said)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
