"""A published drawing draws what it drew, and holds nothing that could run, tell or fetch."""

import base64

import pytest

from byleave.cleaning import UnreadableMediaError, cleaned, examine
from tests.cleaning.originals import SECRETS, encoded, photograph, picture

INKSCAPE = b"""<?xml version="1.0" encoding="UTF-8"?>
<!-- Created by Qwynneth -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
     xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
     xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
     viewBox="0 0 120 80" sodipodi:docname="qwynneth.svg" onload="alert(1)">
  <title>A spade</title>
  <desc>It leans on a wall.</desc>
  <sodipodi:namedview inkscape:document-units="qwynneth"/>
  <metadata><creator>Qwynneth</creator></metadata>
  <script>alert("qwynneth")</script>
  <style>@import url(https://fonts.example.org/qwynneth); rect { fill: url(#g) }</style>
  <foreignObject><p>Qwynneth</p></foreignObject>
  <!-- Qwynneth -->
  <linearGradient id="g"/>
  <rect width="9" height="9" fill="url(#g)" inkscape:label="Qwynneth" data-name="Qwynneth"/>
  <a href="javascript:alert('qwynneth')"><rect width="1" height="1"/></a>
  <image href="https://example.org/qwynneth.png" width="1" height="1"/>
  <text>One<!-- Qwynneth --> spade</text>
</svg>
<!-- Qwynneth -->
"""


def test_what_drawing_programs_leave_behind_goes() -> None:
    """No author, file name, comment, script or foreign address; title and description stay."""
    made = cleaned(INKSCAPE, ".svg").decode()
    assert "qwynneth" not in made.casefold()
    assert "alert" not in made
    assert "example.org" not in made
    for kept in ("A spade", "It leans on a wall.", "One spade", 'fill="url(#g)"', "fill: url(#g)"):
        assert kept in made


def test_a_clean_drawing_is_published_as_it_is() -> None:
    """Nothing is written anew where nothing has to go, and what was made is clean in its turn."""
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><title>A dot</title><rect id="a"/></svg>'
    assert cleaned(drawing, ".svg") == drawing
    assert examine(drawing, ".svg").clean
    made = cleaned(INKSCAPE, ".svg")
    assert cleaned(made, ".svg") == made


def test_a_photograph_inside_a_drawing_is_cleaned_too() -> None:
    """A drawing program takes a photograph in with all that it tells."""
    inside = base64.b64encode(photograph()).decode()
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4">'
        f'<image href="data:image/jpeg;base64,{inside}"/></svg>'
    )
    made = cleaned(drawing.encode(), ".svg").decode()
    shown = base64.b64decode(made.partition("base64,")[2].partition('"')[0])
    assert shown.startswith(b"\xff\xd8\xff")
    assert not [secret for secret in SECRETS if secret in shown]


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ('width="120" height="80px"', (120, 80)),
        ('viewBox="0 0 120.4 80"', (120, 80)),
        ('width="100%" height="100%" viewBox="0,0,12,8"', (12, 8)),
        ('width="10em"', (0, 0)),
    ],
)
def test_the_size_of_a_drawing(said: str, size: tuple[int, int]) -> None:
    """By its own words, or else by its view box; else it is not known."""
    found = examine(f'<svg xmlns="http://www.w3.org/2000/svg" {said}/>'.encode(), ".svg")
    assert (found.width, found.height) == size


BAD = {
    "no XML": b"<svg",
    "a page": b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
    "a drawing of no kind": b"<svg/>",
    "a file of the computer": b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b'<svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_what_is_no_drawing(content: bytes) -> None:
    """It is refused, or what it asks for is not fetched."""
    try:
        made = cleaned(content, ".svg")
    except UnreadableMediaError:
        return
    assert b"root" not in made
    assert b"passwd" not in made


def test_a_drawing_that_would_grow_without_end() -> None:
    """Names for names for names are a known way to fill a computer's memory."""
    names = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    bomb = (
        f'<!DOCTYPE svg [<!ENTITY e0 "ha">{names}]>'
        '<svg xmlns="http://www.w3.org/2000/svg"><text>&e12;</text></svg>'
    )
    with pytest.raises(UnreadableMediaError):
        cleaned(bomb.encode(), ".svg")


def test_pictures_in_a_drawing_have_one_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred small files inside one can ask for as much memory as a large one."""
    inside = base64.b64encode(encoded(picture(), "PNG")).decode()
    image = f'<image href="data:image/png;base64,{inside}"/>'
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg">{image * 3}</svg>'.encode()
    monkeypatch.setattr("byleave.cleaning.drawings.MOST_PIXELS", 3 * 48 * 32)
    assert cleaned(drawing, ".svg") == drawing
    monkeypatch.setattr("byleave.cleaning.drawings.MOST_PIXELS", 3 * 48 * 32 - 1)
    with pytest.raises(UnreadableMediaError) as fault:
        examine(drawing, ".svg")
    assert fault.value.why == "large"
