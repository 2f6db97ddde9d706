"""Forms that are heard: what is read out, and what is said where nothing can speak."""

import shutil
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.read.folders import put, story, voice

STORY = "stories/shed.md"


def read_out(folder: Path) -> Path:
    """Where the form of Sam is, after it was made to be read out."""
    sam = voice("sam", "Sam", "{asked: 2026-01-05}", part="storyteller")
    site = put(folder, {STORY: story("::: voice sam\nI mended the gate.\n:::\n", sam)})
    said = run("consent", "form", STORY, "--aloud", "--site", site)
    assert said.code == 0, said.all
    return site / "permission-forms"


def test_a_script_has_what_the_form_has_in_its_order(tmp_path: Path) -> None:
    """Each once: who cannot read hears what others see, and each question with its answers."""
    text = (read_out(tmp_path) / "shed.sam.txt").read_text("utf-8")
    places = [
        text.index(words)
        for words in (
            "Your part in The shed",
            "What would be public",
            "I mended the gate.",
            "On our website",
            "Yes? / No?",
            "If you change your mind",
        )
    ]
    assert text.count("I mended the gate.") == 1
    assert places[:4] == sorted(places[:4])
    assert "Your signature or mark" not in text


def test_without_a_program_that_speaks_the_script_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said in one line what to install, and a person can read it out."""
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    folder = read_out(tmp_path)
    assert (folder / "shed.sam.txt").is_file()
    assert not (folder / "shed.sam.wav").exists()
