"""The words of one story that search may know, found once and remembered under all that was seen.

They are those of its values, which the gate let through for search: nothing is looked up in a page.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from weakref import ref

from msgspec import Struct

from byleave.cache import Digest, Recollection, digest, from_bytes, to_bytes
from byleave.executors import of_this_memory
from byleave.model.languages import base_language
from byleave.model.marks import in_words
from byleave.model.published import Story
from byleave.relate.index.digests import StoryText, texts_of
from byleave.relate.index.list_lines import listed_voices
from byleave.relate.search.stop_words import stop_words

# What readers do not read of Markdown and HTML: comments, tags, pictures, where links lead. Each of
# these begins with one sign, which makes it quick; what may begin anywhere is looked for by itself.
# None is longer than this, or what is never closed would be followed to the end each time.
_UNREAD = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?i:script|style)\b.*?(?:</(?i:script|style)>|\Z)|</?[a-zA-Z][^<>]*>"
    r"|!\[[^\]]{0,2000}\](?:\([^)]{0,2000}\)|\[[^\]]{0,999}\])?"
    r"|\]\([^)]{0,2000}\)|\]\[[^\]]{0,999}\]|\[\^[^\[\]\s]{1,200}\]:?"
    r"|https?://\S+|&#?\w{1,31};",
    re.S,
)
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]]{1,999}\]:.*$", re.M)
_MAIL = re.compile(r"(?<!\S)\S+@\S+")
# Letters and digits of every script. Vowel signs of scripts that have some belong to their letter.
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u109f\u1780-\u17d3"
_WORD = re.compile(rf"\w[\w{_MARKS}]*")
# Most texts have no other letters than English has: what stands between their words becomes spaces,
# which takes a third of the time. These signs are no letters, and stand in many of them.
_SPACED = bytes(sign if chr(sign).isalnum() else ord(" ") for sign in range(128)).ljust(256)
_COMMON_SIGNS = "\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u00a0\u00a3\u2022"
LONGEST = 40
# As many letters as a word has that may tell of something; in scripts that write no short vowels
# words are shorter.
_TELLING = 4
_TELLING_IN = {"ar": 3, "he": 3, "fa": 3, "ur": 3, "ja": 2, "zh": 2, "ko": 2}
# Languages in which every noun has a capital letter, whether or not it is a name.
_CAPITAL_NOUNS = frozenset({"de", "lb"})
_IN_TITLE, _IN_SUMMARY, _OFTEN = 2, 1, 3
_CANDIDATES = 40
# By how many of these a story is related to others.
_RELATING = 12
_AT_ONCE = 16  # stories that a process looks at together


def words_in(text: str) -> list[str]:
    """The words of a text as they are written."""
    return _spaced(text).split()


def _spaced(text: str) -> str:
    """The words of a text with spaces between them, and nothing else."""
    if not text.isascii():
        for sign in _COMMON_SIGNS:
            text = text.replace(sign, " ")
    if text.isascii():
        return text.encode("ascii").translate(_SPACED).decode("ascii")
    return " ".join(_WORD.findall(text.replace("_", " ")))


class StoryWords(Struct, frozen=True, kw_only=True):
    """The different words of a story in small letters, with a space between each two.

    `head` are those of its title and summary, `body` all others. `telling` are those that may tell
    what it is about, those that come up most often first, with how often that is. `relating` are
    some of these, as they are in their language, by which it is related to other stories: the names
    of nobody in it. They are in alphabetical order, so that few edits change them.
    """

    path: str
    head: str
    body: str
    telling: tuple[tuple[str, int], ...]
    relating: tuple[str, ...]


class _Found(Struct, frozen=True, kw_only=True):
    """The words of a story, and what was seen to find them.

    They go to another process as MessagePack, which takes half the time that a pickle takes.
    """

    saw: Digest
    words: StoryWords

    def __reduce__(self) -> tuple[Any, ...]:
        return _found, (self.saw, to_bytes(self.words))


def _found(saw: Digest, words: bytes) -> _Found:
    return _Found(saw=saw, words=from_bytes(words, StoryWords))


def words_of_all(
    found: tuple[Story, ...], known: Recollection, executor: str | None = "serial"
) -> tuple[StoryWords, ...]:
    """The words of each of `found`, by the processes that `executor` asks for.

    `executor` is as for `byleave.executors.executor`.
    """
    texts = texts_of(found, known)
    new = [text for text in texts if not known.has(StoryWords, text.path)]
    some = [new[begin : begin + _AT_ONCE] for begin in range(0, len(new), _AT_ONCE)]
    with of_this_memory(executor, len(new)) as workers:
        for all_found in workers.map_in_order(lambda _: _find_all, None, some):
            for one in all_found:
                known.keep(one.words.path, one.saw, one.words)
    # What is remembered may not refer to all that remembers it: that would be a circle.
    return known.each(_words_of, texts, ref(known))


def _words_of(text: StoryText, known: ref[Recollection]) -> StoryWords:
    memory = known()
    assert memory is not None  # noqa: S101 - it is what asks
    return words_of(text, memory)


def _find_all(texts: Sequence[StoryText]) -> list[_Found]:
    return [_Found(saw=_seen(text), words=story_words(text.story)) for text in texts]


def words_of(text: StoryText, known: Recollection) -> StoryWords:
    """What `story_words` finds, unless it is `known` already."""
    saw, story = _seen(text), text.story
    found = known.recall(StoryWords, story.path, saw)
    return found or known.keep(story.path, saw, story_words(story))


def _seen(text: StoryText) -> Digest:
    """What stands for all of a story in which its words are looked for."""
    story = text.story
    voices = [(one.id, one.name, one.role, one.place, one.part) for one in story.voices]
    seen = (story.title, story.summary, story.what_happened, story.event, voices)
    beside = (story.names, sorted(story.present))
    return digest(story.language, to_bytes((*seen, *beside)), text.digest)


def story_words(story: Story) -> StoryWords:
    """The words of a story, of its voices, and of the event that it is."""
    title, summary = _spaced(story.title), _spaced(story.summary)
    prose = _spaced("\n".join(_prose(story)))
    often = Counter(prose.lower().split())
    head = _known({*title.lower().split(), *summary.lower().split()})
    body = _known({*often, *_spaced("\n".join(_beside(story))).lower().split()}) - head
    for words, weight in ((title, _IN_TITLE), (summary, _IN_SUMMARY)):
        for word in set(words.lower().split()):
            often[word] += weight
    telling = _telling(often, f" {title} {summary} {prose} ", story.language)
    names = {word for voice in story.voices for word in words_in(voice.name.lower())}
    relating = [word for word, _ in telling if word not in names][:_RELATING]
    language = base_language(story.language)
    return StoryWords(
        path=story.path,
        head=" ".join(sorted(head)),
        body=" ".join(sorted(body)),
        telling=telling,
        relating=tuple(sorted(f"{language} {word}" for word in relating)),
    )


def _prose(story: Story) -> Iterator[str]:
    """What stands on the page as text."""
    yield story.what_happened
    for block in story.blocks:
        yield in_words(_read(block.text), story.names)


def _read(text: str) -> str:
    """What readers read of a text."""
    if "]:" in text:
        text = _DEFINITION.sub("", text)
    if "@" in text:
        text = _MAIL.sub(" ", text)
    return _UNREAD.sub(" ", text)


def _beside(story: Story) -> Iterator[str]:
    """Who is in a story, and the facts of an event."""
    for voice in listed_voices(story):
        yield f"{voice.name}\n{voice.role}\n{voice.place}"
    if story.event:
        yield f"{story.event.form}\n{story.event.place or ''}\n{story.event.address or ''}"
        for line in story.event.programme:
            yield line.title


def _known(words: Iterable[str]) -> set[str]:
    """Those of `words` that search knows."""
    return {word for word in words if 1 < len(word) <= LONGEST}


def _telling(often: Mapping[str, int], written: str, language: str) -> tuple[tuple[str, int], ...]:
    """The words that may tell what a story is about; `often` is how often it has each.

    A word that has a capital letter wherever it is `written` may be somebody's name, whom nobody
    has asked: it does not count.
    """
    base = base_language(language)
    dull, least = stop_words(language), _TELLING_IN.get(base, _TELLING)
    found = [
        (word, number)
        for word, number in often.items()
        if number >= _OFTEN
        and least <= len(word) <= LONGEST
        and word not in dull
        and not word.isdecimal()
        and (base in _CAPITAL_NOUNS or f" {word} " in written)
    ]
    return tuple(sorted(found, key=lambda one: (-one[1], one[0]))[:_CANDIDATES])
