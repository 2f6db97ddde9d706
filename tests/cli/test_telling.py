"""What is told, to whom, and in which form; and what is told to nobody who did not ask."""

import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from byleave.cli.reporting import FORMATS
from byleave.diagnostics import error, warning
from tests.bad_input.trying import GOOD, SECRETS, files_in
from tests.cli.running import DAY, Said, build, run
from tests.read.folders import WITHDRAWN, put, story, voice

# One of each reason for which a story is withheld; who is in them is called Qwynneth.
REASONS = {
    **GOOD,
    "stories/hush/author.md": story("A.\n", voice("qw-7731", "Qwynneth", WITHDRAWN, part="author")),
    "stories/hush/later.md": story(date="2027-01-01"),
    "stories/hush/answer.md": story(responds_to="stories/hush.md", title=None),
    "stories/hush/session.md": story(title="Session", part_of="stories/well.md"),
    "stories/open.md": story("See [the day](hush.md).\n", title="Open", part_of="stories/hush.md"),
    "stories/bad.md": story(date="soon"),
}


def told(folder: Path, *words: str) -> Said:
    """What a build of all these says."""
    return build(put(folder / "site", REASONS), folder / "out", *words)


def test_how_much_is_withheld_is_told_to_everybody(tmp_path: Path) -> None:
    """Counts by reason, in one line."""
    first = told(tmp_path).out.splitlines()[0]
    assert first == (
        "1 error, 2 warnings; 4 stories published, 1 withheld by its error, "
        "1 withheld by permission, 1 withheld with the story it stands on, 1 draft, "
        "1 not due yet, 1 voice withheld in published stories"
    )


SAID = ("qw-7731", "Qwynneth", "author.md", "later.md", "answer.md", "Unripe plums")


def test_who_and_what_is_withheld_is_told_to_nobody(tmp_path: Path) -> None:
    """A log on the web would tell what the site itself no longer does."""
    said = told(tmp_path)
    assert [word for word in (*SAID, "hush.md") if word in said.all] == []


def test_links_to_what_is_withheld_are_told_like_any_other(tmp_path: Path) -> None:
    """Where the link stands, and nothing of where it leads."""
    said = told(tmp_path)
    unknown = put(tmp_path / "site", {"stories/hush.md": b""})
    (unknown / "stories/hush.md").unlink()
    again = build(unknown, tmp_path / "out")
    of_open = [line for line in said.err.splitlines() if "stories/open.md" in line]
    assert len(of_open) == 2
    assert of_open == [line for line in again.err.splitlines() if "stories/open.md" in line]


def test_whoever_asks_is_told_everything(tmp_path: Path) -> None:
    """On their own screen: which file, which voice, and why."""
    details = told(tmp_path, "--verbose").err
    for line in (
        "stories/hush/author.md: withheld (permission)",
        "stories/hush.md: withheld (draft)",
        "stories/hush/later.md: withheld (future)",
        "stories/hush/answer.md: withheld (follows)",
        "stories/bench.md: voice qw-7731 withheld (withdrawn)",
    ):
        assert line in details
    assert "stories/hush/answer.md:3:1: warning[reference]" in details


def test_asking_changes_no_file(tmp_path: Path) -> None:
    """What is told on the screen goes nowhere else."""
    told(tmp_path)
    before = files_in(tmp_path / "out")
    told(tmp_path, "--verbose")
    assert files_in(tmp_path / "out") == before


def test_findings_and_counts_are_told_apart(tmp_path: Path) -> None:
    """A script that reads the counts is not confused by what is wrong."""
    said = told(tmp_path)
    assert re.match(r"stories/bad\.md:3:1: error\[date\]: .+\n  do: ", said.err)
    assert "[" not in said.out


def check(folder: Path, form: str, *words: str) -> Said:
    """What `byleave check` says in a form."""
    site = put(folder / "site", REASONS)
    return run("check", "--site", site, "--as-of", DAY, "--format", form, *words)


def test_findings_as_json(tmp_path: Path) -> None:
    """For programs: each finding with all its parts, and nothing else on the output."""
    said = check(tmp_path, "json")
    found = json.loads(said.out)
    assert said.code == 1
    assert [(one["path"], one["line"], one["code"]) for one in found] == [
        ("stories/bad.md", 3, "date"),
        ("stories/open.md", 4, "reference"),
        ("stories/open.md", 7, "link"),
    ]
    assert found[0]["do"] == "write it like 2026-03-31"
    assert [secret for secret in SECRETS if secret in said.all] == []


def test_private_findings_as_json_for_whoever_asks(tmp_path: Path) -> None:
    """They are the same as on the screen."""
    paths = {one["path"] for one in json.loads(check(tmp_path, "json", "--verbose").out)}
    assert "stories/hush/answer.md" in paths


def test_findings_for_github(tmp_path: Path) -> None:
    """They appear at their lines in a pull request."""
    first = check(tmp_path, "github").out.splitlines()[0]
    assert first.startswith("::error file=stories/bad.md,line=3,col=1,title=date::this is not a ")
    assert first.endswith("Do: write it like 2026-03-31")


def test_findings_for_gitlab(tmp_path: Path) -> None:
    """They appear at their lines in a merge request, and each is known again on another branch."""
    found = json.loads(check(tmp_path, "gitlab").out)
    first = found[0]
    assert first["location"] == {"path": "stories/bad.md", "lines": {"begin": 3}}
    assert (first["check_name"], first["severity"]) == ("date", "major")
    assert len({one["fingerprint"] for one in found}) == len(found)
    twice = [warning("a.md", "link", "no such page", "mend it")] * 2
    prints = [one["fingerprint"] for one in json.loads(FORMATS["gitlab"](twice))]
    assert len(set(prints)) == 2


def test_what_github_would_misread_is_escaped() -> None:
    """A message cannot become a command of its own, nor a path another one."""
    finding = error("a,b:c.md", "x", "100%\n::stop", "y")
    assert FORMATS["github"]([finding]) == (
        "::error file=a%2Cb%3Ac.md,line=1,col=1,title=x::100%25%0A::stop. Do: y"
    )


def test_nothing_to_tell_is_a_list_of_nothing(tmp_path: Path) -> None:
    """A program can rely on the form."""
    said = run("check", "--site", put(tmp_path / "site", GOOD), "--format", "json")
    assert (said.code, json.loads(said.out)) == (0, [])


def test_a_stopped_check_keeps_its_form(tmp_path: Path) -> None:
    """Faulty settings are told in the form that was asked for, too."""
    site = put(tmp_path / "site", {**GOOD, "site_src/site.yaml": "format: 1\n"})
    said = run("check", "--site", site, "--format", "json")
    assert said.code == 3
    assert {one["path"] for one in json.loads(said.out)} == {"site_src/site.yaml"}


COLOUR = "\x1b["


def test_colours_are_for_terminals(tmp_path: Path) -> None:
    """A file or a pipe gets none."""
    site = put(tmp_path / "site", REASONS)
    assert COLOUR in run("check", "--site", site, colour=True).err
    assert COLOUR not in run("check", "--site", site).err


@pytest.mark.parametrize("value", ["1", "yes", "0"])
def test_colours_can_be_refused(tmp_path: Path, value: str) -> None:
    """NO_COLOR, whatever it is set to, as https://no-color.org says."""
    site = put(tmp_path / "site", REASONS)
    said = run("check", "--site", site, colour=True, env={"NO_COLOR": value})
    assert COLOUR not in said.all


def test_on_a_terminal_it_is_told_where_the_reasons_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever finds that their story has gone looks here first. Logs stay as short as they were."""
    text = story("Words.\n", voice("sam", "Sam", "{}", part="author"))
    site, output = put(tmp_path / "site", {"stories/shed.md": text}), tmp_path / "public"
    why = "why: byleave check --verbose"
    assert why not in build(site, output).err
    terminal = SimpleNamespace(stderr=SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("byleave.cli.reporting.sys", terminal)
    said = build(site, output)
    assert "1 withheld by permission" in said.out
    assert why in said.err
    assert why not in build(site, output, "--verbose").err


def test_an_empty_refusal_refuses_nothing(tmp_path: Path) -> None:
    """NO_COLOR without a value is as good as not set."""
    site = put(tmp_path / "site", REASONS)
    assert COLOUR in run("check", "--site", site, colour=True, env={"NO_COLOR": ""}).err


def test_checking_writes_nothing(tmp_path: Path) -> None:
    """Not even where something else stands in the place of the public folder."""
    site = put(tmp_path / "site", {**REASONS, "public/thesis.odt": "three years"})
    before = files_in(site)
    assert run("check", "--site", site, "--as-of", DAY).code == 1
    assert files_in(site) == before
