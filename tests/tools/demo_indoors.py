"""The demonstration site's pictures of rooms and tables, one function each."""

from __future__ import annotations

import math

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

WIDE, HIGH = 1200, 750


def shed() -> Canvas:
    """Tools inside their outlines over rows of jars, with one outline empty."""
    c = Canvas(WIDE, HIGH, SAND)
    c.box(60, 50, 1080, 370, CLAY, 10)
    _saw(c, 130, 150, NIGHT, 10)
    _saw(c, 130, 150, STEEL, 0)
    for x in (500, 640):
        _pliers(c, x, 110)
    c.line([(790, 240), (860, 130), (960, 130), (1030, 240)], SAND, 30)
    for x in (790, 1030):
        c.box(x - 26, 190, 52, 90, SAND, 24)
    _brace(c, 290, 320)
    c.box(0, 440, WIDE, 26, PLUM)
    for x in range(60, 1140, 90):
        _jar(c, x, 466, x // 90)
    c.box(0, 610, WIDE, 30, PLUM)
    for x in range(100, 1100, 90):
        _jar(c, x, 640, x // 90 + 3)
    return c


def _saw(c: Canvas, x: float, y: float, fill: str, rim: float) -> None:
    c.shape(
        [
            (x - rim, y - rim),
            (x + 290 + rim, y + 50),
            (x + 290 + rim, y + 84 + rim),
            (x - rim, y + 84 + rim),
        ],
        fill,
    )
    c.box(x - 62 - rim, y - 22 - rim, 92 + 2 * rim, 122 + 2 * rim, fill if rim else BRICK, 26)
    if not rim:
        c.box(x - 38, y + 6, 40, 66, CLAY, 16)


def _pliers(c: Canvas, x: float, y: float) -> None:
    for width, steel, grip in ((36, NIGHT, NIGHT), (18, STEEL, BRICK)):
        for side in (-1, 1):
            c.line([(x + side * 14, y), (x - side * 6, y + 80)], steel, width)
            c.line([(x - side * 6, y + 90), (x + side * 34, y + 220)], grip, width)
    c.oval(x, y + 84, 11, 11, INK)


def _brace(c: Canvas, x: float, y: float) -> None:
    path = [
        (x - 120, y + 60),
        (x - 50, y + 60),
        (x - 50, y + 8),
        (x + 40, y + 8),
        (x + 40, y + 60),
        (x + 130, y + 60),
    ]
    for width, fill in ((30, NIGHT), (14, STEEL)):
        c.line(path, fill, width)
    c.oval(x - 126, y + 60, 26, 26, BRICK)
    c.box(x - 34, y - 8, 58, 32, BRICK, 10)


def _jar(c: Canvas, x: float, y: float, kind: int) -> None:
    c.box(x + 4, y, 62, 20, (STEEL, MUSTARD, BRICK)[kind % 3], 4)
    c.box(x, y + 18, 70, 92, MIST, 14)
    filling = (STONE, MUSTARD, PLUM, CLAY)[kind % 4]
    full = 20 + kind * 17 % 34
    c.box(x + 7, y + 102 - full, 56, full, filling, 8)
    c.box(x + 12, y + 40, 46, 24, PAPER, 3)
    c.line([(x + 19, y + 52), (x + 44 + kind % 3 * 4, y + 52)], INK, 3)


def toaster() -> Canvas:
    """A toaster in pieces, in good order."""
    c = Canvas(WIDE, HIGH, POOL)
    _table(c)
    _toaster(c, 420, 300)
    for row, x in enumerate(range(420, 800, 54)):
        c.oval(x, 640, 11, 11, STEEL)
        c.line([(x - 6, 640 + row % 2 * 3 - 2), (x + 6, 640 - row % 2 * 3 + 2)], INK, 3)
    c.line([(880, 650), (960, 610)], BRICK, 28)
    c.line([(960, 610), (1050, 566)], STEEL, 10)
    _mug(c, 210, 500)
    _lamp(c, 980, 200)
    return c


def at_the_table() -> Canvas:
    """Two people and a toaster."""
    c = Canvas(WIDE, HIGH, POOL)
    c.person(370, 800, 620, SKIN_DARK, INK, MUSTARD)
    c.person(840, 800, 640, SKIN_LIGHT, STONE, PLUM)
    _table(c)
    _toaster(c, 450, 330)
    c.line([(330, 560), (440, 520)], BRICK, 20)
    c.box(900, 480, 140, 150, CLOUD, 16)
    c.line([(930, 490), (945, 430), (995, 430), (1010, 490)], CLOUD, 8)
    return c


def _table(c: Canvas) -> None:
    c.box(0, 560, WIDE, 190, CLAY)
    c.box(0, 548, WIDE, 22, SAND)


def _toaster(c: Canvas, x: float, y: float) -> None:
    for slot in (60, 170):
        c.box(x + slot, y - 54, 92, 110, SAND, 16)
        c.box(x + slot + 12, y - 42, 68, 90, MUSTARD, 10)
    c.box(x, y, 330, 240, STEEL, 46)
    c.box(x + 24, y + 24, 190, 190, NIGHT, 20)
    for wire in range(5):
        c.line([(x + 44, y + 54 + wire * 32), (x + 194, y + 54 + wire * 32)], BRICK, 6)
    c.box(x + 244, y + 60, 14, 100, INK, 6)
    c.box(x + 230, y + 70, 44, 24, INK, 8)
    c.oval(x + 252, y + 194, 16, 16, PAPER)


def _mug(c: Canvas, x: float, y: float) -> None:
    c.oval(x + 116, y + 58, 40, 40, PAPER)
    c.oval(x + 116, y + 58, 22, 22, POOL)
    c.box(x, y, 116, 128, PAPER, 14)
    c.box(x, y + 44, 116, 22, BRICK)
    for steam in (24, 62):
        c.line([(x + steam, y - 20), (x + steam + 12, y - 44), (x + steam, y - 70)], MIST, 7)


def _lamp(c: Canvas, x: float, y: float) -> None:
    c.box(x - 70, y + 356, 160, 24, NIGHT, 10)
    c.line([(x + 10, y + 360), (x + 70, y + 190), (x - 30, y + 70)], NIGHT, 14)
    c.shape([(x - 120, y + 120), (x - 60, y + 10), (x + 20, y + 60), (x - 30, y + 150)], MUSTARD)
    c.oval(x - 76, y + 136, 24, 24, PAPER)


def machine() -> Canvas:
    """A communication aid on its stand."""
    c = Canvas(WIDE, HIGH, MIST)
    c.box(0, 580, WIDE, 170, CLAY)
    c.box(0, 568, WIDE, 20, SAND)
    c.shape([(480, 640), (720, 640), (660, 420), (540, 420)], NIGHT)
    c.box(300, 110, 600, 450, INK, 34)
    c.box(330, 140, 540, 390, PAPER, 12)
    c.box(346, 156, 508, 56, CLOUD, 8)
    c.line([(366, 184), (590, 184)], INK, 8)
    colours = (MUSTARD, LEAF, POOL, BRICK, PLUM, STEEL, CLAY, MOSS, MUSTARD, POOL, LEAF, BRICK)
    for index, colour in enumerate(colours):
        x, y = 346 + index % 4 * 129, 226 + index // 4 * 100
        if index == 6:
            c.box(x - 7, y - 7, 135, 104, INK, 14)
        c.box(x, y, 121, 90, SAND if index == 6 else colour, 10)
        _square(c, x + 60, y + 45, index)
    _mug(c, 110, 480)
    c.line([(176, 490), (226, 356), (262, 346)], BRICK, 12)
    c.box(950, 600, 190, 110, RIVER, 12)
    c.box(970, 620, 60, 70, SAND, 6)
    c.oval(1000, 646, 16, 16, CLAY)
    c.slice(1000, 692, 26, 180, 360, CLAY)
    for row in range(3):
        c.line([(1048, 632 + row * 24), (1118 - row * 18, 632 + row * 24)], MIST, 6)
    return c


def _square(c: Canvas, x: float, y: float, kind: int) -> None:
    if kind % 4 == 0:
        c.oval(x, y, 26, 26, PAPER)
        c.oval(x, y, 12, 12, INK)
    elif kind % 4 == 1:
        c.shape([(x - 30, y + 22), (x, y - 28), (x + 30, y + 22)], PAPER)
    elif kind % 4 == 2:
        c.box(x - 26, y - 18, 52, 36, BRICK if kind == 6 else PAPER, 14)
        c.shape(
            [(x - 10, y + 14), (x + 10, y + 14), (x - 16, y + 34)], BRICK if kind == 6 else PAPER
        )
    else:
        c.line([(x - 22, y), (x - 4, y + 18), (x + 26, y - 20)], PAPER, 11)


def hall() -> Canvas:
    """Chairs beside a piano, ten minutes before the choir comes."""
    c = Canvas(WIDE, HIGH, SAND)
    for x in (90, 370, 650):
        c.box(x, 60, 190, 330, PAPER, 90)
        c.box(x + 14, 74, 162, 302, STEEL, 80)
        c.box(x + 91, 74, 8, 302, PAPER)
        c.box(x + 14, 220, 162, 8, PAPER)
        for drop in range(7):
            at = x + 30 + drop * 37 % 130
            c.line([(at, 120 + drop * 34), (at - 5, 138 + drop * 34)], MIST, 4)
    c.box(0, 520, WIDE, 230, CLAY)
    c.box(0, 508, WIDE, 16, PAPER)
    c.box(900, 300, 250, 310, PLUM, 10)
    c.box(880, 430, 290, 40, NIGHT, 6)
    c.box(892, 436, 266, 18, PAPER)
    for key in range(900, 1150, 22):
        c.box(key, 436, 9, 11, INK)
    c.box(970, 340, 110, 80, PAPER, 4)
    c.line([(984, 364), (1064, 364)], INK, 3)
    c.line([(984, 386), (1050, 386)], INK, 3)
    for index, x in enumerate((110, 250, 390, 530, 670)):
        _chair(c, x, 470 + 34 * math.sin((index + 0.4) / 1.5), (BRICK, POOL, MUSTARD)[index % 3])
    _coat(c, 530, 470 + 34 * math.sin(3.4 / 1.5))
    return c


def _chair(c: Canvas, x: float, y: float, colour: str) -> None:
    for leg in (10, 96):
        c.box(x + leg, y + 110, 10, 100, INK, 3)
    c.box(x, y, 116, 76, colour, 14)
    c.box(x - 6, y + 100, 128, 30, colour, 12)
    for leg in (14, 92):
        c.box(x + leg, y + 70, 10, 40, INK)


def _coat(c: Canvas, x: float, y: float) -> None:
    c.box(x - 10, y - 12, 136, 150, RIVER, 26)
    for sleeve in (-22, 98):
        c.box(x + sleeve, y + 6, 40, 120, NIGHT, 18)
    c.box(x + 55, y + 6, 6, 126, NIGHT)
    for button in (34, 68, 102):
        c.oval(x + 70, y + button, 5, 5, MUSTARD)
    c.slice(x + 58, y - 12, 30, 0, 180, PAPER)
