"""Published bytes are pixels: what hides behind, between or below them does not come out."""

import zlib
from collections.abc import Callable

import pytest
from PIL import Image, ImageFilter

from byleave.cleaning import UnreadableMediaError, cleaned
from byleave.cleaning.formats import vp8
from byleave.cleaning.proof import holds_only_pixels
from tests.cleaning.originals import encoded, picture, read_back

SECRET = b"Qwynneth lives behind the mill"


def jpeg(**settings: object) -> bytes:
    """A JPEG with pixels of many colours."""
    return encoded(many_colours(), "JPEG", **settings)


def many_colours() -> Image.Image:
    """A picture with something to see in every corner."""
    shown = Image.effect_mandelbrot((60, 44), (-2, -1.2, 1, 1.2), 40).convert("RGB")
    return shown.filter(ImageFilter.GaussianBlur(1))


def segment(code: int, said: bytes) -> bytes:
    """A segment of a JPEG."""
    return bytes([0xFF, code]) + (len(said) + 2).to_bytes(2, "big") + said


def before(content: bytes, marker: bytes, said: bytes) -> bytes:
    """`content` with something before the last place at which `marker` stands."""
    at = content.rindex(marker)
    return content[:at] + said + content[at:]


def behind_first_scan(content: bytes) -> bytes:
    """A progressive JPEG with something between its first scan and its second."""
    at = content.index(b"\xff\xc4", content.index(b"\xff\xda"))
    return content[:at] + SECRET + content[at:]


def chunk(kind: bytes, said: bytes) -> bytes:
    """A chunk of a PNG."""
    return len(said).to_bytes(4, "big") + kind + said + zlib.crc32(kind + said).to_bytes(4, "big")


def with_packed(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """A PNG whose packed pixels are changed."""
    at = content.index(b"IDAT")
    length = int.from_bytes(content[at - 4 : at], "big")
    packed = content[at + 4 : at + 4 + length]
    return content[: at - 4] + chunk(b"IDAT", change(packed)) + content[at + 8 + length :]


def png() -> bytes:
    """A PNG in one chunk of pixels."""
    return encoded(many_colours(), "PNG")


def gif() -> bytes:
    """A GIF of one picture."""
    return encoded(many_colours().quantize(64), "GIF")


def gif_without_end(content: bytes) -> bytes:
    """A GIF up to the empty block that ends its picture."""
    return content[: content.rindex(b"\0;")]


def webp(**settings: object) -> bytes:
    """A WebP of one picture."""
    return encoded(many_colours(), "WEBP", **settings)


def webp_with(content: bytes, kind: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """A WebP with one of its chunks changed."""
    at = content.index(kind, 12)
    length = int.from_bytes(content[at + 4 : at + 8], "little")
    said = change(content[at + 8 : at + 8 + length])
    even = b"\0" * (len(said) % 2)
    rest = content[at + 8 + length + length % 2 :]
    made = content[12:at] + kind + len(said).to_bytes(4, "little") + said + even + rest
    return b"RIFF" + (len(made) + 4).to_bytes(4, "little") + b"WEBP" + made


def webp_first_partition(said: bytes) -> bytes:
    """VP8 with more behind the first of its partitions."""
    end = vp8.ends(said)[0]
    tag = int.from_bytes(said[:3], "little") + (len(SECRET) << 5)
    return tag.to_bytes(3, "little") + said[3:end] + SECRET + said[end:]


def with_alpha() -> bytes:
    """A WebP with a chunk of its own for how far one sees through it."""
    shown = many_colours().convert("RGBA")
    shown.putalpha(Image.linear_gradient("L").resize(shown.size))
    return encoded(shown, "WEBP")


def moving(kind: str) -> bytes:
    """Two pictures after each other."""
    return encoded(many_colours(), kind, save_all=True, append_images=[picture("RGB", (60, 44))])


JFIF = segment(0xE0, b"JFIF\0" + SECRET[:9])
HIDING: dict[str, tuple[str, Callable[[], bytes]]] = {
    "behind a scan": (".jpg", lambda: before(jpeg(), b"\xff\xd9", SECRET)),
    "behind a scan, with escapes": (
        ".jpg",
        lambda: before(jpeg(), b"\xff\xd9", SECRET + b"\xff\0" * 4),
    ),
    "behind the first of many scans": (
        ".jpg",
        lambda: behind_first_scan(jpeg(progressive=True)),
    ),
    "before a restart": (".jpg", lambda: before(jpeg(restart_marker_rows=1), b"\xff\xd0", SECRET)),
    "in a second head": (".jpg", lambda: jpeg()[:2] + JFIF + jpeg()[2:]),
    "in a small picture": (
        ".jpg",
        lambda: jpeg()[:2] + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\x02\x05" + SECRET) + jpeg()[20:],
    ),
    "in a table that no scan uses": (
        ".jpg",
        lambda: before(
            jpeg(), b"\xff\xda", segment(0xC4, b"\x03" + bytes([30, *[0] * 15]) + SECRET)
        ),
    ),
    "in a note": (".jpg", lambda: jpeg()[:2] + segment(0xFE, SECRET) + jpeg()[2:]),
    "in a segment for programs": (".jpg", lambda: jpeg()[:2] + segment(0xED, SECRET) + jpeg()[2:]),
    "behind the end of a JPEG": (".jpg", lambda: jpeg() + SECRET),
    "behind the packed pixels": (".png", lambda: with_packed(png(), lambda one: one + SECRET)),
    "below the last row": (
        ".png",
        lambda: with_packed(png(), lambda one: zlib.compress(zlib.decompress(one) + SECRET, 0)),
    ),
    "in a chunk of its own behind them": (
        ".png",
        lambda: before(png(), b"\0\0\0\0IEND", chunk(b"IDAT", SECRET)),
    ),
    "in a chunk that is too long": (
        ".png",
        lambda: png()[:33] + chunk(b"gAMA", b"\0\0\xb1\x8f" + SECRET) + png()[33:],
    ),
    "in a chunk that stands there twice": (
        ".png",
        lambda: png()[:33] + 2 * chunk(b"cHRM", (SECRET * 2)[:32]) + png()[33:],
    ),
    "in colours that are not used": (
        ".png",
        lambda: png()[:33] + chunk(b"PLTE", SECRET) + png()[33:],
    ),
    "in a text": (".png", lambda: png()[:33] + chunk(b"tEXt", b"a\0" + SECRET) + png()[33:]),
    "in a chunk that nobody knows": (
        ".png",
        lambda: png()[:33] + chunk(b"heLp", SECRET) + png()[33:],
    ),
    "behind the end of a PNG": (".png", lambda: png() + SECRET),
    "in a block behind the picture": (
        ".gif",
        lambda: gif_without_end(gif()) + bytes([len(SECRET)]) + SECRET + b"\0;",
    ),
    "in a control that is too long": (
        ".gif",
        lambda: before(gif(), b"\x2c\0\0\0\0", b"\x21\xf9" + bytes([len(SECRET)]) + SECRET + b"\0"),
    ),
    "in a comment": (
        ".gif",
        lambda: before(gif(), b"\x2c\0\0\0\0", b"\x21\xfe" + bytes([len(SECRET)]) + SECRET + b"\0"),
    ),
    "in the loops": (
        ".gif",
        lambda: before(
            gif(),
            b"\x2c\0\0\0\0",
            b"\x21\xff\x0bNETSCAPE2.0" + bytes([len(SECRET)]) + SECRET + b"\0",
        ),
    ),
    "behind the end of a GIF": (".gif", lambda: gif() + SECRET),
    "behind the last partition": (
        ".webp",
        lambda: webp_with(webp(), b"VP8 ", lambda said: said + SECRET),
    ),
    "behind the first partition": (
        ".webp",
        lambda: webp_with(webp(), b"VP8 ", webp_first_partition),
    ),
    "behind pixels without loss": (
        ".webp",
        lambda: webp_with(webp(lossless=True), b"VP8L", lambda said: said + SECRET),
    ),
    "behind the alpha": (
        ".webp",
        lambda: webp_with(with_alpha(), b"ALPH", lambda said: said + SECRET),
    ),
    "in a frame": (
        ".webp",
        lambda: webp_with(
            moving("WEBP"), b"ANMF", lambda said: said + b"heLp" + bytes([30, 0, 0, 0]) + SECRET
        ),
    ),
    "behind the end of a WebP": (".webp", lambda: webp() + SECRET),
}


@pytest.mark.parametrize(("suffix", "make"), HIDING.values(), ids=HIDING)
def test_what_hides_in_a_picture_is_not_published(suffix: str, make: Callable[[], bytes]) -> None:
    """Neither the words nor a part of them, and the picture is the one that was seen."""
    original = make()
    hidden = (SECRET, SECRET[:9], SECRET[-9:])
    assert hidden[1] in original
    made = cleaned(original, suffix)
    assert not [one for one in hidden if one in made]
    assert made != original
    assert read_back(made).size == read_back(original).size


PLAIN: dict[str, tuple[str, Callable[[], bytes]]] = {
    "baseline": (".jpg", jpeg),
    "progressive": (".jpg", lambda: jpeg(progressive=True, optimize=True)),
    "grey": (".jpg", lambda: encoded(many_colours().convert("L"), "JPEG")),
    "one colour": (".jpg", lambda: encoded(Image.new("RGB", (90, 50), "teal"), "JPEG")),
    "PNG": (".png", png),
    "PNG by a palette": (".png", lambda: encoded(many_colours().quantize(9), "PNG")),
    "PNG that moves": (".png", lambda: moving("PNG")),
    "GIF": (".gif", gif),
    "GIF that moves": (".gif", lambda: moving("GIF")),
    "WebP": (".webp", webp),
    "WebP without loss": (".webp", lambda: webp(lossless=True)),
    "WebP with alpha": (".webp", with_alpha),
    "WebP that moves": (".webp", lambda: moving("WEBP")),
}


@pytest.mark.parametrize(("suffix", "make"), PLAIN.values(), ids=PLAIN)
def test_where_nothing_hides_the_file_stays_as_it_is(
    suffix: str, make: Callable[[], bytes]
) -> None:
    """A picture that is made anew once too often grows worse each time."""
    original = make()
    assert holds_only_pixels(original)
    assert cleaned(original, suffix) == original


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_half_a_jpeg_with_an_end_is_found(share: float, progressive: bool) -> None:
    """An upload that broke off is half grey, though it ends as a whole picture does."""
    whole = jpeg(progressive=progressive)
    start = whole.index(b"\xff\xda") + 14
    broken = whole[: start + round((len(whole) - start) * share)].rstrip(b"\xff") + b"\xff\xd9"
    with pytest.raises(UnreadableMediaError) as fault:
        cleaned(broken, ".jpg")
    assert fault.value.why == "damaged"


def test_half_of_a_jpeg_with_restarts_is_found() -> None:
    """Its other half may be in the middle."""
    whole = jpeg(restart_marker_rows=1)
    first, second = whole.index(b"\xff\xd0"), whole.index(b"\xff\xd1")
    broken = whole[: first + 2] + whole[first + 2 : first + 12].rstrip(b"\xff") + whole[second:]
    with pytest.raises(UnreadableMediaError):
        cleaned(broken, ".jpg")
