"""The first page."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from byleave.model.permission import words_in
from byleave.model.published import FixedPage, StoryHead, Theme
from byleave.model.settings import Settings
from byleave.model.site import HomeView
from byleave.relate.index.editions import StoriesOfEdition, tagline_in
from byleave.relate.index.groups import family, is_session
from byleave.relate.index.index import Index
from byleave.relate.page_plan import PlannedPage
from byleave.relate.pages.apart import Apart, apart
from byleave.relate.pages.bodies import no_body, own_body
from byleave.relate.pages.theme_lines import HeardStories, ThemeLines, by_title, heard, told_themes

NEWEST = 4
COMING_UP = 3
JUST_OVER = 3
THEMES_TOLD = 6


def home_pages(edition: StoriesOfEdition, known: Index) -> Iterator[PlannedPage]:
    """The first page. It is for search engines too, so it shows only what they may show."""
    shown = at_home(edition, known)
    opening = _opening(shown.stories, known)
    # A story that opens the page has its words there already, if another one has some.
    others = (one for one in edition.listed if one not in opening)
    told = heard((*others, *opening), edition.language, known)
    themes = told_themes(_themes(edition, known), known)
    beside = tuple(one for one in shown.stories if one not in opening)
    quoted = tuple(_without_pictures(shown.stories, known))
    uses = known.listing_uses(shown.all) & themes.uses & told.uses
    uses = uses.intersection(*map(known.heard_uses, quoted))
    # A language in which there is nothing yet has nothing to be found for.
    if not (edition.is_whole or edition.listed or _own_words(edition, known)):
        uses -= {"engines"}
    made = partial(_home, shown, opening, beside, quoted, told, themes, edition, known)
    yield PlannedPage(edition.home, made, uses)


def at_home(edition: StoriesOfEdition, known: Index) -> Apart:
    """The stories and events that stand on a first page, which shows their pictures."""
    listed = chain(edition.listed, _coming_up_in_others(edition, known))
    open_ = (story for story in listed if "engines" in known.line_uses[story.path])
    found = apart(one for one in open_ if not is_session(one, known.by_path))
    return Apart(
        stories=found.stories[:NEWEST],
        upcoming=found.upcoming[:COMING_UP],
        past=() if found.upcoming else found.past[:JUST_OVER],
    )


def _coming_up_in_others(edition: StoriesOfEdition, known: Index) -> Iterator[StoryHead]:
    """The events that come up and are told of in other languages alone: all may come to them."""
    if edition.is_whole or not edition.listed:
        return
    here = {story.path for story in edition.listed}
    for event in known.events:
        if not event.past and here.isdisjoint(one.path for one in family(event, known)):
            yield event


def _opening(stories: tuple[StoryHead, ...], known: Index) -> tuple[StoryHead, ...]:
    """The story that opens the page: the newest that has a picture, else the newest; if any."""
    pictured = tuple(story for story in stories if known.items[story.path].picture)
    return (pictured or stories)[:1]


def _without_pictures(stories: Iterable[StoryHead], known: Index) -> Iterator[StoryHead]:
    """The stories of which no picture can be shown: somebody's words may stand in its place."""
    for story in stories:
        if not known.items[story.path].picture:
            yield from known.heard_in([story], story.language)


def _home(
    shown: Apart,
    opening: tuple[StoryHead, ...],
    beside: tuple[StoryHead, ...],
    quoted: tuple[StoryHead, ...],
    told: HeardStories,
    themes: ThemeLines,
    edition: StoriesOfEdition,
    known: Index,
) -> HomeView:
    settings = known.content.settings
    own = _own_words(edition, known)
    title, _ = words_in(settings.title, edition.language, settings.language)
    tagline, tongue = _tagline(edition, settings)
    return HomeView(
        address=edition.home,
        title=own.title if own and not edition.is_whole else title,
        language=edition.language,
        summary=(own.summary if own else "") or tagline_in(edition, settings),
        source=own.path if own else "",
        shareable=True,
        heading=own.title if own else tagline,
        body=own_body(own, own.language, known) if own else no_body(tongue),
        heard=told.found,
        newest=known.lines(shown.stories),
        opening=next(iter(known.lines(opening)), None),
        others=known.lines(beside),
        quoted=tuple(known.heard[story.path] for story in quoted),
        upcoming=known.lines(shown.upcoming),
        past=known.lines(shown.past),
        themes=themes.lines,
    )


def _tagline(edition: StoriesOfEdition, settings: Settings) -> tuple[str, str]:
    """The group's one sentence, if there is one, and the language of what heads the page."""
    said, tongue = words_in(settings.tagline or settings.title, edition.language, settings.language)
    return (said if settings.tagline else ""), tongue


def _own_words(edition: StoriesOfEdition, known: Index) -> FixedPage | None:
    """What the group wrote for its first page."""
    return next((page for page in known.content.pages if page.address == edition.home), None)


def _themes(edition: StoriesOfEdition, known: Index) -> list[Theme]:
    """The themes on which there is most to read, in the order of their titles."""
    themes = known.content.themes if edition.is_whole else ()
    by_most = sorted(themes, key=lambda one: (-len(known.by_theme.get(one.slug, ())), one.slug))
    return sorted(by_most[:THEMES_TOLD], key=by_title)
