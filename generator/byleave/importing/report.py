"""What became of a source: what came, what is simpler now, what was left out, and whom to ask."""

from typing import Literal

from msgspec import Struct

# new: written; changed: written anew; same: as it was; beside: changed here and there, so that the
# new one is put beside the report; deleted: was deleted here, and stays so.
State = Literal["new", "changed", "same", "beside", "deleted"]


class Asked(Struct, frozen=True, kw_only=True):
    """Somebody who has to be asked before anything of theirs is public."""

    id: str
    name: str


class Brought(Struct, frozen=True, kw_only=True):
    """What became of one story or response. `path` is below the site folder.

    `newer` is the text of one that is "beside", which may not get into the site folder.
    """

    path: str
    title: str
    state: State
    day: str = ""
    is_response: bool = False
    voices: tuple[Asked, ...] = ()
    unsigned: bool = False
    pictures: int = 0
    notes: tuple[str, ...] = ()
    newer: str = ""


class Missing(Struct, frozen=True, kw_only=True):
    """A picture or another file of a story that did not come, where it was, and why."""

    path: str
    address: str
    why: str


class Report(Struct, frozen=True, kw_only=True):
    """All of it. Nothing private of the source is in it: what was left out is counted."""

    brought: tuple[Brought, ...]
    missing: tuple[Missing, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()
    themes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def of(self, *states: State, responses: bool | None = None) -> tuple[Brought, ...]:
        """What has one of `states`; only responses, or only stories, if that is said."""
        return tuple(
            one
            for one in self.brought
            if one.state in states and responses in (None, one.is_response)
        )
