"""What a code means is said where somebody is, without a browser."""

from pathlib import Path

from tests.cli.running import build, run
from tests.read.folders import put, story, voice

TILDA = voice("tilda", "Tilda", part="author")


def test_a_code_is_explained_as_in_the_reference() -> None:
    """What it means, what to do, and where more is."""
    said = run("--explain", "unknown-key")
    assert said.code == 0
    assert said.out.splitlines() == [
        "unknown-key (error): there is no such key here",
        "  do: write it as the message suggests, or take it out",
        "  see: docs/reference/findings.md#unknown-key",
    ]
    assert run("--explain", "[Unknown-Key]").out == said.out


def test_a_code_that_there_is_not_leads_to_the_one_that_is_meant() -> None:
    """It was typed from a screen."""
    said = run("--explain", "unknow-key")
    assert said.code == 2
    assert "did you mean unknown-key?" in said.err


def test_verbose_explains_each_kind_once(tmp_path: Path) -> None:
    """Below all findings, and by itself nothing of it."""
    files = {f"stories/{name}.md": story("Press <select> on it.\n", TILDA) for name in "ab"}
    site = put(tmp_path / "site", files)
    said = build(site, tmp_path / "public", "--verbose")
    assert said.err.count("\ntag-as-words (warning): ") == 1
    assert "what these mean" not in build(site, tmp_path / "public").err
