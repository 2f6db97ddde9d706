"""Writing down that somebody said yes: to which uses, for how long, and to which words."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from byleave.editing.front_matter import Edit, Value
from byleave.editing.record_list_file import write_list
from byleave.editing.refusals import RefusedError
from byleave.model.fingerprints import fingerprint
from byleave.model.paper_codes import code_of
from byleave.model.record_list import RecordLine, RecordList, StoryNote, joined_lines
from byleave.model.records import record_key
from byleave.model.register import RegisterEntry, ShownWords
from byleave.model.uses import in_order
from byleave.permission.answers.agreement import Circumstances, Prepared
from byleave.permission.answers.declared import Declared, DeclaredVoices, state_of, with_record
from byleave.permission.answers.seeing import seen_value, with_round
from byleave.permission.answers.stopping import write
from byleave.pipeline.for_permission_tools import read_register


class Agreed(Struct, frozen=True, kw_only=True):
    """What became of an agreement: the voice's entry, and the words that it agreed to.

    Of these, `public` are public on the day `today` and `not_yet` are not; `others` are the voices
    of the story that are withheld.
    """

    entry: RegisterEntry
    today: date
    public: tuple[ShownWords, ...]
    not_yet: tuple[ShownWords, ...]
    others: tuple[RegisterEntry, ...]


def agree(site: Path, now: datetime, prepared: Prepared) -> Agreed:
    """Write what was `prepared` into the story file that declares the voice, and into the list.

    Raises CannotEditError and FilesError, with nothing written in the file.
    """
    voice, known, records = prepared.voice, prepared.known, prepared.records
    if voice.record and record_key(voice.record) != record_key(prepared.record):
        _leave_old_record(site, known, records, voice, now.date())
    write(site, {voice.path: list(_edits(prepared))})
    line = RecordLine(
        number=prepared.record,
        state="open",
        since=prepared.given,
        stories=(StoryNote(path=voice.path),),
    )
    write_list(site, lambda found: _with_open_line(found, line))
    return _outcome(site, now, voice, prepared.shown)


def _leave_old_record(
    site: Path, known: DeclaredVoices, records: RecordList, voice: Declared, day: date
) -> None:
    """Keep the state of the record that a voice had before its number goes from the file."""
    number = voice.record or ""
    old = records.lines.get(record_key(number))
    state = state_of(known, records, number)
    others = [one for one in with_record(known, number) if one.path == voice.path]
    stories = {one.path: one for one in (old.stories if old else ())}
    if len(others) == 1:
        stories.pop(voice.path, None)
    line = RecordLine(
        number=old.number if old else number,
        state=state,
        since=old.since if old and old.state == state else day,
        stories=tuple(stories.values()),
    )
    write_list(site, lambda found: found.with_line(line))


def _with_open_line(found: RecordList, line: RecordLine) -> RecordList:
    there = found.lines.get(line.key)
    return found.with_line(joined_lines([there, line]) if there else line)


def _edits(prepared: Prepared) -> Iterable[Edit]:
    form = prepared.form
    shown = dict.fromkeys(one.fingerprint for one in prepared.shown)
    shown |= dict.fromkeys(sorted(form.words) if form else ())
    # Where nothing is shown yet, the mark of the rule says what is covered from now on.
    words = tuple(shown) or (fingerprint(""),)
    keys: dict[str, Value | None] = {
        "record": prepared.record,
        "given": prepared.given.isoformat(),
        "by": prepared.by,
        "uses": in_order(prepared.uses),
        "until": prepared.until.isoformat(),
        "review": prepared.review.isoformat() if prepared.review else None,
        "words": words,
        # What was said under another record, or of other words, is over.
        "corrected": None,
        "refused": None,
        "withdrawn": None,
        "not_here": None,
    }
    keys |= _circumstances(prepared.how)
    if form:
        signed = seen_value(code_of(form), prepared.given, prepared.form_was, shown)
        keys["seen"] = with_round(prepared.voice, signed)
    for key, value in keys.items():
        yield Edit(path=("voices", prepared.voice.voice, "consent", key), value=value)


def _circumstances(how: Circumstances) -> dict[str, Value | None]:
    """What else was told of this answer; that of an earlier one is over."""
    return {
        "assent": how.assent.isoformat() if how.assent else None,
        "there": how.there or None,
        "group_of": str(how.group_of) if how.group_of else None,
        "understood": how.understood or None,
        "kept": how.kept,
    }


def _outcome(site: Path, now: datetime, voice: Declared, shown: tuple[ShownWords, ...]) -> Agreed:
    entries = read_register(site, now).entries
    entry = entry_of(entries, voice.path, voice.voice)
    shown_today = (one for one in entry.shown if one.story not in entry.waiting)
    public = tuple(shown_today) if entry.state == "published" else ()
    is_public = {(words.story, words.fingerprint) for words in public}
    return Agreed(
        entry=entry,
        today=now.date(),
        public=public,
        not_yet=tuple(one for one in shown if (one.story, one.fingerprint) not in is_public),
        others=tuple(
            one
            for one in entries
            if one.story == voice.path and one.voice != voice.voice and one.state != "published"
        ),
    )


def entry_of(entries: Iterable[RegisterEntry], story: str, voice: str) -> RegisterEntry:
    """The entry of a voice; raises RefusedError where its file has an error."""
    for entry in entries:
        if (entry.story, entry.voice) == (story, voice):
            return entry
    raise RefusedError(f"{story} has an error", "see byleave check, and mend it")
