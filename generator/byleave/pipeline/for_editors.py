"""What the editors' pages are told of the site that is held in memory for them."""

from msgspec import Struct

from byleave.diagnostics import Diagnostic
from byleave.gate import answers, shelf
from byleave.model.register import RegisterEntry
from byleave.model.settings import Settings
from byleave.model.shelf import ShelfLine
from byleave.pipeline.preview_site import LiveSite

__all__ = ["Overview", "overview_of"]


class Overview(Struct, frozen=True, kw_only=True):
    """A site as its editors see it at a glance: every story, every voice, and what is wrong.

    What would be public of a voice is in no entry. `themes` are the titles of its themes by their
    slugs, and `theme_names` the slugs by every name for a theme, in small letters.
    """

    settings: Settings
    lines: tuple[ShelfLine, ...]
    entries: tuple[RegisterEntry, ...]
    themes: dict[str, str]
    theme_names: dict[str, str]
    findings: tuple[Diagnostic, ...]


def overview_of(live: LiveSite) -> Overview:
    """What is to be said of `live` on the day for which it was made."""
    tree = live.source.tree
    return Overview(
        settings=tree.settings,
        lines=shelf(live.verdict),
        entries=answers(tree, live.verdict.decision),
        themes={theme.slug: theme.title for theme in tree.themes},
        theme_names={
            name.casefold(): theme.slug
            for theme in tree.themes
            for name in (*theme.also_known_as, theme.title, theme.slug)
        },
        findings=live.findings,
    )
