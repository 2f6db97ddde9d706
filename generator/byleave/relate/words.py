"""Titles and summaries as readers meet them: with names for the ids that they mark."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from byleave.model.event import Event
from byleave.model.pieces import Place
from byleave.model.published import Story
from byleave.model.terms import BRACE_CLOSE, BRACE_OPEN, NAME_CLOSE, NAME_OPEN
from byleave.values import replace

_WORD = re.compile(r"\w+")


def shown(text: str, names: Mapping[str, str]) -> str:
    """`text` with the names of those whom it marks, and with its literal braces."""
    for id_, name in names.items() if NAME_OPEN in text else ():
        text = text.replace(f"{NAME_OPEN}{id_}{NAME_CLOSE}", name)
    return text.replace(BRACE_OPEN, "{").replace(BRACE_CLOSE, "}")


def place(story: Story) -> Place:
    """A story as a link shows it."""
    return Place(
        address=story.address, title=shown(story.title, story.names), language=story.language
    )


def event_in_words(story: Story) -> Event | None:
    """The event of a story with names for the ids that its own words mark."""
    event, names = story.event, story.names
    if event is None or not names:
        return event

    def told(text: str | None) -> str | None:
        return shown(text, names) if text else text

    return replace(
        event,
        form=shown(event.form, names),
        place=told(event.place),
        address=told(event.address),
        cost=told(event.cost),
        access_contact=told(event.access_contact),
        access=tuple(
            replace(item, what=shown(item.what, names), answer=shown(item.answer, names))
            for item in event.access
        ),
    )


def name_any(text: str, names: Iterable[str]) -> bool:
    """Whether `text` has one of `names` as whole words, in any letter case."""
    words = f" {_words(text)} "
    return any(f" {name} " in words for name in map(_words, names) if name)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))
