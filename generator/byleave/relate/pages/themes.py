"""Themes to their pages: the list of them, and the stories of each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial

from msgspec import Struct

from byleave.model.addresses import FEED, JSON_FEED, THEMES, theme_address
from byleave.model.pieces import Quotable
from byleave.model.published import StoryHead, Theme
from byleave.model.site import ThemesView, ThemeView
from byleave.relate.index.common_uses import Uses
from byleave.relate.index.index import Index
from byleave.relate.page_plan import PlannedPage
from byleave.relate.pages.apart import apart
from byleave.relate.pages.bodies import no_body, own_body
from byleave.relate.pages.paging import PageOfList, in_pages
from byleave.relate.pages.theme_lines import (
    HeardStories,
    ThemeLines,
    by_title,
    heard,
    theme_place,
    told_themes,
)
from byleave.relate.pages.theme_surroundings import heard_people, neighbouring


def theme_pages(known: Index) -> Iterator[PlannedPage]:
    """The list of themes and the pages of each."""
    themes = {theme.slug: theme for theme in sorted(known.content.themes, key=by_title)}
    narrower: dict[str, list[Theme]] = defaultdict(list)
    for theme in themes.values():
        narrower[theme.broader or ""].append(theme)
    lines = told_themes(themes.values(), known)
    yield PlannedPage(THEMES, partial(_themes, lines, known), lines.uses)
    for theme in themes.values():
        broader = themes[theme.broader] if theme.broader else None
        listed = apart(known.by_theme.get(theme.slug, ())).all
        for page in in_pages(theme_address(theme.slug), listed):
            told = _heard(page, known)
            uses = known.listing_uses(page.things) & told.uses
            about = _About(
                theme=theme,
                broader=broader,
                narrower=narrower[theme.slug],
                themes=themes,
                heard=told.found,
                uses=uses,
            )
            yield PlannedPage(page.address, partial(_theme, about, page, known), uses)


def _themes(told: ThemeLines, known: Index) -> ThemesView:
    return ThemesView(
        address=THEMES,
        title="",
        language=known.content.settings.language,
        themes=told.lines,
    )


def _heard(page: PageOfList[StoryHead], known: Index) -> HeardStories:
    """Stories in which somebody may be heard, for the first page of a list."""
    is_first = page.paging is None or page.paging.number == 1
    return heard(page.things if is_first else (), known.content.settings.language, known)


class _About(Struct, frozen=True, kw_only=True):
    """A theme, what stands around it, and the uses of its page."""

    theme: Theme
    broader: Theme | None
    narrower: list[Theme]
    themes: Mapping[str, Theme]
    heard: tuple[Quotable, ...]
    uses: Uses


def _theme(about: _About, page: PageOfList[StoryHead], known: Index) -> ThemeView:
    language = known.content.settings.language
    theme, broader = about.theme, about.broader
    stories = known.by_theme.get(theme.slug, ())
    address = theme_address(theme.slug)
    fed = address + FEED in known.addresses
    first = page.address == address
    listed = apart(page.things)
    return ThemeView(
        address=page.address,
        title=theme.title,
        language=language,
        source=theme.path,
        also_known_as=theme.also_known_as if first else (),
        body=own_body(theme, language, known) if first else no_body(language),
        broader=theme_place(broader) if broader else None,
        heard=about.heard,
        narrower=tuple(map(theme_place, about.narrower)) if first else (),
        neighbours=neighbouring(theme, stories, about.themes) if first else (),
        people=heard_people(page.things, about.uses, language) if first else (),
        upcoming=known.lines(listed.upcoming),
        items=known.lines(listed.stories),
        past=known.lines(listed.past),
        paging=page.paging,
        feed=address + FEED if fed else "",
        json_feed=address + JSON_FEED if fed else "",
    )
