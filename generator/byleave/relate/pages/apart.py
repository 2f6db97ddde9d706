"""Stories and events apart, each in the order of the days that a list shows of them."""

from collections.abc import Iterable

from msgspec import Struct

from byleave.model.published import StoryHead
from byleave.relate.index.groups import starts


class Apart(Struct, frozen=True, kw_only=True):
    """Stories, newest first; events that come up, soonest first; and those over, latest first."""

    stories: tuple[StoryHead, ...] = ()
    upcoming: tuple[StoryHead, ...] = ()
    past: tuple[StoryHead, ...] = ()

    @property
    def all(self) -> tuple[StoryHead, ...]:
        """All of them as a page has them: what comes up, then the stories, then what is over."""
        return (*self.upcoming, *self.stories, *self.past)

    @property
    def events(self) -> tuple[StoryHead, ...]:
        """Events as the list of a year has them, latest first."""
        return (*self.upcoming[::-1], *self.past)


def apart(listed: Iterable[StoryHead]) -> Apart:
    """What is `listed`, newest first, apart."""
    stories: list[StoryHead] = []
    events: list[StoryHead] = []
    for one in listed:
        (events if one.event else stories).append(one)
    in_order = sorted(events, key=starts)
    return Apart(
        stories=tuple(stories),
        upcoming=tuple(event for event in in_order if not event.past),
        past=tuple(event for event in reversed(in_order) if event.past),
    )
