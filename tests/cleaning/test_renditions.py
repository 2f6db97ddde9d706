"""The smaller files of a picture show what it shows, tell nothing else, and save something."""

import hashlib

import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat

from byleave.cleaning import UnreadableMediaError, cleaned
from byleave.cleaning.renditions import MadeRendition, renditions, widths_of
from byleave.model.renditions import CUT_WIDTHS, USUAL_FOCUS, WIDTHS, Focus
from tests.cleaning.originals import (
    SECRETS,
    encoded,
    everything,
    picture,
    profile,
    read_back,
    scene,
)

LARGE, SMALL = (1680, 1260), (640, 480)  # that of a scene, if no other is asked for


def made(
    content: bytes, cut: Focus | None = None
) -> dict[tuple[str, int], tuple[MadeRendition, Image.Image]]:
    """What is made of a picture, by kind and width, and what it shows."""
    (found,) = renditions(content, [cut])
    return {
        (one.rendition.kind, one.rendition.width): (one, read_back(one.content)) for one in found
    }


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are apart in the mean, of 255."""
    same = other.convert("RGB").resize(one.size, Image.Resampling.LANCZOS)
    return ImageStat.Stat(ImageChops.difference(one.convert("RGB"), same).convert("L")).mean[0]


@pytest.mark.slow
def test_a_photograph_is_there_for_each_screen() -> None:
    """In three widths, as JPEG and as WebP, each lighter than the next and than the original."""
    original = encoded(scene(LARGE), "JPEG", quality=92)
    found = made(original)
    assert sorted(found) == [(kind, width) for kind in ("jpeg", "webp") for width in WIDTHS]
    for kind in ("jpeg", "webp"):
        sizes = [len(found[kind, width][0].content) for width in WIDTHS]
        assert [*sizes, len(original)] == sorted({*sizes, len(original)})
    for width in WIDTHS:
        assert len(found["webp", width][0].content) < len(found["jpeg", width][0].content)
    for one, shown in found.values():
        assert shown.size == (one.rendition.width, one.rendition.height)
        assert shown.size[1] == round(shown.size[0] * 3 / 4)
        assert difference(shown, scene(LARGE)) < 4


@pytest.mark.parametrize("turned", [1, 3, 6, 8])
def test_a_telephones_photograph_stands_upright_and_tells_nothing(turned: int) -> None:
    """It is turned as its EXIF says, and place, camera, owner and profile stay behind."""
    original = encoded(scene(), "JPEG", quality=92, **everything(turned))
    upright = ImageOps.exif_transpose(read_back(original))
    for cut in (None, USUAL_FOCUS):
        for one, shown in made(original, cut).values():
            assert not [secret for secret in SECRETS if secret in one.content]
            assert not {"exif", "xmp", "icc_profile", "comment", "dpi"} & shown.info.keys()
            if cut is None:
                assert (
                    shown.height > shown.width if turned in (6, 8) else shown.height < shown.width
                )
                assert difference(shown, upright) < 4
                assert cleaned(one.content, f".{one.rendition.kind}") == one.content


@pytest.mark.parametrize(
    ("mode", "kind", "settings"),
    [
        ("RGB", "PNG", {}),
        ("L", "JPEG", {"quality": 95}),
        ("RGB", "WEBP", {"lossless": True}),
        ("RGB", "AVIF", {"quality": 90}),
        ("CMYK", "JPEG", {"quality": 95}),
        ("P", "PNG", {}),
        ("P", "GIF", {}),
        ("RGB", "JPEG", {"quality": 95, "icc_profile": profile()}),
        ("I;16", "PNG", {}),
        ("LA", "PNG", {}),
        ("1", "PNG", {}),
    ],
)
def test_every_kind_of_picture(mode: str, kind: str, settings: dict[str, object]) -> None:
    """Whatever somebody has: grey, with a table of colours, for printers, with 16 bits, in AVIF."""
    if mode == "I;16":
        shown = scene(kind="L").convert("I").point(lambda value: value * 256).convert("I;16")
    elif mode == "P":
        shown = scene().quantize(200)
    else:
        shown = scene(kind=mode)
    usual = scene(kind="L") if mode in ("I;16", "1", "LA", "L") else scene()
    found = made(encoded(shown, kind, **settings), USUAL_FOCUS)
    assert {width for _, width in found} == {240, 480, 640}
    left = usual.crop((0, 0, 640, 426)) if mode != "1" else None
    for _, small in found.values():
        assert small.mode in ("RGB", "L", "P", "RGBA")
        assert left is None or difference(small, left) < 12


@pytest.mark.slow
def test_what_can_be_seen_through_stays_so() -> None:
    """A logo with a clear ground has one in every width; one that only could have is a JPEG."""
    shown = scene(kind="RGBA")
    whole = encoded(shown, "PNG")
    shown.putalpha(Image.linear_gradient("L").resize(shown.size))
    clear = made(encoded(shown, "PNG"))
    assert {kind for kind, _ in clear} == {"png", "webp"}
    for _, small in clear.values():
        assert small.convert("RGBA").getpixel((0, 0))[3] < 5  # type: ignore[index] # of a pixel
    assert {kind for kind, _ in made(whole)} == {"jpeg", "webp"}


def test_a_drawing_keeps_its_colours() -> None:
    """Of a picture with a table of colours, even ground stays even: no shades come in."""
    shown = Image.new("RGB", SMALL, "#fcf8f1")
    for place in range(0, 420, 35):
        shown.paste("#1d4d3b", (place, place, place + 200, place + 20))
    table = shown.quantize(16)
    shown.paste(scene((400, 300)).quantize(100).convert("RGB"), (300, 20))
    for original in (encoded(shown.quantize(palette=table), "PNG"), encoded(table, "PNG")):
        for _, small in made(original, USUAL_FOCUS).values():
            colours = small.convert("RGB").getcolors(1 << 16)
            assert colours is not None
            assert len(colours) <= 16


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_what_moves_is_left_alone(kind: str) -> None:
    """One frame of it would be another picture."""
    frames = [scene(kind="P"), scene(kind="P").transpose(Image.Transpose.ROTATE_180)]
    original = encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=200)
    assert renditions(original, [None, USUAL_FOCUS]) == ((), ())


@pytest.mark.slow
def test_nothing_is_made_larger() -> None:
    """A small picture is published as it is; a middle one in no width that it has not."""
    assert not made(encoded(picture(size=(400, 300)), "PNG"))
    assert not made(encoded(picture(size=(400, 300)), "PNG"), USUAL_FOCUS)
    for cut in (None, USUAL_FOCUS):
        found = made(encoded(scene(), "JPEG", quality=95), cut)
        assert max(width for _, width in found) <= SMALL[0]
    assert widths_of((700, 500), None, 10**6) == (480, 700)
    assert widths_of((700, 500), USUAL_FOCUS, 10**6) == (240, 480, 700)
    # One that stands upright is no higher than others are wide.
    assert widths_of((3000, 4000), None, 10**6) == (480, 1200)
    assert widths_of((1000, 20_000), None, 10**6) == (480,)
    tall = made(encoded(scene((600, 4000)), "JPEG", quality=95))
    assert {width for _, width in tall} == {480}
    assert all(difference(small, scene((600, 4000))) < 6 for _, small in tall.values())


def test_a_light_picture_is_not_made_anew() -> None:
    """There is nothing to save, and a hundred files would be made for it."""
    assert not made(encoded(Image.new("RGB", (2000, 1000), "teal"), "PNG"))


@pytest.mark.parametrize(
    ("size", "focus", "corner"),
    [
        ((1500, 500), Focus(across=0, down=0), True),
        ((1500, 500), Focus(across=100, down=0), False),
        ((600, 1200), Focus(across=50, down=0), True),
        ((600, 1200), Focus(across=50, down=90), False),
        ((600, 1800), USUAL_FOCUS, False),
    ],
)
def test_a_cut_has_what_is_in_focus(size: tuple[int, int], focus: Focus, corner: bool) -> None:
    """It is three wide and two high, with the focus in its middle or as near as the edge lets."""
    found = made(encoded(scene(size), "JPEG", quality=95), focus)
    assert found
    for _, small in found.values():
        assert abs(small.width * 2 - small.height * 3) <= 2
        pixel = small.convert("RGB").getpixel((8, 8))
        assert isinstance(pixel, tuple)
        red, green, _ = pixel
        assert (red > 180 and green < 80) == corner


@pytest.mark.slow
def test_a_panorama_is_cut_out_of_all_its_pixels() -> None:
    """What is cut out of a wide picture is as sharp as any other cut."""
    original = encoded(scene((4000, 700)), "JPEG", quality=90)
    cut = made(original, Focus(across=50, down=50))
    assert max(width for _, width in cut) == CUT_WIDTHS[-1]
    assert max(width for _, width in made(original)) == WIDTHS[-1]


@pytest.mark.slow
def test_cuts_of_a_busy_picture_are_light_all_the_same() -> None:
    """One and three small ones are 60 KB together, as the first page has them on a phone."""
    grain = Image.effect_mandelbrot((1200, 800), (-0.75, 0.1, -0.74, 0.11), 200).convert("RGB")
    fine = hashlib.shake_128(b"grain").digest(600 * 400 * 3)
    busy = Image.blend(grain, Image.frombytes("RGB", (600, 400), fine).resize(grain.size), 0.35)
    found = made(encoded(busy, "JPEG", quality=90), USUAL_FOCUS)
    assert len(found["webp", 480][0].content) + 3 * len(found["webp", 240][0].content) <= 60_000
    assert len(found["jpeg", 480][0].content) > 40_000


def test_a_damaged_picture_is_named_as_such() -> None:
    """So that the stories that use it are withheld, and the others built."""
    whole = encoded(scene(), "PNG")
    with pytest.raises(UnreadableMediaError):
        renditions(whole[: len(whole) // 2], [None])


@pytest.mark.slow
def test_the_same_picture_always_makes_the_same_files() -> None:
    """Whatever else is made of it: alone, in another order, or twice."""
    original = encoded(scene(), "JPEG", quality=90, **everything())
    shapes = [None, USUAL_FOCUS, Focus(across=10, down=80)]
    together = renditions(original, shapes)
    assert together == renditions(original, shapes)
    assert renditions(original, shapes[::-1]) == together[::-1]
    assert tuple(renditions(original, [one])[0] for one in shapes) == together
