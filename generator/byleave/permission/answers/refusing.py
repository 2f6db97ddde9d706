"""Writing down that somebody was asked and said no: before anything of theirs was public."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from byleave.editing.front_matter import Edit, record_of, value_at
from byleave.editing.refusals import RefusedError
from byleave.model.record_list import RecordList
from byleave.model.records import record_key
from byleave.permission.answers.declared import (
    Declared,
    DeclaredVoices,
    day_of,
    files,
    voice_in,
    with_record,
)
from byleave.permission.answers.history import versions
from byleave.permission.answers.stopping import (
    Stopped,
    Unwritten,
    WhosePermission,
    meant,
    stop,
    write,
)
from byleave.text_in_files.yaml_places import CannotEditError


def refuse(
    site: Path, where: WhosePermission, listed: RecordList, number: str | None, day: date
) -> tuple[Stopped, tuple[Unwritten, ...]]:
    """Write the no of one voice of a story, from `day` on, and close its record.

    `number` is that of the sheet, where none stands in the file yet. Raises RefusedError where they
    said yes before, here or in another story by the same record; CannotEditError and FilesError.
    """
    voice = voice_in(files(site), where.story or "", where.voice or "")
    _check(files(site), voice, number, only_here=where.only_here)
    if number and not voice.record and not where.only_here:
        path = ("voices", voice.voice, "consent")
        consent = value_at(voice.front, *path)
        one = Edit(path=(*path, "record"), value=number)
        if consent is None:
            one = Edit(path=path, value={"record": number})
        write(site, {voice.path: [one]})
    found = meant(files(site), where, listed)
    return found, stop(site, found, "refused", day)


def _check(known: DeclaredVoices, voice: Declared, number: str | None, *, only_here: bool) -> None:
    if day := day_of(voice, "given"):
        message = f"they said yes on {day}: what was given is taken back"
        do = f"byleave consent withdraw {voice.path} --voice {voice.voice}"
        raise RefusedError(message, do)
    record = voice.record or number
    if voice.record and number and record_key(voice.record) != record_key(number):
        message = "the file has another number for them"
        raise RefusedError(message, "look at the sheet, and leave --record out if it is right")
    if record and not only_here:
        for other in with_record(known, record):
            if (other.path, other.voice) != (voice.path, voice.voice) and day_of(other, "given"):
                message = f"by the same record they said yes in {other.path}"
                do = "for this story alone, add --only-here; for all, byleave consent withdraw"
                raise RefusedError(message, do)


def has_said_yes(site: Path, voice: Declared) -> bool:
    """Whether words of a voice may have been public, as far as its file and git's versions tell.

    Its own yes makes them so, and another's before they became its own, as in a group.
    """
    if day_of(voice, "given"):
        return True
    return any(_gave(text, voice.voice) for text in versions(site, voice.path))


def _gave(text: str, voice: str) -> bool:
    try:
        voices = value_at(record_of(text), "voices")
    except CannotEditError:
        return True  # who knows
    known = voices if isinstance(voices, Mapping) else {}
    given = {one for one in known if value_at(voices, one, "consent", "given") is not None}
    return voice in given or (voice not in known and bool(given))
