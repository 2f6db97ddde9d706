"""Papers of a story whose file gets an error just before they are made."""

from pathlib import Path

import pytest

from byleave.editing.refusals import RefusedError
from byleave.gate import register
from byleave.permission.papers.making import Manner, Numbers, made_form, made_letter
from byleave.read import read_site
from tests.permission.auditing import LATER
from tests.read.folders import put, story, voice

PATH = "stories/hush.md"
TEXT = story("Two.\n", voice("sam", "Sam"), title="Hush")


def test_they_are_refused(tmp_path: Path) -> None:
    """Whoever asks for one at the desk may have seen the file as it was a moment ago."""
    site = put(tmp_path, {PATH: TEXT})
    (entry,) = register(read_site(site).tree, LATER)
    numbers = Numbers(site, lambda count: "a" * count)
    assert made_form(site, LATER, entry, numbers, Manner())
    for text in (TEXT.replace("date:", "dat:"), story("Two.\n", voice("ann", "Ann"))):
        put(tmp_path, {PATH: text})
        with pytest.raises(RefusedError) as form:
            made_form(site, LATER, entry, numbers, Manner())
        with pytest.raises(RefusedError) as letter:
            made_letter(site, LATER, [entry], Manner())
        for refused in (form, letter):
            assert "mend the story first" in refused.value.do
