"""What is about to be written down of a yes: settled and looked at, with nothing written yet."""

from datetime import date, datetime
from pathlib import Path
from typing import Literal

from msgspec import Struct

from byleave.build.permission import would_be_public
from byleave.model.names.naming import is_named_at
from byleave.model.record_list import RecordList
from byleave.model.records import record_key
from byleave.model.register import ShownWords
from byleave.model.terms import (
    MOST_YEARS,
    USUAL_YEARS,
    ConsentBy,
    Use,
    is_at_most,
    may_be_a_parents,
)
from byleave.permission.answers.declared import (
    Declared,
    Files,
    day_of,
    files,
    identity_of,
    is_not_here,
    state_of,
    voice_in,
    with_record,
)
from byleave.permission.files.record_file import listed_soundly
from byleave.permission.files.refusals import RefusedError

# Who says when a permission ends: whoever gave the command, the story file, or nobody.
EndFrom = Literal["said", "file", "usual"]


class Agreement(Struct, frozen=True, kw_only=True):
    """What a storyteller agreed to, as the form says it; `until` is the first day without.

    What is None stays as it stands in the file. With `same_person`, another name in another story
    under the same record is the same person's.
    """

    story: str
    voice: str
    record: str
    by: ConsentBy
    uses: frozenset[Use]
    given: date
    until: date | None
    review: date | None
    same_person: bool = False


class Prepared(Struct, frozen=True, kw_only=True):
    """An agreement as it would be written: for whom, for how long, and to which words.

    `answered` is a day on which to ask again that stood there and is over by this answer.
    """

    voice: Declared
    record: str
    by: ConsentBy
    uses: frozenset[Use]
    given: date
    until: date
    end_from: EndFrom
    review: date | None
    answered: date | None
    shown: tuple[ShownWords, ...]
    known: Files
    records: RecordList


def usual_until(given: date) -> date:
    """The day on which a permission ends if nothing else was agreed, USUAL_YEARS after `given`."""
    day = 28 if (given.month, given.day) == (2, 29) else given.day
    return date(given.year + USUAL_YEARS, given.month, day)


def prepare(site: Path, now: datetime, agreement: Agreement) -> Prepared:
    """What `agreement` would write, at `now`: all that is refused is refused here.

    The words are all that the voice's form shows at `now`. Raises RefusedError, CannotEditError,
    FilesError and SiteError.
    """
    known, records = files(site), listed_soundly(site)
    voice = voice_in(known, agreement.story, agreement.voice)
    until, end_from = _end(voice, agreement)
    stood = day_of(voice, "review")
    is_over = stood is not None and stood <= agreement.given
    _check_days(voice, now.date(), agreement, until)
    _check_record(known, records, voice, agreement)
    if "people" in agreement.uses and identity_of(voice) != "named":
        message = "a page of one's own, `people`, is for voices with `identity: named`"
        raise RefusedError(message, "leave `people` out of --uses")
    return Prepared(
        voice=voice,
        record=agreement.record,
        by=agreement.by,
        uses=agreement.uses,
        given=agreement.given,
        until=until,
        end_from=end_from,
        review=agreement.review or (None if is_over else stood),
        answered=stood if is_over and agreement.review is None else None,
        shown=_shown(site, now, voice),
        known=known,
        records=records,
    )


def _end(voice: Declared, agreement: Agreement) -> tuple[date, EndFrom]:
    if agreement.until is not None:
        return agreement.until, "said"
    stands = day_of(voice, "until")
    if stands is not None:
        if stands <= agreement.given:
            message = f"the end that stands in the file, {stands}, is before this yes"
            raise RefusedError(message, "write the end that is on the form as --until")
        return stands, "file"
    if agreement.by == "parent":
        message = "by a parent needs --until: a day no later than the child's eighteenth birthday"
        raise RefusedError(message, "do not write the birthday down, in the repository or here")
    return usual_until(agreement.given), "usual"


def _check_days(voice: Declared, today: date, agreement: Agreement, until: date) -> None:
    given, asked = agreement.given, day_of(voice, "asked")
    if given > today:
        raise RefusedError("nobody has said yes on a day that is still to come", "correct --given")
    if asked is not None and given < asked:
        message = f"they would have said yes before they were asked, on {asked}"
        raise RefusedError(message, "correct --given, or `asked:` in the file")
    if until <= given:
        raise RefusedError("this permission would end before it begins", "correct --until")
    if agreement.by == "parent" and not may_be_a_parents(given, until):
        message = "a parent's permission ends no later than the child's eighteenth birthday"
        raise RefusedError(message, "give that day, or an earlier one, as --until")
    if not is_at_most(MOST_YEARS, given, until):
        message = f"until {until} is longer than {MOST_YEARS} years: nobody would ask them again"
        raise RefusedError(message, f"agree on an earlier end; {USUAL_YEARS} years are usual")
    if agreement.review is not None and not given < agreement.review <= until:
        message = "the day on which to ask again is not between this yes and its end"
        raise RefusedError(message, "correct --review")


def _check_record(known: Files, records: RecordList, voice: Declared, agreement: Agreement) -> None:
    new = "coming back needs a new record: sign a new form"
    if state_of(known, records, agreement.record) == "closed":
        message = "this record was closed when its permission was taken back or refused"
        raise RefusedError(message, new)
    if is_not_here(known, records, voice.path, agreement.record):
        raise RefusedError("this record was taken back for this story", new)
    _check_number(voice, agreement.record)
    own = "give each person a record of their own, so that one can leave without the other"
    for other in with_record(known, agreement.record):
        if other.path == voice.path and other.voice != voice.voice:
            raise RefusedError("another voice of this story has this record", own)
        is_other = other.path != voice.path and not is_same_person(voice, other)
        if is_other and not agreement.same_person:
            message = f"this record is that of {other.voice} in {other.path}, who may be another"
            raise RefusedError(message, f"{own}; for the same person, add --same-person")


def _check_number(voice: Declared, number: str) -> None:
    """A number that stands in the repository must not tell who it is."""
    if voice.record and record_key(voice.record) == record_key(number):
        return
    do = "write the number of the signed form, such as TS-0040"
    if not any(sign.isdigit() for sign in number):
        raise RefusedError("a record is a number, and there is no digit in this one", do)
    if identity_of(voice) != "anonymous" and is_named_at(voice.name, number):
        raise RefusedError("this record tells the name of whose it is", do)


def is_same_person(one: Declared, other: Declared) -> bool:
    """Whether two voices are one person's, as far as their entries tell.

    By `person` if both have one, and else by a name that is somebody's alone.
    """
    if one.person and other.person:
        return one.person == other.person
    is_a_name = "anonymous" not in (identity_of(one), identity_of(other))
    return is_a_name and one.name.casefold() == other.name.casefold()


def _shown(site: Path, now: datetime, voice: Declared) -> tuple[ShownWords, ...]:
    try:
        expectation, _ = would_be_public(site, now, story=voice.path, asking=[voice.voice])
    except KeyError:
        message = f"{voice.path} has an error, or stands on a story that is not there"
        raise RefusedError(message, "see byleave check, mend it, and then record this") from None
    return expectation.shown[voice.voice]
