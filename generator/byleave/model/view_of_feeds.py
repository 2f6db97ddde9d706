"""The page for people that tells of what programs read: feeds, and the calendar."""

from typing import ClassVar

from byleave.model.pieces import PageLink
from byleave.model.view import View


class FollowingView(View, frozen=True, kw_only=True):
    """How to follow a site: the address of each feed, and that of the calendar of all events.

    `feed` is that of the whole site, `languages` are those of its further languages, the readers'
    own first, and `themes` those of themes, by title. The latter two have something in them.
    `calendar` is empty where no event may be in a calendar.
    """

    template: ClassVar[str] = "following.html"

    feed: str
    languages: tuple[PageLink, ...]
    themes: tuple[PageLink, ...]
    calendar: str
