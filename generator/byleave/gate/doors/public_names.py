"""What readers call the voices of a story, and words of front matter with these names in them."""

from collections.abc import Mapping
from typing import TypeVar

from byleave.cache import to_bytes
from byleave.gate.rules.families import VoiceKey
from byleave.model.marks import in_words, is_marked
from byleave.model.parts import Part
from byleave.model.said import reworded
from byleave.model.source import SourceVoice

Record = TypeVar("Record")


def public_names(voices: Mapping[VoiceKey, SourceVoice]) -> Mapping[VoiceKey, str]:
    """What each of the voices of one file is called; anonymous ones that share a name are numbered.

    The numbers are of those that are shown: there is no gap where somebody is withheld.
    """
    alike: dict[str, list[VoiceKey]] = {}
    for key, voice in voices.items():
        if voice.identity == "anonymous":
            alike.setdefault(voice.name.casefold(), []).append(key)
    names = {key: voice.name for key, voice in voices.items()}
    for keys in alike.values():
        for number, key in enumerate(keys, start=1) if len(keys) > 1 else ():
            names[key] = f"{names[key]} {number}"
    return names


def worded(record: Record, names: Mapping[str, str], *at: str) -> Record:
    """A record of front matter as readers meet it; `at` are keys to it, if it is not all of it.

    The words of files stay as they are: they are set with the body, in which these stand.
    """
    # Most records have no mark, and to look through one at once takes a tenth of the time.
    if not is_marked(to_bytes(record)):
        return record

    def said(part: Part, text: str) -> str:
        return in_words(text, names) if part.kind == "words" and part.of != "file" else text

    return reworded(record, said, *at)
