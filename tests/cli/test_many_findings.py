"""Many findings are told in few lines, and nothing is left out that somebody asks for."""

import json
from collections.abc import Iterator

import pytest
from click import unstyle

from byleave.cli.findings import as_text
from byleave.cli.reporting import told
from byleave.diagnostics import Diagnostic, error, warning, warnings_on
from byleave.positions import Position


def many(number: int, code: str = "unknown-key") -> Iterator[Diagnostic]:
    """As many errors with one way to mend them, each in a file of its own."""
    for one in range(number):
        at = Position(line=one + 1, column=1)
        yield error(f"stories/{one:03}.md", code, "no such key", "take it out", at, about=f"k{one}")


def test_three_of_a_kind_are_told_one_by_one() -> None:
    """They are few enough to go through."""
    assert as_text(many(3)).count("do: take it out") == 3


def test_more_are_told_together() -> None:
    """How many there are, where the first three stand, and once what to do."""
    assert unstyle(as_text(many(951), named=True)).splitlines() == [
        "error[unknown-key]: 951 times, in 951 files",
        "  stories/000.md:1:1: no such key: k0",
        "  stories/001.md:2:1: no such key: k1",
        "  stories/002.md:3:1: no such key: k2",
        "  and 948 more: --verbose names all",
        "  do: take it out",
    ]


def test_examples_differ_where_the_findings_do() -> None:
    """One that says something else is worth more than a third of the same."""
    other = warning("stories/z.md", "link", "another", "do that")
    alike = [warning(f"stories/{n}.md", "link", "the same", "do this") for n in range(3)]
    said = as_text([*alike, other])
    assert "another" in said
    assert "do: do that" in said


def test_each_way_to_mend_many_is_told() -> None:
    """Ten thousand of one kind do not hide what is to be done about four others."""
    others = [error(f"stories/o{n}.md", "unknown-key", "no", "rename it") for n in range(4)]
    said = as_text([*many(100), *others])
    assert "do: take it out" in said
    assert "do: rename it" in said


def test_errors_come_first() -> None:
    """What keeps a story away matters more than what could be better."""
    said = as_text([warning("a.md", "link", "loose", "mend it"), *many(5)])
    assert said.index("error[") < said.index("warning[")


def test_the_most_harmful_comes_first() -> None:
    """What keeps most stories away; what may tell of somebody; what nobody sees; the rest."""
    kinds = [
        *(warning(f"stories/{n}.md", "table-heads", "no heads", "write them") for n in range(9)),
        *(warning(f"stories/{n}.md", "heading-alone", "alone", "write it") for n in range(5)),
        *(warning(f"stories/{n}.md", "counts-people", "counted", "say so") for n in range(4)),
        *many(4, "date"),
        *many(7, "yaml"),
        error("stories/z.md", "part", "nearly", "correct it"),
    ]
    said = unstyle(as_text(kinds))
    codes = ["yaml", "date", "part", "counts-people", "heading-alone", "table-heads"]
    places = [said.index(f"[{code}]") for code in codes]
    assert places == sorted(places)


def test_a_terminal_is_told_no_more_than_a_screen() -> None:
    """What has scrolled away has not been told; the last line says how much there is."""
    found = [one for code in "abcdefghij" for one in many(4, code)]
    said = as_text(found, short=True).splitlines()
    assert len(said) < 24
    assert said[-1] == "and 7 more like these, of 40 in all: --verbose names all"
    assert said[-2] == "also: 4 × d, 4 × e, 4 × f, 4 × g, 4 × h, 4 × i, 4 × j"
    assert len(as_text(found).splitlines()) == 60


def test_whoever_asks_is_told_all() -> None:
    """With --verbose each has its place, and what it is about."""
    said = told(many(50), verbose=True)
    assert said.count("do: take it out") == 50
    assert "k49" in said


@pytest.mark.parametrize("form", ["json", "github"])
def test_programs_are_told_all(form: str) -> None:
    """What reads these forms counts by itself."""
    assert told(many(50), form).count("take it out") == 50


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_log_is_not_told_what_it_is_about(form: str) -> None:
    """Logs are kept, and passed on."""
    assert "qwynneth" not in told([error("a.md", "x", "no", "do", about="qwynneth")], form)


def test_a_terminal_is_told_what_it_is_about(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody can mend what has no name."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert "no: qwynneth" in told([error("a.md", "x", "no", "do", about="qwynneth")])


def test_what_it_is_about_moves_nothing_on_a_terminal() -> None:
    """Front matter can hold any sign, and a terminal obeys some of them."""
    found = error("a.md", "x", "no", "do", about="a\x1b[2J\nb" + "c" * 999)
    assert found.about.isprintable()
    assert len(found.about) <= 80
    assert json.dumps(found.about).isascii() or "…" in found.about


def test_sarif_has_every_finding_with_its_places_and_its_rule() -> None:
    """Hosts of code and editors show them beside the lines, and say what each means."""
    at = Position(line=7, column=3)
    loose = warning("stories/my shed.md", "link", "no such page", "correct it", at, about="x.md")
    odd = warnings_on("stories/a.md", "words-lost", "gone", "look", [12, 9])
    (run,) = json.loads(told([loose, *odd], "sarif", verbose=True))["runs"]
    first, second = run["results"]
    assert first["message"]["text"] == "no such page: x.md. Do: correct it"
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "stories/my%20shed.md", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 7, "startColumn": 3},
    }
    lines = [one["physicalLocation"]["region"]["startLine"] for one in second["locations"]]
    assert lines == [9, 12]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[one["ruleIndex"]]["id"] for one in (first, second)] == ["link", "words-lost"]
    assert "findings.md#words-lost" in rules[1]["help"]["text"]
    assert "x.md" not in told([loose], "sarif")
