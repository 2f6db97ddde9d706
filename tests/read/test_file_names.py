"""Files are found by the names that people write, or it is said which was meant."""

import unicodedata
from pathlib import Path

import pytest

from byleave.read import ReadResult
from tests.laws.pictures import picture
from tests.read.folders import found, read, story

CAFE = "caf\u00e9.png"
FORMS = ("NFC", "NFD")
DECOMPOSED = unicodedata.normalize("NFD", CAFE)


def with_picture(folder: Path, file: str, declared: str, shown: str) -> ReadResult:
    """What is read of a story with one picture that has these names on disk and in the text."""
    media = f'{{"{declared}": {{alt: A cup, shows: nobody}}}}'
    text = story(f"![]({shown})\n", media=media)
    return read(folder, {"stories/p/index.md": text, f"stories/p/{file}": picture("a")})


@pytest.mark.parametrize("file", [CAFE, DECOMPOSED])
@pytest.mark.parametrize("declared", [CAFE, DECOMPOSED])
@pytest.mark.parametrize("shown", [CAFE, DECOMPOSED])
def test_how_marks_are_composed_tells_no_two_apart(
    tmp_path: Path, file: str, declared: str, shown: str
) -> None:
    """Nobody sees it, and macOS, archives and keyboards differ in it."""
    result = with_picture(tmp_path, file, declared, shown)
    assert found(result) == []
    (one,) = result.tree.stories
    assert [link.target for link in one.links] == list(one.media)


def test_capitals_in_the_text_are_told(tmp_path: Path) -> None:
    """A camera writes .JPG, people .jpg, and on many disks the two are one."""
    (said,) = with_picture(tmp_path, "a.PNG", "a.PNG", "a.png").findings
    assert (said.code, said.about) == ("media-undeclared", "a.PNG")
    assert "capital" in said.message


def test_capitals_of_a_file_are_told(tmp_path: Path) -> None:
    """What works on somebody's own machine may not where the site is built."""
    (said,) = with_picture(tmp_path, "a.PNG", "a.png", "a.png").findings
    assert (said.code, said.about) == ("media-not-there", "a.PNG")
    assert "capital" in said.message


@pytest.mark.parametrize(
    "link",
    [
        "![](our hall.jpg)",
        "![](hall (1).jpg)",
        "[our hall](our hall.md)",
        '[Map](the map of us.pdf "A map")',
    ],
)
def test_a_name_with_spaces_is_told(tmp_path: Path, link: str) -> None:
    """It looks like a picture to whoever writes it, and is none."""
    (one,) = read(tmp_path, {"stories/a.md": story(f"Words.\n\nSee {link}.\n")}).tree.stories
    (said,) = one.cautions
    assert (said.code, said.line) == ("name-with-spaces", 8)


@pytest.mark.parametrize(
    "link",
    [
        "[ring us](tel:01632 960000)",
        "[ring us](01632 960 000)",
        "[write](mailto: us@lea.example.org)",
        "[shop](https://shop.example/our shop)",
    ],
)
def test_an_address_with_a_space_is_told(tmp_path: Path, link: str) -> None:
    """Numbers are written with spaces; readers got brackets, and nobody was told."""
    (one,) = read(tmp_path, {"stories/a.md": story(f"Words.\n\nSee {link}.\n")}).tree.stories
    assert [(said.code, said.line) for said in one.cautions] == [("link-space", 8)]


@pytest.mark.parametrize(
    "text",
    [
        '[a](https://a.example/ "A title")',
        "[a]( https://a.example/ )",
        "[a](2024 plan)",
        "[a](tel:+441632960000)",
    ],
)
def test_an_address_without_a_space_is_not_told(tmp_path: Path, text: str) -> None:
    """What stands behind it may have spaces."""
    (one,) = read(tmp_path, {"stories/a.md": story(f"{text}\n")}).tree.stories
    assert one.cautions == ()


@pytest.mark.parametrize(
    "text", ["![](<our hall.jpg>)", "![](hall.jpg (our hall.jpg))", "[a](b) c.jpg"]
)
def test_what_is_a_link_is_not_told(tmp_path: Path, text: str) -> None:
    """Engines read these as they are meant."""
    read_one = read(tmp_path, {"stories/a.md": story(f"{text}\n")}).tree.stories
    assert [one.code for story_ in read_one for one in story_.cautions] == []
