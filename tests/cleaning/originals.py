"""Pictures as cameras and programs leave them: with a place, a number, a name, an older picture."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image, ImageCms, ImageDraw

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
    """A JPEG as from a telephone, with a small picture of what was cut away in its EXIF."""
    whole = encoded(picture(size=(96, 64)), "JPEG")
    cut = encoded(picture(), "JPEG", **everything(turned))
    # Pillow writes no small picture: it is put where readers of EXIF look for one, and at the end,
    # as in files that hold several pictures.
    app1 = b"\xff\xe1" + (len(whole) + 8).to_bytes(2, "big") + b"Exif\0\0" + whole
    return cut[:2] + app1 + cut[2:] + whole


def read_back(content: bytes) -> Image.Image:
    """The picture in a file, decoded."""
    shown = Image.open(BytesIO(content))
    shown.load()
    return shown
