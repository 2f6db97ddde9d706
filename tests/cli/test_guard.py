"""`byleave consent guard` as people meet it: no name is ever an argument or an answer."""

import json
import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from byleave.cli import main
from byleave.model.guard import GUARD_FILE
from tests.cli.running import Said, build, run
from tests.permission.guarding import found_in
from tests.read.folders import put, story, voice

REAL = "Tamsin Oakley"
FILES = {"stories/shed.md": story("We met Tamsin Oakley.\n", voice("ann", "Ann"))}


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a user's own settings, and no key in the environment."""
    folder = tmp_path / "settings"
    monkeypatch.delenv("BYLEAVE_GUARD_KEY", raising=False)
    monkeypatch.setattr("byleave.cli.keys.click.get_app_dir", lambda name: str(folder / name))
    return folder


def typed(text: str, *arguments: str | Path) -> Said:
    """What a command says when `text` is on its input."""
    result = CliRunner().invoke(main, list(map(str, arguments)), input=text)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Said(code=result.exit_code, out=result.stdout, err=result.stderr)


def guard(site: Path, *arguments: str | Path, text: str = "") -> Said:
    """What `byleave consent guard` says."""
    command, *others = arguments
    return typed(text, "consent", "guard", command, "--site", site, *others)


def test_a_name_is_added_from_the_input_and_never_said(tmp_path: Path, settings: Path) -> None:
    """Neither on the terminal nor in the site folder; only its owner can read the key."""
    site = put(tmp_path / "site", FILES)
    said = guard(site, "add", "--record", "TS-12", text=f"{REAL}\n\nQuillon\n")
    assert said.code == 0
    assert "2 added; 2 guarded" in said.out
    assert not found_in("log.txt", said.all, REAL)
    assert not found_in("a.txt", (site / GUARD_FILE).read_text("utf-8"), REAL)
    (key,) = settings.rglob("*.key")
    assert os.name != "posix" or stat.S_IMODE(key.stat().st_mode) == 0o600


def test_the_list_shows_notes_and_numbers_alone(tmp_path: Path) -> None:
    """Whoever keeps the records knows which name it is."""
    site = put(tmp_path / "site", FILES)
    guard(site, "add", "--record", "TS-12", "--story", "stories/shed.md", text=REAL)
    assert guard(site, "list").out.split() == "1 2 words TS-12 stories/shed.md 1 guarded".split()
    rows = json.loads(guard(site, "list", "--format", "json").out)
    assert rows == [{"number": 1, "words": 2, "record": "TS-12", "story": "stories/shed.md"}]


def test_a_note_may_not_tell_the_name(tmp_path: Path) -> None:
    """The file is public where the repository is."""
    site = put(tmp_path / "site", FILES)
    said = guard(site, "add", "--story", "stories/tamsin-oakley.md", text=REAL)
    assert said.code == 2
    assert not (site / GUARD_FILE).exists()


def test_a_name_of_five_words_is_refused(tmp_path: Path) -> None:
    """It would have to be written in just this way to be found."""
    site = put(tmp_path / "site", FILES)
    said = guard(site, "add", text="one two three four five")
    assert said.code == 2
    assert "one two" not in said.all


def test_a_name_is_removed_by_its_number_or_by_itself(tmp_path: Path) -> None:
    """Whoever has only the list can take one away too."""
    site = put(tmp_path / "site", FILES)
    guard(site, "add", text=f"{REAL}\nQuillon\nAmbrose\n")
    assert "1 removed; 2 guarded" in guard(site, "remove", text="tamsin OAKLEY").out
    assert "1 removed; 1 guarded" in guard(site, "remove", "1").out
    assert "0 removed; 1 guarded" in guard(site, "remove", "7").out


def test_check_says_where_and_not_what(tmp_path: Path) -> None:
    """File, line and number; in files that are named, and in a text on the input as well."""
    files = {**FILES, "stories/tamsin-oakley/a.txt": "x"}
    site = put(tmp_path / "site", files)
    guard(site, "add", text=REAL)
    said = guard(site, "check")
    assert said.code == 1
    assert "stories/shed.md:" in said.out
    assert not found_in("log.txt", said.all, REAL)
    assert "tamsin-oakley" in guard(site, "check", "--verbose").out
    assert guard(site, "check", "-", text="Dear Tamsin Oakley,").code == 1
    assert guard(site, "check", "-", text="Dear reader,").code == 0
    letter = tmp_path / "letter.txt"
    letter.write_text("one\ntwo\nTAMSIN-OAKLEY\n", "utf-8")
    (hit,) = json.loads(guard(site, "check", "--format", "json", letter).out)
    assert (hit["line"], hit["number"]) == (3, 1)


def test_a_build_needs_the_key(tmp_path: Path, settings: Path) -> None:
    """It says what to do, and nothing is written."""
    site = put(tmp_path / "site", FILES)
    guard(site, "add", text=REAL)
    assert build(site, tmp_path / "public").code == 1
    (key,) = settings.rglob("*.key")
    text = key.read_text("ascii")
    key.unlink()
    said = build(site, tmp_path / "other")
    assert said.code == 3
    assert "guard key --enter" in said.err
    assert not (tmp_path / "other").exists()
    assert run("check", "--site", site).code == 3
    env = {"BYLEAVE_GUARD_KEY": text.lower().replace("-", " ")}
    assert run("check", "--site", site, env=env).code == 1


def test_the_key_goes_over_paper(tmp_path: Path, settings: Path) -> None:
    """A computer is lost; the sheet in the locked drawer is not."""
    site = put(tmp_path / "site", FILES)
    guard(site, "add", text=REAL)
    sheet = tmp_path / "sheet.html"
    assert guard(site, "key", "--sheet", sheet).code == 0
    (key,) = settings.rglob("*.key")
    text = key.read_text("ascii").strip()
    assert all(group in sheet.read_text("utf-8") for group in text.split("-"))
    key.unlink()
    assert "not here" in guard(site, "key").out
    assert guard(site, "key", "--enter", text="AAAA-BBBB").code == 2
    assert guard(site, "key", "--enter", text=text.replace("O", "0").lower()).code == 0
    assert ": here" in guard(site, "key").out


def test_neither_the_key_nor_its_sheet_comes_into_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever gets the site would have both."""
    site = put(tmp_path / "site", FILES)
    inside = str(site / "settings")
    with monkeypatch.context() as patch:
        patch.setattr("byleave.cli.keys.click.get_app_dir", lambda _: inside)
        assert guard(site, "add", text=REAL).code == 3
    assert not (site / "settings").exists()
    assert not (site / GUARD_FILE).exists()
    guard(site, "add", text=REAL)
    assert guard(site, "key", "--sheet", site / "sheet.html").code == 3
    assert not (site / "sheet.html").exists()


def test_another_key_in_the_environment_is_told(tmp_path: Path) -> None:
    """A secret that was pasted wrongly must not look like a clean site."""
    site = put(tmp_path / "site", FILES)
    guard(site, "add", text=REAL)
    for wrong in ("nonsense", "AAAA" * 8):
        said = run("check", "--site", site, env={"BYLEAVE_GUARD_KEY": wrong})
        assert said.code == 3
        assert wrong not in said.all


@pytest.mark.parametrize("letters", ["ascii", "cp1252", "utf-8"])
def test_names_are_read_alike_on_every_terminal(tmp_path: Path, letters: str) -> None:
    """A name that was read in other letters would guard nobody, and nobody would notice."""
    site = put(tmp_path / "site", FILES)
    words = ["consent", "guard", "add", "--site", str(site)]
    name = "\ufeffŁucja Ørsted\n".encode()
    said = CliRunner(charset=letters).invoke(main, words, input=name)
    assert said.exit_code == 0, said.output
    put(site, {"stories/more.md": story("We met Łucja Ørsted.\n", title="More")})
    assert "stories/more.md:6: guarded name 1" in guard(site, "check").out


def test_names_in_unknown_letters_are_refused(tmp_path: Path) -> None:
    """Nothing is written: half a list of names is none."""
    site = put(tmp_path / "site", FILES)
    words = ["consent", "guard", "add", "--site", str(site)]
    said = CliRunner().invoke(main, words, input="Quillon\nØrsted\n".encode("cp1252"))
    assert (said.exit_code, "UTF-8" in said.output) == (2, True)
    assert not (site / "site_src/guard.txt").exists()
