"""Themes as lists show them: what each is, and stories on it in which somebody may be heard."""

from collections.abc import Iterable
from itertools import islice

from msgspec import Struct

from byleave.model.addresses import theme_address
from byleave.model.pieces import PageLink, Quotable, ThemeLine
from byleave.model.published import StoryHead, Theme
from byleave.relate.index.common_uses import ALL_USES, Uses
from byleave.relate.index.index import Index
from byleave.relate.pages.bodies import own_body
from byleave.values import replace

# Of how many stories a page may take what somebody says: not each says it briefly enough.
LISTENED_TO = 3


class HeardStories(Struct, frozen=True, kw_only=True):
    """Stories in which somebody may be heard, and the uses that all of them have."""

    found: tuple[Quotable, ...] = ()
    uses: Uses = ALL_USES


class ThemeLines(Struct, frozen=True, kw_only=True):
    """Themes in a list, and the uses of all that may be quoted there."""

    lines: tuple[ThemeLine, ...]
    uses: Uses = ALL_USES


def theme_place(theme: Theme) -> PageLink:
    """A theme as a link shows it."""
    return PageLink(address=theme_address(theme.slug), title=theme.title)


def by_title(theme: Theme) -> tuple[str, str]:
    """How themes are sorted: by title, in any letter case."""
    return theme.title.casefold(), theme.slug


def heard(stories: Iterable[StoryHead], language: str, known: Index) -> HeardStories:
    """The first few of `stories` in which somebody may be heard."""
    found = tuple(islice(known.heard_in(stories, language), LISTENED_TO))
    return HeardStories(
        found=tuple(known.heard[story.path] for story in found),
        uses=ALL_USES.intersection(*map(known.heard_uses, found)),
    )


def told_themes(themes: Iterable[Theme], known: Index) -> ThemeLines:
    """`themes` in their order."""
    language = known.content.settings.language
    lines: list[ThemeLine] = []
    uses = ALL_USES
    for theme in themes:
        told = heard(known.by_theme.get(theme.slug, ()), language, known)
        uses &= told.uses
        lines.append(
            ThemeLine(
                place=theme_place(theme),
                also_known_as=theme.also_known_as,
                # Only words are taken of it.
                body=replace(own_body(theme, language, known), links={}, media={}),
                heard=told.found,
            )
        )
    return ThemeLines(lines=tuple(lines), uses=uses)
