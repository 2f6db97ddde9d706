"""An event to its page: who has which part in it, and its sessions within the programme."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Any

from msgspec import Struct

from byleave.model.addresses import event_file
from byleave.model.event import Event, ProgrammeItem
from byleave.model.pieces import (
    ListItem,
    PageLink,
    Person,
    ProgrammeDay,
    ProgrammeLine,
    VoicesOfPart,
)
from byleave.model.published import StoryHead
from byleave.model.site import EventView, StoryView
from byleave.model.taking_part import lists_of
from byleave.relate.index.groups import starts
from byleave.relate.index.index import Index
from byleave.relate.index.list_lines import person
from byleave.relate.pages.timetables import programme_day
from byleave.values import field_names, replace

# Those who make an event happen come first, then those who speak, then those who answer.
_ORDER = (
    "organiser convenor facilitator interviewer speaker performer author storyteller respondent "
    "participant contributor quoted"
).split()

Placed = tuple[date, ProgrammeLine]


class Occasion(Struct, frozen=True, kw_only=True):
    """What the page of an event takes from the rest of the site: as in `EventView`."""

    file: str
    place: str
    form: str
    part_of: PageLink | None
    programme: tuple[ProgrammeDay, ...]
    reports: tuple[ListItem, ...]


def occasion(story: StoryHead, event: Event, known: Index) -> Occasion:
    """What stands around an event."""
    file = event_file(story.address)
    lists = {one.common: one.address for one in lists_of(event)}
    there = {common: at for common, at in lists.items() if at in known.event_lists}
    return Occasion(
        file=file if file in known.addresses else "",
        place=there.get("place", ""),
        form=there.get("form", ""),
        part_of=known.place(story.part_of),
        programme=programme(story, event, known),
        reports=tuple(known.items[one.path] for one in known.reports.get(story.path, ())),
    )


def event_view(page: StoryView, event: Event, around: Occasion, *, past: bool) -> EventView:
    """The page of an event; `page` is what it has as a story."""
    common: dict[str, Any] = {name: getattr(page, name) for name in field_names(StoryView)}
    taken: dict[str, Any] = {name: getattr(around, name) for name in field_names(Occasion)}
    return EventView(
        **common,
        **taken,
        event=replace(event, programme=()),
        past=past,
        casts=casts(page.voices),
    )


def casts(voices: Iterable[Person]) -> tuple[VoicesOfPart, ...]:
    """The voices by their part, in whatever letter case it is written."""
    found: dict[str, list[Person]] = defaultdict(list)
    for voice in voices:
        found[voice.part.casefold()].append(voice)
    order = {part: number for number, part in enumerate(_ORDER)}
    parts = sorted(found, key=lambda part: order.get(part, len(order)))
    return tuple(VoicesOfPart(part=part, voices=tuple(found[part])) for part in parts)


def programme(story: StoryHead, event: Event, known: Index) -> tuple[ProgrammeDay, ...]:
    """The programme by day: the lines that were written and the sessions that are pages.

    A session of the same day and title as a line stands in it; any other has a line of its own.
    """
    days: dict[date, list[ProgrammeLine]] = defaultdict(list)
    for day, line in _lines(story, event, known):
        days[day].append(line)
    return tuple(programme_day(day, sorted(days[day], key=_when)) for day in sorted(days))


def _lines(story: StoryHead, event: Event, known: Index) -> Iterator[Placed]:
    first_day = event.starts.day
    sessions: dict[tuple[date, str], list[StoryHead]] = defaultdict(list)
    for session in sorted(known.sessions.get(story.path, ()), key=starts):
        day = session.event.starts.day if session.event else first_day
        sessions[day, known.items[session.path].title.casefold()].append(session)
    voices = {voice.id: voice for voice in map(person, story.voices)}
    for item in event.programme:
        # A line that does not say its day is on the first, whatever stood before it: else a
        # line that is withheld would move the next one to another day.
        day = item.day or first_day
        alike = sessions.get((day, item.title.casefold()))
        session_of_line = alike.pop(0) if alike else None
        yield day, _written(item, story.language, voices, session_of_line, known)
    for (day, _), others in sessions.items():
        for session in others:
            yield day, _session(session, known)


def _written(
    item: ProgrammeItem,
    language: str,
    voices: dict[str, Person],
    session: StoryHead | None,
    known: Index,
) -> ProgrammeLine:
    return ProgrammeLine(
        at=item.at,
        until=item.until,
        room=item.room or "",
        title=item.title,
        language=language,
        voices=tuple(voices[id_] for id_ in item.voices if id_ in voices),
        session=known.items[session.path] if session else None,
    )


def _session(session: StoryHead, known: Index) -> ProgrammeLine:
    event, item = session.event, known.items[session.path]
    ends = event.ends if event else None
    same_day = bool(event and ends and ends.day == event.starts.day)
    return ProgrammeLine(
        at=event.starts.clock if event else None,
        until=ends.clock if ends and same_day else None,
        room=(event.place or "") if event else "",
        title=item.title,
        language=item.language,
        voices=(),
        session=item,
    )


def _when(line: ProgrammeLine) -> time:
    """By time of day; lines without one come first, in the order in which they were written."""
    return line.at or time.min
