"""The way from the first page to a page: the list that it stands in, and what it belongs to."""

from collections.abc import Callable

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


def trail(view: View, home: str, _: Callable[[str], str]) -> tuple[Place, ...]:
    """The pages above `view`, the first page (called `home`) first; `view` is not among them."""
    if isinstance(view, HomeView):
        return ()
    return (Place(address="/", title=home), *_above(view, _))


def _above(view: View, _: Callable[[str], str]) -> tuple[Place, ...]:
    stories = Place(address="/stories/", title=_("Stories"))
    match view:
        case EventView():
            calendar = Place(address="/calendar/", title=_("Calendar"))
            return (calendar, view.part_of) if view.part_of else (calendar,)
        case StoryView() | YearView():
            return (stories,)
        case ResponsesView():
            return (stories, view.story)
        case CalendarYearView():
            return (Place(address="/calendar/", title=_("Calendar")),)
        case LetterView():
            return (Place(address="/a-to-z/", title=_("A to Z")),)
        case ThemeView():
            themes = Place(address="/themes/", title=_("Themes"))
            return (themes, view.broader) if view.broader else (themes,)
        case SeriesView():
            return (Place(address="/series/", title=_("All series")),)
        case PersonView():
            return (Place(address="/people/", title=_("People")),)
    return ()
