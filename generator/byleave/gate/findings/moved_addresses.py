"""Which addresses are others than they were before marks stayed and apostrophes parted words.

Links from elsewhere still lead to where a page was. What is younger than the rule has never been
there, so that this tells less and less, and can be taken out when sites have their aliases.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from byleave.diagnostics import Diagnostic, warning
from byleave.gate.rules.decision import Decision
from byleave.model.addresses import former_slug, former_story_address, own_name, slug
from byleave.model.published import FixedPage, Theme
from byleave.model.source import StoryFront, Tree

# The first day on which a story can only have been at the address that it has now.
RULE_SINCE = date(2026, 12, 1)


def moved(tree: Tree[StoryFront], decision: Decision) -> Iterator[Diagnostic]:
    """A warning for each published address that has moved, with what keeps its links alive."""
    yield from _stories(tree, [one for one in tree.stories if _has_address(one, decision)])
    own: tuple[FixedPage | Theme, ...] = (*tree.pages, *tree.themes)
    for one in own:
        yield from _own(one)


def _stories(tree: Tree[StoryFront], stories: list[StoryFront]) -> Iterator[Diagnostic]:
    """The same of the `stories` of `tree` that have an address; most names are as they were."""
    former = {one.path: former_story_address(one.path) for one in stories}
    elsewhere = [one for one in stories if former[one.path] != one.address]
    if not elsewhere:
        return
    taken = Counter(address for one in stories for address in {former[one.path], one.address})
    taken.update(address for one in stories for address in {*one.front.aliases})
    taken.update(tree.claimed.keys())
    for story in elsewhere:
        was = former[story.path]
        is_old = story.front.date is not None and story.front.date < RULE_SINCE
        # Of two that were at one address, neither was published.
        if is_old and taken[was] == 1:
            message = f"this was at {was} before, and is at {story.address} now"
            paste = f"{was} to `aliases:`" if story.front.aliases else f"`aliases: [{was}]`"
            do = f"add {paste}, so that links to where it was still lead here"
            yield warning(story.path, "address-moved", message, do, story.positions.at("aliases"))


def _own(one: FixedPage | Theme) -> Iterator[Diagnostic]:
    """A page or theme keeps its address under another name, as long as that can be read."""
    name = own_name(one.path)
    was, now = former_slug(name), slug(name)
    if was != now and was.replace("-", "") == now.replace("-", ""):
        message = f"in addresses, this was called {was} before, and is called {now} now"
        yield warning(one.path, "address-moved", message, f"rename it to {was}.md to keep it there")


def _has_address(story: StoryFront, decision: Decision) -> bool:
    return story.path not in decision.stories and not story.front.responds_to
