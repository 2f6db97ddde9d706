"""How words are looked at is known again by the next build, which is another process."""

import os
import subprocess
import sys

import pytest

DIGEST = """
from byleave.gate.remembered import manner_of
from byleave.model.words_about_people import WordAboutPeople, WordList
words = frozenset("with without and the of to in on at by from up down over".split())
entry = WordAboutPeople(
    term="a", forms=("a",), as_people=False, why="w", instead="i", source="",
    not_before=words, not_after=words, only_after=words,
)
class Site:
    language, url = "en-GB", "https://stories.example.org/"
    class prose: engine = "comrak"
print(manner_of(Site, WordList(entries=(entry,)), ()).digest.hex())
"""


@pytest.mark.slow
def test_another_process_knows_it_by_the_same_digest() -> None:
    """Sets come in another order there; else each warning would be found out anew in each build."""
    found = {
        subprocess.run(
            [sys.executable, "-c", DIGEST],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1
