"""A law that cannot fail says nothing: each is tried on a build that breaks it on purpose."""

import pytest

from tests.laws.cut import cut_out
from tests.laws.laws import LawBrokenError, as_if_it_never_was, no_trace
from tests.laws.model import TODAY
from tests.laws.plain_build import LEAKS, TRACES, Leak, leaking, plain_build
from tests.laws.rules import withheld
from tests.laws.trying import sample

pytestmark = pytest.mark.slow

SITES = sample(60, first=7)


def _name(leak: Leak) -> str:
    return leak.__name__.strip("_")


def test_a_build_without_a_leak_keeps_the_laws() -> None:
    """Otherwise a failure would say nothing about the leak."""
    for case in SITES:
        as_if_it_never_was(plain_build, case)


@pytest.mark.parametrize("leak", LEAKS, ids=_name)
def test_law_1_sees_the_leak(leak: Leak) -> None:
    """Among sixty sites there is one on which a leaky build differs from that of the cut site."""
    assert any(_breaks_law_1(leak, number) for number in range(len(SITES)))


def _breaks_law_1(leak: Leak, number: int) -> bool:
    try:
        as_if_it_never_was(leaking(leak), SITES[number])
    except LawBrokenError as broken:
        return "differ from the cut site's" in str(broken)
    return False


@pytest.mark.parametrize("leak", TRACES, ids=_name)
def test_law_5_sees_the_leak(leak: Leak) -> None:
    """A name, a passage or a picture is found in the output alone, in whatever encoding."""
    assert any(_breaks_law_5(leak, number) for number in range(len(SITES)))


def _breaks_law_5(leak: Leak, number: int) -> bool:
    site = SITES[number].site
    gone = withheld(site, TODAY)
    try:
        no_trace(site, gone, cut_out(site, gone), leaking(leak)(site))
    except LawBrokenError:
        return True
    return False
