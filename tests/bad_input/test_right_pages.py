"""Unusual files that are nobody's mistake: each becomes the page that its writer expects."""

from pathlib import Path

import pytest

from tests.bad_input.trying import Attempt, attempt
from tests.read.folders import WITHDRAWN, YES, story, voice

pytestmark = pytest.mark.slow

PATH = "stories/good.md"
PAGE = "stories/good/index.html"
TEXT = story("One.\n\n::: voice sam\nTwo.\n:::\n\nThree.\n", voice("sam", "Sam"), title="Good")


def good(folder: Path, text: str | bytes) -> Attempt:
    """A build that published the story in question without a word of complaint."""
    tried = attempt(folder, {PATH: text})
    # Nobody has made a list of records for so small a site, which is no complaint about the story.
    complaints = [one for one in tried.said.err.splitlines() if "not in the list of" not in one]
    assert (tried.said.code, complaints) == (0, [])
    return tried


@pytest.fixture(name="plain", scope="module")
def _plain(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The page as it is when its file is written in the usual way."""
    return good(tmp_path_factory.mktemp("plain"), TEXT).after[PAGE]


SAME = {
    "a byte order mark": "\ufeff" + TEXT,
    "line ends of Windows": TEXT.replace("\n", "\r\n"),
    "line ends of old Macs": TEXT.replace("\n", "\r"),
    "both": ("\ufeff" + TEXT).replace("\n", "\r\n"),
    "spaces after the dashes": TEXT.replace("---\n", "---  \n"),
    "no line end at the end": TEXT.rstrip("\n"),
    "control characters": TEXT.replace("Two", "T\x01w\x1b\x7fo"),
    "our own markers": TEXT.replace("Two", "T\ue000w\ue001o"),
    "an escape of YAML": TEXT.replace("title: Good", 'title: "Go\\x01od\\ue000"'),
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_the_same_story_is_the_same_page(tmp_path: Path, plain: bytes, text: str) -> None:
    """What editors and word processors add without being asked does not show, byte for byte."""
    assert good(tmp_path, text).after[PAGE] == plain


@pytest.mark.parametrize(
    "begins", ["\nplace: Leeds\n---\n", "Place: Leeds\n---\n", "place: Leeds\n\n---\n"]
)
def test_a_text_may_look_like_keys(tmp_path: Path, begins: str) -> None:
    """A line with a colon above a rule, or as a heading, is usual at the beginning of a text."""
    front, _, body = TEXT.rpartition("---\n")
    tried = attempt(tmp_path, {PATH: f"{front}---\n{begins}{body}"})
    assert tried.said.code == 0
    assert "Leeds" in tried.words(PAGE)


def test_what_is_no_letter_at_all_is_shown_as_such(tmp_path: Path) -> None:
    """A NUL byte breaks nothing; readers see that something is missing, and editors are told."""
    tried = attempt(tmp_path, {PATH: TEXT.replace("Two", "T\0wo")})
    assert tried.said.code == 0
    assert f"{PATH}:14:1: warning[letter-lost]" in tried.said.err
    assert "T\ufffdwo." in tried.words(PAGE)


def test_a_title_of_five_thousand_letters(tmp_path: Path) -> None:
    """It is shown whole; addresses come from the file's name, so that nothing is too long."""
    title = "Long " * 999 + "end"
    tried = good(tmp_path, TEXT.replace("Good", title))
    assert title in tried.words(PAGE)
    assert title.encode() in tried.after["feed.xml"]


def test_a_name_of_five_thousand_letters(tmp_path: Path) -> None:
    """It is shown whole, too."""
    name = "Sam" + " of the allotments" * 300
    assert name in good(tmp_path, TEXT.replace("name: Sam", f"name: {name}")).words(PAGE)


@pytest.mark.slow
def test_a_line_of_a_million_letters(tmp_path: Path) -> None:
    """A body without a single line end arrives whole."""
    body = "word " * 200_000 + "end."
    tried = good(tmp_path, TEXT.replace("Two.", body))
    assert tried.words(PAGE).count("word") == 200_000


NAMES = {
    "Arabic": ("ar", "سلمى", "قالت {v} إن السلة فارغة."),
    "Welsh": ("cy", "Llŷr ap Siôn", "Dywedodd {v} fod y fasged yn wag."),
    "Chinese": ("zh", "王小明", "{v}说篮子是空的。"),
    "Persian": ("fa", "می‌نا", "{v} گفت سبد خالی است."),
    "Korean": ("ko", "김민준", "{v}은 바구니가 비었다고 했다."),
    "with an apostrophe": ("en-GB", "Siobhán O’Dwyer-Ng", "{v} said the basket was empty."),
    "that looks like HTML": ("en-GB", "<b>Sam</b> & co", "{v} said the basket was empty."),
    "that looks like Markdown": ("en-GB", "*Sam* Jones", "{v} said the basket was empty."),
}


@pytest.mark.parametrize(("language", "name", "said"), NAMES.values(), ids=NAMES)
def test_a_name_is_shown_as_its_owner_writes_it(
    tmp_path: Path, language: str, name: str, said: str
) -> None:
    """In the text and in the list of voices, in any script."""
    text = story(f"{said}\n", voice("v", f"'{name}'"), title="Good", language=language)
    words = good(tmp_path, text).words(PAGE)
    assert said.replace("{v}", name) in words
    assert words.count(name) == 2


@pytest.mark.parametrize(("language", "name", "said"), NAMES.values(), ids=NAMES)
def test_a_name_in_any_script_is_withheld(
    tmp_path: Path, language: str, name: str, said: str
) -> None:
    """Written out in a passage, it takes the passage along."""
    passage = f"::: voice tom\n{said.replace('{v}', name)}\n:::\n"
    gone = voice("v", f"'{name}'", WITHDRAWN)
    text = story(f"Stays.\n\n{passage}", gone, voice("tom", "Tom"), title="Good", language=language)
    tried = good(tmp_path, text)
    assert "Stays." in tried.words(PAGE)
    assert [path for path, content in tried.after.items() if name.encode() in content] == []


def test_an_index_directly_in_stories(tmp_path: Path) -> None:
    """It has no folder of its own to be named after, so it is named after its file."""
    tried = attempt(tmp_path, {"stories/index.md": TEXT})
    # Nobody has made a list of records for so small a site, which is no complaint about the story.
    complaints = [one for one in tried.said.err.splitlines() if "not in the list of" not in one]
    assert (tried.said.code, complaints) == (0, [])
    assert "Good" in tried.words("stories/index/index.html")
    assert tried.after["stories/index.html"] != tried.after["stories/index/index.html"]


def test_a_story_that_is_not_due(tmp_path: Path) -> None:
    """A date that is still to come is no mistake and no page."""
    tried = attempt(tmp_path, {PATH: TEXT.replace("2026-01-01", "2099-12-31", 1)})
    assert (tried.said.code, tried.after) == (0, tried.before)
    assert "1 not due yet" in tried.said.out


def test_a_story_of_long_ago(tmp_path: Path) -> None:
    """A letter from a drawer may be older than anybody who reads it."""
    assert "Two." in good(tmp_path, TEXT.replace("2026-01-01", "1901-01-01", 1)).words(PAGE)


@pytest.mark.parametrize("year", ["0001", "0202", "9999"])
def test_a_year_that_is_a_slip_is_told(tmp_path: Path, year: str) -> None:
    """Nobody meant it, so nothing is published by it: neither as a date nor as an end."""
    dated = TEXT.replace("2026-01-01", f"{year}-01-01", 1)
    ended = TEXT.replace(YES, YES.replace("2040-01-01", f"{year}-12-31"))
    for text in (dated, ended):
        tried = attempt(tmp_path / str(text is ended), {PATH: text})
        assert [code for _, code in tried.findings] == ["year"]
        assert tried.after == tried.before
