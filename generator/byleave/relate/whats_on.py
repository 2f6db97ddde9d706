"""What passed the gate to a sheet of what is coming up, as far as everybody in it permits print."""

from collections.abc import Iterable

from byleave.model.addresses import slug
from byleave.model.event import Event
from byleave.model.languages import base_language
from byleave.model.published import PublishedSet, StoryHead
from byleave.model.said import said_in
from byleave.model.taking_part import lists_of
from byleave.model.whats_on import SheetEvent, Wanted, WhatsOn
from byleave.relate.index.common_uses import authors
from byleave.relate.index.groups import family, starts
from byleave.relate.index.index import Index, index
from byleave.relate.index.naming import event_names

# What of an event is on no sheet.
_NOT_SHOWN = ("event.map", "event.programme.")


def whats_on(content: PublishedSet, wanted: Wanted) -> WhatsOn:
    """The events that are `wanted` and not over, soonest first.

    Sessions are there where a place, a form or an access is wanted: a festival may be elsewhere.
    """
    known = index(content)
    particular = wanted.place or wanted.form or wanted.access
    listed = known.listed if particular else known.events
    found = sorted((one for one in listed if _is_wanted(one, wanted)), key=starts)
    told = [_in_language(one, wanted.language, known) for one in found]
    printed = [one for one in told if may_be_printed(one)]
    return WhatsOn(
        wanted=wanted,
        events=tuple(_on_sheet(one, one.event, known) for one in printed if one.event),
        left_out=len(told) - len(printed),
    )


def may_be_printed(story: StoryHead) -> bool:
    """Whether all whose words and names a sheet shows of an event said yes to print.

    They are its authors, whoever is named in its title or summary, and whoever has a name that
    stands in what the event says of itself. Nothing is cut out: an event without its place, or
    with a gap in its title, helps nobody to come.
    """
    asked = {voice.id for voice in authors(story)} | story.named
    said = (one for one in said_in(story.event, "event") if _is_shown(one.part.path))
    words = "\n".join((story.title, story.summary, *(one.text for one in said)))
    return all(
        "print" in voice.uses
        for voice in story.voices
        if voice.id in asked or event_names(story, voice, words)
    )


def _is_shown(part: str) -> bool:
    return not part.startswith(_NOT_SHOWN)


def _is_wanted(story: StoryHead, wanted: Wanted) -> bool:
    event = story.event
    if event is None or story.past:
        return False
    last = event.ends.day if event.ends else event.starts.day
    if event.starts.day > wanted.last or last < wanted.first:
        return False
    return (
        _has(wanted.place, (event.place or "", event.address or ""))
        and _has(wanted.form, (event.form, *_common(event, "online", "in-person")))
        and _has(wanted.access, _common(event, "access"))
    )


def _has(asked: str, words: Iterable[str]) -> bool:
    """Whether one of `words` has what is asked, as whole words however it is written."""
    return not asked or any(f"-{slug(asked)}-" in f"-{slug(one)}-" for one in words)


def _common(event: Event, *kinds: str) -> tuple[str, ...]:
    return tuple(one.name or one.common for one in lists_of(event) if one.common in kinds)


def _in_language(story: StoryHead, language: str, known: Index) -> StoryHead:
    """The event as it is told in a language, where it is there in it."""
    versions = (
        one
        for one in family(story, known)
        if one.event and not one.easy_read_of and base_language(one.language) == language
    )
    return next(versions, story) if language else story


def _on_sheet(story: StoryHead, event: Event, known: Index) -> SheetEvent:
    open_ = event.status not in ("cancelled", "full")
    return SheetEvent(
        item=known.items[story.path],
        address=event.address or "",
        cost=event.cost or "",
        access_contact=event.access_contact or "",
        booking=event.booking if open_ else None,
        join=event.join or "",
    )
