"""The stories that search finds, each with its words and all that search says of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from byleave.cache import Recollection
from byleave.model.pieces import PageLink
from byleave.model.published import Story, Voice
from byleave.relate.index.common_uses import Uses, common_uses
from byleave.relate.index.list_lines import has_page, listed_voices
from byleave.relate.search.words import StoryWords, words_in, words_of_all
from byleave.values import replace


class SearchEntry(Struct, frozen=True, kw_only=True):
    """A story that search finds, and its words; those of its responses are among them.

    `uses` are those of everybody whose words these are.
    """

    story: Story
    words: StoryWords
    uses: Uses

    @property
    def link(self) -> PageLink:
        """The story as a link shows it."""
        one = self.story
        return PageLink(address=one.address, title=one.title, language=one.language)


class Findable(Struct, frozen=True, kw_only=True):
    """All that search finds. `names` are the words of names of people without a page of their own.

    `people` are those who have one, each as in the newest of the stories.
    """

    entries: tuple[SearchEntry, ...]
    names: frozenset[str]
    people: tuple[Voice, ...]


def findable(found: tuple[Story, ...], known: Recollection) -> Findable:
    """What search knows of the stories `found`, newest first."""
    words = {one.path: one for one in words_of_all(found, known)}
    by_path = {story.path: story for story in found}
    answers: dict[str, list[Story]] = defaultdict(list)
    for story in found:
        if story.responds_to:
            answers[_answered(story, by_path)].append(story)
    return Findable(
        entries=tuple(
            _entry(story, answers.get(story.path, []), words)
            for story in found
            if not story.responds_to and story.title
        ),
        names=frozenset(_names(found)),
        people=_people(found),
    )


def _answered(story: Story, by_path: Mapping[str, Story]) -> str:
    """The path of the story that a response answers, also where it names a response."""
    path = story.path
    while (here := by_path.get(path)) and here.responds_to:
        path = here.responds_to
    return path


def _entry(story: Story, answers: list[Story], words: Mapping[str, StoryWords]) -> SearchEntry:
    """A story, with the words of its responses among those that it has beside its head."""
    own = words[story.path]
    if answers:
        more = " ".join(f"{one.head} {one.body}" for one in (words[a.path] for a in answers))
        body = {*own.body.split(), *more.split()}.difference(own.head.split())
        own = replace(own, body=" ".join(sorted(body)))
    voices = (voice for one in (story, *answers) for voice in one.voices)
    return SearchEntry(story=story, words=own, uses=common_uses(voices))


def _names(found: Iterable[Story]) -> Iterator[str]:
    for story in found:
        for voice in story.voices:
            if not has_page(voice):
                yield from words_in(voice.name.lower())


def _people(found: Iterable[Story]) -> tuple[Voice, ...]:
    """Those who gave leave to a page of their own, each as in the newest of these stories."""
    voices = (voice for story in found for voice in listed_voices(story) if has_page(voice))
    newest: dict[str, Voice] = {}
    for voice in voices:
        newest.setdefault(voice.person or "", voice)
    return tuple(newest.values())


def places_of(story: Story) -> Iterator[str]:
    """Where an event is, and where those who tell something are from, each once."""
    voices = (voice.place for voice in listed_voices(story))
    places = filter(None, (story.event.place if story.event else "", *voices))
    yield from dict.fromkeys(" ".join(one.split()) for one in places)
