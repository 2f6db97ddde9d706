"""Rule 1, `words`: whether what would be published of a voice is what the voice agreed to."""

from collections.abc import Iterator

from tests.laws.along import unmarked_text
from tests.laws.kin import Kin
from tests.laws.model import Passage, Story
from tests.laws.naming import Declared, named, names, same
from tests.laws.text import mentioned_ids, same_words
from tests.laws.withheld import Kind, Loss, Why, Withheld


def words_not_agreed(kin: Kin, gone: Withheld) -> Iterator[Loss]:
    """The voices of whom something else would be published than they agreed to."""
    for story in kin.site.stories:
        for voice in story.voices or ():
            if gone.story(story.path) or gone.voice(story.path, voice.id) or not voice.consent:
                continue
            agreed = voice.consent.agreed
            if agreed is None and not kin.site.words_required:
                continue
            wanted = {same_words(text) for text in said(kin, gone, (story, voice))} - {""}
            if not wanted <= {same_words(text) for text in agreed or ()}:
                yield Loss(kind=Kind.VOICE, story=story.path, which=voice.id, why=Why.WORDS)


def disagrees_in(kin: Kin, story: Story, voice: Declared) -> bool:
    """Whether a whole story says of a voice what it has not agreed to, withheld passages too."""
    consent = voice[1].consent
    if consent is None or (consent.agreed is None and not kin.site.words_required):
        return False
    texts = (*_passages(kin, Withheld(), story, voice), *_outside_passages(kin, story, voice))
    wanted = {same_words(text) for text in texts} - {""}
    return not wanted <= {same_words(text) for text in consent.agreed or ()}


def said(kin: Kin, gone: Withheld, voice: Declared) -> Iterator[str]:
    """Every published text by or about a voice, in its story and the versions of that."""
    for story in kin.with_versions(voice[0]):
        if not gone.story(story.path):
            yield from _passages(kin, gone, story, voice)
            yield from _outside_passages(kin, story, voice)


def _passages(kin: Kin, gone: Withheld, story: Story, voice: Declared) -> Iterator[str]:
    for number, part in enumerate(story.body):
        if isinstance(part, Passage) and not gone.passage(story.path, number):
            ids = {*part.by, *part.about, *mentioned_ids(part.text)}
            by_id = any(kin.means(story, one, *voice) for one in ids)
            if by_id or named(part.text, voice[1]):
                yield part.text


def _outside_passages(kin: Kin, story: Story, voice: Declared) -> Iterator[str]:
    """Title and summary, and all unmarked text as one, where they are the voice's or name it."""
    an_author = any(same(author, voice) for author in kin.authors(story))
    for text in (story.title, story.summary):
        if text and (an_author or names(kin, story, text, (voice,))):
            yield text
    if an_author:
        yield unmarked_text(story)
