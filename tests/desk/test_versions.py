"""A version whose original was changed: an editor without a command line says that both agree."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from tests.desk.running import HIDDEN, AtDesk, at_desk
from tests.read.folders import put, story, voice

EASY, TEA = "stories/easy.md", "stories/tea.md"
TILDA = voice("tilda", "Tilda", part="author")
ORIGINAL = story("It was hot.\n", TILDA, date="2025-12-01", updated="2026-03-01")
VERSION = story("Tea.\n", title="Easy", easy_read_of=TEA, date="2026-02-01").replace(
    "voices: {}\n", ""
)
BUTTON = 'value="compared"'


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[AtDesk]:
    """A desk of a site with a version that may be behind."""
    site = put(tmp_path / "site", {TEA: ORIGINAL, EASY: VERSION})
    with at_desk(site, tmp_path / "state") as found:
        yield found


def form_at(desk: AtDesk, page: str) -> dict[str, str]:
    """What the form with the button sends, on the page at this address."""
    for form in html.fromstring(desk.get(page).body).iter("form"):
        text = html.tostring(form, encoding="unicode")
        if BUTTON in text:
            return {**dict(HIDDEN.findall(text)), "do": "compared"}
    raise AssertionError(page)


@pytest.mark.parametrize("page", ["/findings", f"/story?path={EASY}"])
def test_that_both_say_the_same_is_noted_and_can_be_taken_back(desk: AtDesk, page: str) -> None:
    """Where the desk tells of it, beside what it means; and it is told again after that."""
    assert BUTTON not in desk.get(f"/story?path={TEA}").text
    answer = desk.keep("/story", form_at(desk, page))
    assert "says what its original says today" in answer.text
    assert "Take the last change back" in answer.text
    assert "\nof_words: " in desk.text(EASY)
    assert BUTTON not in desk.get(page).text
    desk.keep("/story", {"path": EASY, "do": "undo"})
    assert desk.text(EASY) == VERSION
    assert BUTTON in desk.get(page).text


def test_nobody_says_it_of_words_that_they_have_not_seen(desk: AtDesk) -> None:
    """The original was changed again behind an open page: it is read once more first."""
    fields = form_at(desk, "/findings")
    desk.put({TEA: ORIGINAL.replace("hot", "cold")})
    answer = desk.keep("/story", fields)
    assert "Look at it once more" in answer.text
    assert desk.text(EASY) == VERSION


def test_what_is_no_version_is_not_written_to(desk: AtDesk) -> None:
    """A page that was open when it still was one changes nothing."""
    fields = form_at(desk, "/findings") | {"path": TEA}
    desk.keep("/story", fields)
    assert desk.text(TEA) == ORIGINAL
