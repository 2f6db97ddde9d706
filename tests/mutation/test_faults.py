"""The faults that are tried are those that a hand may slip into, and a copy alone has them."""

import ast
from pathlib import Path

import pytest

from tests.architecture.sources import GENERATOR, REPOSITORY
from tests.mutation.faults import faults_in
from tests.mutation.trying import FOLDERS, Copy, Put, some_faults

MODULE = '''\
"""A module about "and"."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nowhere import Thing

__all__ = ["one", "two"]


def one(things: "dict[str, int | None]", *, é: bool = True) -> tuple[int, ...]:
    """Say or do."""
    if é and things:
        things["a"] = 1
        print(f"{é and things}")
    found = {1, 2} | {3}
    return *found, 4
'''
FAULTS = [
    "13: and for or: é and things  ->  (é or things)",
    "13: condition turned round: é and things  ->  (not (é and things))",
    '14: statement dropped: things["a"] = 1  ->  pass',
    '15: statement dropped: print(f"{é and things}")  ->  pass',
    "16: one part less: {1, 2}  ->  ({1})",
    "16: one part less: {1, 2}  ->  ({2})",
    "16: one side only: {1, 2} | {3}  ->  ({1, 2})",
    "16: one side only: {1, 2} | {3}  ->  ({3})",
    "17: one part less: *found, 4  ->  (*found,)",
    "17: one part less: *found, 4  ->  (4,)",
]


def test_words_types_and_imports_are_left_as_they_are() -> None:
    """A fault in them is none, or one that other tools find."""
    found = [f"{one.line}: {one.told(MODULE)}" for one in faults_in(MODULE)]
    assert found == FAULTS


@pytest.mark.parametrize(
    "name", ["gate/rules/withheld_files.py", "gate/rules/families.py", "write/plan.py"]
)
def test_every_fault_makes_another_module_that_can_be_compiled(name: str) -> None:
    """One that cannot be compiled is noticed by every test, and says nothing of any."""
    source = (GENERATOR / "byleave" / name).read_text("utf-8")
    as_it_is = ast.dump(ast.parse(source))
    faults = faults_in(source)
    assert len(faults) > 10
    for fault in faults:
        assert ast.dump(ast.parse(fault.put_into(source))) != as_it_is


def test_the_same_number_gives_the_same_faults() -> None:
    """So that a run can be repeated, and a longer one has those of a shorter one."""
    some, more = (some_faults(["cache", "write"], count, seed=7) for count in (20, 30))
    assert some == more[:20]
    assert some != some_faults(["cache", "write"], 20, seed=8)
    assert {put.package for put in more} == {"cache", "write"}


@pytest.mark.slow
def test_a_fault_is_noticed_in_a_copy(tmp_path: Path) -> None:
    """By the tests of its folder; the code that lies here is never touched."""
    path = Path("generator/byleave/write/paths.py")
    source = (REPOSITORY / path).read_text("utf-8")
    fault = next(one for one in faults_in(source) if one.kind == "statement dropped")
    here = Copy(tmp_path)
    here.look_at(FOLDERS["write"])
    assert here.notices(Put(path=path, fault=fault), FOLDERS["write"]) == "write"
    assert (REPOSITORY / path).read_text("utf-8") == source
    assert (tmp_path / path).read_text("utf-8") == source
