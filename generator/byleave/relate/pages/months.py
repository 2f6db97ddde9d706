"""Events by the month in which they begin."""

from collections.abc import Iterable, Iterator
from datetime import date

from byleave.model.pieces import MonthOfEvents
from byleave.model.published import StoryHead
from byleave.relate.index.index import Index


def by_month(events: Iterable[StoryHead], known: Index) -> tuple[MonthOfEvents, ...]:
    """Events by the month in which they begin; months and events stay in their order."""
    return tuple(_months(events, known))


def _months(events: Iterable[StoryHead], known: Index) -> Iterator[MonthOfEvents]:
    found: dict[date, list[StoryHead]] = {}
    for story in events:
        if story.event:
            found.setdefault(story.event.starts.day.replace(day=1), []).append(story)
    for day, stories in found.items():
        yield MonthOfEvents(day=day, items=known.lines(stories))
