"""The stories of the demonstration, written by hand in many ways: each record can be changed."""

from pathlib import Path

import pytest

from byleave.editing.front_matter import Edit, edited
from byleave.permission.answers.declared import files
from byleave.read.front_matter.splitting import split_file
from tests.architecture.sources import REPOSITORY

VOICES = [
    pytest.param(one.path, one.voice, id=f"{one.path}-{one.voice}")
    for one in files(REPOSITORY).voices
]


@pytest.mark.parametrize(("path", "voice"), VOICES)
def test_a_key_is_written_and_taken_out_again(path: str, voice: str) -> None:
    """The reader reads what was written, and afterwards the file is what it was."""
    text = (Path(REPOSITORY) / path).read_bytes().decode()
    place = ("voices", voice, "consent", "corrected")
    gone = edited(text, [Edit(path=place, value="2026-03-02")])
    old, new = split_file(text, path), split_file(gone, path)
    old.data["voices"][voice]["consent"]["corrected"] = "2026-03-02"
    assert (new.data, new.body, new.findings) == (old.data, old.body, ())
    assert edited(gone, [Edit(path=place, value=None)]) == text
