"""The use `search`: the index with a voice who refuses it is the one without the voice."""

import pytest

from tests.laws.building import build
from tests.laws.for_search import (
    permitting_search,
    refusing_all,
    searched,
    searched_as_if_never_was,
)
from tests.laws.laws import LawBrokenError
from tests.laws.model import Site
from tests.laws.outputs import Built
from tests.laws.seeds import recorded
from tests.laws.trying import case_of, try_law

FEW = 12
SEEDS = recorded()


@pytest.mark.slow
def test_search_knows_nothing_of_who_refused_it_in_a_few_sites() -> None:
    """Law 1 for the use `search`, on so few sites that one can try it after every change."""
    try_law(searched_as_if_never_was, SEEDS[:FEW], name="for-search")


@pytest.mark.slow
def test_search_knows_nothing_of_who_refused_it() -> None:
    """Law 1 for the use `search`: what it knows is, byte for byte, what it would know without."""
    try_law(searched_as_if_never_was, SEEDS[FEW::9], name="for-search")


@pytest.mark.slow
def test_somebody_refuses_search_in_the_sites_that_are_tried() -> None:
    """The law says something only where there is somebody to leave out, and words of theirs."""
    sites = [case_of(seed).site for seed in SEEDS[:FEW]]
    left_out = (
        searched(build(one).files) != searched(build(permitting_search(one)).files) for one in sites
    )
    assert any(left_out)


@pytest.mark.slow
def test_a_build_that_ignores_the_refusal_is_noticed() -> None:
    """The law can fail: where words of those who refused stay, it says so."""

    def careless(site: Site) -> Built:
        return build(site if site == refusing_all(site) else permitting_search(site))

    found = 0
    for seed in SEEDS[:FEW]:
        try:
            searched_as_if_never_was(case_of(seed), careless)
        except LawBrokenError:
            found += 1
    assert found
