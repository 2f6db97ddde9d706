"""Brings a voice up in some other place of its story, or of what belongs to the story."""

import json
from collections.abc import Callable
from dataclasses import replace

from tests.laws.dice import Dice
from tests.laws.kin import Kin
from tests.laws.model import Event, Line, Passage, Site, Story, Unmarked
from tests.laws.naming import Declared
from tests.laws.vocabulary import Vocabulary


def spoken_of(dice: Dice, vocabulary: Vocabulary, site: Site, voice: Declared) -> Site:
    """The site in which one more text, somewhere in the voice's scope, names the voice."""
    kin = Kin(site)
    owner = kin.by_path[voice[0].path]
    scope = [story for story in site.stories if owner in kin.with_origins(story)]
    story = dice.pick(scope)
    by_id = kin.means(story, voice[1].id, *voice) and dice.chance(40)
    name = f"{{{voice[1].id}}}" if by_id else voice[1].name
    place = dice.pick(PLACES)
    changed = place(story, f"{vocabulary.words(2)} {name}")
    return replace(site, stories=tuple(changed if one is story else one for one in site.stories))


def _in_title(story: Story, words: str) -> Story:
    return replace(story, title=f"{story.title or ''} {words}".strip())


def _in_summary(story: Story, words: str) -> Story:
    return replace(story, summary=f"{story.summary or ''} {words}".strip())


def _in_outcome(story: Story, words: str) -> Story:
    """In what happened since; of a response, in its title."""
    if story.responds_to is not None:
        return _in_title(story, words)
    return replace(story, what_happened=f"{story.what_happened or ''} {words}".strip())


def _in_unmarked(story: Story, words: str) -> Story:
    return replace(story, body=(*story.body, Unmarked(text=f"\n{words}.\n")))


def _in_passage(story: Story, words: str) -> Story:
    """In the last passage, or else in unmarked text."""
    for number in reversed(range(len(story.body))):
        part = story.body[number]
        if isinstance(part, Passage):
            longer = replace(part, text=f"{part.text}\n{words}.\n")
            return replace(story, body=(*story.body[:number], longer, *story.body[number + 1 :]))
    return _in_unmarked(story, words)


def _event(story: Story) -> Event:
    return story.event or Event(facts=(("starts", '"2027-01-01"'),))


def _in_place(story: Story, words: str) -> Story:
    """In the place of the event; a response is no event, and has it in its title."""
    if story.responds_to is not None:
        return _in_title(story, words)
    event = _event(story)
    facts = dict(event.facts) | {"place": json.dumps(words, ensure_ascii=False)}
    return replace(story, event=replace(event, facts=tuple(facts.items())))


def _in_programme(story: Story, words: str) -> Story:
    event = _event(story)
    line = Line(title=words, day="2027-01-01", at="09:00")
    return replace(story, event=replace(event, programme=(*event.programme, line)))


def _in_description(story: Story, words: str) -> Story:
    """In the description of the first picture, or else in the summary."""
    if not story.media:
        return _in_summary(story, words)
    first = replace(story.media[0], alt=words)
    return replace(story, media=(first, *story.media[1:]))


def _in_caption(story: Story, words: str) -> Story:
    if not story.media:
        return _in_passage(story, words)
    last = replace(story.media[-1], alt=words, caption=words)
    return replace(story, media=(*story.media[:-1], last))


def _in_a_role(story: Story, words: str) -> Story:
    """In what is said of the story's last voice, even if that is the very one; by name alone."""
    if not story.voices or "{" in words:
        return _in_unmarked(story, words)
    last = replace(story.voices[-1], role=words)
    return replace(story, voices=(*story.voices[:-1], last))


PLACES: tuple[Callable[[Story, str], Story], ...] = (
    _in_passage,
    _in_title,
    _in_summary,
    _in_outcome,
    _in_unmarked,
    _in_place,
    _in_programme,
    _in_description,
    _in_caption,
    _in_a_role,
)
