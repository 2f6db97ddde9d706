"""`byleave up-to-date`: what editors hear of versions whose original has changed."""

from pathlib import Path

from tests.cli.running import run
from tests.read.folders import SETTINGS, put, story, voice

TILDA = voice("tilda", "Tilda", part="author")
ORIGINAL = story("It was hot.\n", TILDA, date="2025-12-01")
EASY = story("Tea.\n", title="Easy", easy_read_of="stories/tea.md", date="2026-02-01").replace(
    "voices: {}\n", ""
)
FILES = {
    "site_src/site.yaml": SETTINGS,
    "stories/tea.md": ORIGINAL,
    "stories/easy.md": EASY,
}


def test_who_says_it_hears_of_the_next_change(tmp_path: Path) -> None:
    """Somebody who cannot code copies the command from the message, and it is silent again."""
    put(tmp_path, FILES)
    easy = tmp_path / "stories" / "easy.md"
    said = run("up-to-date", "--site", tmp_path, "stories/easy.md")
    assert said.code == 0
    assert "stories/easy.md: up to date with stories/tea.md" in said.out
    assert easy.read_text("utf-8").replace("\nof_words: ", "", 1).startswith("---\ntitle: ")
    assert "version-behind" not in run("check", "--site", tmp_path).all
    put(tmp_path, {"stories/tea.md": ORIGINAL.replace("hot", "cold")})
    assert "do: bring the version up to date, then: byleave up-to-date stories/easy.md" in (
        run("check", "--site", tmp_path).all
    )
    run("up-to-date", "--site", tmp_path, "stories/easy.md")
    assert "version-behind" not in run("check", "--site", tmp_path).all


def test_what_is_no_version_is_left_alone(tmp_path: Path) -> None:
    """It says which of them it is, and none of those that were named is changed."""
    put(tmp_path, FILES)
    said = run("up-to-date", "--site", tmp_path, "stories/easy.md", "stories/tea.md")
    assert said.code == 3
    assert "stories/tea.md is no version of another story; nothing was written" in said.err
    assert (tmp_path / "stories" / "easy.md").read_text("utf-8") == EASY


def test_a_faulty_original_is_named(tmp_path: Path) -> None:
    """Nobody can say what its words are until it is mended."""
    put(tmp_path, {**FILES, "stories/tea.md": ORIGINAL.replace("date: ", "dat: ")})
    said = run("up-to-date", "--site", tmp_path, "stories/easy.md")
    assert said.code == 3
    assert "stories/tea.md is not there, or has an error" in said.err
