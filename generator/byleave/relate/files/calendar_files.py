"""What calendars can take in: all events in one file, and each in one of its own."""

from collections.abc import Iterator
from functools import partial

from byleave.model.addresses import CALENDAR_FILE, event_file
from byleave.model.machine_files import CalendarEntry, CalendarFileView
from byleave.model.published import StoryHead
from byleave.relate.index.index import Index
from byleave.relate.index.naming import name_any
from byleave.relate.page_plan import PlannedPage


def calendar_files(known: Index) -> Iterator[PlannedPage]:
    """The calendar of all events, which stays there when it is empty, and one file for each."""
    events = tuple(
        story for story in known.listed if story.event and "feed" in known.line_uses[story.path]
    )
    uses = known.listing_uses(events)
    yield PlannedPage(CALENDAR_FILE, partial(_calendar_file, events, known), uses)
    for event in events:
        make = partial(_event_file, event, known)
        yield PlannedPage(event_file(event.address), make, known.line_uses[event.path])


def _calendar_file(events: tuple[StoryHead, ...], known: Index) -> CalendarFileView:
    settings = known.content.settings
    return CalendarFileView(
        address=CALENDAR_FILE,
        title=settings.name,
        language=settings.language,
        events=tuple(_calendar_entry(event, known) for event in events),
    )


def _event_file(event: StoryHead, known: Index) -> CalendarFileView:
    entry = _calendar_entry(event, known)
    return CalendarFileView(
        address=event_file(entry.address),
        title=entry.title,
        language=entry.language,
        events=(entry,),
    )


def _calendar_entry(story: StoryHead, known: Index) -> CalendarEntry:
    """An event as a calendar shows it.

    Its own words may name somebody whose name is not to leave the site: then they stay here.
    """
    item = known.items[story.path]
    event = story.event
    assert event is not None  # noqa: S101 - only events are asked for
    unfed = [
        voice.name
        for voice in story.voices
        if "feed" not in voice.uses
        and (voice.identity != "anonymous" or voice.id in story.mentioned)
    ]
    where = ", ".join(filter(None, (event.place, event.address)))
    return CalendarEntry(
        address=item.address,
        title=item.title,
        summary=item.summary,
        date=item.date,
        updated=item.updated,
        language=item.language,
        authors=item.authors,
        starts=event.starts,
        ends=event.ends,
        status=event.status,
        form="" if name_any(event.form, unfed) else event.form,
        place="" if name_any(where, unfed) else where,
    )
