"""The letter to somebody who took permission back: what comes down, and what copies may remain."""

from collections.abc import Iterable
from datetime import date

from byleave.model.forms import RefusalLetter, SeenAt, StoppedStory, WithdrawalLetter
from byleave.model.register import Expectation, RegisterEntry
from byleave.model.site_plan import SitePlan
from byleave.permission.papers.shown_on_forms import OWN_PLACES, NothingPublicError, permission_form

Stopped = tuple[RegisterEntry, Expectation, SitePlan]


def withdrawal_letter(
    stopped: Iterable[Stopped], day: date, *, is_discreet: bool = False
) -> WithdrawalLetter:
    """The letter of `day` about all stories of one person, each as if it had not been stopped.

    It is the same before and after the site is built anew.
    """
    found = tuple(stopped)
    return WithdrawalLetter(
        day=day,
        record=_record(entry for entry, _, _ in found),
        stories=tuple(_story(*one) for one in found),
        is_discreet=is_discreet,
    )


def refusal_letter(entries: Iterable[RegisterEntry], day: date) -> RefusalLetter:
    """The letter of `day` to somebody who said no, whose `entries` they are."""
    return RefusalLetter(day=day, record=_record(entries))


def is_refusal(entry: RegisterEntry) -> bool:
    """Whether somebody said no and never yes, so that nothing of theirs was public."""
    return entry.refused and entry.given is None


def _record(entries: Iterable[RegisterEntry]) -> str:
    records = {entry.record for entry in entries if entry.record}
    return records.pop() if len(records) == 1 else ""


def _story(entry: RegisterEntry, expectation: Expectation, plan: SitePlan) -> StoppedStory:
    try:
        form = permission_form(entry, expectation, plan)
    except NothingPublicError:
        return StoppedStory(
            title="",
            language="",
            address="",
            is_whole=False,
            uses=tuple(sorted(entry.uses)),
            has_media=False,
            places=(),
        )
    shown = (one for one in form.places if form.is_deciding or one.kind in OWN_PLACES)
    return StoppedStory(
        title=form.title,
        language=form.language,
        address=form.address,
        is_whole=form.is_deciding and not form.is_response,
        uses=tuple(sorted(entry.uses)),
        has_media=bool(form.files),
        places=tuple(one for one in shown if _was_there(one, entry)),
    )


def _was_there(place: SeenAt, entry: RegisterEntry) -> bool:
    """Whether a story showed there: what was not permitted never did."""
    return place.use in entry.uses and place.kind != "beside"
