"""The group's own pages and themes without what is withheld."""

from collections.abc import Iterator, Mapping

from byleave.gate.decision import Decision
from byleave.model.published import FixedPage, Media, MediaFile, Theme
from byleave.model.source import SourceTree
from byleave.values import replace


def pages(tree: SourceTree, decision: Decision) -> Iterator[FixedPage]:
    """The pages that tell of nothing withheld, without files that show somebody who is."""
    for page in tree.pages:
        if page.path not in decision.own_words:
            yield replace(page, media=_shown(page.media, decision))


def themes(tree: SourceTree, decision: Decision) -> Iterator[Theme]:
    """Every theme; the description of one that tells of something withheld is left out."""
    for theme in tree.themes:
        if theme.path in decision.own_words:
            yield replace(theme, body="", links=(), media={})
        else:
            yield replace(theme, media=_shown(theme.media, decision))


def group_media(tree: SourceTree, decision: Decision) -> Mapping[str, MediaFile]:
    """The group's files that show nobody who is withheld."""
    return {name: file for name, file in tree.group_media.items() if name not in decision.files}


def _shown(media: Mapping[str, Media], decision: Decision) -> Mapping[str, Media]:
    return {name: one for name, one in media.items() if name not in decision.files}
