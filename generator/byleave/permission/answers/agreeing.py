"""Writing down that somebody said yes: to which uses, for how long, and to which words."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import get_args

from msgspec import Struct

from byleave.build.permission import read_register, would_be_public
from byleave.model.register import RegisterEntry, ShownWords
from byleave.model.terms import ConsentBy, Use, may_be_a_parents
from byleave.permission.answers.declared import Declared, Files, files, identity_of, voice_in
from byleave.permission.answers.stopping import write
from byleave.permission.files.front_matter import Edit, Value
from byleave.permission.files.refusals import RefusedError

# Long enough not to be a burden, short enough that nobody is on a website for good by default.
YEARS = 10
USES: tuple[Use, ...] = get_args(Use)


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
    known = files(site)
    voice = voice_in(known, agreement.story, agreement.voice)
    _check(known, voice, agreement)
    shown = _shown(site, now, voice)
    write(site, {voice.path: list(_edits(agreement, shown))})
    return _outcome(site, now, voice, shown)


def _check(known: Files, voice: Declared, agreement: Agreement) -> None:
    if agreement.until <= agreement.given:
        raise RefusedError("this permission would end before it begins", "correct --until")
    if agreement.by == "parent" and not may_be_a_parents(agreement.given, agreement.until):
        message = "a parent's permission ends no later than the child's eighteenth birthday"
        raise RefusedError(message, "give that day, or an earlier one, as --until")
    for other in known.voices:
        if other.record != agreement.record:
            continue
        if other.withdrawn:
            message = "this record was closed when its permission was taken back"
            raise RefusedError(message, "coming back needs a new record: sign a new form")
        if other.path == voice.path and other.voice != voice.voice:
            message = "another voice of this story has this record"
            do = "give each person a record of their own, so that one can leave without the other"
            raise RefusedError(message, do)
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
    words = tuple(dict.fromkeys(one.fingerprint for one in shown))
    keys: dict[str, Value | None] = {
        "record": agreement.record,
        "given": agreement.given.isoformat(),
        "by": agreement.by,
        "uses": tuple(use for use in USES if use in agreement.uses),
        "until": agreement.until.isoformat(),
        "review": agreement.review.isoformat() if agreement.review else None,
        "words": words,
        # What was said under another record, or of other words, is over.
        "corrected": None,
        "refused": None,
        "withdrawn": None,
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
