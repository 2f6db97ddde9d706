"""Whether a record may be that of the voice for whom it is told: open, a number, nobody else's."""

from byleave.editing.refusals import RefusedError
from byleave.model.record_list import RecordList
from byleave.model.records import record_key
from byleave.model.whose_records import is_number, is_same_person, tells_name
from byleave.permission.answers.agreement import Agreement
from byleave.permission.answers.declared import (
    Declared,
    DeclaredVoices,
    identity_of,
    is_not_here,
    state_of,
    with_record,
)
from byleave.permission.answers.shared_records import person_of


def check_record(
    known: DeclaredVoices, records: RecordList, voice: Declared, agreement: Agreement
) -> None:
    """Refuse a record that is closed, no number, or somebody else's."""
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
        is_other = other.path != voice.path and not is_same_person(
            person_of(voice), person_of(other)
        )
        if is_other and not agreement.same_person:
            message = f"this record is that of {other.voice} in {other.path}, who may be another"
            raise RefusedError(message, f"{own}; for the same person, add --same-person")


def _check_number(voice: Declared, number: str) -> None:
    """A number that stands in the repository must not tell who it is."""
    if voice.record and record_key(voice.record) == record_key(number):
        return
    do = "write the number of the signed form, such as TS-0040"
    if not is_number(number):
        raise RefusedError("a record is a number, and there is no digit in this one", do)
    if tells_name(number, voice.name, identity_of(voice)):
        raise RefusedError("this record tells the name of whose it is", do)
