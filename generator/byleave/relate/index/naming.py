"""Whether words of a story name somebody whose name is not to leave the site."""

import re
import unicodedata
from collections.abc import Iterable

from byleave.model.published import StoryHead, Voice

_WORD = re.compile(r"\w+")


def event_names(story: StoryHead, voice: Voice, words: str) -> bool:
    """Whether an event has somebody in `words` of its own, mentioned there or by name.

    What an anonymous voice is called is anybody's name, unless the event mentions that voice.
    """
    if voice.id in story.mentioned:
        return True
    return voice.identity != "anonymous" and name_any(words, [voice.name])


def name_any(text: str, names: Iterable[str]) -> bool:
    """Whether `text` has one of `names` as whole words, in any letter case."""
    words = f" {_words(text)} "
    return any(f" {name} " in words for name in map(_words, names) if name)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))
