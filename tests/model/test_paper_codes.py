"""The code of what somebody was shown: typed from paper by tired people, and derived by anybody."""

from datetime import date
from itertools import combinations
from typing import Any

import pytest

from byleave.model.paper_codes import Round, called, code_of, read_code
from byleave.values import replace

SHOWN = Round(
    kind="form",
    story="stories/shed.md",
    voice="sam",
    called=called("Sam", "pseudonym"),
    words=frozenset({"w2-0011223344556677", "w2-8899aabbccddeeff"}),
    files=frozenset({"aa"}),
    uses=("web", "feed"),
    until=date(2031, 2, 1),
    day=date(2026, 2, 1),
)
CODE = code_of(SHOWN)
OTHERS: tuple[dict[str, Any], ...] = (
    {"kind": "proof"},
    {"story": "stories/shop.md"},
    {"voice": "ann"},
    {"called": called("Sam", "named")},
    {"called": called("Tam", "pseudonym")},
    {"words": frozenset({"w2-0011223344556677"})},
    {"files": frozenset({"ab"})},
    {"uses": ("web",)},
    {"until": date(2031, 2, 2)},
    {"until": None},
    {"day": date(2026, 2, 2)},
)


@pytest.mark.parametrize("other", OTHERS, ids=lambda one: "-".join(one))
def test_what_is_shown_otherwise_has_another_code(other: dict[str, Any]) -> None:
    """Or a yes to one thing would be taken for a yes to another."""
    assert code_of(replace(SHOWN, **other)) != CODE


def test_a_code_is_the_same_on_every_machine_and_for_ever() -> None:
    """Papers lie in a locked drawer for years, and have to be found again."""
    assert CODE == "F-G7FR-7EHQ"


@pytest.mark.parametrize(
    "typed",
    [CODE.lower(), CODE.replace("-", ""), CODE.replace("-", " – "), f" {' '.join(CODE)} "],
)
def test_it_is_read_however_it_is_typed(typed: str) -> None:
    """Letter case, spaces and dashes are lost on telephones."""
    assert read_code(typed) == CODE


def _wrong(code: str) -> set[str]:
    signs = code.replace("-", "")
    slips = {
        signs[:place] + other + signs[place + 1 :]
        for place in range(1, len(signs))
        for other in "34679ACDEFGHJKMNPQRTWXY"
    }
    for one, other in combinations(range(1, len(signs)), 2):
        changed = list(signs)
        changed[one], changed[other] = changed[other], changed[one]
        slips.add("".join(changed))
    return slips - {signs}


def test_one_slip_is_always_noticed() -> None:
    """One wrong sign, or any two that changed places: the check letter is another."""
    slips = _wrong(CODE)
    assert len(slips) > 8 * 22
    for slip in slips:
        with pytest.raises(ValueError, match="not what is on the paper"):
            read_code(slip)


@pytest.mark.parametrize("sign", "0O1IL2Z5S8BUV")
def test_it_has_no_signs_that_look_alike(sign: str) -> None:
    """They are the ones that are read wrongly, and it is said which sign it was."""
    days = (date(2026, 1, 1 + number) for number in range(31))
    assert not any(sign in code_of(replace(SHOWN, day=day))[1:] for day in days)
    with pytest.raises(ValueError, match=f"“{sign}” is in no code"):
        read_code(CODE[:-1] + sign)


@pytest.mark.parametrize("typed", ["", "F", CODE[:-1], CODE + "3", "X" + CODE[1:], "TS-0040"])
def test_something_else_is_no_code(typed: str) -> None:
    """The number of a record above all: both stand on the same sheet."""
    with pytest.raises(ValueError, match="a letter and eight signs"):
        read_code(typed)
