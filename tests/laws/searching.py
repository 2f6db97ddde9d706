"""Looks for sites on which a law is broken, among as many new ones as somebody has time for.

Nothing is kept of a site on which the laws hold, so that a search can go on for hours.
"""

import resource
import sys
from collections.abc import Iterable, Iterator
from multiprocessing import get_context
from typing import TextIO

from tests.laws.building import build, build_upon
from tests.laws.careful import errors_are_careful
from tests.laws.laws import as_if_it_never_was
from tests.laws.sites import Case
from tests.laws.trying import Broken, Law, tried

TOGETHER = 25  # sites that a process is handed at a time
Told = tuple[list[Broken], int]


def never_was(case: Case) -> None:
    """Laws 1 and 5 for a build from nothing."""
    as_if_it_never_was(build, case)


def never_was_upon(case: Case) -> None:
    """Laws 1 and 5 for a build upon what one before the withdrawals has left."""
    as_if_it_never_was(build_upon, case)


LAWS: dict[str, tuple[Law, int]] = {
    "never-was": (never_was, 1),
    "never-was-upon": (never_was_upon, 10),
    "careful-errors": (errors_are_careful, 3),
}
"""The laws by name, and one site of how many they are tried on."""


def laws_of(seed: int) -> Iterator[tuple[str, Law]]:
    """The laws that are tried on the site of a seed, in whichever search it comes up."""
    return ((name, law) for name, (law, each) in LAWS.items() if seed % each == 0)


def tried_together(seeds: range) -> Told:
    """What fails on the sites of some seeds, and the most memory that this process has held."""
    found = (tried(law, seed, name=name) for seed in seeds for name, law in laws_of(seed))
    broken = [one for one in found if one is not None]
    return broken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def search(first: int, sites: int, processes: int, to: TextIO = sys.stdout) -> int:
    """Try the laws on the sites of so many seeds, tell of each failure at once, and count them."""
    seeds = range(first, first + sites)
    parts = [seeds[at : at + TOGETHER] for at in range(0, sites, TOGETHER)]
    _say(to, f"Trying the laws on {sites} sites, from seed {first} on.")
    with get_context("spawn").Pool(processes) as pool:
        return tell(pool.imap_unordered(tried_together, parts), to)


def tell(results: Iterable[Told], to: TextIO) -> int:
    """Say what each process found, and in the end how many sites failed."""
    failed: set[int] = set()
    most = 0
    for broken, held in results:
        most = max(most, held)
        for one in broken:
            failed.add(one.seed)
            _say(to, _told(one))
    count = f"{len(failed)} sites on which a law is broken"
    _say(to, f"{count}; no process held more than {most // 1024} MB.")
    return len(failed)


def _say(to: TextIO, text: str) -> None:
    to.write(f"{text}\n")
    to.flush()


def _told(broken: Broken) -> str:
    return "\n".join(
        (
            f"\nA law is broken on the site of seed {broken.seed}: {broken.why}",
            f"\n{broken.place}",
            f"To try it again: make laws N=1 SEED={broken.seed}",
            "Mend it with a test of its own, and record the seed under FAILED in"
            " tests/laws/seeds.py.\n",
        )
    )
