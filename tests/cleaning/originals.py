"""Pictures as cameras and programs leave them: with a place, a number, a name, an older picture."""

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from typing import Any, Literal

from PIL import ExifTags, Image, ImageChops, ImageCms, ImageDraw

PLACE = (53.0, 13.0, 27.0)
SERIAL = "QW-7731-SERIAL"
OWNER = "Qwynneth Camera"
COMMENT = b"Qwynneth at home"
XMP = b"<x:xmpmeta><exif:GPSLatitude>53,13.45N</exif:GPSLatitude></x:xmpmeta>"
SECRETS = (SERIAL.encode(), OWNER.encode(), COMMENT, b"GPSLatitude", b"Exif", b"ICC_PROFILE")


def picture(kind: str = "RGB", size: tuple[int, int] = (48, 32)) -> Image.Image:
    """A picture whose upper left corner is red."""
    shown = Image.new("RGB", size, "teal")
    ImageDraw.Draw(shown).rectangle((0, 0, size[0] // 3, size[1] // 3), fill="red")
    return shown.convert(kind)


@cache
def scene(size: tuple[int, int] = (640, 480), kind: str = "RGB") -> Image.Image:
    """A picture with fine lines and even ground, whose left upper corner alone is red."""
    lines = Image.effect_mandelbrot((size[0] // 4, size[1] // 4), (-2, -1.5, 1, 1.5), 60)
    lines = lines.resize(size, Image.Resampling.BICUBIC)
    ground = Image.linear_gradient("L").resize(size)
    shown = Image.merge("RGB", (ImageChops.subtract(ground, lines), lines, ground))
    shown.paste((255, 0, 0), (0, 0, size[0] // 5, size[1] // 5))
    return shown.convert(kind)


def profile() -> bytes:
    """A profile of colours, which names whoever made it."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # It says when it was made; a test that is tried again has to meet the same.
    return made[:24] + bytes(12) + made[36:]


def exif(turned: int = 1, owner: str = OWNER) -> Image.Exif:
    """What a telephone notes; `turned` is EXIF's orientation."""
    notes = Image.Exif()
    notes[ExifTags.Base.Orientation] = turned
    notes[ExifTags.Base.Artist] = owner
    notes[ExifTags.IFD.Exif] = {ExifTags.Base.BodySerialNumber: SERIAL}
    notes[ExifTags.IFD.GPSInfo] = {1: "N", 2: PLACE, 3: "W", 4: PLACE}
    return notes


def encoded(shown: Image.Image, kind: str, **settings: Any) -> bytes:
    """The bytes of a picture in one of Pillow's formats."""
    made = BytesIO()
    shown.save(made, format=kind, **settings)
    return made.getvalue()


def everything(turned: int = 1) -> Mapping[str, Any]:
    """All that an encoder can be made to put into a file."""
    return {
        "exif": exif(turned),
        "icc_profile": profile(),
        "comment": COMMENT,
        "xmp": XMP,
        "dpi": (300, 300),
    }


def photograph(turned: int = 6) -> bytes:
    """A JPEG as from a telephone: a small picture of what was cut away is in its EXIF.

    The whole picture stands behind it once more, as in files that hold several.
    """
    whole = encoded(picture(size=(96, 64)), "JPEG")
    notes = with_thumbnail(exif(turned).tobytes(), whole)
    return encoded(picture(), "JPEG", **{**everything(), "exif": notes}) + whole


def with_thumbnail(notes: bytes, small: bytes) -> bytes:
    """EXIF with a second directory (IFD1), which holds a picture; Pillow itself writes none."""
    start = len(b"Exif\0\0")
    order: Literal["big", "little"] = "big" if notes[start : start + 2] == b"MM" else "little"

    def number(value: int, length: int = 4) -> bytes:
        return value.to_bytes(length, order)

    tiff = notes[start:]
    first = int.from_bytes(tiff[4:8], order)
    following = first + 2 + 12 * int.from_bytes(tiff[first : first + 2], order)
    second = len(tiff)
    behind = second + 2 + 2 * 12 + 4
    entries = ((0x0201, behind), (0x0202, len(small)))  # where it begins, and how long it is
    rows = (number(key, 2) + number(4, 2) + number(1) + number(value) for key, value in entries)
    ifd1 = number(2, 2) + b"".join(rows) + number(0)
    return notes[:start] + tiff[:following] + number(second) + tiff[following + 4 :] + ifd1 + small


def read_back(content: bytes) -> Image.Image:
    """The picture in a file, decoded."""
    shown = Image.open(BytesIO(content))
    shown.load()
    return shown
