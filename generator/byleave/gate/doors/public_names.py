"""What readers call the voices of a story, and words of front matter with these names in them."""

from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

from byleave.cache import to_bytes
from byleave.gate.rules.families import VoiceKey
from byleave.model.marks import in_words
from byleave.model.parts import Part
from byleave.model.said import reworded
from byleave.model.source import SourceVoice
from byleave.model.terms import BRACE_CLOSE, BRACE_OPEN, NAME_OPEN

Record = TypeVar("Record")

_MARKS = tuple(mark.encode() for mark in (NAME_OPEN, BRACE_OPEN, BRACE_CLOSE))
_THEIRS = _MARKS[0][:2]  # what all of them begin with


def public_names(voices: Mapping[VoiceKey, SourceVoice]) -> Mapping[VoiceKey, str]:
    """What each of the voices of one file is called; anonymous ones that share a name are numbered.

    The numbers are of those that are shown: there is no gap where somebody is withheld.
    """
    anonymous = Counter(
        voice.name.casefold() for voice in voices.values() if voice.identity == "anonymous"
    )
    numbers: Counter[str] = Counter()
    names: dict[VoiceKey, str] = {}
    for key, voice in voices.items():
        name = voice.name.casefold()
        names[key] = voice.name
        if voice.identity == "anonymous" and anonymous[name] > 1:
            numbers[name] += 1
            names[key] = f"{voice.name} {numbers[name]}"
    return names


def worded(record: Record, names: Mapping[str, str], *at: str) -> Record:
    """A record of front matter as readers meet it; `at` are keys to it, if it is not all of it.

    The words of files stay as they are: they are set with the body, in which these stand.
    """
    # Most records have no mark, and to look through one at once takes a tenth of the time.
    written = to_bytes(record)
    if _THEIRS not in written or not any(mark in written for mark in _MARKS):
        return record

    def said(part: Part, text: str) -> str:
        return in_words(text, names) if part.kind == "words" and part.of != "file" else text

    return reworded(record, said, *at)
