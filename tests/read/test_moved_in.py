"""Keys that people bring from elsewhere get the answer that helps them here."""

from pathlib import Path

import pytest

from byleave.model.event import Event, ProgrammeItem
from byleave.model.settings import NavigationItem, Settings
from byleave.model.source import Consent, FrontMatter, SourceMedia, SourceVoice
from byleave.read.front_matter.moved_in import _BY_GROUP
from byleave.values import field_names
from tests.read.folders import put, read, story

BROUGHT = (
    *("draft", "tags", "categories", "slug", "author", "published", "layout", "permalink"),
    *("image", "excerpt", "publish", "password", "expires", "expiryDate", "embargo", "noindex"),
    *("licence", "content_warning", "translations", "byline", "lead_image", "uuid", "menu"),
)


@pytest.mark.parametrize("key", BROUGHT)
def test_a_key_of_another_program_is_answered(tmp_path: Path, key: str) -> None:
    """Whoever moves in is not told each of our keys, but the one that does the same."""
    (said,) = read(tmp_path, {"stories/a.md": story(**{key: "x"})}).findings
    assert (said.code, said.severity) == ("key-of-others", "error")
    assert f"“{key}”" in said.message
    assert "write one of" not in said.do


KEYS = {
    "": FrontMatter,
    "event": Event,
    "voices": SourceVoice,
    "consent": Consent,
    "media": SourceMedia,
    "programme": ProgrammeItem,
    "settings": Settings,
    "navigation": NavigationItem,
}


@pytest.mark.parametrize("group", KEYS)
def test_no_answer_asks_for_a_key_that_would_be_an_error(group: str) -> None:
    """To do what one is told must not be the next mistake."""
    answers, keys = _BY_GROUP[group], set(field_names(KEYS[group]))
    assert {answer.key for answer in answers.values() if answer.key} <= keys
    assert keys.isdisjoint(answers)
    assert _BY_GROUP.keys() == KEYS.keys()


OF_EVENTS = {
    "date": "starts",
    "time": "starts",
    "end": "ends",
    "location": "place",
    "price": "cost",
    "url": "booking",
    "type": "form",
    "postcode": "address",
}


@pytest.mark.parametrize("key", OF_EVENTS)
def test_a_key_of_other_calendars_is_answered(tmp_path: Path, key: str) -> None:
    """Who guesses at an event is told what does the same, and not what is spelt alike."""
    event = f"{{starts: 2027-05-01, {key}: x}}"
    (said,) = read(tmp_path, {"stories/a.md": story(event=event)}).findings
    assert (said.code, f"`{OF_EVENTS[key]}:`" in said.do) == ("key-of-others", True)


@pytest.mark.parametrize(
    ("key", "asks"), [("location", "place"), ("starts", "event"), ("fee", "cost")]
)
def test_what_an_event_says_of_itself_is_sent_below_it(tmp_path: Path, key: str, asks: str) -> None:
    """Other calendars have all of it at the top."""
    (said,) = read(tmp_path, {"stories/a.md": story(**{key: "x"})}).findings
    assert "below `event:`" in said.do
    assert f"`{asks}:`" in said.do


def test_a_page_is_not_told_of_keys_of_stories(tmp_path: Path) -> None:
    """A fixed page has no themes."""
    page = "---\ntitle: About\ntags: [a]\n---\nWords.\n"
    (said,) = read(put(tmp_path, {"stories/a.md": story()}), {"site_src/pages/a.md": page}).findings
    assert said.code == "unknown-key"
    assert said.about == "tags"


@pytest.mark.parametrize(
    ("front", "about"),
    [
        ({"body": "{clare}\n"}, "clare"),
        ({"themes": "[kettles]"}, "kettles"),
        ({"series": "kettles"}, "kettles"),
    ],
)
def test_what_is_meant_is_kept_beside_the_message(
    tmp_path: Path, front: dict[str, str], about: str
) -> None:
    """On a terminal somebody has to see which of ten it is; the message itself is for logs."""
    (said,) = read(tmp_path, {"stories/a.md": story(**front)}).findings
    assert said.about == about
    assert about not in said.message


def test_a_group_of_keys_says_which(tmp_path: Path) -> None:
    """What belongs there is told, not only that something does."""
    (said,) = read(tmp_path, {"stories/a.md": story(event="Tea at two")}).findings
    assert "starts" in said.do
