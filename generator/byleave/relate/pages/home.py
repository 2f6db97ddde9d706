"""The first page."""

from collections.abc import Iterator
from functools import partial

from byleave.model.published import FixedPage, StoryHead, Theme
from byleave.model.site import HomeView
from byleave.relate.index.editions import StoriesOfEdition
from byleave.relate.index.groups import is_session
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
    # A story that opens the page has its words there already, if another one has some.
    first = shown.stories[:1]
    others = (one for one in edition.listed if one not in first)
    told = heard((*others, *first), edition.language, known)
    themes = told_themes(_themes(edition, known), known)
    quoted = tuple(_without_pictures(shown, known))
    uses = known.listing_uses(shown.all) & themes.uses & told.uses
    uses = uses.intersection(*map(known.heard_uses, quoted))
    # A language in which there is nothing yet has nothing to be found for.
    uses = uses if edition.is_whole or edition.listed else uses - {"engines"}
    yield PlannedPage(
        edition.home, partial(_home, shown, quoted, told, themes, edition, known), uses
    )


def at_home(edition: StoriesOfEdition, known: Index) -> Apart:
    """The stories and events that stand on a first page, which shows their pictures."""
    open_ = (story for story in edition.listed if "engines" in known.line_uses[story.path])
    found = apart(one for one in open_ if not is_session(one, known.by_path))
    return Apart(
        stories=found.stories[:NEWEST],
        upcoming=found.upcoming[:COMING_UP],
        past=() if found.upcoming else found.past[:JUST_OVER],
    )


def _without_pictures(shown: Apart, known: Index) -> Iterator[StoryHead]:
    """The stories of which a card shows no picture: somebody's words may stand in its place."""
    for story in shown.stories:
        if not known.items[story.path].picture:
            yield from known.heard_in([story], story.language)


def _home(
    shown: Apart,
    quoted: tuple[StoryHead, ...],
    told: HeardStories,
    themes: ThemeLines,
    edition: StoriesOfEdition,
    known: Index,
) -> HomeView:
    settings = known.content.settings
    own = _own_words(edition, known)
    return HomeView(
        address=edition.home,
        title=settings.title,
        language=edition.language,
        summary=(own.summary if own else "") or settings.tagline or "",
        source=own.path if own else "",
        shareable=True,
        heading=own.title if own else "",
        body=own_body(own, own.language, known) if own else no_body(edition.language),
        heard=told.found,
        newest=known.lines(shown.stories),
        quoted=tuple(known.heard[story.path] for story in quoted),
        upcoming=known.lines(shown.upcoming),
        past=known.lines(shown.past),
        themes=themes.lines,
    )


def _own_words(edition: StoriesOfEdition, known: Index) -> FixedPage | None:
    """What the group wrote for its first page."""
    return next((page for page in known.content.pages if page.address == edition.home), None)


def _themes(edition: StoriesOfEdition, known: Index) -> list[Theme]:
    """The themes on which there is most to read, in the order of their titles."""
    themes = known.content.themes if edition.is_whole else ()
    by_most = sorted(themes, key=lambda one: (-len(known.by_theme.get(one.slug, ())), one.slug))
    return sorted(by_most[:THEMES_TOLD], key=by_title)
