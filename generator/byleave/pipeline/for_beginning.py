"""What is known of a site to whoever adds to it, and what is said of the files that are new."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from msgspec import Struct

from byleave.diagnostics import Diagnostic, SiteError, in_order
from byleave.model.addresses import slug, story_name
from byleave.model.settings import Settings
from byleave.read import read_settings, read_site
from byleave.read.schemas import SCHEMAS, SchemaOf, schema
from byleave.render.strings import Strings, has_catalogue

__all__ = [
    "SCHEMAS",
    "SchemaOf",
    "SiteThere",
    "findings_of",
    "has_catalogue",
    "read_settings",
    "said_in",
    "schema",
    "site_there",
]


class SiteThere(Struct, frozen=True, kw_only=True):
    """A site as it is before something is added.

    `themes` are the titles of its themes, and `theme_names` all names by which a story may mean
    one, in small letters. `names` are those that stand in the addresses of its stories, faulty
    ones too, and `stories` the paths of their files. `answered` is the story that each response
    answers, by its path.
    """

    settings: Settings
    themes: tuple[str, ...]
    theme_names: frozenset[str]
    names: frozenset[str]
    stories: tuple[str, ...]
    answered: Mapping[str, str]


def site_there(site: Path) -> SiteThere:
    """The site in the folder `site`; raises SiteError as `build_site` does."""
    tree = read_site(site).tree
    sound, faulty = ([one.path for one in found] for found in (tree.stories, tree.faulty))
    stories = tuple(sorted((*sound, *faulty)))
    words = (word for one in tree.themes for word in (one.slug, one.title, *one.also_known_as))
    return SiteThere(
        settings=tree.settings,
        themes=tuple(one.title for one in tree.themes),
        theme_names=frozenset(map(str.casefold, words)),
        names=frozenset(slug(story_name(path)) for path in stories),
        stories=stories,
        answered={one.path: one.front.responds_to for one in tree.stories if one.front.responds_to},
    )


def findings_of(site: Path, paths: Collection[str]) -> tuple[Diagnostic, ...]:
    """What is wrong with the files at `paths`, as they are read."""
    try:
        found = read_site(site).findings
    except SiteError as fault:
        found = fault.findings
    return in_order(one for one in found if one.path in paths)


def said_in(language: str) -> Callable[[str], str]:
    """What says a sentence of ours in `language`; in English, where nobody has translated it."""
    return Strings().translations(language).gettext
