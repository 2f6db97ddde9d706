"""The first page: where readers begin, in the language of the site or in a further one."""

from typing import ClassVar

from byleave.model.pieces import Body, ListItem, Quotable, ThemeLine
from byleave.model.view import View


class HomeView(View, frozen=True, kw_only=True):
    """The first page: of the whole site, or of a further language of it, which has no themes.

    `heading` and `body` are the group's own, if it has some, both in the language of the body, and
    `heard` are stories in one of which somebody is. `opening` is that of the newest which opens the
    page, and `quoted` are those of the others that have no picture, and words in its place. `past`
    are the last events that are over, where nothing is coming up.
    """

    template: ClassVar[str] = "home.html"

    heading: str
    body: Body
    heard: tuple[Quotable, ...]
    quoted: tuple[Quotable, ...] = ()
    newest: tuple[ListItem, ...]
    opening: ListItem | None
    others: tuple[ListItem, ...]
    upcoming: tuple[ListItem, ...]
    past: tuple[ListItem, ...]
    themes: tuple[ThemeLine, ...]
