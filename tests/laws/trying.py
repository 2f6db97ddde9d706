"""Tries a law on generated sites, and keeps the smallest on which it fails as folders."""

import gc
import random
import re
import tempfile
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from tests.laws.cut import cut
from tests.laws.folders import site_files, write_files
from tests.laws.laws import LawBrokenError
from tests.laws.model import AS_OF, TODAY
from tests.laws.sites import CHOICES, Case, case_from
from tests.laws.smaller import smallest

Law = Callable[[Case], None]
SITES_FOR_A_SEARCH = 8
APART = 1_000_000  # between the seeds of one sample and those of the next

# Numbers, and what stands between tags and in attributes.
_OF_ONE_SITE = re.compile(r'\d+|(?<=>)[^<>]+|"[^"]*"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A law that does not hold on the site of a seed, why, and where it can be looked at."""

    seed: int
    why: str
    place: str


def case_of(seed: int) -> Case:
    """The site that a seed stands for, on every machine and in every run the same."""
    return case_from(random.Random(seed).randbytes(CHOICES))


def sample(sites: int, first: int = 1) -> list[Case]:
    """So many generated sites, always the same."""
    return [case_of(first * APART + number) for number in range(sites)]


def try_law(law: Law, seeds: Iterable[int], *, name: str) -> None:
    """Try a law on the site of each seed; raises LawBrokenError at the first on which it fails."""
    for number, seed in enumerate(seeds):
        broken = _tried(law, seed, name=name)
        # It takes as long as a third of a build, and what a few sites leave is some megabytes.
        if number % SITES_FOR_A_SEARCH == 0:
            gc.collect()
        if broken is not None:
            said = f"the site of seed {seed}: {broken.why}\n\n{broken.place}"
            raise LawBrokenError(f"{said}\nTo try it again: make laws N=1 SEED={seed}")


def tried(law: Law, seed: int, *, name: str) -> Broken | None:
    """How a law is broken on the site of a seed, or None; a smaller such site is kept."""
    broken = _tried(law, seed, name=name)
    # A build searches for no garbage, because it ends with its process; here it does not.
    gc.collect()
    return broken


def _tried(law: Law, seed: int, *, name: str) -> Broken | None:
    case = case_of(seed)
    broken = _broken(law, case)
    if broken is None:
        return None
    small = smallest(case, lambda one: kind_of(_broken(law, one)) == kind_of(broken))
    why = _broken(law, small) or broken
    return Broken(seed=seed, why=why, place=kept(small, f"{name}-{seed}"))


def _broken(law: Law, case: Case) -> str | None:
    """How the law is broken on a site, if it is."""
    try:
        law(case)
    except LawBrokenError as broken:
        return str(broken)
    except Exception as crash:  # noqa: BLE001 - whatever a build raises, the seed has to be told
        return "".join([f"{type(crash).__name__}: ", *traceback.format_exception(crash)[-3:]])
    return None


def kind_of(broken: str | None) -> str | None:
    """In what way a law is broken: what is said of it without the numbers and words of one site."""
    if broken is None:
        return None
    differing = re.search(r"^@@.*?\n([-+].*)", broken, re.MULTILINE | re.DOTALL)
    first = differing[1].partition("\n")[0] if differing else ""
    return _OF_ONE_SITE.sub("", broken.partition(":")[0] + first)


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
