"""Why advice is not followed in a story: the statement on access tells it, and it names nobody."""

from pathlib import Path

import pytest

from tests.read.folders import read, story, voice

SAM = voice("sam", "Sam Carter", identity="named", part="quoted")
SOMEBODY = voice("kit", "Participant", identity="anonymous", part="quoted")


def told(folder: Path, reason: str) -> list[tuple[str, int, str]]:
    """What is told of a story with a reason, where, and in which words."""
    text = story("It rained.\n", SAM, SOMEBODY, allow=f"\n  initials: '{reason}'")
    found = read(folder, {"stories/rain.md": text}).findings
    return [(one.code, one.line, one.message) for one in found]


@pytest.mark.parametrize("reason", ["As {sam} says", "As sam  carter says", "As {kit} says", "{q}"])
def test_a_reason_that_names_a_voice_is_an_error(tmp_path: Path, reason: str) -> None:
    """No form shows it, and nobody agrees to it; it is not quoted either."""
    found = told(tmp_path, reason)
    assert ("allow-names", 5) in [one[:2] for one in found]
    assert not any("arter" in message for _, _, message in found)


@pytest.mark.parametrize("reason", ["As all say", "\\{sam} is no name", "As a participant says"])
def test_other_reasons_are_none(tmp_path: Path, reason: str) -> None:
    """What many are called is no name."""
    assert told(tmp_path, reason) == []


@pytest.mark.parametrize("key", ["translation_of", "easy_read_of", "responds_to", "in_reply_to"])
def test_a_reason_that_names_a_voice_of_the_story_it_stands_on_is_an_error(
    tmp_path: Path, key: str
) -> None:
    """A version has the voices of its original, and an answer speaks of those whom it answers."""
    rain = story("It rained.\n", SAM, title="Rain", responds_to=None)
    middle = story("Yes.\n", title=None, responds_to="stories/rain.md")
    for number, (reason, codes) in enumerate(
        {"As Sam Carter says": ["allow-names"], "As all say": []}.items()
    ):
        other = story("Glaw.\n", title="Glaw", allow=f"{{initials: '{reason}'}}")
        to = "stories/rain.md"
        if key == "in_reply_to":
            other = other.replace("title:", "responds_to: stories/rain.md\ntitle:")
            to = "stories/middle.md"
        if key.endswith("_of"):
            other = other.replace("voices: {}\n", "")
        other = other.replace("title:", f"{key}: {to}\ntitle:")
        files = {"rain": rain, "middle": middle, "other": other}
        folder = tmp_path / str(number)
        found = read(folder, {f"stories/{name}.md": text for name, text in files.items()})
        assert [one.code for one in found.findings if one.path == "stories/other.md"] == codes
