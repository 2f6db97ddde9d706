"""What belongs together: every story by path, theme, series, year and event, in one pass."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from byleave.model.published import Content, Story, Voice
from byleave.relate.items import has_page

Key = TypeVar("Key", bound=Hashable)
Groups = Mapping[str, tuple[Story, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
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
    people: Mapping[str, tuple[tuple[Voice, Story], ...]]


def kin(content: Content) -> Kin:
    """How all that passed the gate belongs together."""
    stories = content.stories
    by_path = {story.path: story for story in stories}
    listed = tuple(s for s in stories if not (s.responds_to or original(s)))
    answered = {s.path: _answered(s, by_path) for s in stories if s.responds_to}
    themes: dict[str, list[Story]] = defaultdict(list)
    for story in listed:
        for theme in story.themes:
            themes[theme].append(story)
    return Kin(
        by_path=by_path,
        listed=listed,
        versions=_grouped(stories, original),
        responses=_grouped(stories, lambda story: answered.get(story.path)),
        answered=answered,
        by_theme={theme: tuple(found) for theme, found in themes.items()},
        by_series=_grouped(listed, lambda story: story.series),
        sessions=_grouped(listed, lambda story: story.part_of),
        reports=_grouped(listed, lambda story: story.report_of),
        years=_grouped(listed, lambda story: story.date.year),
        past_events=_grouped(sorted(listed, key=starts, reverse=True), _year_of_past_event),
        people=_people(stories),
    )


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


def _year_of_past_event(story: Story) -> int | None:
    return story.event.starts.day.year if story.event and story.past else None


def _people(stories: Iterable[Story]) -> Mapping[str, tuple[tuple[Voice, Story], ...]]:
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
