"""Short ways to write a small site by hand, for tests that can be read at a glance."""

from dataclasses import replace
from datetime import date
from typing import Any

from tests.laws.model import (
    Consent,
    Identity,
    Passage,
    Site,
    Story,
    Unmarked,
    Voice,
)

TODAY = date(2026, 11, 21)
YES = Consent(
    record="BW-1",
    given=date(2020, 1, 1),
    until=date(2040, 1, 1),
    by="self",
    uses=("web", "search"),
)
NO = replace(YES, stops=(("withdrawn", "2026-01-01"),))


def voice(voice_id: str, name: str, consent: Consent = YES, **facts: Any) -> Voice:
    """A voice with a pseudonym, told about unless another part is given."""
    usual: dict[str, Any] = {"identity": Identity.PSEUDONYM, "part": "told-about"}
    # Two voices on one form would be withheld together.
    own = replace(consent, record=f"BW-{name}") if consent.record == YES.record else consent
    return Voice(id=voice_id, name=name, consent=own, **(usual | facts))


def story(name: str, *body: Passage | Unmarked, **facts: Any) -> Story:
    """A dated story at `stories/NAME.md`."""
    usual: dict[str, Any] = {"title": f"About {name}", "date": date(2025, 1, 1), "body": body}
    return Story(path=f"stories/{name}.md", **(usual | facts))


def response(name: str, to: str, *body: Passage | Unmarked, **facts: Any) -> Story:
    """A dated response to the story of that name."""
    usual: dict[str, Any] = {"title": None, "responds_to": f"stories/{to}.md"}
    return story(f"{to}.responses/{name}", *body, **(usual | facts))


def passage(by: str, text: str, about: str = "") -> Passage:
    """A passage; ids are parted by spaces."""
    return Passage(by=tuple(by.split()), about=tuple(about.split()), text=text)


def text(text: str) -> Unmarked:
    """Text outside passages."""
    return Unmarked(text=text)


def site(*stories: Story, **facts: Any) -> Site:
    """A site without themes, which the rules do not look at; without settings unless given."""
    return Site(stories=stories, **({"texts": ()} | facts))
