"""The Easy Read pictures of the demonstration site, and the map of its valley."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from tests.tools.demo_canvas import (
    BRICK,
    CLAY,
    CLOUD,
    INK,
    LEAF,
    MIST,
    MOSS,
    MUSTARD,
    NIGHT,
    PAPER,
    PLUM,
    POOL,
    RIVER,
    SAND,
    SKIN_DARK,
    SKIN_LIGHT,
    STEEL,
    STONE,
    Canvas,
)

WIDE, HIGH = 800, 600


def _card(ground: str = MIST) -> Canvas:
    c = Canvas(WIDE, HIGH, PAPER)
    c.box(20, 20, WIDE - 40, HIGH - 40, ground, 48)
    return c


def kelvin() -> Canvas:
    """Head and shoulders of a man in red."""
    c = _card()
    c.box(200, 400, 400, 240, BRICK, 110)
    c.box(0, 580, WIDE, 20, PAPER)
    c.box(360, 350, 80, 90, SKIN_LIGHT, 20)
    c.head(400, 250, 130, SKIN_LIGHT, STONE)
    return c


def door(colour: str = MOSS, panel: str = LEAF) -> Canvas:
    """A front door."""
    c = _card(SAND)
    c.box(260, 70, 280, 470, PAPER, 10)
    c.box(282, 92, 236, 448, colour, 8)
    c.slice(400, 230, 86, 180, 360, MIST)
    for x in (310, 412):
        c.box(x, 280, 78, 100, panel, 8)
        c.box(x, 410, 78, 100, panel, 8)
    c.oval(498, 350, 13, 13, MUSTARD)
    c.box(230, 534, 340, 28, STONE, 8)
    return c


def red_door() -> Canvas:
    """The same door as he would like it."""
    c = door(BRICK, CLAY)
    c.oval(640, 160, 76, 76, PAPER)
    c.letters("?", 640, 160, 110, INK)
    return c


def house() -> Canvas:
    """One door, six windows, a face in each."""
    c = _card()
    c.box(170, 190, 460, 370, CLAY, 6)
    c.shape([(140, 200), (400, 50), (660, 200)], PLUM)
    c.box(356, 430, 88, 130, NIGHT, 6)
    skins = (SKIN_LIGHT, SKIN_DARK, SKIN_LIGHT, SKIN_DARK, SKIN_LIGHT, SKIN_LIGHT)
    places = ((200, 220), (345, 220), (490, 220), (200, 330), (490, 330), (345, 320))
    for (x, y), skin in zip(places, skins, strict=True):
        c.box(x, y, 110, 92, PAPER, 6)
        c.head(x + 55, y + 52, 32, skin, INK if skin == SKIN_DARK else STONE)
    return c


def key() -> Canvas:
    """A key."""
    c = _card()
    c.oval(250, 300, 116, 116, MUSTARD)
    c.oval(250, 300, 54, 54, MIST)
    c.box(350, 272, 320, 56, MUSTARD, 20)
    for x, long in ((540, 84), (610, 110)):
        c.box(x, 300, 40, long, MUSTARD, 8)
    return c


def papers() -> Canvas:
    """Eight papers."""
    c = _card()
    for page in range(8):
        x, y = 176 + page * 22, 52 + page * 26
        c.box(x - 4, y - 4, 278, 308, STONE, 10)
        c.box(x, y, 270, 300, PAPER, 8)
    for row in range(6):
        c.line([(366, 282 + row * 42), (564 - row % 2 * 40, 282 + row * 42)], INK, 8)
    return c


def chips() -> Canvas:
    """A pan of chips on a cooker."""
    c = _card()
    c.box(150, 420, 500, 150, CLOUD, 12)
    for x in (230, 340, 450, 560):
        c.oval(x, 480, 26, 26, NIGHT)
    for chip in range(9):
        x = 250 + chip * 34
        c.line([(x, 300), (x + (chip % 3 - 1) * 24, 190 - chip % 2 * 30)], MUSTARD, 24)
    c.box(220, 270, 340, 140, INK, 26)
    c.box(540, 300, 180, 30, INK, 14)
    c.box(200, 256, 380, 30, STEEL, 12)
    c.box(150, 404, 500, 24, STONE, 8)
    return c


def money() -> Canvas:
    """A bill with a light bulb on it, and coins."""
    c = _card()
    c.box(130, 80, 300, 430, PAPER, 10)
    c.oval(280, 200, 70, 70, MUSTARD)
    c.box(252, 258, 56, 50, STONE, 8)
    for row in range(3):
        c.line([(170, 360 + row * 48), (390 - row * 40, 360 + row * 48)], INK, 8)
    coins = ((560, 420, 96, MUSTARD, "2"), (640, 280, 72, STEEL, "50"), (520, 220, 60, CLAY, "1"))
    for x, y, r, colour, worth in coins:
        c.oval(x, y, r, r, INK)
        c.oval(x, y, r - 7, r - 7, colour)
        c.letters(worth, x, y, r * 0.9, INK)
    return c


def clock() -> Canvas:
    """Ten o'clock."""
    c = _card()
    c.oval(400, 300, 230, 230, NIGHT)
    c.oval(400, 300, 204, 204, PAPER)
    for hour in range(1, 13):
        angle = math.radians(hour * 30 - 90)
        c.letters(str(hour), 400 + 166 * math.cos(angle), 300 + 166 * math.sin(angle), 46, INK)
    c.line([(400, 300), (400, 170)], INK, 14)
    ten = math.radians(300 - 90)
    c.line([(400, 300), (400 + 96 * math.cos(ten), 300 + 96 * math.sin(ten))], BRICK, 18)
    c.oval(400, 300, 16, 16, INK)
    return c


def music() -> Canvas:
    """A guitar and two notes."""
    c = _card()
    c.oval(270, 420, 112, 112, CLAY)
    c.oval(350, 330, 86, 86, CLAY)
    c.oval(316, 372, 42, 42, NIGHT)
    c.line([(340, 346), (560, 110)], NIGHT, 32)
    c.line([(556, 114), (594, 74)], PLUM, 50)
    c.line([(246, 452), (580, 90)], SAND, 4)
    for x, y in ((560, 420), (650, 300)):
        c.oval(x, y, 34, 26, PLUM)
        c.line([(x + 30, y), (x + 30, y - 120), (x + 74, y - 96)], PLUM, 12)
    return c


def _sheet(c: Canvas, x: float, y: float) -> None:
    c.box(x, y, 220, 290, PAPER, 12)
    for row in range(4):
        c.line([(x + 76, y + 56 + row * 60), (x + 184 - row % 2 * 30, y + 56 + row * 60)], INK, 9)


def ask() -> Canvas:
    """Somebody is offered a page, and thinks about it."""
    c = _card()
    c.person(240, 620, 500, SKIN_DARK, INK, RIVER)
    c.box(0, 580, WIDE, 20, PAPER)
    c.oval(410, 130, 76, 66, PAPER)
    c.shape([(350, 150), (390, 180), (318, 190)], PAPER)
    c.letters("?", 410, 128, 96, INK)
    _sheet(c, 480, 240)
    c.line([(760, 470), (680, 440)], SKIN_LIGHT, 60)
    c.oval(676, 438, 34, 34, SKIN_LIGHT)
    return c


def choose() -> Canvas:
    """A page on which one line has a tick and one a cross."""
    c = _card()
    c.box(230, 60, 340, 480, PAPER, 14)
    for row in range(3):
        c.line([(350, 150 + row * 150), (520, 150 + row * 150)], INK, 12)
        c.line([(350, 190 + row * 150), (480, 190 + row * 150)], STONE, 10)
    c.line([(262, 165), (286, 192), (326, 130)], MOSS, 18)
    for ends in (((264, 290), (324, 350)), ((324, 290), (264, 350))):
        c.line(ends, BRICK, 18)
    c.line([(660, 330), (560, 420)], MUSTARD, 34)
    c.shape([(534, 444), (572, 434), (549, 408)], SAND)
    c.shape([(534, 444), (549, 440), (540, 429)], INK)
    c.line([(662, 328), (676, 316)], BRICK, 34)
    return c


def stop() -> Canvas:
    """A hand held up."""
    c = _card()
    c.box(310, 470, 190, 130, PLUM, 20)
    c.box(0, 580, WIDE, 20, PAPER)
    c.box(300, 280, 210, 220, SKIN_DARK, 60)
    for x, top in ((300, 150), (354, 104), (408, 112), (460, 160)):
        c.box(x, top, 50, 220, SKIN_DARK, 25)
    c.line([(500, 400), (582, 300)], SKIN_DARK, 54)
    return c


def telephone() -> Canvas:
    """A telephone with buttons."""
    c = _card()
    c.shape([(210, 520), (590, 520), (540, 260), (260, 260)], RIVER)
    c.box(150, 150, 500, 90, NIGHT, 44)
    for x in (150, 530):
        c.box(x, 160, 120, 130, NIGHT, 36)
    for row in range(4):
        for column in range(3):
            c.box(308 + column * 68, 300 + row * 52, 48, 36, PAPER, 10)
    return c


def valley() -> Canvas:
    """The valley with its river, its border and its one bus."""
    c = Canvas(1200, 675, LEAF)
    for x, y, r in (
        (980.0, 60.0, 150),
        (1130.0, 160.0, 130),
        (820.0, 20.0, 120),
        (1080.0, 330.0, 90),
    ):
        c.oval(x, y, r, r * 0.7, MOSS)
    c.shape([(0, 420), (150, 520), (210, 675), (0, 675)], SAND)
    river = [(1010.0 - 10.2 * at, 90 + 5.4 * at + 92 * math.sin(at / 14)) for at in range(101)]
    c.line(river, POOL, 34)
    border = [
        (x, y + 100 * math.tanh((at - 55) * (at - 76) / 120)) for at, (x, y) in enumerate(river)
    ]
    for start in range(0, 100, 4):
        c.line(border[start : start + 3], PLUM, 7)
    route = [(x, y - 44) for x, y in river[8:62]] + [(x, y + 48) for x, y in river[65:68]]
    c.line(route, PAPER, 10)
    for at, bank, name, label in (
        (9, -44, "Coldharrow", -62),
        (42, -44, "Sallowford", -62),
        (67, 48, "Pont Helyg", 60),
    ):
        x, y = river[at][0], river[at][1] + bank
        c.oval(x, y, 22, 22, INK)
        c.oval(x, y, 13, 13, MUSTARD)
        c.box(x - 120, y + label - 25, 240, 50, PAPER, 12)
        c.letters(name, x, y + label, 32, INK)
    for x, y in ((40.0, 490.0), (36.0, 580.0), (168.0, 650.0)):
        for blade in (-10, 0, 10):
            c.line([(x, y), (x + blade, y - 34)], MOSS, 5)
    return c


EASY_READ: Mapping[str, Callable[[], Canvas]] = {
    "kelvin": kelvin,
    "door": door,
    "house": house,
    "key": key,
    "papers": papers,
    "chips": chips,
    "money": money,
    "clock": clock,
    "music": music,
    "red-door": red_door,
}
