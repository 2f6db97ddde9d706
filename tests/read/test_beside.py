"""What stands beside a story: whom to talk to, and whether it may be copied."""

from pathlib import Path

import pytest

from byleave.diagnostics import SiteError
from tests.read.folders import SETTINGS, read, story, voice

SAM = voice("sam", "Sam", part="author")


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("rights: cc-by-4.0\n", "rights-of-all"),
        ("rights: {en-GB: Ask, cy: CC-BY-NC-4.0}\n", "rights-of-all"),
        ("help_lines: [{name: Somebody, when: at night}]\n", "help-way"),
    ],
)
def test_what_settings_cannot_say_for_everybody(tmp_path: Path, lines: str, code: str) -> None:
    """Nobody's words are under a licence that they were not shown; a promise needs a door."""
    with pytest.raises(SiteError) as stopped:
        read(tmp_path, {"site_src/site.yaml": SETTINGS + lines})
    assert [one.code for one in stopped.value.findings] == [code]


@pytest.mark.parametrize("key", ["notice", "rights", "what_happened"])
def test_a_response_has_no_words_beside_it(tmp_path: Path, key: str) -> None:
    """It stands below its story, where nobody would meet them: it is told and not dropped."""
    files = {
        "stories/rain.md": story("It rained.\n", SAM),
        "stories/rain.responses/one.md": story(
            "So it did.\n", voice("ann", "Ann"), responds_to="stories/rain.md", **{key: "ask-first"}
        ),
    }
    result = read(tmp_path, files)
    assert [one.code for one in result.findings] == ["outcome-of-response"]
    assert f"`{key}:`" in result.findings[0].message
