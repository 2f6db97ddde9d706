"""What the makers of pages look things up in; made once, in one pass over the stories."""

from collections.abc import Iterable, Mapping

from byleave.model.addresses import RESPONSES, page_address, response_anchor
from byleave.model.pieces import Item, Place
from byleave.model.published import Content, Story
from byleave.relate.addresses import addresses
from byleave.relate.allowed import line_uses, page_uses, standing_apart
from byleave.relate.items import item
from byleave.relate.kin import Kin, kin
from byleave.relate.uses import ALL_USES, Uses
from byleave.values import field_names


class Index(Kin, frozen=True, kw_only=True):
    """The stories of a site by what relates them, and what is known of each, by its path.

    `items` are their lines in lists and `line_uses` the uses of those; `uses` are those of their
    pages; `apart` are the responses that stand on a page of their own; `anchors` are the ids of
    responses on the page that shows them; `at` is where each story is to be found, and `places`
    all of these. `addresses` maps every address that a link may lead to to where it really leads.
    `stories_at` has the paths of stories by their own addresses, old ones too.
    """

    content: Content
    items: Mapping[str, Item]
    line_uses: Mapping[str, Uses]
    uses: Mapping[str, Uses]
    apart: frozenset[str]
    anchors: Mapping[str, str]
    places: frozenset[str]
    at: Mapping[str, str]
    addresses: Mapping[str, str]
    stories_at: Mapping[str, tuple[str, ...]]

    def lines(self, stories: Iterable[Story]) -> tuple[Item, ...]:
        """The lines of stories in lists, in their order."""
        return tuple(self.items[story.path] for story in stories)

    def listing_uses(self, stories: Iterable[Story]) -> Uses:
        """What a page that lists `stories` may be used for."""
        return ALL_USES.intersection(*(self.line_uses[story.path] for story in stories))

    def place(self, path: str | None) -> Place | None:
        """The story at `path` as a link shows it, if there is one."""
        story = self.by_path.get(path or "")
        if story is None:
            return None
        item = self.items[story.path]
        return Place(address=self.at[story.path], title=item.title, language=item.language)


def index(content: Content, before: Index | None = None) -> Index:
    """The index of all that passed the gate.

    What was known `before` of a story by itself holds for as long as the story is the same value.
    """
    known = kin(content)
    new = frozenset(story.path for story in new_in(content, before))
    lines = {
        story.path: line_uses(story)
        if before is None or story.path in new
        else before.line_uses[story.path]
        for story in content.stories
    }
    items = {
        story.path: item(story) if before is None or story.path in new else before.items[story.path]
        for story in content.stories
    }
    uses = page_uses(known, lines)
    apart = standing_apart(known, uses)
    anchors = {path: response_anchor(path) for path in known.answered}
    at = at_of(known, apart, anchors)
    return Index(
        **{name: getattr(known, name) for name in field_names(Kin)},
        content=content,
        items=items,
        line_uses=lines,
        uses=uses,
        apart=apart,
        anchors=anchors,
        at=at,
        places=frozenset(at.values()),
        addresses=addresses(content, known, lines),
        stories_at=stories_at(content),
    )


def stories_at(content: Content) -> Mapping[str, tuple[str, ...]]:
    """The paths of stories by their own addresses; an editor may have put two at one."""
    found: dict[str, tuple[str, ...]] = {}
    for story in content.stories:
        for address in dict.fromkeys((story.address, *map(page_address, story.aliases))):
            found[address] = (*found.get(address, ()), story.path)
    return found


def new_in(content: Content, before: Index | None) -> tuple[Story, ...]:
    """The stories that are not the same values as `before`."""
    known = before.by_path if before else {}
    return tuple(story for story in content.stories if known.get(story.path) is not story)


def at_of(known: Kin, apart: frozenset[str], anchors: Mapping[str, str]) -> Mapping[str, str]:
    """Where each story is to be found, by its path."""
    return {path: _at(story, known, apart, anchors) for path, story in known.by_path.items()}


def _at(story: Story, known: Kin, apart: frozenset[str], anchors: Mapping[str, str]) -> str:
    """The address at which a story is to be found: its own, or its place among responses."""
    answered = known.by_path.get(known.answered.get(story.path, ""))
    if answered is None:
        return story.address
    page = responses_address(answered) if story.path in apart else answered.address
    return f"{page}#{anchors[story.path]}"


def responses_address(story: Story) -> str:
    """The address of the page of those responses that stand apart."""
    return story.address + RESPONSES
