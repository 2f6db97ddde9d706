"""Law 8: whatever is broken in whichever file, nothing more is published than without the fault."""

import random
from pathlib import Path

import pytest

from byleave.read import ReadResult, read_site
from byleave.values import replace
from tests.laws import careful
from tests.laws.breaking import BREAKS, Break
from tests.laws.careful import after, errors_are_careful, published
from tests.laws.folders import scratch, site_files, write_files
from tests.laws.laws import LawBrokenError
from tests.laws.seeds import recorded
from tests.laws.shown import unnumbered
from tests.laws.trying import case_of, sample, try_law

SEEDS = recorded(300)
FEW = 2


@pytest.mark.slow
@pytest.mark.parametrize("shard", range(6))
def test_errors_are_careful(shard: int) -> None:
    """The published set with a fault is part of that without it."""
    try_law(errors_are_careful, SEEDS[shard::6], name="careful-errors")


def test_errors_are_careful_in_a_few_sites() -> None:
    """The law on so few sites that one can try them after every change."""
    try_law(errors_are_careful, SEEDS[:FEW], name="careful-errors")


def test_the_last_of_several_anonymous_voices_shows_no_more_than_before() -> None:
    """It has no number any more, which is no new piece."""
    assert unnumbered("Participant 1") == unnumbered("Participant")


@pytest.mark.slow
@pytest.mark.parametrize("break_", BREAKS, ids=lambda one: one.__name__)
def test_what_is_broken_is_an_error(break_: Break) -> None:
    """Each kind of fault is found by whoever reads the file, or the law would say little of it."""
    chance = random.Random(3)
    found = 0
    for case in sample(15, first=10):
        files = site_files(case.site)
        path = chance.choice(case.site.stories).path
        broken = after(break_, files[path], chance)
        with scratch() as folder:
            write_files(folder, files | {path: broken or files[path]})
            found += broken is not None and path in published(folder)[1]
    assert found >= 3


def test_the_law_sees_a_reader_that_forgets_faulty_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault must not take along what the file says of addresses, records and pictures."""

    def forgetful(site: Path) -> ReadResult:
        read = read_site(site)
        return replace(read, tree=replace(read.tree, faulty=()))

    monkeypatch.setattr(careful, "read_site", forgetful)
    broken = 0
    for seed in range(1, 60):
        try:
            errors_are_careful(case_of(seed))
        except LawBrokenError:
            broken += 1
            break
    assert broken
