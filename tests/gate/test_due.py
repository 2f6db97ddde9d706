"""Whom a group is to ask again, and whose permission ends soon: of those who are published."""

from pathlib import Path

import pytest

from tests.gate.sites import NOON, passed
from tests.read.folders import WITHDRAWN, YES, story, voice

TILDA = voice("tilda", "Tilda", part="author")
TODAY, TOMORROW = "2026-06-01", "2026-06-02"


def reviewing(day: str, consent: str = YES) -> str:
    """Sam, who is to be asked again by a day."""
    return voice("sam", "Sam", consent.replace("}", f", review: {day}}}"))


@pytest.mark.parametrize(
    ("sam", "front", "is_due"),
    [
        (reviewing(TODAY), {}, True),
        (reviewing("2026-01-01"), {}, True),
        (reviewing(TOMORROW), {}, False),
        (voice("sam", "Sam"), {}, False),
        (reviewing(TODAY, WITHDRAWN), {}, False),
        (reviewing(TODAY), {"date": "2030-01-01"}, False),
        (reviewing(TODAY), {"date": None}, False),
    ],
)
def test_who_is_asked_again(
    tmp_path: Path, sam: str, front: dict[str, str | None], *, is_due: bool
) -> None:
    """From the day on that was promised; who has left, or is not public yet, is left in peace."""
    text = story("W.\n", TILDA, sam, **front)
    _, report = passed(tmp_path, {"stories/fair.md": text})
    told = [one for one in report.findings if one.code == "review-due"]
    assert bool(told) == is_due
    assert all("review:" in text.splitlines()[one.line - 1] for one in told)


@pytest.mark.parametrize(
    ("until", "consent", "lapses"),
    [
        ("2026-06-02", YES, True),
        ("2026-07-01", YES, True),
        ("2026-07-02", YES, False),
        ("2026-07-01", WITHDRAWN, False),
    ],
)
def test_whose_permission_ends_soon(
    tmp_path: Path, until: str, consent: str, *, lapses: bool
) -> None:
    """Thirty days are time enough to ask; nobody is asked who has left."""
    sam = voice("sam", "Sam", consent.replace("2040-01-01", until))
    _, report = passed(tmp_path, {"stories/fair.md": story("W.\n", TILDA, sam)}, NOON)
    assert len(report.lapsing) == lapses
