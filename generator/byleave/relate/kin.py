"""What belongs together: every story by path, theme, series, year and event, in one pass."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from operator import attrgetter
from typing import Any, TypeVar

from msgspec import Struct

from byleave.model.published import Content, Story, Voice
from byleave.relate.items import has_page

Key = TypeVar("Key", bound=Hashable)
Groups = Mapping[str, tuple[Story, ...]]
People = Mapping[str, tuple[tuple[Voice, Story], ...]]


class Kin(Struct, frozen=True, kw_only=True):
    """The stories of a site by what relates them; each group newest first.

    `listed` are those that lists show: no responses, which stand under their stories, and no
    versions, which their originals lead to. `versions` are keyed by the original's path,
    `responses` by the path of the story on whose page they stand, which `answered` has by theirs.
    `people` are those who have a page of their own, with the stories in which they allowed it.
    """

    by_path: Mapping[str, Story]
    listed: tuple[Story, ...]
    versions: Groups
    responses: Groups
    answered: Mapping[str, str]
    by_theme: Groups
    by_series: Groups
    sessions: Groups
    reports: Groups
    years: Mapping[int, tuple[Story, ...]]
    past_events: Mapping[int, tuple[Story, ...]]
    people: People


def kin(content: Content) -> Kin:
    """How all that passed the gate belongs together."""
    stories = content.stories
    by_path = {story.path: story for story in stories}
    listed = tuple(filter(is_listed, stories))
    answered = {s.path: _answered(s, by_path) for s in stories if s.responds_to}
    return Kin(
        by_path=by_path,
        listed=listed,
        versions=_grouped(stories, original),
        responses=_grouped(stories, lambda story: answered.get(story.path)),
        answered=answered,
        by_theme=_by_theme(listed),
        past_events=past_events(listed),
        people=people(stories),
        **{name: _grouped(listed, key) for name, key in GROUPED.items()},
    )


def newest_first(story: Story) -> tuple[int, str]:
    """What the stories of a site are in order of; those of one day by path."""
    return -story.date.toordinal(), story.path


def is_listed(story: Story) -> bool:
    """Whether lists show a story; responses and versions are where they belong."""
    return not (story.responds_to or original(story))


def original(story: Story) -> str | None:
    """The path of the story that `story` is a version of."""
    return story.translation_of or story.easy_read_of


def replied_to(story: Story, known: Kin) -> str | None:
    """The path of the response that `story` replies to, however its front matter says so."""
    for path in (story.in_reply_to, story.responds_to):
        if path in known.answered:
            return path
    return None


def family(story: Story, known: Kin) -> tuple[Story, ...]:
    """A story in all its versions: the original first, then by language."""
    first = story
    while (path := original(first)) and path in known.by_path:
        first = known.by_path[path]
    waiting = [first]
    found: list[Story] = []
    while waiting:
        here = waiting.pop()
        found.append(here)
        waiting += known.versions.get(here.path, ())
    return (first, *sorted(found[1:], key=lambda one: (one.language, one.path)))


def starts(story: Story) -> tuple[str, str]:
    """When an event begins, for sorting: a day without a time comes before its times."""
    event = story.event
    return (f"{event.starts.day} {event.starts.clock or ''}" if event else ""), story.path


def _answered(story: Story, by_path: Mapping[str, Story]) -> str:
    """The path of the story that a response answers, also where it names a response."""
    path = story.path
    while (found := by_path.get(path)) and found.responds_to:
        path = found.responds_to
    return path


# The groups of listed stories, and by what each story is in one.
GROUPED: Mapping[str, Callable[[Story], Any]] = {
    "by_series": attrgetter("series"),
    "sessions": attrgetter("part_of"),
    "reports": attrgetter("report_of"),
    "years": attrgetter("date.year"),
}


def _by_theme(stories: Iterable[Story]) -> Groups:
    found: dict[str, list[Story]] = defaultdict(list)
    for story in stories:
        for theme in story.themes:
            found[theme].append(story)
    return {theme: tuple(group) for theme, group in found.items()}


def past_events(stories: Iterable[Story]) -> Mapping[int, tuple[Story, ...]]:
    """The events that are over, by year, latest first."""
    events = (story for story in stories if story.event)
    return _grouped(sorted(events, key=starts, reverse=True), _year_of_past_event)


def _year_of_past_event(story: Story) -> int | None:
    return story.event.starts.day.year if story.event and story.past else None


def people(stories: Iterable[Story]) -> People:
    """Those who have a page of their own, with the stories in which they allowed it."""
    found: dict[str, list[tuple[Voice, Story]]] = defaultdict(list)
    for story in stories:
        for voice in story.voices:
            if has_page(voice):
                found[voice.person or ""].append((voice, story))
    return {name: tuple(found[name]) for name in sorted(found)}


def _grouped(
    stories: Iterable[Story], key: Callable[[Story], Key | None]
) -> Mapping[Key, tuple[Story, ...]]:
    found: dict[Key, list[Story]] = defaultdict(list)
    for story in stories:
        if (name := key(story)) is not None:
            found[name].append(story)
    return {name: tuple(group) for name, group in found.items()}
