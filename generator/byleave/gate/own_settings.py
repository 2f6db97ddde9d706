"""The group's settings without what leads to, or names, what is withheld."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from byleave.diagnostics import Diagnostic, warning
from byleave.gate.decision import Decision
from byleave.gate.linking import Targets, tells
from byleave.model.names import Words
from byleave.model.published import Link
from byleave.model.settings import Settings
from byleave.model.source import SourceStory, SourceTree
from byleave.positions import KeyPath
from byleave.values import replace

_SETTINGS = "site_src/site.yaml"


def telling_items(
    tree: SourceTree, targets: Targets, titles: Mapping[str, tuple[str, ...]], decision: Decision
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
        and tells(link, targets, titles, decision)
    )


def telling_series(tree: SourceTree, decision: Decision) -> frozenset[str]:
    """The series whose titles name somebody who is withheld in one of their stories.

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
            withheld[slug].update(name.casefold() for name in faulty.titles_and_names)
    return frozenset(
        slug
        for slug, title in tree.settings.series.items()
        if slug in withheld and any(map(Words(title).names, withheld[slug] - public[slug]))
    )


def _names(story: SourceStory, decision: Decision) -> Iterator[tuple[str, bool]]:
    """What the voices of a story are called, and whether they are withheld in it."""
    facts = decision.facts.get(story.path)
    own = ((story.path, id_) for id_ in story.front.voices or {})
    for key in facts.family.voices.values() if facts else own:
        voice = decision.families.voices[key]
        if voice.identity != "anonymous":
            yield voice.name, key in decision.voices or story.path in decision.stories


def settings(tree: SourceTree, decision: Decision) -> Settings:
    """The settings with a logo that may be shown, and without series that tell.

    The navigation is not among them: what is written there of what is withheld would be kept.
    """
    own = tree.settings
    series = {slug: one for slug, one in own.series.items() if slug not in decision.series}
    logo = own.brand.logo if _logo_is_shown(tree, decision) else None
    return replace(own, navigation=(), series=series, brand=replace(own.brand, logo=logo))


def navigation(tree: SourceTree, decision: Decision) -> tuple[Link, ...]:
    """The items of the navigation that do not tell of anything withheld."""
    return tuple(
        link for number, link in enumerate(tree.navigation) if number not in decision.navigation
    )


def _logo_is_shown(tree: SourceTree, decision: Decision) -> bool:
    logo = tree.settings.brand.logo
    return logo in tree.group_media and logo not in decision.files


def settings_findings(tree: SourceTree, decision: Decision) -> Iterator[Diagnostic]:
    """What is said of settings that are not published as they are: each would tell by itself."""
    do = "choose other words, or take it out: it is not published meanwhile"
    for number in sorted(decision.navigation):
        yield _telling(tree, ("navigation", number), "this item", do)
    for slug in sorted(decision.series):
        yield _telling(tree, ("series", slug), "the title of this series", do)
    if tree.settings.brand.logo in decision.files:
        do = "choose another picture"
        yield _telling(tree, ("brand", "logo"), "this picture", do)


def _telling(tree: SourceTree, place: KeyPath, what: str, do: str) -> Diagnostic:
    message = f"{what} tells of something that is not published"
    at = tree.places.at(*place)
    return replace(warning(_SETTINGS, "telling-setting", message, do, at), private=True)
