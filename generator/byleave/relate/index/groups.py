"""What belongs together: every story by path, theme, series, year and event, in one pass."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from operator import attrgetter
from typing import Any, TypeVar

from msgspec import Struct

from byleave.model.published import StoryHead, Voice
from byleave.relate.index.event_lists import ListedEvents, event_lists
from byleave.relate.index.list_lines import has_page, listed_voices, recordings

Key = TypeVar("Key", bound=Hashable)
Groups = Mapping[str, tuple[StoryHead, ...]]
People = Mapping[str, tuple[tuple[Voice, StoryHead], ...]]


class RelatedStories(Struct, frozen=True, kw_only=True):
    """The stories of a site by what relates them; each group newest first.

    `listed` are those that lists show: no responses, which stand under their stories, and no
    versions, which their originals lead to. `versions` are keyed by the original's path,
    `responses` by the path of the story on whose page they stand, which `answered` has by theirs.
    `easy_read` are the stories in Easy Read, and `recorded` those in which there is something to
    hear or to watch; versions are among them.
    `people` are those who have a page of their own, with the stories in which they allowed it.
    `events` are those of the calendar, without sessions, which stand in a programme;
    `event_lists` are events with something in common, by the address of their list.
    """

    by_path: Mapping[str, StoryHead]
    listed: tuple[StoryHead, ...]
    versions: Groups
    responses: Groups
    answered: Mapping[str, str]
    by_theme: Groups
    by_series: Groups
    sessions: Groups
    reports: Groups
    years: Mapping[int, tuple[StoryHead, ...]]
    past_events: Mapping[int, tuple[StoryHead, ...]]
    people: People
    easy_read: tuple[StoryHead, ...]
    recorded: tuple[StoryHead, ...]
    events: tuple[StoryHead, ...]
    event_lists: Mapping[str, ListedEvents]


def kin(stories: tuple[StoryHead, ...]) -> RelatedStories:
    """How all stories that passed the gate belong together."""
    by_path = {story.path: story for story in stories}
    listed = tuple(filter(is_listed, stories))
    answered = {s.path: _answered(s, by_path) for s in stories if s.responds_to}
    events = tuple(one for one in listed if one.event and not is_session(one, by_path))
    return RelatedStories(
        by_path=by_path,
        listed=listed,
        versions=_grouped(stories, original),
        responses=_grouped(stories, lambda story: answered.get(story.path)),
        answered=answered,
        by_theme=_by_theme(listed),
        past_events=past_events(events),
        events=events,
        event_lists=event_lists(listed),
        people=people(stories),
        easy_read=tuple(one for one in stories if one.easy_read_of and has_row(one)),
        recorded=tuple(one for one in stories if recordings(one) and has_row(one)),
        **{name: _grouped(listed, key) for name, key in GROUPED.items()},
    )


def newest_first(story: StoryHead) -> tuple[int, str]:
    """What the stories of a site are in order of; those of one day by path."""
    return -story.date.toordinal(), story.path


def is_listed(story: StoryHead) -> bool:
    """Whether lists show a story; responses and versions are where they belong."""
    return not (story.responds_to or original(story))


def is_of_language(story: StoryHead) -> bool:
    """Whether lists of one language show a story: there, a translation stands for its original."""
    return has_row(story) and not story.easy_read_of


def has_row(story: StoryHead) -> bool:
    """Whether a list can show a story: responses stand under theirs, and their versions too."""
    return bool(story.title) and not story.responds_to


def is_session(story: StoryHead, by_path: Mapping[str, StoryHead]) -> bool:
    """Whether an event stands in the programme of another that lists show."""
    whole = by_path.get(story.part_of or "")
    return whole is not None and whole.event is not None and is_listed(whole)


def original(story: StoryHead) -> str | None:
    """The path of the story that `story` is a version of."""
    return story.translation_of or story.easy_read_of


def replied_to(story: StoryHead, known: RelatedStories) -> str | None:
    """The path of the response that `story` replies to, however its front matter says so."""
    for path in (story.in_reply_to, story.responds_to):
        if path in known.answered:
            return path
    return None


def family(story: StoryHead, known: RelatedStories) -> tuple[StoryHead, ...]:
    """A story in all its versions: the original first, then by language."""
    first = story
    while (path := original(first)) and path in known.by_path:
        first = known.by_path[path]
    waiting = [first]
    found: list[StoryHead] = []
    while waiting:
        here = waiting.pop()
        found.append(here)
        waiting += known.versions.get(here.path, ())
    return (first, *sorted(found[1:], key=lambda one: (one.language, one.path)))


def starts(story: StoryHead) -> tuple[str, str]:
    """When an event begins, for sorting: a day without a time comes before its times."""
    event = story.event
    return (f"{event.starts.day} {event.starts.clock or ''}" if event else ""), story.path


def _answered(story: StoryHead, by_path: Mapping[str, StoryHead]) -> str:
    """The path of the story that a response answers, also where it names a response."""
    path = story.path
    while (found := by_path.get(path)) and found.responds_to:
        path = found.responds_to
    return path


def by_year(stories: Iterable[StoryHead]) -> Mapping[int, tuple[StoryHead, ...]]:
    """Stories by the year of their day."""
    return _grouped(stories, GROUPED["years"])


# The groups of listed stories, and by what each story is in one.
GROUPED: Mapping[str, Callable[[StoryHead], Any]] = {
    "by_series": attrgetter("series"),
    "sessions": attrgetter("part_of"),
    "reports": attrgetter("report_of"),
    "years": attrgetter("date.year"),
}


def _by_theme(stories: Iterable[StoryHead]) -> Groups:
    found: dict[str, list[StoryHead]] = defaultdict(list)
    for story in stories:
        for theme in story.themes:
            found[theme].append(story)
    return {theme: tuple(group) for theme, group in found.items()}


def past_events(stories: Iterable[StoryHead]) -> Mapping[int, tuple[StoryHead, ...]]:
    """The events that are over, by year, latest first."""
    events = (story for story in stories if story.event)
    return _grouped(sorted(events, key=starts, reverse=True), _year_of_past_event)


def _year_of_past_event(story: StoryHead) -> int | None:
    return story.event.starts.day.year if story.event and story.past else None


def people(stories: Iterable[StoryHead]) -> People:
    """Those who have a page of their own, with the stories in which they allowed it."""
    found: dict[str, list[tuple[Voice, StoryHead]]] = defaultdict(list)
    for story in stories:
        for voice in listed_voices(story):
            if has_page(voice):
                found[voice.person or ""].append((voice, story))
    return {name: tuple(found[name]) for name in sorted(found)}


def _grouped(
    stories: Iterable[StoryHead], key: Callable[[StoryHead], Key | None]
) -> Mapping[Key, tuple[StoryHead, ...]]:
    found: dict[Key, list[StoryHead]] = defaultdict(list)
    for story in stories:
        if (name := key(story)) is not None:
            found[name].append(story)
    return {name: tuple(group) for name, group in found.items()}
