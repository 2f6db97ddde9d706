"""The demonstration site's pictures of streets, gardens and weather, one function each."""

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
    SKIN_LIGHT,
    STEEL,
    STONE,
    Canvas,
)

WIDE, HIGH = 1200, 750
SLEEVE = "#963a2f"  # the red of the jumper in shadow


def phone_box() -> Canvas:
    """A red telephone box beside a wet road, with a chapel and a sheep."""
    c = Canvas(WIDE, HIGH, MIST)
    c.hill(330, 70, 210, 0, LEAF)
    c.hill(430, 50, 170, 500, MOSS)
    _chapel(c, 820, 300)
    c.shape([(0, 640), (WIDE, 560), (WIDE, HIGH), (0, HIGH)], STONE)
    for x in range(40, WIDE, 190):
        c.shape(
            [
                (x, 722 - x * 0.045),
                (x + 90, 718 - x * 0.045),
                (x + 90, 728 - x * 0.045),
                (x, 732 - x * 0.045),
            ],
            PAPER,
        )
    _sheep(c, 160, 520)
    _box(c, 430, 190)
    c.ripple(660, 690, 150, MIST)
    c.ripple(700, 712, 110, MIST)
    return c


def _box(c: Canvas, x: float, y: float) -> None:
    c.box(x - 16, y + 452, 232, 26, NIGHT, 6)
    c.box(x, y + 20, 200, 440, BRICK, 10)
    c.box(x - 12, y, 224, 46, BRICK, 20)
    c.box(x + 24, y + 54, 152, 30, PAPER, 4)
    for row in range(6):
        for column in range(3):
            c.box(x + 24 + column * 53, y + 98 + row * 56, 46, 48, MIST, 3)
    c.box(x + 80, y + 250, 44, 60, NIGHT, 6)
    c.line([(x + 90, y + 262), (x + 90, y + 298)], STEEL, 9)
    for book, colour in enumerate((MUSTARD, POOL, PLUM, MOSS, BRICK, MUSTARD, INK)):
        c.box(x + 32 + book * 19, y + 394 - book % 3 * 6, 15, 40 + book % 3 * 6, colour, 2)


def _chapel(c: Canvas, x: float, y: float) -> None:
    c.box(x, y + 90, 250, 200, CLOUD)
    c.shape([(x - 16, y + 96), (x + 125, y), (x + 266, y + 96)], PLUM)
    for window in (40, 170):
        c.box(x + window, y + 140, 42, 92, POOL, 20)
    c.box(x + 100, y + 180, 52, 110, INK, 20)
    c.oval(x + 125, y + 62, 16, 16, CLOUD)


def _sheep(c: Canvas, x: float, y: float) -> None:
    for leg in (-34, -14, 18, 38):
        c.box(x + leg, y + 20, 9, 52, INK, 3)
    for dx, dy in ((-40, 0), (-16, -18), (14, -20), (40, -4), (18, 12), (-18, 12)):
        c.oval(x + dx, y + dy, 34, 30, PAPER)
    c.oval(x - 72, y - 22, 22, 26, INK)
    c.oval(x - 54, y - 42, 14, 7, INK)


def bus() -> Canvas:
    """The Number 9 in the rain."""
    c = Canvas(WIDE, HIGH, STEEL)
    c.hill(330, 40, 190, 300, POOL)
    c.hill(420, 26, 120, 0, RIVER)
    c.rain(9, 190, MIST, 600)
    c.box(0, 560, WIDE, 190, STONE)
    c.box(0, 548, WIDE, 16, CLOUD)
    c.oval(420, 672, 390, 42, MIST)
    c.box(150, 210, 640, 400, MUSTARD, 36)
    c.box(150, 470, 640, 60, PAPER)
    for x in range(190, 580, 132):
        c.box(x, 262, 116, 130, MIST, 14)
    c.box(590, 262, 176, 190, MIST, 18)
    c.box(590, 216, 176, 40, INK, 8)
    c.letters("9", 678, 236, 38, PAPER)
    c.line([(620, 452), (690, 320)], INK, 5)
    c.oval(760, 500, 18, 18, PAPER)
    for wheel in (290, 650):
        c.oval(wheel, 606, 64, 64, INK)
        c.oval(wheel, 606, 26, 26, STEEL)
    for x, y, length in ((120, 668, 150), (340, 690, 210), (620, 676, 150)):
        c.ripple(x, y, length, POOL)
    _stop(c, 980, 230)
    return c


def _stop(c: Canvas, x: float, y: float) -> None:
    c.box(x, y, 14, 400, NIGHT, 4)
    c.box(x - 60, y - 30, 134, 110, BRICK, 14)
    c.letters("9", x + 7, y + 24, 84, PAPER)
    c.box(x - 24, y + 170, 62, 96, PAPER, 6)
    for row in range(5):
        c.line([(x - 12, y + 188 + row * 16), (x + 26, y + 188 + row * 16)], STONE, 3)
    c.box(x + 60, y + 300, 150, 20, PLUM, 6)
    for leg in (74, 186):
        c.box(x + leg, y + 320, 12, 60, NIGHT)


def green_door(skin: str = SKIN_LIGHT) -> Canvas:
    """Somebody in front of a front door of his own."""
    c = Canvas(WIDE, HIGH, SAND)
    for row in range(13):
        for column in range(-1, 9):
            c.box(column * 150 + row % 2 * 75 + 3, row * 52 + 3, 144, 46, CLAY, 5)
    c.box(0, 660, WIDE, 90, STONE)
    c.box(400, 70, 330, 600, PAPER, 8)
    c.box(424, 94, 282, 576, MOSS, 6)
    for x in (456, 580):
        c.box(x, 340, 96, 130, LEAF, 8)
        c.box(x, 500, 96, 130, LEAF, 8)
    c.slice(565, 270, 104, 180, 360, MIST)
    c.box(520, 392, 90, 20, MUSTARD, 8)
    c.oval(682, 430, 14, 14, MUSTARD)
    c.box(370, 660, 390, 34, CLOUD, 6)
    c.box(880, 300, 200, 190, MIST, 8)
    c.box(974, 300, 12, 190, PAPER)
    c.box(860, 490, 240, 24, PAPER, 6)
    _pot(c, 290, 560)
    _man_with_key(c, 800, 716, skin)
    return c


def _man_with_key(c: Canvas, x: float, foot: float, skin: str) -> None:
    c.person(x, foot, 520, skin, STONE, BRICK)
    for side in (1, -1):
        elbow = (x + side * 92, foot - 262)
        c.line([(x + side * 70, foot - 366), elbow], SLEEVE, 38)
        c.line([elbow, (x - side * 40, foot - 282)], SLEEVE, 36)
        c.oval(x - side * 58, foot - 284, 22, 20, skin)
    c.line([(x + 66, foot - 250), (x + 66, foot - 200)], MUSTARD, 9)
    c.oval(x + 66, foot - 246, 17, 17, MUSTARD)
    c.oval(x + 66, foot - 246, 8, 8, NIGHT)
    c.line([(x + 66, foot - 204), (x + 82, foot - 204)], MUSTARD, 8)


def _pot(c: Canvas, x: float, y: float) -> None:
    for dx in (-30, -10, 10, 30):
        c.line([(x, y), (x + dx, y - 80)], MOSS, 7)
        c.oval(x + dx, y - 88, 20, 20, MUSTARD)
        c.oval(x + dx, y - 88, 8, 8, PLUM)
    c.shape([(x - 54, y), (x + 54, y), (x + 38, y + 104), (x - 38, y + 104)], BRICK)


def oven() -> Canvas:
    """A clay oven on an allotment, and the officer's cockerel."""
    c = Canvas(WIDE, HIGH, MIST)
    c.hill(360, 40, 230, 200, LEAF)
    c.box(0, 500, WIDE, 250, MOSS)
    for x in range(60, 440, 90):
        _beans(c, x, 560)
    _shed_outside(c, 900, 250)
    for step in range(9):
        c.oval(
            640 - step * 66, 240 - 46 * math.sin(step / 2.6), 30 + step * 5, 22 + step * 3, CLOUD
        )
    c.box(520, 560, 320, 130, STONE, 8)
    for row in range(2):
        for column in range(4):
            c.box(530 + column * 76 + row * 6, 574 + row * 56, 68, 46, BRICK, 6)
    c.slice(680, 562, 190, 180, 360, CLAY)
    c.box(490, 548, 380, 22, CLAY, 10)
    c.box(660, 250, 52, 150, CLAY, 16)
    c.slice(680, 556, 92, 180, 360, INK)
    for x, tall, colour in (
        (640, 54, BRICK),
        (680, 78, BRICK),
        (722, 50, BRICK),
        (678, 46, MUSTARD),
    ):
        c.shape([(x - 24, 554), (x, 554 - tall), (x + 24, 554)], colour)
    for loaf in range(3):
        c.oval(960 + loaf * 16, 712 - loaf * 22, 70, 16, SAND if loaf % 2 else CLAY)
    return c


def _beans(c: Canvas, x: float, y: float) -> None:
    c.line([(x - 34, y + 120), (x, y - 90)], CLAY, 7)
    c.line([(x + 34, y + 120), (x, y - 90)], CLAY, 7)
    for step in range(6):
        side = -1 if step % 2 else 1
        c.oval(x + side * (8 + step * 5), y - 60 + step * 30, 20, 13, LEAF)
    c.oval(x - 12, y + 10, 8, 8, BRICK)
    c.oval(x + 16, y + 60, 8, 8, BRICK)


def _shed_outside(c: Canvas, x: float, y: float) -> None:
    c.box(x, y + 90, 240, 300, PLUM)
    for plank in range(40, 240, 40):
        c.line([(x + plank, y + 96), (x + plank, y + 388)], NIGHT, 3)
    c.shape([(x - 26, y + 100), (x + 120, y + 10), (x + 266, y + 100)], NIGHT)
    c.box(x + 70, y + 190, 100, 200, RIVER, 4)
    c.oval(x + 152, y + 300, 8, 8, MUSTARD)
    c.line([(x + 120, y + 10), (x + 120, y - 110)], INK, 7)
    c.line([(x + 70, y - 30), (x + 170, y - 30)], INK, 5)
    c.oval(x + 122, y - 128, 38, 26, BRICK)
    c.shape([(x + 94, y - 134), (x + 44, y - 176), (x + 58, y - 116)], BRICK)
    c.oval(x + 156, y - 158, 18, 18, BRICK)
    c.shape([(x + 170, y - 160), (x + 196, y - 152), (x + 170, y - 146)], MUSTARD)
    c.oval(x + 156, y - 180, 10, 10, MUSTARD)


def marquee() -> Canvas:
    """The festival before anybody has got there."""
    c = Canvas(WIDE, HIGH, MIST)
    c.hill(340, 34, 200, 900, LEAF)
    c.box(60, 150, 420, 400, CLAY)
    c.shape([(40, 160), (270, 50), (500, 160)], PLUM)
    for x in (100.0, 224.0, 348.0):
        c.box(x, 220, 90, 150, PAPER, 44)
        c.box(x + 10, 230, 70, 130, POOL, 36)
    c.box(210, 420, 120, 130, NIGHT, 10)
    c.box(0, 540, WIDE, 210, MOSS)
    _tent(c, 560, 230)
    flags = (BRICK, MUSTARD, PAPER, POOL, PLUM)
    sag = [(480 + at * 62.0, 150 + 52 * math.sin(at * math.pi / 11)) for at in range(12)]
    c.line([(1162, 150), (1162, 560)], NIGHT, 9)
    c.line(sag, INK, 3)
    for index, (x, y) in enumerate(sag[:-1]):
        c.shape([(x + 8, y + 3), (x + 50, y + 3), (x + 29, y + 48)], flags[index % 5])
    row_of_boots(c, 90, 690, 11)
    return c


def _tent(c: Canvas, x: float, y: float) -> None:
    c.box(x + 30, y + 140, 500, 230, PAPER)
    for stripe in range(5):
        c.box(x + 30 + stripe * 100, y + 140, 50, 230, BRICK)
    c.shape([(x, y + 150), (x + 280, y - 20), (x + 560, y + 150)], BRICK)
    for stripe in (0, 2, 4):
        left = x + 56 + stripe * 112
        c.shape([(left - 56 + 56, y + 150), (x + 280, y - 20), (left + 56, y + 150)], PAPER)
    for edge in range(10):
        c.slice(x + 28 + edge * 56, y + 148, 28, 0, 180, PAPER if edge % 2 else BRICK)
    c.shape([(x + 220, y + 370), (x + 280, y + 170), (x + 340, y + 370)], NIGHT)


def row_of_boots(c: Canvas, x: float, ground: float, pairs: int) -> None:
    """Draw pairs of wellington boots, from the left, standing on `ground`."""
    colours = (RIVER, BRICK, MUSTARD, PLUM, NIGHT, POOL, CLAY)
    for pair in range(pairs):
        tall = (92, 64, 104, 50, 80, 98)[pair % 6]
        for boot in (0, 1):
            left = x + pair * 96 + boot * 40
            c.box(left, ground - tall, 28, tall, colours[pair % 7], 7)
            c.box(left, ground - 26, 46, 26, colours[pair % 7], 11)
            c.box(left - 2, ground - 8, 50, 9, INK, 4)
            c.box(left - 2, ground - tall, 32, 9, PAPER, 4)


def boots() -> Canvas:
    """A border of boots, for decoration only."""
    c = Canvas(WIDE, 240, MIST)
    c.box(0, 176, WIDE, 64, POOL)
    row_of_boots(c, 70, 190, 11)
    for x in range(30, 1150, 140):
        c.ripple(x, 212, 90, MIST)
    return c
