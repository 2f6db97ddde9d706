"""What in the group's settings tells of what is withheld: items of the navigation, and series."""

from collections import defaultdict
from collections.abc import Iterator

from byleave.gate.rules.decision import Decision
from byleave.gate.rules.linked_stories import LinkedStories
from byleave.gate.rules.telling_links import HiddenFromLinks, tells
from byleave.model.names import SearchableText
from byleave.model.settings import Series
from byleave.model.source import StoryKeys, Tree


def telling_items(
    tree: Tree[StoryKeys], targets: LinkedStories, untold: HiddenFromLinks, decision: Decision
) -> frozenset[int]:
    """The numbers of the items of the navigation whose words tell of what is withheld.

    One that leads to nothing that is published is not among them: it goes for that, like one that
    leads to what never was.
    """
    pages = {page.address for page in tree.pages}
    return frozenset(
        number
        for number, link in enumerate(tree.navigation)
        if (link.target in pages or not decision.stories.keys() >= {*targets.of(link)})
        and tells(link, targets, untold)
    )


def telling_series(tree: Tree[StoryKeys], decision: Decision) -> frozenset[str]:
    """The series whose title or description names somebody who is withheld in one of their stories.

    Whoever has the same name and is published in another of them may be meant as well.
    """
    withheld: dict[str, set[str]] = defaultdict(set)
    public: dict[str, set[str]] = defaultdict(set)
    for story in tree.stories:
        if story.front.series:
            for name, gone in _names(story, decision):
                (withheld if gone else public)[story.front.series].add(name.casefold())
    for faulty in tree.faulty:
        for slug in faulty.series:
            withheld[slug].update(name.casefold() for name in faulty.told_by)
    return frozenset(
        slug
        for slug, series in tree.settings.series.items()
        if slug in withheld and any(map(_words(series).names, withheld[slug] - public[slug]))
    )


def _words(series: Series) -> SearchableText:
    """All that pages say of a series in words of the group's, in any language."""
    said = (*series.title.values(), *(series.description or {}).values())
    return SearchableText("\n".join(said))


def _names(story: StoryKeys, decision: Decision) -> Iterator[tuple[str, bool]]:
    """What the voices of a story are called, and whether they are withheld in it."""
    facts = decision.facts.get(story.path)
    own = ((story.path, id_) for id_ in story.front.voices or {})
    for key in facts.family.voices.values() if facts else own:
        voice = decision.families.voices[key]
        if voice.identity != "anonymous":
            yield voice.name, key in decision.voices or story.path in decision.stories
