"""What a faulty version says is asked about too: nobody comes back by a fault."""

from collections.abc import Callable
from pathlib import Path

import pytest

from byleave.gate import admit
from tests.gate.sites import NOON, the_story
from tests.gate.test_words import AGREED, PASSAGE, agreed
from tests.read.folders import read, story, voice

AGREED_IN_WELSH = "Plannais i’r goeden ellyg ym mis Mawrth, gyda dau gymydog.\n"
NOT_AGREED = AGREED_IN_WELSH.replace("Mawrth", "Mai")

Fault = Callable[[str], str | bytes]


def _without_an_end(text: str) -> str:
    head, _, body = text[4:].partition("---\n")
    return f"---\n{head}\n{body}"


FAULTS: dict[str, Fault] = {
    "a bracket": lambda text: text.replace("voices: {}", "themes: [never\nvoices: {}"),
    "a bracket in the title": lambda text: text.replace("title: Y sied", "title: [Y sied"),
    "a quotation mark": lambda text: text.replace("title: Y sied", 'title: "Y sied'),
    "a key that nobody knows": lambda text: text.replace("voices: {}", "colour: red\nvoices: {}"),
    "a misspelt key": lambda text: text.replace("translation_of", "translaton_of"),
    "a key twice": lambda text: text.replace("title:", "title: Other\ntitle:"),
    "a group for a line": lambda text: text.replace("title: Y sied", "title: {of: Y sied}"),
    "an end too early": lambda text: text.replace("voices: {}", "---\nvoices: {}"),
    "no end": _without_an_end,
    "two dashes as an end": lambda text: text.replace("{}\n---", "{}\n--"),
    "a marker that is none": lambda text: text + "::: note\n",
    "a marker too many": lambda text: text + ":::\n",
    "another letter set": lambda text: text.encode("cp1252"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "a byte that is none": lambda text: text.encode() + b"\xff\n",
    "an unfinished merge": lambda text: text.replace(
        "date:", "<<<<<<< HEAD\nseries: a\n=======\nseries: b\n>>>>>>> 1a2b3c4\ndate:"
    ),
    "a theme that is not there": lambda text: text.replace(
        "voices: {}", "themes: [no]\nvoices: {}"
    ),
    "a picture that is not there": lambda text: text.replace(
        "voices: {}", "media: {a.png: {alt: A, shows: nobody}}\nvoices: {}"
    ),
    "somebody unknown": lambda text: text + "\nHello {nobody-here}.\n",
}


def _published(folder: Path, said: str, fault: Fault) -> list[str]:
    """The words of the original where the Welsh version says `said`, and has a fault."""
    version = story(
        f"Aros.\n\n::: voice sam\n{said}:::\n", title="Y sied", translation_of="stories/shed.md"
    )
    written = fault(version)
    assert written != version
    original = story(PASSAGE, voice("sam", "Sam", agreed(AGREED, AGREED_IN_WELSH)))
    result = read(folder, {"stories/shed.md": original, "stories/sied.md": written})
    assert [one.path for one in result.tree.faulty] == ["stories/sied.md"]
    return [block.text for block in the_story(admit(result.tree, NOON)[0], "shed").blocks]


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_brings_nobody_back(tmp_path: Path, fault: Fault) -> None:
    """Who has not agreed to what a version says stays withheld while it cannot be shown."""
    assert _published(tmp_path, NOT_AGREED, fault) == ["Stays.\n\n"]


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_takes_nobody_away(tmp_path: Path, fault: Fault) -> None:
    """A typing error in a translation must not darken the original."""
    assert _published(tmp_path, AGREED_IN_WELSH, fault) == ["Stays.\n\n", AGREED]


def test_what_a_version_of_a_faulty_version_says_counts_too(tmp_path: Path) -> None:
    """It waits for the one between, and its words are asked about meanwhile."""
    original = story(PASSAGE, voice("sam", "Sam", agreed(AGREED)))
    between = story("Aros.\n", title="Y sied", translation_of="stories/shed.md", colour="red")
    easy = story(f"::: voice sam\n{NOT_AGREED}:::\n", easy_read_of="stories/sied.md")
    files = {"shed": original, "sied": between, "hawdd": easy}
    result = read(tmp_path, {f"stories/{name}.md": text for name, text in files.items()})
    published = admit(result.tree, NOON)[0]
    assert [block.text for block in the_story(published, "shed").blocks] == ["Stays.\n\n"]


def test_words_of_a_faulty_draft_are_not_asked_about(tmp_path: Path) -> None:
    """What would not be shown without the fault takes nobody away with it."""
    original = story(PASSAGE, voice("sam", "Sam", agreed(AGREED)))
    draft = story(PASSAGE + NOT_AGREED, date=None, translation_of="stories/shed.md", colour="red")
    result = read(tmp_path, {"stories/shed.md": original, "stories/sied.md": draft})
    published = admit(result.tree, NOON)[0]
    assert [block.text for block in the_story(published, "shed").blocks] == ["Stays.\n\n", AGREED]
