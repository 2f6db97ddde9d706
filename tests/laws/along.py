"""Rule 3: what a withheld voice or story takes along, one round of it."""

import json
from collections.abc import Iterator

from tests.laws.faults import has_error
from tests.laws.kin import Kin, file_name, original_of
from tests.laws.losing import may_hold
from tests.laws.model import Fault, Passage, Story, Unmarked
from tests.laws.naming import Declared, called_after, mentioned, named, names, same
from tests.laws.text import holds, links
from tests.laws.withheld import Kind, Loss, Why, Withheld

EVENT_WORDS = ("form", "place", "address", "cost", "access", "booking")
EVENT_ADDRESSES = ("map", "booking", "join")
Absent = tuple[Declared, ...]


def taken_along(kin: Kin, gone: Withheld) -> Iterator[Loss]:
    """What falls next because of what is withheld already."""
    for story in kin.site.stories:
        absent = withheld_voices(kin, gone, story)
        yield from _voices(kin, story, absent)
        yield from _passages(kin, gone, story, absent)
        yield from _media(kin, story, absent)
        yield from _programme(kin, story, absent)
        yield from _whole_story(kin, gone, story, absent)


def withheld_voices(kin: Kin, gone: Withheld, story: Story) -> Absent:
    """The withheld voices that count in a story: its own and those of all its origins."""
    return tuple(
        (owner, voice)
        for owner in kin.with_origins(story)
        for voice in owner.voices or ()
        if gone.voice(owner.path, voice.id)
    )


def _voices(kin: Kin, story: Story, absent: Absent) -> Iterator[Loss]:
    """Another voice whose name, role or place holds the name of a withheld one."""
    for voice in story.voices or ():
        others = tuple(one for one in absent if not same(one, (story, voice)))
        if any(names(kin, story, said, others) for said in (voice.name, voice.role, voice.place)):
            why = Why.VOICE_HOLDS_NAME
            yield Loss(kind=Kind.VOICE, story=story.path, which=voice.id, why=why)


def _passages(kin: Kin, gone: Withheld, story: Story, absent: Absent) -> Iterator[Loss]:
    """Every passage by or about a withheld voice, and with a link that says too much."""
    for number, part in enumerate(story.body):
        if not isinstance(part, Passage):
            continue
        reasons = {
            Why.BY: _one_of(kin, story, part.by, absent),
            Why.ABOUT: _one_of(kin, story, part.about, absent),
            Why.MENTIONS: any(mentioned(kin, story, part.text, one) for one in absent),
            Why.NAMES: any(named(part.text, voice) for _, voice in absent),
            Why.LINK_WORDS: _telling_link(kin, gone, story, part.text),
        }
        for why in (why for why, applies in reasons.items() if applies):
            yield Loss(kind=Kind.PASSAGE, story=story.path, which=str(number), why=why)


def _one_of(kin: Kin, story: Story, ids: tuple[str, ...], absent: Absent) -> bool:
    return any(kin.means(story, one, *voice) for one in ids for voice in absent)


def _media(kin: Kin, story: Story, absent: Absent) -> Iterator[Loss]:
    """The pictures that show a withheld voice or are described by its name."""
    for medium in story.media:
        if _one_of(kin, story, medium.shows, absent):
            yield Loss(kind=Kind.MEDIUM, story=story.path, which=medium.key, why=Why.SHOWS)
        if called_after(medium.key.rpartition(".")[0], absent):
            yield Loss(kind=Kind.MEDIUM, story=story.path, which=medium.key, why=Why.FILE_NAMES)
        its = (medium.alt, medium.caption, medium.transcript, medium.captions)
        if any(names(kin, story, said, absent) for said in its):
            yield Loss(kind=Kind.MEDIUM, story=story.path, which=medium.key, why=Why.ALT)


def _programme(kin: Kin, story: Story, absent: Absent) -> Iterator[Loss]:
    """A withheld voice's lines in the programme, and those that name it."""
    for number, line in enumerate(story.event.programme if story.event else ()):
        if _one_of(kin, story, line.voices, absent):
            yield Loss(kind=Kind.LINE, story=story.path, which=str(number), why=Why.LINE_VOICE)
        if any(names(kin, story, said, absent) for said in (line.title, line.room)):
            yield Loss(kind=Kind.LINE, story=story.path, which=str(number), why=Why.LINE_WORDS)


def _whole_story(kin: Kin, gone: Withheld, story: Story, absent: Absent) -> Iterator[Loss]:
    """A story whose text outside passages cannot stay."""
    unmarked = unmarked_text(story)
    reasons = {
        Why.AUTHOR: any(gone.voice(owner.path, v.id) for owner, v in kin.authors(story)),
        Why.TITLE: names(kin, story, story.title, absent),
        Why.SUMMARY: names(kin, story, story.summary, absent),
        Why.OUTCOME: names(kin, story, story.what_happened, absent),
        Why.NOTICE: names(kin, story, story.notice, absent),
        Why.RIGHTS: names(kin, story, story.rights, absent),
        Why.CHECKED_WITH: names(kin, story, story.checked_with, absent),
        Why.ALLOWED: names(kin, story, story.allowed, absent),
        Why.ADDRESS_NAMES: any(
            called_after(one, absent) for one in (file_name(story), *story.aliases)
        ),
        Why.UNMARKED: names(kin, story, unmarked, absent),
        Why.EVENT_WORDS: (
            any(names(kin, story, said, absent) for said in _event_words(story, EVENT_WORDS))
            or any(called_after(one, absent) for one in _event_words(story, EVENT_ADDRESSES))
        ),
        Why.LINK_WORDS: _telling_link(kin, gone, story, unmarked),
    }
    for why in (why for why, applies in reasons.items() if applies):
        yield Loss(kind=Kind.STORY, story=story.path, why=why)


def unmarked_text(story: Story) -> str:
    """All text of the body outside passages, taken together."""
    return "\n".join(part.text for part in story.body if isinstance(part, Unmarked))


def _event_words(story: Story, keys: tuple[str, ...]) -> Iterator[str]:
    """What an event says under some keys."""
    facts = dict(story.event.facts) if story.event else {}
    for key in keys:
        yield from _strings(json.loads(facts.get(key, "null")))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for one in pair for text in _strings(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in _strings(one))


def _telling_link(kin: Kin, gone: Withheld, story: Story, text: str) -> bool:
    """Whether a link says the title or a voice of a withheld story, or who is not in another."""
    return any(
        (gone.story(target.path) and tells(kin, link.words, target))
        or any(named(link.words, voice) for _, voice in withheld_voices(kin, gone, target))
        for link in links(text)
        for target in kin.may_be_told(story.path, link.destination)
    )


def tells(kin: Kin, words: str, target: Story) -> bool:
    """Whether words say who or what a story is.

    In a file with an error nobody can rely on a voice being anonymous, so all names count; and of
    one that is not UTF-8 not all letters are known.
    """
    # A title that the fault leaves out is in no file: nothing can tell of it.
    title = None if target.fault is Fault.NO_TITLE else target.title
    if title is not None and _says(words, title, target):
        return True
    if has_error(kin, target):
        return any(_says(words, voice.name, owner) for owner, voice in kin.voices(target))
    if any(named(words, voice) for _, voice in kin.voices(target)):
        return True
    # What a faulty original is called cannot be told from its voices' names.
    original = kin.by_path.get(original_of(target) or "")
    return original is not None and has_error(kin, original) and tells(kin, words, original)


def _says(words: str, phrase: str, written_in: Story) -> bool:
    """Whether words have what stands in a story's file, or may have it where letters are lost."""
    lost = written_in.fault is Fault.NOT_UTF8 and may_hold(words, phrase)
    return lost or holds(words, phrase)
