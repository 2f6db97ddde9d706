"""Somebody who is added to a story that there is: not asked yet, and so not public."""

from collections.abc import Mapping
from pathlib import Path

from byleave.beginning.stories import NewVoice, voice_entry
from byleave.editing.front_matter import Edit, edited_at, record_of, value_at
from byleave.editing.story_files import read_text, replace_all


def ids_in(site: Path, path: str) -> tuple[str, ...]:
    """The ids that the story file at `path` declares; raises CannotEditError and FilesError."""
    voices = value_at(record_of(read_text(site, path).text), "voices")
    return tuple(voices) if isinstance(voices, Mapping) else ()


def add_voice(site: Path, path: str, voice: NewVoice) -> None:
    """Declare `voice` in the story file at `path`, and change no other byte.

    Raises CannotEditError and FilesError, with nothing written.
    """
    text = read_text(site, path).text
    entry = voice_entry(voice)
    is_first = value_at(record_of(text), "voices") is None
    edit = (
        Edit(path=("voices",), value={voice.id: entry})
        if is_first
        else Edit(path=("voices", voice.id), value=entry)
    )
    replace_all(site, {path: edited_at(path, text, [edit])})
