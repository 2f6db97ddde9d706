"""Whoever an address or a file is named after is found in it, whatever form it has.

An editor calls a file after the person it is about and does not think of the address that readers
see. When that person leaves, their name must not stay in it.
"""

from pathlib import Path

import pytest

from byleave.model.addresses import is_formerly
from byleave.model.names import is_named_at
from tests.gate.sites import Files, names, passed
from tests.laws.pictures import picture
from tests.read.folders import WITHDRAWN, YES, story, voice

LABELS = {
    "as it is": ("Quillon", "quillon"),
    "a possessive": ("Quillon", "Quillon's garden"),
    "a possessive run together": ("Quillon", "quillons-garden"),
    "a possessive of a name in s": ("Agnes", "agnes-garden"),
    "with its apostrophe": ("O'Brannoch", "o'brannoch"),
    "with a hyphen for it": ("O'Brannoch", "o-brannoch"),
    "without it": ("O'Brannoch", "obrannoch"),
    "with a letter for it": ("O'Brannoch", "o\u02bcbrannoch"),
    "with an underscore": ("Tamsin Oakley", "see_tamsin_oakley"),
    "run together": ("Tamsin Oakley", "tamsinoakley"),
    "in capitals run together": ("Tamsin Oakley", "TamsinOakley"),
    "with a number": ("Tamsin", "tamsin2"),
    "without its accent": ("Zoë", "zoe-s-bench"),
    "with a raised number": ("Tamsin", "tamsin²"),
    "in an address": ("Tamsin", "/old/2012/tamsin/"),
    "in one that is a file": ("Tamsin", "/old/tamsin.html"),
    "Arabic": ("سلمى", "بستان سلمى"),
    "Hindi": ("सीता", "सीता का बगीचा"),
    "Hebrew with its points": ("שרה", "שָׂרָה"),
    "Thai": ("สมชาย", "สวนของสมชาย"),
    "Chinese": ("小明", "小明的花园"),
}


@pytest.mark.parametrize(("name", "label"), LABELS.values(), ids=LABELS)
def test_a_name_is_found_in_what_is_called_after_it(name: str, label: str) -> None:
    """Any way in which people name files."""
    assert is_named_at(name, label)


OTHERS = {
    "a longer word": ("Sam", "samaritans"),
    "the end of a word": ("Sam", "balsam-tree"),
    "a part of the name": ("Tamsin Oakley", "the-tamsin-bridge"),
    "its words apart": ("Tamsin Oakley", "tamsin-and-oakley"),
    "another vowel sign": ("सीता", "सात"),
    "nothing": ("Sam", ""),
    "no name": ("–", "a-b"),
}


@pytest.mark.parametrize(("name", "label"), OTHERS.values(), ids=OTHERS)
def test_a_name_is_not_found_in_other_words(name: str, label: str) -> None:
    """Nobody's story goes for a word that is like a name."""
    assert not is_named_at(name, label)


STAYS = voice("p2", "Bran", part="author")

FORMER = {
    "an old address": ("सीता", "/stories/स-त/", True),
    "the name of a file": ("सीता", "हम_स_त2", True),
    "with a family name": ("सीता O'Brin", "स-त-obrin", True),
    "another name": ("सीता", "सात", False),
    "one word": ("सीता", "सत", False),
    "no vowel signs": ("Tamsin", "tam-sin", False),
    "signs alone": ("ा", "स-त", False),
}


@pytest.mark.parametrize(("name", "label", "found"), FORMER.values(), ids=FORMER)
def test_a_name_is_found_where_its_vowel_signs_were_left_out(
    name: str, label: str, *, found: bool
) -> None:
    """As addresses were made before signs stayed; where they stand, they tell names apart."""
    assert is_formerly(name, label) == found


def test_an_old_address_without_vowel_signs_names_somebody(tmp_path: Path) -> None:
    """It is one that editors were told to add when addresses moved."""
    gone = voice("p1", "सीता", WITHDRAWN)
    files = {
        "stories/shed.md": story("W.\n", gone, STAYS, aliases="[/stories/स-त/]"),
        "stories/plot.md": story("W.\n", gone, STAYS, aliases="[/stories/सत/]"),
    }
    assert names(passed(tmp_path, files)[0]) == ["plot"]


GONE = voice("p1", "Tamsin", WITHDRAWN, part="told-about")
BOTH = GONE + STAYS

HOLDERS: dict[str, Files] = {
    "its file": {"stories/Tamsin's plot.md": story("W.\n", BOTH)},
    "its folder": {"stories/tamsins-plot/index.md": story("W.\n", BOTH)},
    "an old address": {"stories/plot.md": story("W.\n", BOTH, aliases="[/2012/tamsins-plot.html]")},
    "its anchor": {
        "stories/plot.md": story("W.\n", STAYS),
        "stories/plot.responses/Tamsin_s.md": story("W.\n", BOTH, responds_to="stories/plot.md"),
    },
}


@pytest.mark.parametrize("files", HOLDERS.values(), ids=HOLDERS)
def test_a_story_called_after_somebody_goes_with_them(tmp_path: Path, files: Files) -> None:
    """Its address could not be shown without naming them."""
    published, _ = passed(tmp_path, files)
    assert all("name: Tamsin" not in str(files[one.path]) for one in published.stories)
    assert len(published.stories) == len(files) - 1


def test_a_folder_above_that_is_in_no_address_names_nobody(tmp_path: Path) -> None:
    """Readers never see it, so nothing need go for it."""
    published, _ = passed(tmp_path, {"stories/tamsin/plot.md": story("W.\n", BOTH)})
    assert names(published) == ["tamsin/plot"]


def test_a_picture_called_after_somebody_goes_with_them(tmp_path: Path) -> None:
    """The address of the group's own pictures is the name of their file."""
    media = "{/media/tamsins-plot.png: {alt: A plot, shows: nobody}}"
    text = "![](/media/tamsins-plot.png) and more.\n"
    files: Files = {
        "stories/plot.md": story(text, BOTH, media=media),
        "site_src/media/tamsins-plot.png": picture("plot"),
    }
    published, _ = passed(tmp_path, files)
    assert [one.media for one in published.stories] == [{}]


@pytest.mark.parametrize("use", ["feed", "engines", "social", "search"])
def test_a_story_called_after_somebody_is_used_as_they_allow(tmp_path: Path, use: str) -> None:
    """A line in a feed has the address in it, and the home page links to it."""
    less = YES.replace(f", {use}", "")
    files = {"stories/tamsins-plot.md": story("W.\n", voice("p1", "Tamsin", less) + STAYS)}
    (shown,) = passed(tmp_path, files)[0].stories
    assert shown.named == {"p1"}
