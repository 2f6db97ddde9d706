"""What a file costs grows as the file does: twice as much of anything is twice as much work.

Functions that are entered are counted, so the numbers are the same on every machine.
"""

from collections.abc import Callable, Iterable
from itertools import islice, product
from pathlib import Path
from types import FrameType

import pytest

from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import BuildOptions
from tests.read.folders import put, story, voice
from tests.work.counting import entered
from tests.work.test_work_counts import MOMENT

SERIAL = BuildOptions(executor="serial")


def aliases(number: int) -> dict[str, str | bytes]:
    """A story with so many old addresses."""
    return {"stories/a.md": story(aliases=f"[{', '.join(f'/old/{n}/' for n in range(number))}]")}


def faults(number: int) -> dict[str, str | bytes]:
    """A story with so many keys that nobody knows."""
    return {"stories/a.md": story(**{f"key-{n}": "x" for n in range(number)})}


def brackets(number: int) -> dict[str, str | bytes]:
    """A story with so many beginnings of links."""
    return {"stories/a.md": story("](" * number)}


def links(number: int) -> dict[str, str | bytes]:
    """A story with so many links."""
    return {"stories/a.md": story("".join(f"[a](https://example.org/{n}) " for n in range(number)))}


def voices(number: int) -> dict[str, str | bytes]:
    """A conference of so many speakers, each with a passage of their own, all names alike."""
    return conference(f"Person {n}" for n in range(number))


def speakers(number: int) -> dict[str, str | bytes]:
    """The same with names that differ from their first letter on."""
    syllables = [f"{a}{b}" for a in "bdfgklmnprst" for b in "aeiou"]
    names = islice(product(syllables, repeat=2), number)
    return conference(f"{''.join(one).title()} {''.join(reversed(one)).title()}" for one in names)


def conference(names: Iterable[str]) -> dict[str, str | bytes]:
    """A story in which each speaks and says their first name."""
    people = dict(enumerate(names))
    passages = (f"::: voice v{n}\nI am {{v{n}}}.\n:::\n" for n in people)
    declared = (voice(f"v{n}", name, role="the keeper of a gate") for n, name in people.items())
    return {"stories/a.md": story("".join(passages), *declared)}


GROWING: dict[str, Callable[[int], dict[str, str | bytes]]] = {
    "old addresses": aliases,
    "faults": faults,
    "brackets": brackets,
    "links": links,
    "voices": voices,
    "speakers": speakers,
}


def functions(folder: Path, files: dict[str, str | bytes]) -> int:
    """How many functions of ours a build of these files enters."""

    def ours(frame: FrameType) -> str | None:
        return "ours" if "byleave" in frame.f_code.co_filename else None

    site = put(folder / "site", files)
    with entered(ours) as calls:
        build_site(site, output=folder / "out", as_of=MOMENT, options=SERIAL)
    return calls["ours"]


@pytest.mark.slow
@pytest.mark.parametrize("make", GROWING.values(), ids=GROWING)
def test_twice_as_much_is_twice_the_work(
    tmp_path: Path, make: Callable[[int], dict[str, str | bytes]]
) -> None:
    """And not four times: a file of a megabyte would keep a computer busy for a day."""
    functions(tmp_path / "first", make(1))  # what is made once for all builds of a process
    none, once, twice = (
        functions(tmp_path / str(number), make(number)) for number in (1, 400, 800)
    )
    assert twice - none < 2.5 * (once - none)
