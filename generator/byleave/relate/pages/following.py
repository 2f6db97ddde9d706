"""The page that tells in plain words what a feed is, and where each feed and the calendar are."""

from collections.abc import Iterable, Iterator
from functools import partial

from byleave.model.addresses import CALENDAR_FILE, FEED, HOME, theme_address
from byleave.model.pieces import PageLink
from byleave.model.published import StoryHead
from byleave.model.site import FollowingView
from byleave.relate.index.editions import StoriesOfEdition
from byleave.relate.index.index import Index
from byleave.relate.page_plan import PlannedPage
from byleave.relate.pages.theme_lines import by_title


def following_pages(edition: StoriesOfEdition, known: Index) -> Iterator[PlannedPage]:
    """The page for the readers of an edition; a file of the group's goes before.

    Nobody's words stand on it, and it names no feed in which nobody is.
    """
    if not known.has_file_at(edition.following):
        yield PlannedPage(edition.following, partial(_following, edition, known))


def _following(edition: StoriesOfEdition, known: Index) -> FollowingView:
    _, *further = known.editions
    own_first = sorted(further, key=lambda one: one.home != edition.home)
    themes = sorted(known.content.themes, key=by_title)
    events = (story for story in known.listed if story.event)
    return FollowingView(
        address=edition.following,
        title="",
        language=edition.language,
        feed=HOME + FEED,
        languages=tuple(
            PageLink(address=one.home + FEED, title="", language=one.language)
            for one in own_first
            if _is_any_fed(one.listed, known)
        ),
        themes=tuple(
            PageLink(address=theme_address(theme.slug) + FEED, title=theme.title)
            for theme in themes
            if _is_any_fed(known.by_theme.get(theme.slug, ()), known)
        ),
        calendar=CALENDAR_FILE if _is_any_fed(events, known) else "",
    )


def _is_any_fed(stories: Iterable[StoryHead], known: Index) -> bool:
    return any("feed" in known.line_uses[story.path] for story in stories)
