"""Themes to their pages: the list of them, and the stories of each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

from byleave.model.addresses import FEED, JSON_FEED, THEMES, theme_address
from byleave.model.pieces import Place
from byleave.model.published import Story, Theme
from byleave.model.site import ThemesView, ThemeView
from byleave.relate.bodies import no_body, own_body
from byleave.relate.index import Index
from byleave.relate.paging import Page, pages
from byleave.relate.planned import Planned


def theme_place(theme: Theme) -> Place:
    """A theme as a link shows it."""
    return Place(address=theme_address(theme.slug), title=theme.title)


def by_title(theme: Theme) -> tuple[str, str]:
    """How themes are sorted: by title, in any letter case."""
    return theme.title.casefold(), theme.slug


def theme_pages(known: Index) -> Iterator[Planned]:
    """The list of themes and the pages of each."""
    themes = {theme.slug: theme for theme in sorted(known.content.themes, key=by_title)}
    narrower: dict[str, list[Theme]] = defaultdict(list)
    for theme in themes.values():
        narrower[theme.broader or ""].append(theme)
    yield Planned(THEMES, partial(_themes, themes.values(), known))
    for theme in themes.values():
        broader = themes[theme.broader] if theme.broader else None
        for page in pages(theme_address(theme.slug), known.by_theme.get(theme.slug, ())):
            make = partial(_theme, theme, page, broader, narrower[theme.slug], known)
            yield Planned(page.address, make, known.listing_uses(page.things))


def _themes(themes: Iterable[Theme], known: Index) -> ThemesView:
    return ThemesView(
        address=THEMES,
        title="",
        language=known.content.settings.language,
        themes=tuple((theme_place(theme), theme.also_known_as) for theme in themes),
    )


def _theme(
    theme: Theme, page: Page[Story], broader: Theme | None, narrower: list[Theme], known: Index
) -> ThemeView:
    language = known.content.settings.language
    address = theme_address(theme.slug)
    fed = address + FEED in known.addresses
    first = page.address == address
    return ThemeView(
        address=page.address,
        title=theme.title,
        language=language,
        source=theme.path,
        also_known_as=theme.also_known_as if first else (),
        body=own_body(theme, language, known) if first else no_body(language),
        broader=theme_place(broader) if broader else None,
        narrower=tuple(map(theme_place, narrower)) if first else (),
        items=known.lines(page.things),
        paging=page.paging,
        feed=address + FEED if fed else "",
        json_feed=address + JSON_FEED if fed else "",
    )
