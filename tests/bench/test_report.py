"""The benchmark measures what it says, and its tables are right."""

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.bench import __main__ as bench
from tests.bench import live as serving
from tests.bench.entrants import Entrant, byleave, with_title
from tests.bench.live import NEVER, TEXT, TITLE, Live, Lives
from tests.bench.machine import facts
from tests.bench.measuring import Command, FailedError, Timed, peak_of, timed
from tests.bench.peers import _write
from tests.bench.report import outlook, report, table, written_into
from tests.bench.stories import newest
from tests.bench.trials import COLD, EDIT, UNCHANGED, WITHDRAWAL, Trial

PYTHON = sys.executable


def entrant(name: str) -> Entrant:
    """Somebody who takes part, by another name."""
    one = byleave("1.0")
    return Entrant(
        name=name,
        version="1.0",
        write=one.write,
        path_of=one.path_of,
        text_of=one.text_of,
        build=one.build,
        live=one.live,
        output=one.output,
        kept=one.kept,
        listing=one.listing,
    )


def trial(
    name: str, cold: float, more: Mapping[str, float] | None = None, live: Lives | None = None
) -> Trial:
    """What was measured of somebody: a few times for cold builds, once for the others."""
    took = {
        COLD: [cold / 2, cold, cold * 9],
        **{what: [spent] for what, spent in (more or {}).items()},
    }
    runs = {
        what: [Timed(seconds=one, phases={"read": one / 4, "render": one / 2}) for one in several]
        for what, several in took.items()
    }
    return Trial(entrant=entrant(name), runs=runs, peak=50_000_000, live=live)


def test_the_table_has_medians_and_ratios() -> None:
    """One row for each kind of build; what nobody has is a dash, and what is slow is in seconds.

    What others have not is compared with an edit: they build everything again for that, too.
    """
    ours = trial("byleave", 2.0, {UNCHANGED: 0.05, EDIT: 0.1, WITHDRAWAL: 0.2})
    lives = {TEXT: Live(median=0.2, most=0.3), TITLE: Live(median=0.4, most=0.5)}
    theirs = trial("hugo", 4.0, {UNCHANGED: 0.5, EDIT: 0.5}, lives)
    assert table([ours, theirs]).splitlines() == [
        "| what | byleave 1.0 | hugo 1.0 | byleave : hugo |",
        "| --- | --- | --- | --- |",
        "| cold | 2.00 s | 4.00 s | 0.50 |",
        "| unchanged | 50 ms | 500 ms | 0.10 |",
        "| one edit | 100 ms | 500 ms | 0.20 |",
        "| one title | – | – | – |",
        "| a new story | – | – | – |",
        "| the words of a theme | – | – | – |",
        "| the tagline | – | – | – |",
        "| one edit in a fresh copy | – | – | – |",
        "| one withdrawal | 200 ms | – | 0.40 |",
        "| preview, new words | not there | 200 ms | – |",
        "| preview, new words: 95 of 100 | not there | 300 ms | – |",
        "| preview, a new title | not there | 400 ms | – |",
        "| preview, a new title: 95 of 100 | not there | 500 ms | – |",
        "| peak memory, all processes | 50 MB | 50 MB | 1.00 |",
    ]


def test_who_never_serves_an_edit_is_told_from_who_has_no_preview() -> None:
    """Waiting in vain and not being there are two things."""
    lives = dict.fromkeys((TEXT, TITLE), Live(median=0.02, most=0.03))
    ours, theirs = trial("byleave", 2.0, live=lives), trial("hugo", 4.0)
    rows = table([ours, theirs, trial("pelican", 9.0, live=NEVER)]).splitlines()
    assert "| preview, a new title | 20 ms | not there | more than 120 s | – | – |" in rows


def test_ten_minutes_are_reckoned_in_a_straight_line() -> None:
    """Two sizes give the cost of a story; one gives nothing to reckon with."""
    results = {1000: [trial("byleave", 3.0)], 10_000: [trial("byleave", 21.0)]}
    assert "each more costs 2.00 ms" in outlook(results)
    assert "**300,000 stories**" in outlook(results)
    assert outlook({1000: results[1000]}) == ""


def test_the_report_says_where_and_when_it_was_measured(tmp_path: Path) -> None:
    """A number without its machine is none."""
    found = report({100: [trial("byleave", 3.0)]}, facts(tmp_path), "2026-06-01", 0.25, 3)
    assert found.startswith("Measured on 2026-06-01; median of 3 rounds; load average at the start")
    for fact in ("processor", "cores", "memory", "disk", "system", "Python", "### 100 stories"):
        assert fact in found
    assert "| render | 1.50 s |" in found


def test_results_replace_the_earlier_ones() -> None:
    """The rest of the page stays, and a page without a place for them is not written."""
    page = bench.PAGE.read_text("utf-8")
    once = written_into(page, r"first \1")
    assert r"first \1" in once
    assert written_into(once, "second") == written_into(page, "second")
    with pytest.raises(ValueError, match="no place"):
        written_into("# Benchmarks\n", "any")


def test_a_busy_machine_writes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers from it would be somebody else's."""
    monkeypatch.setattr(bench, "load", lambda: 1.01)
    said = CliRunner().invoke(bench.main, ["--sizes", "1", "--write"])
    assert said.exit_code == 1
    assert "does nothing else" in said.output


@pytest.mark.parametrize("words", [["--sizes", "many"], ["--against", "jekyll"]])
def test_a_mistake_is_told(words: list[str]) -> None:
    """Before anything is built."""
    assert CliRunner().invoke(bench.main, words).exit_code == 2


def test_a_command_is_timed_with_its_phases(tmp_path: Path) -> None:
    """And one that fails is no result."""
    says = "print('read   0.250   20%'); print('together  1.000')"
    run = timed(Command(words=[PYTHON, "-c", says], folder=tmp_path), tmp_path / "log")
    assert run.phases == {"read": 0.25}
    assert 0 < run.seconds < 30
    with pytest.raises(FailedError, match="ended with 7"):
        timed(Command(words=[PYTHON, "-c", "exit(7)"], folder=tmp_path), tmp_path / "log")


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="memory is read on Linux")
def test_memory_of_all_processes_is_counted(tmp_path: Path) -> None:
    """What a process and the one that it started hold at once, together."""
    holds = "import time; held = bytearray(40_000_000); time.sleep(1)"
    both = f"import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', {holds!r}]); "
    command = Command(words=[PYTHON, "-c", f"{both}{holds}; p.wait()"], folder=tmp_path)
    assert peak_of(command, tmp_path / "log") > 80_000_000


@pytest.mark.parametrize("name", ["hugo", "hugo-alike", "pelican"])
def test_peers_get_the_same_stories(tmp_path: Path, name: str) -> None:
    """With names in place of ids, without our own marks, and without what was withdrawn."""
    _write(name, tmp_path, 40)
    texts = [path.read_text("utf-8") for path in (tmp_path / "content").rglob("*.md")]
    assert len(texts) == 40
    assert not any(mark in text for text in texts for mark in (":::", "{v", "Table:"))
    title = newest(40).title
    (text,) = [text for text in texts if f"{title}" in text.partition("\n\n")[0]]
    assert f"{title} and more" in with_title(text, "and more")


@pytest.mark.slow
def test_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """From the stories to the table, as small as it gets."""
    monkeypatch.setattr(serving, "EDITS", 1)
    said = CliRunner().invoke(bench.main, ["--sizes", "9", "--rounds", "1"])
    assert said.exit_code == 0, said.output
    assert "### 9 stories" in said.output
    assert "| write |" in said.output
