"""What an editor sees of all stories at a glance: each in a line, with its state on one day.

It is for the editors of a site alone; nothing of it is ever rendered into pages, or remembered.
"""

from datetime import date
from typing import Literal

from msgspec import Struct

from byleave.model.register import VoiceState

# "published", or the gate's own word for why not.
StoryState = Literal["published", "error", "draft", "future", "permission", "follows", "fault"]
StoryKind = Literal["story", "event", "response", "version"]


class InLine(Struct, frozen=True, kw_only=True):
    """Somebody who is in a story: what their permission comes to, and until when it holds.

    Where they are `deciding`, the whole story waits for them.
    """

    id: str
    name: str
    person: str
    state: VoiceState
    is_deciding: bool
    until: date | None


class ShelfLine(Struct, frozen=True, kw_only=True):
    """A story file, and what is to be said of it on the day that was asked about.

    `of` is the path of the story that it answers or is a version of, and `because` that of the file
    that took it along, "" where there is none. A story with an
    error is known by its path and its address alone.
    """

    path: str
    address: str
    title: str
    kind: StoryKind
    state: StoryState
    day: date | None = None
    starts: date | None = None
    themes: tuple[str, ...] = ()
    people: tuple[InLine, ...] = ()
    of: str = ""
    because: str = ""

    @property
    def waits_for(self) -> tuple[InLine, ...]:
        """Those without whom nothing of it is published, and who have not said yes."""
        waiting = (one for one in self.people if one.is_deciding and is_stopped(one))
        return tuple(waiting) if self.state == "permission" else ()

    @property
    def left_out(self) -> tuple[InLine, ...]:
        """Those who are left out of it, while the rest is published."""
        if self.state != "published":
            return ()
        return tuple(one for one in self.people if is_stopped(one))

    @property
    def ends(self) -> date | None:
        """The first day on which a permission in it ends, of those that hold."""
        holding = (one.until for one in self.people if one.until and not is_stopped(one))
        return min(holding, default=None)


def is_stopped(one: InLine) -> bool:
    """Whether somebody's own record keeps them from the site."""
    return one.state not in ("published", "story")
