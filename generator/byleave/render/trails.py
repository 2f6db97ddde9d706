"""The way from the first page to a page: the list that it stands in, and what it belongs to."""

from collections.abc import Callable, Mapping

from byleave.model.addresses import (
    A_TO_Z,
    ALL_SERIES,
    CALENDAR,
    PEOPLE,
    PLACES,
    SEARCH,
    STORIES,
    THEMES,
)
from byleave.model.pieces import Edition, PageLink
from byleave.model.site import EventView, HomeView, ResponsesView, ThemeView, View


def trail(view: View, own: str, _: Callable[[str], str], edition: Edition) -> tuple[PageLink, ...]:
    """The pages above `view`, the first page first; `view` is not among them.

    `own` is the language in which `_` says the site's own words on the page. The first page, the
    list of stories and the calendar are those of the `edition`.
    """
    if isinstance(view, HomeView):
        return ()
    first = PageLink(address=edition.address, title=edition.title, language=edition.titled_in)
    if not view.above:
        return first, *_belongs_to(view)
    title = titles_of_lists(_)[view.above]
    here = {STORIES: edition.stories, CALENDAR: edition.calendar}
    address = here.get(view.above, view.above)
    return first, PageLink(address=address, title=title, language=own), *_belongs_to(view)


def titles_of_lists(_: Callable[[str], str]) -> Mapping[str, str]:
    """What the lists are called in which pages stand, by their addresses, as `_` says it."""
    return {
        STORIES: _("Stories"),
        CALENDAR: _("Calendar"),
        A_TO_Z: _("A to Z"),
        THEMES: _("Themes"),
        ALL_SERIES: _("All series"),
        PEOPLE: _("People"),
        PLACES: _("Places"),
        SEARCH: _("Search"),
    }


def _belongs_to(view: View) -> tuple[PageLink, ...]:
    match view:
        case EventView(part_of=PageLink() as whole):
            return (whole,)
        case ResponsesView():
            return (view.story,)
        case ThemeView(broader=PageLink() as broader):
            return (broader,)
    return ()
