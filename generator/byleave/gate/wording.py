"""Words of front matter with public names in the place of the ids that they mention."""

from collections.abc import Mapping

from byleave.gate.names import with_names
from byleave.model.event import Event
from byleave.model.terms import BRACE_CLOSE, BRACE_OPEN
from byleave.values import replace


def worded(text: str | None, names: Mapping[str, str]) -> str | None:
    """`text` as readers meet it."""
    if text is None:
        return None
    return with_names(text, names).replace(BRACE_OPEN, "{").replace(BRACE_CLOSE, "}")


def event_words(event: Event, names: Mapping[str, str]) -> Event:
    """What an event says of itself, as readers meet it."""
    return replace(
        event,
        form=worded(event.form, names) or "",
        place=worded(event.place, names),
        address=worded(event.address, names),
        cost=worded(event.cost, names),
        access=tuple(
            replace(
                item, what=worded(item.what, names) or "", answer=worded(item.answer, names) or ""
            )
            for item in event.access
        ),
        access_contact=worded(event.access_contact, names),
    )
