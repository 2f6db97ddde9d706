"""Writing down that somebody said yes: to which uses, for how long, and to which words."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from byleave.build.permission import read_register, would_be_public
from byleave.model.fingerprints import fingerprint
from byleave.model.record_list import RecordLine, RecordList, StoryNote, joined_lines
from byleave.model.records import record_key
from byleave.model.register import RegisterEntry, ShownWords
from byleave.model.terms import ConsentBy, Use, may_be_a_parents
from byleave.model.uses import in_order
from byleave.permission.answers.declared import (
    Declared,
    Files,
    files,
    identity_of,
    is_not_here,
    state_of,
    voice_in,
    with_record,
)
from byleave.permission.answers.stopping import write
from byleave.permission.files.front_matter import Edit, Value
from byleave.permission.files.record_file import listed_soundly, write_list
from byleave.permission.files.refusals import RefusedError

# Long enough not to be a burden, short enough that nobody is on a website for good by default.
YEARS = 10


class Agreement(Struct, frozen=True, kw_only=True):
    """What a storyteller agreed to, as the form says it; `until` is the first day without."""

    story: str
    voice: str
    record: str
    by: ConsentBy
    uses: frozenset[Use]
    given: date
    until: date
    review: date | None


class Agreed(Struct, frozen=True, kw_only=True):
    """What became of an agreement: the voice's entry, and the words that it agreed to.

    Of these, `public` are public today and `not_yet` are not; `others` are the voices of the story
    that are withheld.
    """

    entry: RegisterEntry
    public: tuple[ShownWords, ...]
    not_yet: tuple[ShownWords, ...]
    others: tuple[RegisterEntry, ...]


def usual_until(given: date) -> date:
    """The day on which a permission ends if nothing else was agreed: YEARS years after `given`."""
    day = 28 if (given.month, given.day) == (2, 29) else given.day
    return date(given.year + YEARS, given.month, day)


def agree(site: Path, now: datetime, agreement: Agreement) -> Agreed:
    """Write `agreement` into the story file that declares the voice, and say what that changes.

    The fingerprints in `words:` are of all that the voice's form shows at `now`. Raises
    RefusedError, CannotEditError, FilesError and SiteError, each with nothing written.
    """
    known, records = files(site), listed_soundly(site)
    voice = voice_in(known, agreement.story, agreement.voice)
    _check(known, records, voice, agreement)
    shown = _shown(site, now, voice)
    if voice.record and record_key(voice.record) != record_key(agreement.record):
        _leave_old_record(site, known, records, voice, now.date())
    write(site, {voice.path: list(_edits(agreement, shown))})
    line = RecordLine(
        number=agreement.record,
        state="open",
        since=agreement.given,
        stories=(StoryNote(path=voice.path),),
    )
    write_list(site, lambda found: _with_open_line(found, line))
    return _outcome(site, now, voice, shown)


def _leave_old_record(
    site: Path, known: Files, records: RecordList, voice: Declared, day: date
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


def _check(known: Files, records: RecordList, voice: Declared, agreement: Agreement) -> None:
    if agreement.until <= agreement.given:
        raise RefusedError("this permission would end before it begins", "correct --until")
    if agreement.by == "parent" and not may_be_a_parents(agreement.given, agreement.until):
        message = "a parent's permission ends no later than the child's eighteenth birthday"
        raise RefusedError(message, "give that day, or an earlier one, as --until")
    new = "coming back needs a new record: sign a new form"
    if state_of(known, records, agreement.record) == "closed":
        message = "this record was closed when its permission was taken back or refused"
        raise RefusedError(message, new)
    for other in with_record(known, agreement.record):
        if other.path == voice.path and other.voice != voice.voice:
            message = "another voice of this story has this record"
            do = "give each person a record of their own, so that one can leave without the other"
            raise RefusedError(message, do)
    if is_not_here(known, records, voice.path, agreement.record):
        raise RefusedError("this record was taken back for this story", new)
    if "people" in agreement.uses and identity_of(voice) != "named":
        message = "a page of one's own, `people`, is for voices with `identity: named`"
        raise RefusedError(message, "leave `people` out of --uses")


def _shown(site: Path, now: datetime, voice: Declared) -> tuple[ShownWords, ...]:
    try:
        expectation, _ = would_be_public(site, now, story=voice.path, asking=[voice.voice])
    except KeyError:
        message = f"{voice.path} has an error, or stands on a story that is not there"
        raise RefusedError(message, "see byleave check, mend it, and then record this") from None
    return expectation.shown[voice.voice]


def _edits(agreement: Agreement, shown: Iterable[ShownWords]) -> Iterable[Edit]:
    # Where nothing is shown yet, the mark of the rule says what is covered from now on.
    words = tuple(dict.fromkeys(one.fingerprint for one in shown)) or (fingerprint(""),)
    keys: dict[str, Value | None] = {
        "record": agreement.record,
        "given": agreement.given.isoformat(),
        "by": agreement.by,
        "uses": in_order(agreement.uses),
        "until": agreement.until.isoformat(),
        "review": agreement.review.isoformat() if agreement.review else None,
        "words": words,
        # What was said under another record, or of other words, is over.
        "corrected": None,
        "refused": None,
        "withdrawn": None,
        "not_here": None,
    }
    for key, value in keys.items():
        yield Edit(path=("voices", agreement.voice, "consent", key), value=value)


def _outcome(site: Path, now: datetime, voice: Declared, shown: tuple[ShownWords, ...]) -> Agreed:
    entries = read_register(site, now).entries
    entry = entry_of(entries, voice.path, voice.voice)
    public = entry.shown if entry.state == "published" else ()
    is_public = {(words.story, words.fingerprint) for words in public}
    return Agreed(
        entry=entry,
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
