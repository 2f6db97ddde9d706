"""The receipt of what was recorded: the person's own proof, made from the record."""

import uuid
from datetime import date

from byleave.editing.refusals import RefusedError
from byleave.model.forms import ConsentReceipt
from byleave.model.register import Expectation, RegisterEntry
from byleave.model.site_plan import SitePlan
from byleave.permission.papers.shown_on_forms import NothingPublicError, permission_form

_FORM = "byleave consent form {} --voice {}"


def consent_receipt(
    entry: RegisterEntry, expectation: Expectation, plan: SitePlan, made: date
) -> ConsentReceipt:
    """The receipt of the yes in `entry`; `expectation` and `plan` are of its story, for it alone.

    Raises RefusedError where no yes is recorded, or where what would be shown is not what they said
    yes to: a receipt must not say that somebody agreed to words that came later.
    """
    who = f"{entry.story}: {entry.voice}"
    form = _FORM.format(entry.story, entry.voice)
    if entry.is_over:
        do = f"byleave consent letter {entry.story} --voice {entry.voice}, for what was taken back"
        raise RefusedError(f"{who} has said no, or stopped it", do)
    if not (entry.record and entry.given and entry.until and entry.by):
        raise RefusedError(f"{who}: no yes is recorded", f"ask first: {form}")
    agreed = entry.agreed
    shown_words = expectation.shown[entry.voice]
    if agreed is not None and not all(words.is_agreed(agreed) for words in shown_words):
        raise RefusedError(
            f"{who}: the words are not those that were agreed to",
            f"byleave consent list shows what changed; then ask again: {form}",
        )
    try:
        shown = permission_form(entry, expectation, plan)
    except NothingPublicError:
        do = "byleave build --verbose says why the story is withheld; take its receipt after that"
        raise RefusedError(f"{who}: the story would not be public", do) from None
    return ConsentReceipt(
        form=shown,
        number=_number(entry, made),
        made=made,
        asked=entry.asked,
        given=entry.given,
        until=entry.until,
        by=entry.by,
        uses=entry.uses,
        is_fingerprinted=entry.agreed is not None,
    )


def _number(entry: RegisterEntry, made: date) -> str:
    """An identifier of the receipt, the same each time that it is made of the same on one day.

    It is a UUID of version 5 (RFC 9562), by a name that says all that the receipt does.
    """
    said = (
        entry.story,
        entry.voice,
        entry.record,
        entry.given,
        entry.by,
        entry.until,
        entry.review,
        *sorted(entry.uses),
        *sorted(entry.agreed or ()),
        made,
    )
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(map(str, said))))
