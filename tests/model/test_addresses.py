"""What an address keeps of a name: all by which people tell names apart, in every script."""

import unicodedata
from itertools import groupby
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byleave.model.addresses import (
    RESERVED,
    SECTIONS,
    address_of_person,
    alike,
    anchors_meant,
    as_response_anchor,
    file_path,
    former_slug,
    former_story_address,
    page_address,
    response_anchor,
    series_address,
    slug,
    story_address,
    theme_address,
)
from tests.generated import examples

SCRIPTS = {
    "Hindi": ("चाय की दुकान", "चाय-की-दुकान"),
    "Bengali": ("চায়ের দোকান", unicodedata.normalize("NFC", "চায়ের-দোকান")),
    "Gujarati": ("ચાની દુકાન", "ચાની-દુકાન"),
    "Punjabi": ("ਚਾਹ ਦੀ ਦੁਕਾਨ", "ਚਾਹ-ਦੀ-ਦੁਕਾਨ"),
    "Tamil": ("தேநீர் கடை", "தேநீர்-கடை"),
    "Sinhala with its joiner": ("ශ්\u200dරී ලංකා", "ශ්රී-ලංකා"),
    "Thai": ("ร้านน้ำชา", "ร้านน้ำชา"),
    "Khmer": ("ហាង កាហ្វេ", "ហាង-កាហ្វេ"),
    "Hebrew with its points": ("שָׁלוֹם", unicodedata.normalize("NFC", "שָׁלוֹם")),
    "Arabic with its vowels": ("سَلْمى", "سَلْمى"),
    "Yoruba": ("Ọjọ́ wa", "ọjọ́-wa"),
    "Turkish": ("İnci", "i\u0307nci"),
    "Greek": ("ΚΉΠΟΣ", "κήποσ"),
    "German": ("Weiß", "weiss"),
    "Chinese": ("小明的花园", "小明的花园"),
    "Adlam": ("\U0001e900\U0001e901", "\U0001e922\U0001e923"),
    "digits": ("٣ plots, ۴ beds", "٣-plots-۴-beds"),
    "an apostrophe": ("O'Brien’s", "o-brien-s"),
    "a letter like one": ("O\u02bcBrien", "o\u02bcbrien"),
    "an emoji": ("I ❤️ tea", "i-tea"),
    "a soft hyphen": ("gar\u00adden", "garden"),
    "a sign of no width": ("tamsin\u200boakley", "tamsin-oakley"),
    "signs alone": ("?!", "untitled"),
}


@pytest.mark.parametrize(("words", "made"), SCRIPTS.values(), ids=SCRIPTS)
def test_an_address_keeps_letters_marks_and_digits(words: str, made: str) -> None:
    """Whoever reads the script reads the name in the address."""
    assert slug(words) == made


# Of every script some letters and marks: what a name is made of, and what stands between.
_SIGNS = st.characters(categories=["L", "M", "N", "P", "S", "Zs", "Cf"])
_NAMES = st.text(_SIGNS, max_size=12)
ALWAYS_THE_SAME = settings(max_examples=examples(300), deadline=None, derandomize=True)


# Default_Ignorable_Code_Point of Unicode's DerivedCoreProperties.txt.
_IGNORABLE = [
    range(first, last + 1)
    for first, last in (
        (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5),
        (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164),
        (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0x1BCA0, 0x1BCA3),
        (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
    )
]  # fmt: skip


def _told_apart(name: str) -> list[str]:
    """The runs of letters, marks and digits of a name, folded as Unicode says (3.13, D145)."""
    plain = unicodedata.normalize("NFD", name)
    folded = unicodedata.normalize("NFD", plain.casefold())
    seen = (sign for sign in folded if not _is_unseen(sign))
    runs = groupby(seen, lambda sign: unicodedata.category(sign)[0] in "LMN")
    return ["".join(run) for is_name, run in runs if is_name]


def _is_unseen(sign: str) -> bool:
    """Whether a sign only changes how its neighbours look, and parts no words."""
    return sign not in "\u200b\u200c" and any(ord(sign) in one for one in _IGNORABLE)


@ALWAYS_THE_SAME
@given(_NAMES, _NAMES)
def test_names_that_differ_in_a_sign_of_their_own_differ_in_address(one: str, other: str) -> None:
    """Two people's stories do not meet because an address forgot what parts their names."""
    if slug(one) == slug(other):
        assert (_told_apart(one) or ["untitled"]) == (_told_apart(other) or ["untitled"])


@ALWAYS_THE_SAME
@given(_NAMES, _SIGNS, _SIGNS)
def test_one_sign_makes_another_address(name: str, one: str, other: str) -> None:
    """The same, where it is closest."""
    first, second = f"a{name}{one}b", f"a{name}{other}b"
    assert (slug(first) == slug(second)) == (_told_apart(first) == _told_apart(second))


@ALWAYS_THE_SAME
@given(_NAMES)
def test_the_address_of_an_address_is_itself(name: str) -> None:
    """So that a file can be called as it stands in the address, and stay there."""
    assert slug(slug(name)) == slug(name)


@ALWAYS_THE_SAME
@given(_NAMES)
def test_an_address_is_the_same_in_each_normal_form(name: str) -> None:
    """One system writes an accent as part of its letter, and another as a mark beside it."""
    forms = {slug(unicodedata.normalize(form, name)) for form in ("NFC", "NFD")}
    assert forms == {slug(name)}


@ALWAYS_THE_SAME
@given(_NAMES)
def test_an_address_has_no_sign_that_means_something_in_one(name: str) -> None:
    """It is one folder, on every system."""
    assert slug(name).strip("-") == slug(name) != ""
    assert not set(slug(name)) & set("/\\?#%:*\"<>|. _'\t\n")


@ALWAYS_THE_SAME
@given(st.text(_SIGNS, min_size=1, max_size=8).filter(lambda name: not {*"/%"} & {*name}))
def test_a_link_finds_the_anchor_that_a_response_has(name: str) -> None:
    """Who makes the anchor and who looks for what a link means cannot differ."""
    path = f"stories/plot.responses/{name}.md"
    anchor = response_anchor(path)
    assert anchor in set(anchors_meant(path))
    for written in (anchor, quote(anchor), f"Response-{name}"):
        assert as_response_anchor(written) == anchor


@pytest.mark.parametrize("fragment", ["", "top", "respons-a", "the-response-a"])
def test_other_fragments_mean_no_response(fragment: str) -> None:
    """Headings have places of their own."""
    assert as_response_anchor(fragment) == ""


PAGES = {
    "/old": ("/old/", "old/index.html"),
    "//old/./": ("/old/", "old/index.html"),
    "/old/index.html": ("/old/", "old/index.html"),
    "/index.html": ("/", "index.html"),
    "/2012/shed.html": ("/2012/shed.html", "2012/shed.html"),
    "/2012/shed.HTM/": ("/2012/shed.HTM", "2012/shed.HTM"),
    "/shed.php": ("/shed.php/", "shed.php/index.html"),
    "/cafe\u0301": ("/café/", "café/index.html"),
}


@pytest.mark.parametrize(("written", "page", "file"), [(k, *v) for k, v in PAGES.items()])
def test_a_page_has_one_address_and_one_file(written: str, page: str, file: str) -> None:
    """Links, aliases and disks mean the same."""
    assert page_address(written) == page == page_address(page)
    assert file_path(page) == file


def test_the_disks_of_some_systems_do_not_tell_letter_case_apart() -> None:
    """What one of them would write over the other is alike."""
    assert alike("/Old/Thing/") == alike("/OLD/thing") != alike("/old/things/")


def test_no_story_can_stand_where_a_list_does() -> None:
    """Sections are the beginning of whatever is Byleave's own."""
    assert {one.strip("/") for one in SECTIONS} <= RESERVED
    assert story_address("stories/index.md") == "/stories/index/"


@pytest.mark.parametrize("name", ["con", "aux", "nul", "prn", "com1", "lpt9", "com¹"])
def test_a_name_of_a_device_is_no_folder(name: str) -> None:
    """On Windows there is a `con` in every folder, and none can be made."""
    found = {
        story_address(f"stories/{name.upper()}.md"),
        story_address(f"stories/{name}/index.md"),
        theme_address(name).replace("themes", "stories"),
        series_address(name).replace("series", "stories"),
        address_of_person(name).replace("people", "stories"),
    }
    assert found == {f"/stories/{name}_/"}


@pytest.mark.parametrize("name", ["console", "com", "com10", "auxiliary", "con-1"])
def test_a_name_like_that_of_a_device_is_a_folder(name: str) -> None:
    """Nothing moves that need not."""
    assert address_of_person(name) == f"/people/{name}/"


@ALWAYS_THE_SAME
@given(_NAMES)
def test_the_address_of_a_story_is_in_the_one_form(name: str) -> None:
    """Who looks for links to a story compares it as it is, and need not bring it into that form."""
    address = story_address(f"stories/{name}.md")
    assert page_address(address) == address


@pytest.mark.parametrize(
    ("name", "was"),
    [("The old well", "the-old-well"), ("Ann's shed", "anns-shed"), ("a__b--c", "a-b-c")],
)
def test_most_names_are_in_addresses_as_they_were(name: str, was: str) -> None:
    """Only an apostrophe tells what a plain name was called before, and old links still count."""
    assert former_slug(name) == was
    assert former_story_address(f"stories/{name}.md") == f"/stories/{was}/"
