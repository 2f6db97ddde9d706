"""What a build takes is told by phase, without a clock in the build."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from byleave.cli.timings import Stopwatch
from byleave.observing import PHASES
from tests.cli.running import build
from tests.docs.example_site import ExampleSite


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with nothing in it but its settings, and a place for stories."""
    folder = ExampleSite(tmp_path / "site").folder
    (folder / "stories").mkdir()
    return folder


def ticking(*moments: float) -> Iterator[float]:
    """A clock that is asked as often as there are moments."""
    return iter(moments)


def test_a_phase_ends_where_the_next_begins(tmp_path: Path) -> None:
    """And one that begins again goes on where it was."""
    clock = ticking(1.0, 3.0, 3.5, 7.5)
    watch = Stopwatch(tmp_path, tmp_path / "public", clock=lambda: next(clock))
    for phase in ("read", "write", "read", ""):
        watch.begins(phase)
    assert watch.seconds == {"read": 6.0, "write": 0.5}
    assert re.search(r"^read +6\.000 +92%$", watch.table(), re.MULTILINE)
    assert re.search(r"^together +6\.500$", watch.table(), re.MULTILINE)


def test_files_are_counted_where_they_lie(tmp_path: Path) -> None:
    """What is read of the site, what is read back, and nothing else, even where one is in one."""
    for name in ("site/a.md", "site/public/b.html", "elsewhere.css"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("four", encoding="utf-8")
    watch = Stopwatch(tmp_path / "site", tmp_path / "site/public")
    with watch.listening():
        for name in ("site/a.md", "site/a.md", "site/public/b.html", "elsewhere.css"):
            (tmp_path / name).read_bytes()
        (tmp_path / "site/new.md").write_text("words", encoding="utf-8")
        with pytest.raises(FileNotFoundError):
            (tmp_path / "site/none.md").read_bytes()
    (tmp_path / "site/a.md").read_bytes()
    assert watch.work == {
        "read from the site": 2,
        "read from the site, bytes": 8,
        "read back to compare": 1,
        "read back to compare, bytes": 4,
    }


def test_a_build_tells_each_phase_and_its_work(site: Path, tmp_path: Path) -> None:
    """Whoever waits learns for what, on the error stream: the output stays as it is."""
    plain = build(site, tmp_path / "plain")
    said = build(site, tmp_path / "public", "--timings")
    assert said.code == 0
    assert said.out == plain.out.replace("plain", "public")
    table = dict(re.findall(r"^([a-z ]+?) +([\d.,]+)", said.err, re.MULTILINE))
    assert table.keys() >= {*PHASES, "together"}
    assert sum(float(table[phase]) for phase in PHASES) == pytest.approx(
        float(table["together"]), abs=0.01
    )
    files = [path for path in (tmp_path / "public").rglob("*") if path.is_file()]
    assert int(table["written"]) == len(files) - 1  # the marker is not the site's
    assert int(table["rendered"]) > 0
    assert int(table["read back to compare"]) == 0


def test_a_build_without_the_flag_tells_nothing(site: Path, tmp_path: Path) -> None:
    """Editors have enough to read."""
    assert build(site, tmp_path / "public").err == ""
