"""The stylesheet: light enough, its own master, and the same in every direction of writing."""

import gzip
import re

import pytest

from byleave.read.group.brand import DARK_GROUNDS, LIGHT_GROUNDS, REST, TEXT, contrast
from byleave.relate import relate
from tests.look.sheet import STYLES, colours, declarations, on_screens
from tests.relate.making import published, rendered

HEAVIEST = 7 * 1024
SMALLEST = 1.125

# What means a side of the screen and not of the text: Arabic begins on the other side.
PHYSICAL = re.compile(
    r"^(?:(?:min-|max-)?(?:width|height)|left|right|top|bottom|clear-(?:left|right)"
    r"|(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)(?:-.*)?"
    r"|border-(?:top|bottom)-(?:left|right)-radius)$"
)
SIDES = re.compile(r"\b(?:left|right|top|bottom)\b")
# Here top and bottom are those of the line, wherever it runs to.
NO_SIDES = ("vertical-align",)
_REM = re.compile(r"(\d*\.?\d+)rem")

LIGHT = colours(STYLES, ":root {")
DARK = LIGHT | colours(STYLES, "(prefers-color-scheme: dark) {\n  :root {")


def physical(css: str) -> list[str]:
    """The declarations that name a side or a measure of the screen."""
    return [
        f"{name}: {value}"
        for name, value in declarations(css)
        if PHYSICAL.match(name) or (name not in NO_SIDES and SIDES.search(value))
    ]


def sizes(css: str) -> list[float]:
    """Each size of type in rem."""
    fonts = (value for name, value in declarations(css) if name in ("font", "font-size"))
    return [float(size) for value in fonts for size in _REM.findall(value.partition("/")[0])]


def test_it_is_light() -> None:
    """On a slow line it is there at once: under 7 KB compressed, as it is sent, without remarks."""
    files = rendered(relate(published()), "https://x.example.org/").files
    (sent,) = (file.content for file in files if file.path.startswith("styles."))
    assert isinstance(sent, bytes)
    assert len(gzip.compress(sent, mtime=0)) < HEAVIEST


def test_it_asks_for_nothing() -> None:
    """No font, picture or other stylesheet, so that nobody is told of readers."""
    assert "url(" not in STYLES
    assert "@import" not in STYLES


def test_no_style_cuts_a_picture() -> None:
    """Whoever stands at its edge is seen at every width: a cut is made about the focus."""
    assert {value for name, value in declarations(STYLES) if name == "object-fit"} == {"contain"}


def test_it_has_no_left_and_right() -> None:
    """A story in Arabic is laid out from its own side."""
    assert physical(STYLES) == []


@pytest.mark.parametrize(
    "rule", ["margin-left: 1rem", "width: 3rem", "text-align: right", "float: left", "top: 0"]
)
def test_a_side_is_noticed(rule: str) -> None:
    """What finds none in the stylesheet does find one, also within a question about the screen."""
    css = f"@media (min-width: 48em) {{ a {{ color: red; {rule}; }} }}"
    assert physical(css) == [rule]


def test_no_type_is_small() -> None:
    """Notes and captions too are 18 px or more where a reader has set nothing."""
    found = sizes(on_screens(STYLES))
    assert found
    assert min(found) >= SMALLEST


def test_type_grows_with_the_readers_setting() -> None:
    """Sizes are in rem or follow from such, and no width of a window changes them (WCAG 1.4.4)."""
    fonts = {v for n, v in declarations(on_screens(STYLES)) if n in ("font", "font-size")}
    assert [value for value in fonts if re.search(r"\d(?:px|pt|vw|vh|vi|svh|cqi)\b", value)] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_read(scheme: str) -> None:
    """7 to 1 for every colour of words on every ground, in both schemes (WCAG 1.4.6)."""
    own, grounds = (LIGHT, LIGHT_GROUNDS) if scheme == "light" else (DARK, DARK_GROUNDS)
    link = own["--brand"] if scheme == "light" else own["--brand-dark"]
    foot = own["--brand"] if scheme == "light" else own["--panel"]
    on_foot = own["--paper"] if scheme == "light" else own["--ink"]
    words_in = (own["--ink"], own["--soft"], own["--seen"], link)
    pairs = [(words, ground) for words in words_in for ground in grounds]
    pairs += [(on_foot, foot), (own["--paper"], own["--ink"])]
    assert [pair for pair in pairs if contrast(*pair) < TEXT] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_can_be_seen(scheme: str) -> None:
    """3 to 1 for lines that mean something, and for the mark of the focus (WCAG 1.4.11, 2.4.13)."""
    own, grounds = (LIGHT, LIGHT_GROUNDS) if scheme == "light" else (DARK, DARK_GROUNDS)
    mark = own["--accent"] if scheme == "light" else own["--accent-dark"]
    pairs = [(line, ground) for line in (own["--line"], mark, own["--ink"]) for ground in grounds]
    assert [pair for pair in pairs if contrast(*pair) < REST] == []


def test_settings_are_checked_against_these_grounds() -> None:
    """What the check of a group's colours takes for grounds is what the stylesheet has."""
    names = ("--paper", "--panel", "--warm")
    assert tuple(LIGHT[name] for name in names) == LIGHT_GROUNDS
    assert tuple(DARK[name] for name in names) == DARK_GROUNDS
