"""Events that have something in common, such as their place, by the address of their list."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from byleave.model.published import StoryHead
from byleave.model.taking_part import Common, EventList, lists_of
from byleave.relate.index.common_uses import ALL_USES, SHOWN_USES, Uses, listed_uses
from byleave.relate.index.naming import event_names


class ListedEvents(Struct, frozen=True, kw_only=True):
    """Events with something in `common`, newest first, and what that is called.

    It is called as the newest writes it, in the `language` of that one; where it is nothing that
    anybody wrote, the `name` is empty. `uses` are those of the name.
    """

    common: Common
    address: str
    name: str
    language: str
    events: tuple[StoryHead, ...]
    uses: Uses


def event_lists(listed: Iterable[StoryHead]) -> Mapping[str, ListedEvents]:
    """The lists of events by their addresses."""
    found: dict[str, list[StoryHead]] = defaultdict(list)
    first: dict[str, EventList] = {}
    for story in listed:
        for one in lists_of(story.event) if story.event else ():
            first.setdefault(one.address, one)
            found[one.address].append(story)
    return {address: _listed(first[address], found[address]) for address in sorted(found)}


def _listed(first: EventList, events: list[StoryHead]) -> ListedEvents:
    return ListedEvents(
        common=first.common,
        address=first.address,
        name=first.name,
        language=events[0].language,
        events=tuple(events),
        uses=_uses(first.name, events),
    )


def _uses(name: str, events: Sequence[StoryHead]) -> Uses:
    """What a name may be used for that lists show without its events.

    It stands in the words of the newest of them, and may name somebody in any.
    """
    uses = listed_uses(events[0]) if name else ALL_USES
    for event, voice in ((one, voice) for one in events for voice in one.voices):
        lacking = SHOWN_USES - voice.uses
        if lacking & uses and event_names(event, voice, name):
            uses -= lacking
    return uses
