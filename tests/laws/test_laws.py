"""Laws 1, 3, 4 and 5 on generated sites: a site in which some voices are withheld is the site in
which they never were, without a trace of them, whatever else may differ."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.laws.building import build, build_folder
from tests.laws.folders import read_files, scratch, site_files, write_files
from tests.laws.laws import same_output
from tests.laws.model import AS_OF
from tests.laws.searching import never_was, never_was_upon
from tests.laws.seeds import recorded
from tests.laws.trying import sample, try_law

SHARDS = 12
FEW = 6
SEEDS = recorded()


@pytest.mark.slow
@pytest.mark.parametrize("shard", range(SHARDS))
def test_as_if_it_never_was(shard: int) -> None:
    """Laws 1 and 5: build(site) is build(cut(site)), byte for byte, and holds nothing withheld."""
    try_law(never_was, SEEDS[shard::SHARDS], name="never-was")


@pytest.mark.slow
def test_as_if_it_never_was_in_a_few_sites() -> None:
    """Laws 1 and 5 on so few sites that one can try them after every change."""
    try_law(never_was, SEEDS[:FEW], name="never-was")


@pytest.mark.slow
def test_as_if_it_never_was_after_it_was() -> None:
    """Laws 1 and 5 where an output folder and a cache are there from before the withdrawals."""
    try_law(never_was_upon, SEEDS[::10], name="never-was-upon")


@pytest.mark.slow
def test_a_second_build_writes_nothing() -> None:
    """Law 3: building again what has not changed touches no file of the output."""
    for case in sample(15, first=3):
        with scratch() as folder:
            write_files(folder / "site", site_files(case.site))
            build_folder(folder / "site", folder / "public")
            before = _state(folder / "public")
            build_folder(folder / "site", folder / "public")
            assert _state(folder / "public") == before


def _state(folder: Path) -> dict[str, tuple[int, int, int]]:
    """What changes when a file or folder is written, though its bytes stay the same."""
    facts = {path: path.stat() for path in (folder, *folder.rglob("*"))}
    return {
        path.relative_to(folder).as_posix(): (fact.st_ino, fact.st_mtime_ns, fact.st_ctime_ns)
        for path, fact in facts.items()
    }


@pytest.mark.slow
def test_the_order_of_files_changes_nothing() -> None:
    """Law 4: a folder that was copied in another order is the same site."""
    shuffled = random.Random(4)
    for case in sample(25, first=4):
        files = site_files(case.site)
        order = sorted(files)
        shuffled.shuffle(order)
        with scratch() as folder:
            write_files(folder / "site", files, order)
            built = build_folder(folder / "site", folder / "public")
        same_output(built.files, build(case.site).files)


@pytest.mark.slow
@pytest.mark.parametrize("executor", ["processes", "processes:1", "processes:3"])
def test_the_kind_of_executor_changes_nothing(executor: str) -> None:
    """Law 4: one process or several, the site is the same."""
    for case in sample(5, first=5):
        with scratch() as folder:
            write_files(folder / "site", site_files(case.site))
            built = build_folder(folder / "site", folder / "public", executor=executor)
        same_output(built.files, build(case.site).files)


BUILD = f"""
import sys
from datetime import datetime
from pathlib import Path
from tests.laws.building import build_folder

for number in sys.argv[2:]:
    folder = Path(sys.argv[1]) / number
    build_folder(folder / "site", folder / "public", as_of=datetime.fromisoformat("{AS_OF}"))
"""
SURROUNDINGS = {
    "hash-seed-0": {"PYTHONHASHSEED": "0"},
    "hash-seed-99": {"PYTHONHASHSEED": "99"},
    "far-east": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    "far-west": {"TZ": "Pacific/Niue", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "0"},
    # Where it is not installed, Python must not be kept from its own UTF-8: no name of a file
    # beyond ASCII could be read.
    "turkish": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONUTF8": ""},
}


@pytest.mark.slow
@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_the_surroundings_change_nothing(surroundings: str) -> None:
    """Law 4: neither the hash seed nor the machine's time zone or language changes a byte."""
    cases = sample(8, first=6)
    environment = (
        os.environ | SURROUNDINGS[surroundings] | {"PYTHONPATH": os.pathsep.join(sys.path)}
    )
    numbers = [str(number) for number, _ in enumerate(cases)]
    with scratch() as folder:
        for number, case in zip(numbers, cases, strict=True):
            write_files(folder / number / "site", site_files(case.site))
        command = [sys.executable, "-c", BUILD, str(folder), *numbers]
        subprocess.run(command, check=True, env=environment, timeout=300)
        for number, case in zip(numbers, cases, strict=True):
            same_output(read_files(folder / number / "public"), build(case.site).files)
