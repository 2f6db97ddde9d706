"""The group's own settings, pages, themes and files without what tells of what is withheld."""

from collections.abc import Iterator, Mapping

from byleave.gate.rules.decision import Decision
from byleave.model.addresses import alike, page_address
from byleave.model.published import (
    FixedPage,
    MediaFile,
    NavigationLink,
    PublishedMedia,
    RootFile,
    Theme,
)
from byleave.model.settings import Settings
from byleave.model.source import StoryKeys, Tree
from byleave.values import replace


def settings(tree: Tree[StoryKeys], decision: Decision) -> Settings:
    """The settings with a logo that may be shown, and without series that tell.

    The navigation is not among them: what is written there of what is withheld would be kept.
    """
    own = tree.settings
    series = {slug: one for slug, one in own.series.items() if slug not in decision.series}
    logo = own.brand.logo if _logo_is_shown(tree, decision) else None
    return replace(own, navigation=(), series=series, brand=replace(own.brand, logo=logo))


def navigation(tree: Tree[StoryKeys], decision: Decision) -> tuple[NavigationLink, ...]:
    """The items of the navigation that do not tell of anything withheld."""
    return tuple(
        link for number, link in enumerate(tree.navigation) if number not in decision.navigation
    )


def _logo_is_shown(tree: Tree[StoryKeys], decision: Decision) -> bool:
    logo = tree.settings.brand.logo
    return logo in tree.group_media and logo not in decision.files


def pages(tree: Tree[StoryKeys], decision: Decision) -> tuple[FixedPage, ...]:
    """The pages that tell of nothing withheld, without files that show somebody who is.

    An old address gives way to whatever has it now, and to a file with a fault that claims it.
    """
    taken = {alike(one) for one in _claimed(tree, decision)}
    return tuple(
        replace(
            page,
            media=_shown(page.media, decision),
            aliases=tuple(one for one in page.aliases if alike(page_address(one)) not in taken),
        )
        for page in tree.pages
        if page.path not in decision.own_words
    )


def themes(tree: Tree[StoryKeys], decision: Decision) -> tuple[Theme, ...]:
    """Every theme; the description of one that tells of something withheld is left out."""
    return tuple(
        replace(theme, body="", links=(), media={})
        if theme.path in decision.own_words
        else replace(theme, media=_shown(theme.media, decision))
        for theme in tree.themes
    )


def group_media(tree: Tree[StoryKeys], decision: Decision) -> Mapping[str, MediaFile]:
    """The group's files that show nobody who is withheld."""
    return {name: file for name, file in tree.group_media.items() if name not in decision.files}


def root_files(tree: Tree[StoryKeys], decision: Decision) -> tuple[RootFile, ...]:
    """As `group_media`, of those that are copied to the top of the site."""
    return tuple(file for file in tree.root_files if f"/{file.path}" not in decision.files)


def _shown(media: Mapping[str, PublishedMedia], decision: Decision) -> Mapping[str, PublishedMedia]:
    return {name: one for name, one in media.items() if name not in decision.files}


def _claimed(tree: Tree[StoryKeys], decision: Decision) -> Iterator[str]:
    yield from tree.claimed
    yield from (f"/{file.path}" for file in tree.root_files)
    for faulty in tree.faulty:
        yield from faulty.claimed
    for story in tree.stories:
        if story.path not in decision.stories or story.path in decision.waiting:
            yield story.address
