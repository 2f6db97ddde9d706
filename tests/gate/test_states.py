"""Whether a voice is published on a day: given, not over, for the web, and not stopped."""

from datetime import date
from typing import Any

import pytest

from byleave.gate.rules.one_voice import reason_withheld
from byleave.gate.rules.record_states import Standing
from byleave.model.source import Consent, SourceVoice
from byleave.values import replace

DAY = date(2026, 6, 1)
NOTHING_KNOWN = Standing(
    states={}, notes={}, lost={}, nowhere=(), left=(), unlisted=(), spellings={}
)
YES = Consent(record="R-1", given=date(2026, 6, 1), until=date(2026, 6, 2), uses=frozenset({"web"}))


def reason(consent: Consent | None, day: date = DAY) -> str | None:
    """Why a voice with this record is withheld."""
    voice = SourceVoice(name="Sam", identity="named", part="author", consent=consent)
    return reason_withheld("stories/a.md", voice, day, NOTHING_KNOWN)


def test_permission_holds_from_its_first_day_to_the_last_before_its_end() -> None:
    """The day on which it was given counts; the day of `until` does not."""
    days = [date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 2), date(2040, 1, 1)]
    assert [reason(YES, day) for day in days] == ["not yet given", None, "expired", "expired"]


def test_a_permission_that_ends_before_it_begins_is_none() -> None:
    """Two dates in the wrong order publish nobody."""
    wrong = replace(YES, given=date(2026, 6, 2), until=date(2026, 6, 1))
    days = [date(2026, 5, 1), DAY, date(2026, 6, 2), date(2026, 7, 1)]
    assert None not in [reason(wrong, day) for day in days]


@pytest.mark.parametrize("stop", ["refused", "held", "withdrawn"])
def test_a_stop_is_stronger_than_everything(stop: str) -> None:
    """Whatever else the record says, and also where it says nothing else."""
    stopped: dict[str, Any] = {stop: True}
    assert reason(replace(YES, **stopped)) == stop
    assert reason(Consent(**stopped)) == stop


@pytest.mark.parametrize(
    ("left_out", "why"),
    [("given", "asked"), ("until", "asked"), ("record", "asked"), ("uses", "no web")],
)
def test_what_is_missing_publishes_nobody(left_out: str, why: str) -> None:
    """No record is complete without a day, an end, a form and the web."""
    nothing: dict[str, Any] = {left_out: frozenset() if left_out == "uses" else None}
    assert reason(replace(YES, **nothing)) == why


def test_other_uses_are_not_the_web() -> None:
    """Somebody may agree to the search and the feed of a site on which they do not want to be."""
    others = frozenset({"search", "feed", "engines", "social", "people"})
    assert reason(replace(YES, uses=others)) == "no web"


def test_no_record_at_all_publishes_nobody() -> None:
    """Nothing is permission unless it says so."""
    assert reason(None) == "asked"
    assert reason(Consent()) == "asked"
    assert reason(Consent(asked=date(2020, 1, 1))) == "asked"


def test_dates_of_asking_and_asking_again_change_nothing() -> None:
    """A review that is overdue is the group's task and not the voice's loss."""
    late = replace(YES, asked=date(2030, 1, 1), review=date(2020, 1, 1))
    assert reason(late) is None
