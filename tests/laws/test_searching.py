"""Whoever looks for sites that break a law is told of each, and can go on for hours."""

import io
import weakref
from pathlib import Path

import pytest

from tests.laws.laws import LawBrokenError
from tests.laws.searching import LAWS, laws_of, search, tell, tried_together
from tests.laws.seeds import FAILED, SITES, recorded
from tests.laws.sites import Case
from tests.laws.trying import Broken, case_of, kind_of, tried, try_law

MEGABYTE = 1024  # as the system counts what a process holds, in kilobytes


@pytest.fixture(autouse=True)
def kept_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What these tests keep of broken sites is nobody's to look at."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


def always_broken(_case: Case) -> None:
    """A law that no site keeps."""
    raise LawBrokenError("it has words: all of them")


def crashing(_case: Case) -> None:
    """A build with a fault of its own."""
    raise KeyError("a story")


def test_a_seed_is_one_site() -> None:
    """Whoever is told of a seed finds what was found, and each seed is a site of its own."""
    assert case_of(7) == case_of(7)
    assert len({case_of(seed) for seed in range(10)}) == 10


def test_every_seed_that_failed_is_tried_by_everybody() -> None:
    """What failed once is a good place to look again."""
    seeds = recorded()
    assert seeds[: len(FAILED)] == FAILED
    assert len(set(seeds)) == len(FAILED) + SITES


@pytest.mark.slow
def test_a_broken_law_is_told_with_its_seed(tmp_path: Path) -> None:
    """And the site is there to look at, as small as it can be."""
    broken = tried(always_broken, 7, name="always")
    assert broken is not None
    assert (broken.seed, broken.why) == (7, "it has words: all of them")
    assert str(tmp_path) in broken.place
    assert list(tmp_path.rglob("with/site_src/site.yaml"))
    with pytest.raises(LawBrokenError, match="make laws N=1 SEED=7"):
        try_law(always_broken, [7], name="always")


def test_a_site_is_made_smaller_only_where_the_same_thing_is_broken() -> None:
    """Two pages that differ in other tags are broken in other ways, whatever words are on them."""
    one = "1 files differ from the cut site's:\na.html:\n@@ -1 +1 @@\n a\n-<p>Rain</p>\n+<hr>"
    assert kind_of(one) == kind_of(one.replace("Rain", "Sun").replace("1 files", "2 files"))
    assert kind_of(one) != kind_of(one.replace("-<p>", "-<li>"))
    assert kind_of(one) != kind_of("withheld, and in the output: rain")
    assert kind_of(None) is None


@pytest.mark.slow
def test_a_crash_is_a_broken_law() -> None:
    """A build that ends with a fault of its own has published nothing that should be public."""
    broken = tried(crashing, 7, name="crashing")
    assert broken is not None
    assert "KeyError" in broken.why


def test_each_failure_is_told_with_how_to_try_it_and_where_to_record_it() -> None:
    """Somebody finds it in the morning, without knowing how the laws are tried."""
    said = io.StringIO()
    one, other = (Broken(seed=seed, why="words", place="To see it") for seed in (11, 12))
    results = iter([([one], 70 * MEGABYTE), ([], 90 * MEGABYTE), ([other, one], 80 * MEGABYTE)])
    assert tell(results, said) == 2
    for told in ("seed 11: words", "To see it", "make laws N=1 SEED=11", "tests/laws/seeds.py"):
        assert told in said.getvalue()
    assert said.getvalue().endswith(
        "2 sites on which a law is broken; no process held more than 90 MB.\n"
    )


@pytest.mark.slow
def test_a_search_tries_so_many_sites() -> None:
    """In processes of their own, and says what it will do before it does it."""
    said = io.StringIO()
    assert search(3, 2, 1, said) == 0
    assert said.getvalue().startswith("Trying the laws on 2 sites, from seed 3 on.\n0 sites")


@pytest.mark.slow
def test_the_same_laws_are_tried_on_a_site_wherever_it_comes_up() -> None:
    """A seed that failed among thousands fails by itself too."""
    assert [name for name, _ in laws_of(30)] == list(LAWS)
    assert [name for name, _ in laws_of(11)] == ["never-was"]
    assert tried_together(range(11, 12))[0] == []


@pytest.mark.slow
def test_nothing_is_held_of_a_site_on_which_the_laws_hold() -> None:
    """Not even what only a search for garbage sets free."""
    left: list[weakref.ref[set[object]]] = []

    class Kept(set[object]):
        """Can be referred to weakly."""

    def keeps(_case: Case) -> None:
        ring = Kept()
        ring.add((ring.add, id(ring)))
        left.append(weakref.ref(ring))

    assert tried(keeps, 7, name="kept") is None
    assert left[0]() is None
