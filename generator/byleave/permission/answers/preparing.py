"""What is about to be written down of a yes: settled and looked at, with nothing written yet."""

from datetime import datetime
from pathlib import Path

from byleave.editing.front_matter import value_at
from byleave.editing.record_list_file import listed_soundly
from byleave.editing.refusals import RefusedError
from byleave.model.paper_codes import Round, code_of
from byleave.model.records import record_key
from byleave.model.register import Expectation
from byleave.model.uses import in_order
from byleave.permission.answers.agreement import Agreement, Prepared
from byleave.permission.answers.declared import (
    Declared,
    day_of,
    files,
    identity_of,
    list_of,
    voice_in,
)
from byleave.permission.answers.ends import check_days, end_of
from byleave.permission.answers.own_record import check_record
from byleave.permission.answers.shown_before import check_seen, round_shown
from byleave.pipeline.for_permission_tools import would_be_public


def prepare(site: Path, now: datetime, agreement: Agreement) -> Prepared:
    """What `agreement` would write, at `now`: all that is refused is refused here.

    The words are all that the voice's form shows at `now`. Raises RefusedError, CannotEditError,
    FilesError and SiteError.
    """
    known, records = files(site), listed_soundly(site)
    voice = voice_in(known, agreement.story, agreement.voice)
    check_record(known, records, voice, agreement)
    expectation = expectation_of(site, now, voice)
    form = None
    if agreement.form:
        form = round_shown(site, agreement.form, voice, expectation, agreement.until)
        _check_form(voice, form, agreement)
    else:
        check_seen(site, voice, expectation)
    until, end_from = end_of(voice, agreement, form)
    stood = day_of(voice, "review")
    is_over = stood is not None and stood <= agreement.given
    check_days(voice, now.date(), agreement, until)
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
        shown=expectation.shown[voice.voice],
        form=form,
        form_was=agreement.shown,
        how=agreement.how,
        known=known,
        records=records,
    )


def _check_form(voice: Declared, form: Round, agreement: Agreement) -> None:
    """Nobody said yes to more than the form asked, nor before it was made."""
    if form.kind != "form":
        message = "this paper shows and asks nothing, so that nobody can have said yes on it"
        raise RefusedError(message, "record it with byleave consent seen --code, and leave it out")
    if more := [use for use in in_order(agreement.uses) if use not in form.uses]:
        message = f"this form did not ask about: {', '.join(more)}"
        raise RefusedError(message, "take out of --uses what is not on the form")
    if form.until and agreement.until and agreement.until > form.until:
        message = f"this form says {form.until}, and {agreement.until} is later"
        raise RefusedError(message, "give the end that is on the form, or an earlier one")
    number = record_key(voice.record or "")
    is_answered = day_of(voice, "given") is not None and any(
        value_at(one, "round") == code_of(form) for one in list_of(voice, "seen")
    )
    if is_answered and number and number != record_key(agreement.record):
        message = "this form was answered before, under another record"
        raise RefusedError(message, "coming back needs a form of its own: make it after they left")
    if agreement.given < form.day:
        raise RefusedError(f"this form was made on {form.day}, after this yes", "correct --given")


def expectation_of(site: Path, now: datetime, voice: Declared) -> Expectation:
    """What would be public of the voice's story; raises RefusedError where it has an error."""
    try:
        expectation, _ = would_be_public(site, now, story=voice.path, asking=[voice.voice])
    except KeyError:
        message = f"{voice.path} has an error, or stands on a story that is not there"
        raise RefusedError(message, "see byleave check, mend it, and then record this") from None
    return expectation
