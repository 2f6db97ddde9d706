"""How a command ends: 0 done, 1 done without what is faulty, 2 mistyped, 3 nothing written."""

from pathlib import Path

import pytest

from byleave.diagnostics import SiteError, error
from tests.bad_input.trying import GOOD, files_in
from tests.cli.running import build, run
from tests.read.folders import SETTINGS, YES, put, story, voice

FAULTY = {"stories/bad.md": story(date="soon")}
WARNED = {"stories/loose.md": story("[a](/nowhere/)\n", title="Loose")}


def test_done(tmp_path: Path) -> None:
    """A site without an error, whatever is withheld by permission."""
    assert build(put(tmp_path / "site", GOOD), tmp_path / "out").code == 0


def test_done_without_what_is_faulty(tmp_path: Path) -> None:
    """So that a script can publish, and still tell somebody to mend."""
    said = build(put(tmp_path / "site", {**GOOD, **FAULTY}), tmp_path / "out")
    assert said.code == 1
    assert "stories/well/index.html" in files_in(tmp_path / "out")


def test_a_warning_is_no_error(tmp_path: Path) -> None:
    """A link that leads nowhere stops nobody, not even strictly."""
    site = put(tmp_path / "site", {**GOOD, **WARNED})
    said = build(site, tmp_path / "out", "--strict")
    assert (said.code, "1 warning; " in said.out) == (0, True)


def test_strictly_an_error_writes_nothing(tmp_path: Path) -> None:
    """A pull request is to be mended before it is merged."""
    site = put(tmp_path / "site", {**GOOD, **FAULTY})
    said = build(site, tmp_path / "out", "--strict")
    assert (said.code, files_in(tmp_path / "out")) == (3, {})
    assert "nothing was written: --strict" in said.err


def test_strictly_nothing_is_deleted_either(tmp_path: Path) -> None:
    """The folder stays as it was until the error is mended."""
    site, output = put(tmp_path / "site", GOOD), tmp_path / "out"
    build(site, output)
    before = files_in(output)
    put(site, FAULTY)
    (site / "stories/well.md").unlink()
    assert build(site, output, "--strict").code == 3
    assert files_in(output) == before


def test_without_a_site_nothing_is_written(tmp_path: Path) -> None:
    """In a wrong folder one is told which is meant, and how to begin."""
    said = build(tmp_path, tmp_path / "out")
    assert said.code == 3
    assert "--site" in said.err
    assert list(tmp_path.iterdir()) == []


MISTYPED = {
    "no such command": ["biuld"],
    "no such option": ["build", "--outptu"],
    "no such day": ["build", "--as-of", "2026-02-30"],
    "a day in another order": ["build", "--as-of", "01/06/2026"],
    "a word for a day": ["build", "--as-of", "yesterday"],
    "no such executor": ["build", "--executor", "threads"],
    "no processes": ["build", "--executor", "processes:0"],
    "half an address": ["build", "--base-url", "example.org"],
    "a broken address": ["build", "--base-url", "https://["],
    "another kind of address": ["build", "--base-url", "file:///web/lea"],
    "no such format": ["check", "--format", "xml"],
    "a file for a site": ["build", "--site", __file__],
}


@pytest.mark.parametrize("words", MISTYPED.values(), ids=MISTYPED)
def test_what_is_mistyped_is_told(words: list[str], tmp_path: Path) -> None:
    """With the word that is wrong, before anything is read or written."""
    site = put(tmp_path / "site", GOOD)
    where = [] if "--site" in words or words == ["biuld"] else ["--site", str(site)]
    said = run(*words, *where)
    assert said.code == 2
    assert words[-1].removeprefix("x") in said.err
    assert not (site / "public").exists()


def test_a_fault_of_ours_keeps_its_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever mends it needs to see where it is; the folder stays as it was."""

    def broken(*_arguments: object, **_options: object) -> None:
        raise RuntimeError("a mistake of ours")

    monkeypatch.setattr("byleave.cli.site.build_site", broken)
    said = build(put(tmp_path / "site", GOOD), tmp_path / "out")
    assert said.code == 3
    assert "Traceback" in said.err
    assert "a mistake of ours" in said.err


@pytest.mark.parametrize("words", [["-h"], ["--help"], ["build", "-h"], ["check", "--help"]])
def test_help_is_there(words: list[str]) -> None:
    """In lines that fit on a terminal."""
    said = run(*words)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Usage: byleave")
    assert max(map(len, said.out.splitlines())) <= 96


def test_the_version_is_told() -> None:
    """For the one who is asked which one they have."""
    assert run("--version").out.startswith("byleave, version ")


def test_the_site_is_where_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any option the folder one is in is built, into its folder public/."""
    monkeypatch.chdir(put(tmp_path / "site", GOOD))
    assert run("build", "--executor", "serial").code == 0
    assert (tmp_path / "site/public/stories/well/index.html").is_file()


def test_a_site_may_be_published_elsewhere(tmp_path: Path) -> None:
    """`--base-url` takes the place of the address in the settings, path included."""
    site = put(tmp_path / "site", GOOD)
    build(site, tmp_path / "out", "--base-url", "https://example.org/lea/")
    home = files_in(tmp_path / "out")["index.html"].decode()
    assert 'href="/lea/stories/well/"' in home
    assert "lea.example.org" not in home.replace("tilda@lea.example.org", "")


def test_a_site_may_be_opened_without_a_server(tmp_path: Path) -> None:
    """`--relative` makes links to files, which work from a disk."""
    build(put(tmp_path / "site", GOOD), tmp_path / "out", "--relative")
    home = files_in(tmp_path / "out")["index.html"].decode()
    assert 'href="stories/well/index.html"' in home
    assert 'href="/' not in home


def test_nothing_changed_is_said(tmp_path: Path) -> None:
    """A second build tells that every file was already right."""
    site, output = put(tmp_path / "site", GOOD), tmp_path / "out"
    first, second = build(site, output), build(site, output)
    number = len(files_in(output)) - 1
    assert f"files: {number} new, in {output}" in first.out
    assert f"files: {number} unchanged, in {output}" in second.out


def test_what_is_to_be_mended_is_said_again(tmp_path: Path) -> None:
    """A second build of a site in which nothing was changed says of it what the first one said."""
    site, output = put(tmp_path / "site", {**GOOD, **WARNED}), tmp_path / "out"
    first, second = build(site, output), build(site, output)
    assert "warning" in first.err
    assert (second.code, second.err) == (first.code, first.err)


def test_no_site_is_ever_written_to(tmp_path: Path) -> None:
    """A build adds its cache to the folder in which people write, and a check adds nothing."""
    site = put(tmp_path / "site", {**GOOD, **FAULTY, **WARNED})
    before = files_in(site)
    run("check", "--site", site)
    assert files_in(site) == before
    build(site, tmp_path / "out")
    after = files_in(site)
    assert {path for path in after if not path.startswith(".byleave/")} == before.keys()
    assert before.items() <= after.items()


def test_settings_of_another_group_change_nothing(tmp_path: Path) -> None:
    """Two sites can be built one after the other in one process."""
    other = {"site_src/site.yaml": SETTINGS.replace("Lea", "Dee")}
    build(put(tmp_path / "other", {**GOOD, **other}), tmp_path / "dee")
    build(put(tmp_path / "site", GOOD), tmp_path / "out")
    pages = files_in(tmp_path / "out").values()
    assert not any(b"Dee Allotments" in page for page in pages)
    assert any(b"Dee Allotments" in page for page in files_in(tmp_path / "dee").values())


def test_what_was_written_is_told_as_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is withdrawn is withdrawn, even where what to do next cannot be told."""

    def faulty(_site: Path) -> None:
        raise SiteError([error("site_src/site.yaml", "settings", "this is wrong", "mend it")])

    monkeypatch.setattr("byleave.cli.consent.answers.stopping.guessed_host", faulty)
    text = story("Deep.\n", voice("ann", "Ann", YES.replace("R-1", "R-77")))
    site = put(tmp_path / "site", {**GOOD, "stories/pond.md": text})
    said = run("consent", "withdraw", "--site", site, "stories/pond.md", "--voice", "ann")
    assert (said.code, said.out.splitlines()[0]) == (1, "stories/pond.md: ann is withdrawn")
    assert "this is wrong" in said.err
    assert "nothing was written" not in said.err
