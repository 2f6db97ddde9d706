"""Giving one passage of a group a voice of its own, so that one person of the group can leave."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from byleave.editing.front_matter import Data, Edit, Value, edited_at, value_at
from byleave.editing.refusals import RefusedError
from byleave.editing.story_files import read_text, replace_all
from byleave.permission.answers.declared import Declared, DeclaredVoices, voice_in
from byleave.text_in_files.yaml_places import front_matter, line_of

_MARKER = re.compile(r"^:::[^\r\n]*", re.M)
_ID = re.compile(r"[a-z][a-z0-9-]*")


class OwnVoice(Struct, frozen=True, kw_only=True):
    """Which passage of the group `voice` becomes whose: that at line `line`, counted from 1.

    `name` is what readers see of the new voice, which is anonymous; `record` is of its own form,
    if there is one already.
    """

    story: str
    voice: str
    line: int
    new_id: str
    name: str
    record: str | None


def split(site: Path, known: DeclaredVoices, own: OwnVoice, day: date) -> None:
    """Name the new voice at the head of the passage, and declare it as asked on `day`.

    Nobody has said yes for it, so it is not published. Where it is declared already, as for the
    same passage in a translation, only the head is changed. Raises RefusedError, CannotEditError
    and FilesError, with nothing written.
    """
    group = voice_in(known, own.story, own.voice)
    if own.record is not None and own.record == group.record:
        message = "this is the group's own record"
        raise RefusedError(message, "give the person a record of their own, or none for now")
    declared = value_at(group.front, "voices", own.new_id)
    if declared is not None and not _is_waiting(declared):
        message = "this id is that of somebody else"
        raise RefusedError(message, "choose another one with --new-id; one that says nothing")
    texts = {path: read_text(site, path).text for path in {own.story, group.path}}
    texts[own.story] = _with_head(texts[own.story], own)
    if declared is None:
        edit = Edit(path=("voices", own.new_id), value=_declaration(group, own, day))
        texts[group.path] = edited_at(group.path, texts[group.path], [edit])
    replace_all(site, texts)


def _is_waiting(voice: Data) -> bool:
    """Whether a voice is anonymous and has not said yes, as one that was split off before."""
    given = value_at(voice, "consent", "given")
    return value_at(voice, "identity") == "anonymous" and given is None


def _declaration(group: Declared, own: OwnVoice, day: date) -> Value:
    part = value_at(group.front, "voices", group.voice, "part")
    record: dict[str, Value] = {} if own.record is None else {"record": own.record}
    return {
        "name": own.name,
        "identity": "anonymous",
        "part": part if isinstance(part, str) else "participant",
        "consent": {**record, "asked": day.isoformat()},
    }


def _with_head(text: str, own: OwnVoice) -> str:
    """`text` with the new id in the place of the group's, at the head of the passage."""
    for start, end, last in _passages(text):
        if start <= own.line <= last:
            head = text[end[0] : end[1]]
            by, about, rest = head.partition(" about ")
            ids = [found for found in _ID.finditer(by) if found[0] == own.voice]
            if ids and ids[-1].start() > by.index("voice"):
                place = ids[-1]
                new = by[: place.start()] + own.new_id + by[place.end() :]
                return text[: end[0]] + new + about + rest + text[end[1] :]
    message = f"{own.story}:{own.line}: there is no passage by this voice here"
    raise RefusedError(message, "name a line of it, as an editor numbers them, with --line")


def _passages(text: str) -> Iterator[tuple[int, tuple[int, int], int]]:
    """The line of each passage's head, the offsets of the head, and the passage's last line."""
    markers = list(_MARKER.finditer(text, front_matter(text).end))
    for head, closing in zip(markers[::2], markers[1::2], strict=False):
        span = (head.start(), head.end())
        yield line_of(text, head.start()), span, line_of(text, closing.start())
