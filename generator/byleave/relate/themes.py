"""Themes to their pages: the list of them, and the stories of each."""

from collections import defaultdict
from collections.abc import Iterator

from byleave.model.pieces import Place
from byleave.model.published import Theme
from byleave.model.site import ThemesView, ThemeView, View
from byleave.relate.addresses import FEED, JSON_FEED, THEMES, theme_address
from byleave.relate.bodies import no_body, own_body
from byleave.relate.index import Index
from byleave.relate.paging import pages


def theme_place(theme: Theme) -> Place:
    """A theme as a link shows it."""
    return Place(address=theme_address(theme.slug), title=theme.title)


def by_title(theme: Theme) -> tuple[str, str]:
    """How themes are sorted: by title, in any letter case."""
    return theme.title.casefold(), theme.slug


def theme_views(known: Index) -> Iterator[View]:
    """The list of themes and the pages of each."""
    themes = {theme.slug: theme for theme in sorted(known.content.themes, key=by_title)}
    narrower: dict[str, list[Theme]] = defaultdict(list)
    for theme in themes.values():
        narrower[theme.broader or ""].append(theme)
    yield ThemesView(
        address=THEMES,
        title="",
        language=known.content.settings.language,
        themes=tuple((theme_place(theme), theme.also_known_as) for theme in themes.values()),
    )
    for theme in themes.values():
        broader = themes[theme.broader] if theme.broader else None
        yield from _theme_pages(theme, broader, narrower[theme.slug], known)


def _theme_pages(
    theme: Theme, broader: Theme | None, narrower: list[Theme], known: Index
) -> Iterator[ThemeView]:
    language = known.content.settings.language
    address = theme_address(theme.slug)
    fed = address + FEED in known.addresses
    for page in pages(address, known.by_theme.get(theme.slug, ())):
        first = page.address == address
        yield ThemeView(
            address=page.address,
            title=theme.title,
            language=language,
            indexable=all("engines" in known.line_uses[one.path] for one in page.things),
            source=theme.path,
            also_known_as=theme.also_known_as if first else (),
            body=own_body(theme, language, known) if first else no_body(language),
            broader=theme_place(broader) if broader else None,
            narrower=tuple(map(theme_place, narrower)) if first else (),
            items=tuple(known.items[one.path] for one in page.things),
            paging=page.paging,
            feed=address + FEED if fed else "",
            json_feed=address + JSON_FEED if fed else "",
        )
