"""The way from the first page to a page: the list that it stands in, and what it belongs to."""

from collections.abc import Callable

from byleave.model.addresses import A_TO_Z, ALL_SERIES, CALENDAR, HOME, PEOPLE, STORIES, THEMES
from byleave.model.pieces import Place
from byleave.model.site import (
    CalendarYearView,
    EventView,
    HomeView,
    LetterView,
    PersonView,
    ResponsesView,
    SeriesView,
    StoryView,
    ThemeView,
    View,
    YearView,
)


def trail(view: View, home: str, own: str, _: Callable[[str], str]) -> tuple[Place, ...]:
    """The pages above `view`, the first page (called `home`) first; `view` is not among them.

    `own` is the language in which `_` says the site's own words on the page.
    """
    if isinstance(view, HomeView):
        return ()

    def called(address: str, title: str) -> Place:
        return Place(address=address, title=title, language=own)

    return (Place(address=HOME, title=home), *_above(view, called, _))


def _above(
    view: View, called: Callable[[str, str], Place], _: Callable[[str], str]
) -> tuple[Place, ...]:
    stories = called(STORIES, _("Stories"))
    match view:
        case EventView():
            calendar = called(CALENDAR, _("Calendar"))
            return (calendar, view.part_of) if view.part_of else (calendar,)
        case StoryView() | YearView():
            return (stories,)
        case ResponsesView():
            return (stories, view.story)
        case CalendarYearView():
            return (called(CALENDAR, _("Calendar")),)
        case LetterView():
            return (called(A_TO_Z, _("A to Z")),)
        case ThemeView():
            themes = called(THEMES, _("Themes"))
            return (themes, view.broader) if view.broader else (themes,)
        case SeriesView():
            return (called(ALL_SERIES, _("All series")),)
        case PersonView():
            return (called(PEOPLE, _("People")),)
    return ()
