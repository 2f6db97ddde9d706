"""Who stands where: every story by path, and what belongs to it, found in one pass."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from byleave.model.published import Content, Story
from byleave.model.site import Place
from byleave.model.terms import BRACE_CLOSE, BRACE_OPEN, NAME_CLOSE, NAME_OPEN

Groups = Mapping[str, tuple[Story, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The stories of a site by what relates them; each group newest first.

    `listed` are those that lists show: no responses, which stand under their stories, and no
    versions, which their originals lead to. `versions` are keyed by the original's path,
    `responses` by the path of the story that they answer. `addresses` maps every address that a
    link may lead to to where it really leads.
    """

    content: Content
    by_path: Mapping[str, Story]
    listed: tuple[Story, ...]
    versions: Groups
    responses: Groups
    by_theme: Groups
    by_series: Groups
    sessions: Groups
    reports: Groups
    addresses: Mapping[str, str]


def index(content: Content) -> Index:
    """The index of all that passed the gate."""
    stories = content.stories
    listed = tuple(s for s in stories if not (s.responds_to or original(s)))
    themes: dict[str, list[Story]] = defaultdict(list)
    for story in listed:
        for theme in story.themes:
            themes[theme].append(story)
    return Index(
        content=content,
        by_path={story.path: story for story in stories},
        listed=listed,
        versions=_grouped(stories, original),
        responses=_grouped(stories, lambda story: story.responds_to),
        by_theme={theme: tuple(found) for theme, found in themes.items()},
        by_series=_grouped(listed, lambda story: story.series),
        sessions=_grouped(listed, lambda story: story.part_of),
        reports=_grouped(listed, lambda story: story.report_of),
        addresses=dict(_addresses(content)),
    )


def original(story: Story) -> str | None:
    """The path of the story that `story` is a version of."""
    return story.translation_of or story.easy_read_of


def _grouped(stories: Iterable[Story], key: Callable[[Story], str | None]) -> Groups:
    found: dict[str, list[Story]] = defaultdict(list)
    for story in stories:
        if (name := key(story)) is not None:
            found[name].append(story)
    return {name: tuple(group) for name, group in found.items()}


def _addresses(content: Content) -> Iterable[tuple[str, str]]:
    """Every address that a link may lead to, and where it really leads."""
    own = ["/", "/stories/", "/themes/"]
    own += [f"/themes/{theme.slug}/" for theme in content.themes]
    own += [page.address for page in content.pages]
    own += [f"/{file.path}" for file in content.root_files]
    yield from ((address, address) for address in own)
    for story in content.stories:
        if not story.responds_to:
            for alias in story.aliases:
                yield alias.rstrip("/") + "/", story.address
            yield story.address, story.address
        if story.series:
            yield f"/series/{story.series}/", f"/series/{story.series}/"


def shown(text: str, names: Mapping[str, str]) -> str:
    """`text` with the names of those whom it marks, and with its literal braces."""
    for id_, name in names.items() if NAME_OPEN in text else ():
        text = text.replace(f"{NAME_OPEN}{id_}{NAME_CLOSE}", name)
    return text.replace(BRACE_OPEN, "{").replace(BRACE_CLOSE, "}")


def place(story: Story) -> Place:
    """A story as a link shows it."""
    return Place(
        address=story.address, title=shown(story.title, story.names), language=story.language
    )
