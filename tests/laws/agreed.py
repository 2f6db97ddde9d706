"""Rule 1, `words`: whether what would be published of a voice is what the voice agreed to."""

from collections.abc import Iterator

from tests.laws.along import unmarked_text
from tests.laws.kin import Kin
from tests.laws.model import Consent, Fault, Medium, Passage, Story, Unmarked
from tests.laws.naming import Declared, called_after, named, names, same
from tests.laws.text import IMAGE, is_picture, links, mentioned_ids, same_words
from tests.laws.vocabulary import HELLO
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
            texts = said(kin, gone, (story, voice), everything=_covers_everything(voice.consent))
            wanted = {same_words(text) for text in texts} - {""}
            if not wanted <= {same_words(text) for text in agreed or ()}:
                yield Loss(kind=Kind.VOICE, story=story.path, which=voice.id, why=Why.WORDS)


def disagrees_in(kin: Kin, story: Story, voice: Declared) -> bool:
    """Whether a whole story says of a voice what it has not agreed to, withheld passages too."""
    consent = voice[1].consent
    if consent is None or (consent.agreed is None and not kin.site.words_required):
        return False
    texts = _said_in(kin, Withheld(), story, voice, everything=_covers_everything(consent))
    wanted = {same_words(text) for text in texts} - {""}
    return not wanted <= {same_words(text) for text in consent.agreed or ()}


def _covers_everything(consent: Consent) -> bool:
    """Whether one fingerprint at least has the mark of today's rule."""
    return consent.everything and bool(consent.agreed)


def said(kin: Kin, gone: Withheld, voice: Declared, *, everything: bool = False) -> Iterator[str]:
    """Every published text by or about a voice, in its story and the versions of that.

    With `everything`, what else readers see or hear of the voice as well.
    """
    for story in kin.with_versions(voice[0]):
        if not gone.story(story.path):
            yield from _said_in(kin, gone, story, voice, everything=everything)


def _said_in(
    kin: Kin, gone: Withheld, story: Story, voice: Declared, *, everything: bool
) -> Iterator[str]:
    yield from _passages(kin, gone, story, voice)
    yield from _outside_passages(kin, story, voice)
    if everything:
        yield from _of_pictures(kin, gone, story, voice)
        yield from _of_entries(kin, gone, story, voice)
        yield from _of_lines(kin, gone, story, voice)


def _of_pictures(kin: Kin, gone: Withheld, story: Story, voice: Declared) -> Iterator[str]:
    """The words of a file, and those that the text gives a picture, where it stands with the voice.

    What a text says of a document is shown in it, and so is agreed to with it.
    """
    media = {medium.key: medium for medium in story.media}
    lead = media.get(story.lead or "")
    if lead is not None and not gone.medium(story.path, lead.key):
        by = any(same(author, voice) for author in kin.authors(story))
        if by or _is_in(kin, story, lead, voice):
            yield from filter(None, _said_of(lead))
    for number, part in enumerate(story.body):
        if gone.passage(story.path, number):
            continue
        beside = _is_of(kin, story, part, voice)
        for words, key in _files_in(part.text, frozenset(media)):
            medium = media.get(key)
            if medium is None:
                yield from [words] if beside else []
            elif not gone.medium(story.path, key) and (beside or _is_in(kin, story, medium, voice)):
                yield from filter(None, (words, *_said_of(medium)))


def _said_of(medium: Medium) -> tuple[str | None, ...]:
    return (medium.alt, medium.caption, medium.transcript, medium.captions)


def _files_in(text: str, media: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The files that a text shows or links to, with the words that count by themselves."""
    for words, key in IMAGE.findall(text):
        yield words if is_picture(key) else "", key
    yield from (("", one.destination) for one in links(text) if one.destination in media)


def _is_in(kin: Kin, story: Story, medium: Medium, voice: Declared) -> bool:
    """Whether a file shows somebody, or its words or its name say who they are."""
    shown = any(kin.means(story, one, *voice) for one in medium.shows)
    told = called_after(medium.key.rpartition(".")[0], (voice,))
    return shown or told or any(names(kin, story, text, (voice,)) for text in _said_of(medium))


def _is_of(kin: Kin, story: Story, part: Passage | Unmarked, voice: Declared) -> bool:
    if isinstance(part, Unmarked):
        return any(same(author, voice) for author in kin.authors(story))
    ids = {*part.by, *part.about, *mentioned_ids(part.text)}
    return any(kin.means(story, one, *voice) for one in ids) or named(part.text, voice[1])


def _of_entries(kin: Kin, gone: Withheld, story: Story, voice: Declared) -> Iterator[str]:
    """What is said of the voice in the list of voices, and of another by naming it."""
    for one in story.voices or ():
        its = (one.name, one.role, one.place)
        own = same((story, one), voice)
        if not gone.voice(story.path, one.id) and (
            own or any(names(kin, story, text, (voice,)) for text in its)
        ):
            yield from (text for text in (one.role, one.place) if text)


def _of_lines(kin: Kin, gone: Withheld, story: Story, voice: Declared) -> Iterator[str]:
    """The titles of lines of a programme that have the voice, or name it."""
    for number, line in enumerate(story.event.programme if story.event else ()):
        has = any(kin.means(story, one, *voice) for one in line.voices)
        named_in = any(names(kin, story, text, (voice,)) for text in (line.title, line.room))
        if not gone.line(story.path, number) and (has or named_in):
            yield line.title


def _passages(kin: Kin, gone: Withheld, story: Story, voice: Declared) -> Iterator[str]:
    for number, part in enumerate(story.body):
        is_there = isinstance(part, Passage) and not gone.passage(story.path, number)
        if is_there and _is_of(kin, story, part, voice):
            yield part.text


def _outside_passages(kin: Kin, story: Story, voice: Declared) -> Iterator[str]:
    """Title, summary and outcome, and unmarked text as one, where they are theirs or name them."""
    an_author = any(same(author, voice) for author in kin.authors(story))
    title = None if story.fault is Fault.NO_TITLE else story.title
    beside = (story.what_happened, story.notice, story.rights, story.checked_with)
    for text in (title, story.summary, *beside):
        if text and (an_author or names(kin, story, text, (voice,))):
            yield text
    if an_author:
        yield unmarked_text(story) + (HELLO if story.fault is Fault.UNDECLARED_ID else "")
