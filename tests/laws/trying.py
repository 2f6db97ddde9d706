"""Tries a law on many generated sites, and keeps the smallest on which it fails as folders."""

import os
import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings

from tests.laws.cut import cut
from tests.laws.folders import site_files, write_files
from tests.laws.laws import LawBrokenError
from tests.laws.model import AS_OF, TODAY
from tests.laws.sites import Case, cases
from tests.laws.smaller import smallest

PATIENT = settings(
    deadline=None,
    database=None,
    phases=(Phase.generate,),  # a site is made smaller by its pieces, not by its random bytes
    print_blob=False,
    verbosity=Verbosity.quiet,
    suppress_health_check=list(HealthCheck),
)


def first_seed() -> int:
    """Where to begin: BYLEAVE_LAW_SEED, or always the same in CI, or anywhere."""
    given_seed = os.environ.get("BYLEAVE_LAW_SEED")
    if given_seed is not None:
        return int(given_seed)
    return 1 if os.environ.get("CI") else random.SystemRandom().randrange(10**9)


def try_law(law: Callable[[Case], None], *, sites: int, number: int, name: str) -> None:
    """Try a law on so many sites; `number` tells the parts of one run from each other."""
    first = first_seed()
    reports: dict[Case, str] = {}

    @seed(first + number)
    @settings(PATIENT, max_examples=sites)
    @given(cases())
    def holds(case: Case) -> None:
        broken = _broken(law, case)
        if broken is not None and case not in reports:
            small = smallest(case, lambda one: _kind(_broken(law, one)) == _kind(broken))
            why = f"{_broken(law, small)}\n\n{kept(small, name)}"
            reports[case] = f"{why}\nTo try the same sites again: BYLEAVE_LAW_SEED={first}"
        if broken is not None:
            raise LawBrokenError(reports[case])

    holds()


def _broken(law: Callable[[Case], None], case: Case) -> str | None:
    """How the law is broken on a site, if it is."""
    try:
        law(case)
    except LawBrokenError as broken:
        return str(broken)
    return None


def _kind(broken: str | None) -> str | None:
    """In what way a law is broken, without the numbers and words of one site."""
    return broken and "".join(letter for letter in broken.partition(":")[0] if not letter.isdigit())


def sample(sites: int, first: int = 1) -> list[Case]:
    """So many generated sites, always the same."""
    found: list[Case] = []

    @seed(first)
    @settings(PATIENT, max_examples=sites)
    @given(cases())
    def collect(case: Case) -> None:
        found.append(case)

    collect()
    return found


def kept(case: Case, name: str) -> str:
    """Write the site and the cut site as folders; the answer says how to build them."""
    place = Path(tempfile.gettempdir()) / "byleave-laws" / name
    rmtree(place, ignore_errors=True)
    write_files(place / "with", site_files(case.site))
    write_files(place / "without", site_files(cut(case.site, TODAY, case.references)))
    as_of = AS_OF.strftime("%Y-%m-%d %H:%M")
    build = 'byleave build --site {0} --output {0}-public --as-of "' + as_of + '"'
    lines = (
        f"What happened to the site: {', '.join(way.value for way in case.ways)}",
        f"To see it: cd {place}",
        build.format("with"),
        build.format("without"),
        "diff -r with-public without-public; diff -r with without",
    )
    return "\n".join(lines)
