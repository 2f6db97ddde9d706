"""A group's own colours: those that cannot be read are found before anybody meets them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byleave.diagnostics import Diagnostic, SiteError
from byleave.model.settings import Brand
from byleave.read.group.brand import (
    DARK_GROUNDS,
    LIGHT_GROUNDS,
    REST,
    TEXT,
    contrast,
    luminance,
    readable,
    worst,
)
from byleave.read.group.settings import read_settings

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")

SETTINGS = """format: 1
title: The Larder
url: https://larder.example.org/
permission: {person: Jo, within: a week, email: jo@larder.example.org}
brand:
"""


def brand(site: Path, *lines: str) -> Brand:
    """The brand that is read from settings with these lines."""
    (site / "site_src").mkdir(exist_ok=True)
    text = SETTINGS + "".join(f"  {line}\n" for line in lines)
    (site / "site_src" / "site.yaml").write_text(text, encoding="utf-8")
    return read_settings(site).brand


def faults(site: Path, *lines: str) -> tuple[Diagnostic, ...]:
    """What is said about settings with these lines."""
    with pytest.raises(SiteError) as raised:
        brand(site, *lines)
    return raised.value.findings


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#fff", "#fff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """The ratios are those that other people's checkers give."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@given(COLOURS, COLOURS)
def test_contrast_has_no_direction(one: str, other: str) -> None:
    """Dark on light is as readable as light on dark, and nothing is outside 1 to 21."""
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21
    assert 0 <= luminance(one) <= 1


@given(COLOURS)
def test_what_is_proposed_can_be_read(colour: str) -> None:
    """A colour that the message names would pass, whatever was written."""
    assert worst(readable(colour, LIGHT_GROUNDS, TEXT, dark=False), LIGHT_GROUNDS) >= TEXT
    assert worst(readable(colour, DARK_GROUNDS, TEXT, dark=True), DARK_GROUNDS) >= TEXT


def test_a_colour_that_can_be_read_is_kept(tmp_path: Path) -> None:
    """And gets a lighter form for dark screens, which can be read there."""
    found = brand(tmp_path, 'colour: "#0b4f55"', 'accent: "#A8651A"')
    assert (found.colour, found.accent) == ("#0b4f55", "#A8651A")
    assert found.colour_dark is not None
    assert found.accent_dark is not None
    assert worst(found.colour_dark, DARK_GROUNDS) >= TEXT
    assert worst(found.accent_dark, DARK_GROUNDS) >= REST


def test_a_colour_for_the_dark_is_kept(tmp_path: Path) -> None:
    """What a group chooses for dark screens itself is not overruled."""
    found = brand(tmp_path, 'colour: "#0b4f55"', 'colour_dark: "#ffe"')
    assert found.colour_dark == "#ffe"


@pytest.mark.parametrize(
    ("name", "colour"),
    [
        ("colour", "#1d70b8"),
        ("colour_dark", "#0b4f55"),
        ("accent", "#ffcc00"),
        ("accent_dark", "#222222"),
    ],
)
def test_a_colour_that_cannot_be_read_is_an_error(tmp_path: Path, name: str, colour: str) -> None:
    """With its place, and with a colour that would do."""
    (fault,) = faults(tmp_path, f'{name}: "{colour}"')
    assert (fault.code, fault.severity, fault.line) == ("brand-contrast", "error", 6)
    proposed = fault.do.rpartition(" ")[2]
    brand(tmp_path, f'{name}: "{proposed}"')


def test_lines_need_less_than_words(tmp_path: Path) -> None:
    """3 to 1 is enough for an accent and too little for a colour of words."""
    colour = "#a8651a"
    assert brand(tmp_path, f'accent: "{colour}"').accent == colour
    assert faults(tmp_path, f'colour: "{colour}"')[0].code == "brand-contrast"


@pytest.mark.parametrize("written", ['"teal"', '"#12"', '"#0b4f55; color: red"', "#0b4f55"])
def test_what_is_no_colour_is_an_error(tmp_path: Path, written: str) -> None:
    """Also a colour without quotes, which YAML takes for a remark."""
    (fault,) = faults(tmp_path, f"colour: {written}")
    assert (fault.code, fault.line) == ("brand-colour", 6)
    assert "quotes" in fault.do


def test_all_faulty_colours_are_told_at_once(tmp_path: Path) -> None:
    """Nobody has to build twice to hear of the second one."""
    found = faults(tmp_path, 'colour: "#ccc"', 'accent: "#fff"')
    assert [fault.line for fault in found] == [6, 7]


def test_a_logo_is_there(tmp_path: Path) -> None:
    """One that is not would be missing on every page."""
    (fault,) = faults(tmp_path, "logo: /media/logo.svg")
    assert (fault.code, fault.line) == ("brand-logo", 6)
    (tmp_path / "site_src" / "media").mkdir()
    (tmp_path / "site_src" / "media" / "logo.svg").write_text("<svg/>", encoding="utf-8")
    assert brand(tmp_path, "logo: /media/logo.svg").logo == "/media/logo.svg"
