"""The letter to somebody who took permission back: what comes down, and what copies may remain."""

from collections.abc import Iterable
from datetime import date

from byleave.model.forms import SeenAt, StoppedStory, WithdrawalLetter
from byleave.model.register import Expectation, RegisterEntry
from byleave.model.site import SitePlan
from byleave.permission.papers.forms import OWN_PLACES, NothingPublicError, permission_form

Stopped = tuple[RegisterEntry, Expectation, SitePlan]


def withdrawal_letter(stopped: Iterable[Stopped], day: date) -> WithdrawalLetter:
    """The letter of `day` about all stories of one person, each as if it had not been stopped.

    It is the same before and after the site is built anew.
    """
    found = tuple(stopped)
    records = {entry.record for entry, _, _ in found if entry.record}
    return WithdrawalLetter(
        day=day,
        record=records.pop() if len(records) == 1 else "",
        stories=tuple(_story(*one) for one in found),
    )


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
