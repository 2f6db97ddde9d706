"""Who has said what, in plain words: one line of the register for each voice of each story."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from byleave.editing.front_matter import CannotEditError, record_of, value_at
from byleave.editing.story_files import read_text
from byleave.model.register import RegisterEntry, VoiceState
from byleave.permission.answers.changed_words import ChangedWords, changed_words
from byleave.permission.answers.differences import difference, in_words, readable

_STATES: Mapping[VoiceState, str] = {
    "published": "published",
    "asked": "asked, no answer yet",
    "refused": "said no",
    "held": "held back by the group",
    "withdrawn": "took permission back",
    "not here": "took permission back for this story",
    "closed": "the record is closed elsewhere",
    "held here": "held back here by the group",
    "not yet given": "said yes from a later day on",
    "expired": "permission has ended",
    "no web": "did not say yes to the website",
    "words": "the words have changed: ask again",
    "named": "left out: their entry names somebody who is not published",
    "story": "the story is not published",
}
# Which key of the record says since when a state holds; `given` for the others.
SINCE: Mapping[VoiceState, str] = {
    "asked": "asked",
    "refused": "refused",
    "held": "held",
    "withdrawn": "withdrawn",
    "not here": "not_here",
    "held here": "held_here",
    "expired": "until",
}


class Saying(Struct, frozen=True, kw_only=True):
    """What one voice has said, and since when; `changes` are words that it has not agreed to."""

    entry: RegisterEntry
    state: str
    since: str
    changes: tuple[ChangedWords, ...]


def sayings(site: Path, entries: Iterable[RegisterEntry]) -> tuple[Saying, ...]:
    """Each of `entries` in plain words, in their order; looks up changed words in git."""
    return tuple(
        Saying(
            entry=entry,
            state=state_in_words(entry),
            since=_since(site, entry),
            changes=changed_words(site, entry) if _is_changed(entry) else (),
        )
        for entry in entries
    )


def _is_changed(entry: RegisterEntry) -> bool:
    """Whether words are not those that were agreed to: in a story that is not due yet as well."""
    return entry.state == "words" or entry.has_other_words


def state_in_words(entry: RegisterEntry) -> str:
    """What the state of a voice means, for somebody who does not know our words."""
    if entry.state == "asked" and entry.asked is None:
        return "not asked yet"
    return _STATES[entry.state]


def _since(site: Path, entry: RegisterEntry) -> str:
    """The day on which the state began, as the record says it, or "" where it does not."""
    key = SINCE.get(entry.state, "given")
    try:
        record = record_of(read_text(site, entry.story).text)
    except CannotEditError:
        return ""
    said = value_at(record, "voices", entry.voice, "consent", key)
    # People write more beside `held:` than a day, and reasons are not for lists.
    return said if isinstance(said, str) and _is_day(said) else ""


def _is_day(said: str) -> bool:
    try:
        date.fromisoformat(said)
    except ValueError:
        return False
    return True


def as_facts(saying: Saying) -> dict[str, Any]:
    """A voice's line as plain values, for other programs; days as YYYY-MM-DD."""
    entry = saying.entry
    return {
        "story": entry.story,
        "title": readable(entry.title),
        "voice": entry.voice,
        "line": entry.line,
        "name": entry.name,
        "identity": entry.identity,
        "part": entry.part,
        "record": entry.record,
        "state": entry.state,
        "state_in_words": saying.state,
        "since": saying.since or None,
        "asked": _day(entry.asked),
        "given": _day(entry.given),
        "by": entry.by,
        "uses": sorted(entry.uses),
        "until": _day(entry.until),
        "review": _day(entry.review),
        "corrected": _day(entry.corrected),
        "seen": [{"round": one.code, "on": _day(one.on), "how": one.how} for one in entry.seen],
        "changed_words": [_change_facts(change) for change in saying.changes],
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _change_facts(change: ChangedWords) -> dict[str, Any]:
    today, agreed = change.today, change.agreed
    return {
        "story": today.story,
        "kind": today.kind,
        "line": today.line,
        "agreed_words": readable(agreed.text).strip() if agreed else None,
        "words_today": readable(today.text).strip(),
        "is_new": change.is_known and agreed is None,
        "difference": " ".join(in_words(difference(agreed.text, today.text))) if agreed else None,
    }
