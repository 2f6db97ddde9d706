"""Cards for sharing: a title and a name, the same on every machine, and nobody's picture."""

import re
import unicodedata
from importlib.resources import files as files_of
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped] # it has no types
from PIL import Image

from byleave import share_cards
from byleave.pipeline import cards
from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import BuildOptions
from byleave.share_cards import SIZE, drawn, share_card
from tests.permission.auditing import LATER
from tests.read.folders import SETTINGS, YES, put, story, voice
from tests.write.folders import files_in

PAPER, INK = (0xFC, 0xF8, 0xF1), (0x26, 0x21, 0x1B)
_IMAGE = re.compile(r'<meta property="og:image" content="https://lea.example.org/([^"]+)">')


def card(title: str, site: str = "Lea Allotments", colour: str = "#0b4f55") -> Image.Image:
    """What a card shows."""
    return Image.open(BytesIO(drawn(share_card(title, site, colour)))).convert("RGB")


def inked(shown: Image.Image, top: int, bottom: int) -> bool:
    """Whether something is written between two heights."""
    colours = shown.crop((0, top, SIZE[0], bottom)).getcolors()
    return colours is not None and any(one == INK for _, one in colours)


def test_a_card_has_a_title_a_name_and_the_groups_colour() -> None:
    """Large, on the look's own ground, in a file of some kilobytes."""
    shown = card("The phone box that nobody could agree about")
    assert shown.size == SIZE
    assert shown.getpixel((600, 10)) == (0x0B, 0x4F, 0x55)
    assert shown.getpixel((5, 300)) == PAPER
    assert inked(shown, 90, 500)
    assert inked(shown, 530, 610)
    made = drawn(share_card("The phone box", "Lea", None))
    assert len(made) < 20_000
    assert made == drawn(share_card("The phone box", "Lea", None))
    assert card("a", colour="#abc").getpixel((600, 10)) == (0xAA, 0xBB, 0xCC)


@pytest.mark.parametrize("title", ["Ŵyn a dŵr yn Nhŷ'r Efail", "Zażółć gęślą jaźń", "Что дальше?"])
def test_letters_of_many_languages_are_drawn(title: str) -> None:
    """Welsh above all: each letter is in the font."""
    assert inked(card(title), 90, 500)


@pytest.mark.parametrize("title", ["فرن يوم الأربعاء", "桜の木", "A 🌱", "x" * 90, "word " * 80])
def test_what_cannot_be_drawn_wholly_is_left_out(title: str) -> None:
    """The card then shows the group alone: half a title would be another one."""
    shown = card(title)
    assert not inked(shown, 90, 500)
    assert inked(shown, 530, 610)


def test_the_font_has_what_is_drawn() -> None:
    """No sign comes out as an empty box."""
    data = (files_of("fontpkg_noto_sans") / "files" / share_cards._FONT).read_bytes()
    known = TTFont(BytesIO(data)).getBestCmap()
    signs = (chr(n) for first, last in share_cards._RANGES for n in range(first, last + 1))
    missing = [s for s in signs if share_cards._is_known(s) and ord(s) not in known]
    assert missing == []


def site(folder: Path, setting: str = "share_cards: yes\n") -> Path:
    """A story that may be shared, and one that may not."""
    shy = voice("sam", "Sam", YES.replace("social, ", ""), part="author")
    return put(
        folder / "site",
        {
            "site_src/site.yaml": SETTINGS + setting,
            "stories/a.md": story(title="The gate"),
            "stories/b.md": story("x\n", shy, title="The barn"),
        },
    )


def built(folder: Path) -> tuple[dict[str, bytes], list[str]]:
    """The files of a site, and the codes of what is said of it."""
    options = BuildOptions(executor="serial")
    result = build_site(folder, output=folder.parent / "out", as_of=LATER, options=options)
    return files_in(folder.parent / "out"), [one.code for one in result.diagnostics]


def test_pages_that_may_be_shared_name_their_card(tmp_path: Path) -> None:
    """The card is there, by what is on it; a page that may not be shared has none."""
    files, _ = built(site(tmp_path))
    named = {path: _IMAGE.findall(files[path].decode()) for path in files if path.endswith(".html")}
    (own,), (home,) = named["stories/a/index.html"], named["index.html"]
    assert own != home
    assert named["stories/b/index.html"] == []
    assert {path for path in files if "/card." in path} == {own, home}
    again, _ = built(site(tmp_path))
    assert again == files
    other, _ = built(site(tmp_path, ""))
    assert not [path for path in other if "/card." in path]
    assert b"og:image" not in b"".join(other.values())


def test_without_its_font_there_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site is built all the same, and somebody is told what to install."""
    monkeypatch.setattr(cards, "can_be_drawn", lambda: False)
    files, codes = built(site(tmp_path))
    assert codes == ["cards-without-font"]
    assert not [path for path in files if "/card." in path]


def test_every_sign_that_is_drawn_is_one_by_itself() -> None:
    """None joins another: each is drawn where it stands."""
    assert not share_cards._is_known("\u0301")
    assert unicodedata.normalize("NFC", "e\u0301") == "é"
    assert share_cards._is_known("é")
