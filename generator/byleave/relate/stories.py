"""Stories and events to their pages."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from byleave.model.event import Event
from byleave.model.published import Story
from byleave.model.site import EventView, Place, RedirectView, StoryView, Version, View
from byleave.relate.bodies import story_body
from byleave.relate.index import Index, original, place, shown
from byleave.relate.items import items, person
from byleave.relate.responses import Split, responses_address, responses_view, split
from byleave.relate.uses import common_uses, listed_uses

Neighbours = Mapping[str, tuple[Place | None, Place | None]]


def story_views(known: Index) -> Iterator[View]:
    """The pages of every story: its own, that of its responses, and its old addresses."""
    everything = _neighbours(known.listed)
    # A page that search engines may show does not lead them to the words of someone who
    # did not want that.
    indexable = _neighbours(tuple(s for s in known.listed if "engines" in listed_uses(s)))
    themes = {theme.slug: theme.title for theme in known.content.themes}
    for story in known.content.stories:
        if story.responds_to:
            continue
        found = split(story, known)
        uses = common_uses((*story.voices, *found.voices_beside))
        neighbours = indexable if "engines" in uses else everything
        page = StoryView(
            address=story.address,
            title=shown(story.title, story.names),
            language=story.language,
            summary=shown(story.summary, story.names),
            indexable="engines" in uses,
            shareable="social" in uses,
            source=story.path,
            date=story.date,
            updated=story.updated,
            body=story_body(story, known),
            voices=tuple(map(person, story.voices)),
            themes=tuple(
                Place(address=f"/themes/{slug}/", title=themes[slug]) for slug in story.themes
            ),
            series=_series(story, known),
            series_items=items(known.by_series.get(story.series or "", ())[::-1]),
            versions=tuple(_versions(story, known)),
            easy_read=story.easy_read_of is not None,
            report_of=_place_of(story.report_of, known),
            responses=found.beside,
            responses_address=responses_address(story) if found.apart else "",
            earlier=neighbours.get(story.path, (None, None))[0],
            later=neighbours.get(story.path, (None, None))[1],
            withheld=story.withheld,
        )
        yield _event_page(page, story, story.event, known) if story.event else page
        yield from _beside(story, found)


def _event_page(page: StoryView, story: Story, event: Event, known: Index) -> EventView:
    common: dict[str, Any] = {one.name: getattr(page, one.name) for one in fields(StoryView)}
    sessions = sorted(known.sessions.get(story.path, ()), key=_start)
    return EventView(
        **common,
        event=event,
        past=story.past,
        part_of=_place_of(story.part_of, known),
        sessions=items(tuple(sessions)),
        reports=items(known.reports.get(story.path, ())),
    )


def _beside(story: Story, found: Split) -> Iterator[View]:
    if found.apart:
        yield responses_view(story, found)
    for alias in story.aliases:
        yield RedirectView(
            address=alias.rstrip("/") + "/",
            title=shown(story.title, story.names),
            language=story.language,
            indexable=False,
            source=story.path,
            to=place(story),
        )


def _start(story: Story) -> tuple[str, str]:
    """By day, then by time of day: a day without a time comes first."""
    event = story.event
    when = f"{event.starts.day} {event.starts.clock or ''}" if event else ""
    return when, story.path


def _series(story: Story, known: Index) -> Place | None:
    title = known.content.settings.series.get(story.series or "")
    return Place(address=f"/series/{story.series}/", title=title) if title else None


def _place_of(path: str | None, known: Index) -> Place | None:
    story = known.by_path.get(path or "")
    return place(story) if story else None


def _versions(story: Story, known: Index) -> Iterator[Version]:
    """The other versions of a story: the original first, then by language."""
    first = story
    while (path := original(first)) and path in known.by_path:
        first = known.by_path[path]
    waiting = [first]
    found: list[Story] = []
    while waiting:
        here = waiting.pop()
        found.append(here)
        waiting += known.versions.get(here.path, ())
    others = sorted(found[1:], key=lambda one: (one.language, one.path))
    for other in (first, *others):
        if other is not story:
            yield Version(
                address=other.address,
                title=shown(other.title, other.names),
                language=other.language,
                easy_read=other.easy_read_of is not None,
            )


def _neighbours(stories: tuple[Story, ...]) -> Neighbours:
    """The stories before and after each, by date; `stories` are newest first."""
    places = [None, *map(place, stories), None]
    return {
        story.path: (places[number + 2], places[number]) for number, story in enumerate(stories)
    }
