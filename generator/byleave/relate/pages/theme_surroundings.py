"""What stands around a theme: whoever is heard on it and has a page, and themes near it."""

from collections import Counter
from collections.abc import Iterable, Mapping

from byleave.model.pieces import PageLink, Person
from byleave.model.published import StoryHead, Theme
from byleave.relate.index.alphabets import Alphabet
from byleave.relate.index.common_uses import SHOWN_USES, Uses
from byleave.relate.index.list_lines import has_page, listed_voices, person
from byleave.relate.pages.theme_lines import theme_place

MOST_NEIGHBOURS = 6


def heard_people(stories: Iterable[StoryHead], uses: Uses, language: str) -> tuple[Person, ...]:
    """Those in `stories` who have a page of their own, by name.

    The page of the theme has `uses`, and shows those alone who allow as much.
    """
    needed = uses & SHOWN_USES
    found: dict[str, Person] = {}
    for story in stories:
        for voice in listed_voices(story):
            if has_page(voice) and needed <= voice.uses:
                found.setdefault(voice.person or "", person(voice))
    order = Alphabet(language)
    return tuple(sorted(found.values(), key=lambda one: (order.key(one.name), one.address)))


def neighbouring(
    theme: Theme, stories: Iterable[StoryHead], themes: Mapping[str, Theme]
) -> tuple[PageLink, ...]:
    """The themes that most of `stories` are on beside `theme`, but for those above and below it."""
    beside = Counter(slug for story in stories for slug in story.themes if slug in themes)
    related = {theme.slug, theme.broader}
    near = [
        slug
        for slug in sorted(beside, key=lambda one: (-beside[one], one))
        if slug not in related and themes[slug].broader != theme.slug
    ]
    return tuple(theme_place(themes[slug]) for slug in near[:MOST_NEIGHBOURS])
