"""What the makers of pages look things up in; made once, in one pass over the stories."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from byleave.cache import Recollection
from byleave.model.addresses import PAGE, RESPONSES, alike, page_address, response_anchor
from byleave.model.languages import base_language
from byleave.model.pieces import ListItem, PageLink, Quotable
from byleave.model.published import Content, StoryHead, head_of
from byleave.relate.index.common_uses import ALL_USES, Uses, common_uses
from byleave.relate.index.editions import StoriesOfEdition, editions
from byleave.relate.index.formats import with_formats
from byleave.relate.index.groups import RelatedStories, kin
from byleave.relate.index.linked_addresses import addresses
from byleave.relate.index.list_lines import item
from byleave.relate.index.page_uses import line_uses, page_uses, standing_apart
from byleave.relate.index.quotations import quotable
from byleave.values import field_names, replace


class Index(RelatedStories, frozen=True, kw_only=True):
    """The stories of a site by what relates them, and what is known of each, by its path.

    `items` are their lines in lists and `line_uses` the uses of those; `uses` are those of their
    pages; `apart` are the responses that stand on a page of their own; `anchors` are the ids of
    responses on the page that shows them; `at` is where each story is to be found, and `places`
    all of these. `addresses` maps every address that a link may lead to to where it really leads.
    `editions` are the whole site and each further language.
    `stories_at` has the paths of stories by their own addresses, old ones too. The `content` is
    there without its stories: no body is known here but the quotations that are
    `heard` by themselves.
    """

    content: Content
    heard: Mapping[str, Quotable]
    items: Mapping[str, ListItem]
    line_uses: Mapping[str, Uses]
    uses: Mapping[str, Uses]
    apart: frozenset[str]
    anchors: Mapping[str, str]
    places: frozenset[str]
    at: Mapping[str, str]
    addresses: Mapping[str, str]
    stories_at: Mapping[str, tuple[str, ...]]
    editions: tuple[StoriesOfEdition, ...]

    def lines(self, stories: Iterable[StoryHead]) -> tuple[ListItem, ...]:
        """The lines of stories in lists, in their order."""
        return tuple(self.items[story.path] for story in stories)

    def heard_in(self, stories: Iterable[StoryHead], language: str) -> Iterator[StoryHead]:
        """Those of `stories` in which somebody may be heard by themselves, in `language`.

        Search engines may show all of it, and everybody in it: a page takes what it says of any
        of them.
        """
        spoken = base_language(language)
        for story in stories if self.heard else ():
            is_heard = story.path in self.heard and base_language(story.language) == spoken
            if is_heard and "engines" in self.heard_uses(story):
                yield story

    def heard_uses(self, story: StoryHead) -> Uses:
        """What may be done with the words of a story that stand by themselves, beside its title."""
        return common_uses(story.voices) & self.line_uses[story.path]

    def listing_uses(self, stories: Iterable[StoryHead]) -> Uses:
        """What a page that lists `stories` may be used for."""
        return ALL_USES.intersection(*(self.line_uses[story.path] for story in stories))

    def has_file_at(self, address: str) -> bool:
        """Whether the group has put a file of its own at the address of a page: it stays there."""
        theirs = {alike(f"/{file.path}") for file in self.content.root_files}
        page = address + PAGE
        above = (page[:end] for end, sign in enumerate(page) if sign == "/")
        return bool(theirs) and not theirs.isdisjoint(map(alike, (page, *above)))

    def place(self, path: str | None) -> PageLink | None:
        """The story at `path` as a link shows it, if there is one."""
        story = self.by_path.get(path or "")
        if story is None:
            return None
        item = self.items[story.path]
        return PageLink(address=self.at[story.path], title=item.title, language=item.language)


class Line(Struct, frozen=True, kw_only=True):
    """The line of a story in lists, and its uses."""

    item: ListItem
    uses: Uses


def line(story: StoryHead) -> Line:
    """How lists show a story."""
    return Line(item=item(story), uses=line_uses(story))


def index(content: Content, memory: Recollection | None = None) -> Index:
    """The index of all that passed the gate, made anew where more than a body is another."""
    memory = memory or Recollection()
    group = replace(content, stories=(), found=())
    return memory.once(_with_content, index_of_stories(content, memory), group)


def index_of_stories(content: Content, memory: Recollection) -> Index:
    """The index with no more of its `content` than the pages of stories are made of.

    So these pages cannot be others where the words of a theme are, or those below the site's title.
    """
    heads = memory.each(head_of, content.stories)
    lines = memory.each(line, heads)
    heard = memory.each(quotable, content.stories)
    return memory.once(_index, memory.once(_around_stories, content), heads, lines, heard)


def _with_content(known: Index, content: Content) -> Index:
    return replace(known, content=content)


def _around_stories(content: Content) -> Content:
    """Of the group's own what may be on pages of stories, and where what else there is stands."""
    return replace(
        content,
        settings=replace(content.settings, tagline=None),
        stories=(),
        found=(),
        themes=tuple(replace(one, body="", links=(), media={}, line=1) for one in content.themes),
        pages=tuple(
            replace(one, summary="", body="", links=(), media={}, line=1) for one in content.pages
        ),
        root_files=tuple(
            replace(one, source="", sha256="", size=0, shown="") for one in content.root_files
        ),
        look=(),
        navigation=(),
    )


def _index(
    group: Content,
    stories: tuple[StoryHead, ...],
    lines_of: tuple[Line, ...],
    heard: tuple[Quotable | None, ...],
) -> Index:
    known = kin(stories)
    lines = {story.path: one.uses for story, one in zip(stories, lines_of, strict=True)}
    items = with_formats(
        {story.path: one.item for story, one in zip(stories, lines_of, strict=True)}, known
    )
    uses = page_uses(known, lines)
    apart = standing_apart(known, uses)
    anchors = {path: response_anchor(path) for path in known.answered}
    at = at_of(known, apart, anchors)
    read_in = editions(group.settings, known)
    return Index(
        **{name: getattr(known, name) for name in field_names(RelatedStories)},
        content=group,
        heard={one.path: found for one, found in zip(stories, heard, strict=True) if found},
        items=items,
        line_uses=lines,
        uses=uses,
        apart=apart,
        anchors=anchors,
        at=at,
        places=frozenset(at.values()),
        addresses=addresses(group, known, lines, read_in),
        stories_at=stories_at(stories),
        editions=read_in,
    )


def stories_at(stories: Iterable[StoryHead]) -> Mapping[str, tuple[str, ...]]:
    """The paths of stories by their own addresses; an editor may have put two at one."""
    found: dict[str, tuple[str, ...]] = {}
    for story in stories:
        for address in dict.fromkeys((story.address, *map(page_address, story.aliases))):
            found[address] = (*found.get(address, ()), story.path)
    return found


def at_of(
    known: RelatedStories, apart: frozenset[str], anchors: Mapping[str, str]
) -> Mapping[str, str]:
    """Where each story is to be found, by its path."""
    return {path: _at(story, known, apart, anchors) for path, story in known.by_path.items()}


def _at(
    story: StoryHead, known: RelatedStories, apart: frozenset[str], anchors: Mapping[str, str]
) -> str:
    """The address at which a story is to be found: its own, or its place among responses."""
    answered = known.by_path.get(known.answered.get(story.path, ""))
    if answered is None:
        return story.address
    page = responses_address(answered) if story.path in apart else answered.address
    return f"{page}#{anchors[story.path]}"


def responses_address(story: StoryHead) -> str:
    """The address of the page of those responses that stand apart."""
    return story.address + RESPONSES
