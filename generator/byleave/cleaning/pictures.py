"""Pictures of pixels: their size, what they tell, and the same pixels in a new file."""

import hashlib
import struct
import warnings
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image, ImageCms, JpegImagePlugin

from byleave.cleaning.facts import Examined, Tell, UnreadableMediaError
from byleave.cleaning.structure import structure

# What Pillow calls the formats that browsers show. It opens some JPEG files as "MPO": those with
# more pictures behind the first.
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
# Whatever Pillow may raise for a damaged file. MemoryError is one that asks for too much.
_FAULTS = (
    OSError,
    SyntaxError,
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    EOFError,
    MemoryError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)
# How EXIF says that a picture is to be turned before it is shown.
_TURNS: Mapping[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ON_ITS_SIDE = frozenset({5, 6, 7, 8})
_CAMERA = (ExifTags.Base.BodySerialNumber, ExifTags.Base.LensSerialNumber)
_OWNER = (ExifTags.Base.CameraOwnerName, ExifTags.Base.Artist, ExifTags.Base.Copyright)
_XMP: tuple[tuple[bytes, Tell], ...] = (
    (b"GPSLatitude", "place"),
    (b"SerialNumber", "camera"),
    (b"OwnerName", "owner"),
    (b"dc:creator", "owner"),
)
# What of Pillow's own notes on a picture belongs to it. It writes some of the others by itself.
_NOTES = ("transparency", "duration", "loop", "disposal", "background")
_QUALITY = 90


def examine_picture(content: bytes) -> Examined:
    """What is to be known of a picture; raises UnreadableMediaError."""
    with _opened(content) as picture:
        parts = structure(content)
        if parts is not None and parts.clean:
            digest = hashlib.sha256(content).hexdigest()
            return Examined(digest=digest, clean=True, width=picture.width, height=picture.height)
        shown = _pixels(picture) if parts is None else parts.shown
        turn = _orientation(picture)
        width, height = picture.size[::-1] if turn in _ON_ITS_SIDE else picture.size
        profile = bytes(picture.info.get("icc_profile") or b"")
        seen = b"\0".join((b"picture", str(turn).encode(), profile, shown))
        return Examined(
            digest=hashlib.sha256(seen).hexdigest(),
            clean=False,
            width=width,
            height=height,
            tells=frozenset(_tells(picture)),
        )


def cleaned_picture(content: bytes) -> bytes:
    """The picture as a new file of the same format, upright, in the colours that screens expect.

    One that holds nothing but the picture is given back as it is. Raises UnreadableMediaError,
    RuntimeError where something would be left in it after all.
    """
    if examine_picture(content).clean:
        return content
    with _opened(content) as picture:
        turn = _orientation(picture)
        frames = [_plain(picture, turn) for _ in _frames(picture)]
        made = BytesIO()
        settings = _settings(picture, content, frames)
        kind = "JPEG" if picture.format == "MPO" else picture.format
        frames[0].save(made, format=kind, **settings)
    _check(made.getvalue())
    return made.getvalue()


@contextmanager
def _opened(content: bytes) -> Iterator[Image.Image]:
    """The picture, its pixels not decoded yet; whatever goes wrong is an UnreadableMediaError."""
    with warnings.catch_warnings():
        # What Pillow has to say of odd metadata is of no use to anybody; a bomb is a fault.
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(BytesIO(content), formats=_FORMATS) as picture:
                yield picture
        except _FAULTS as fault:
            raise UnreadableMediaError from fault


def _orientation(picture: Image.Image) -> int:
    """How EXIF says that the picture is to be turned; 1 for not at all."""
    try:
        said = picture.getexif().get(ExifTags.Base.Orientation, 1)
    except _FAULTS:
        return 1
    return said if said in _TURNS else 1


def _pixels(picture: Image.Image) -> bytes:
    """All pixels of a format that is not taken apart, so that nothing else counts."""
    return b"".join(picture.convert("RGBA").tobytes() for _ in _frames(picture))


def _frames(picture: Image.Image) -> Iterator[int]:
    """Go to each picture of an animation; of several pictures in a JPEG, the first alone."""
    count = 1 if picture.format in ("JPEG", "MPO") else getattr(picture, "n_frames", 1)
    for number in range(count):
        picture.seek(number)
        picture.load()
        yield number


def _tells(picture: Image.Image) -> Iterator[Tell]:
    xmp = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    said = xmp.encode() if isinstance(xmp, str) else bytes(xmp)
    yield from (tell for word, tell in _XMP if word in said)
    try:
        exif = picture.getexif()
        inner = exif.get_ifd(ExifTags.IFD.Exif)
        place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    except _FAULTS:
        return
    if any(key > 0 for key in place):
        yield "place"
    if any(inner.get(key) or exif.get(key) for key in _CAMERA):
        yield "camera"
    if any(inner.get(key) or exif.get(key) for key in _OWNER):
        yield "owner"


def _plain(picture: Image.Image, turn: int) -> Image.Image:
    """One frame alone: no notes of Pillow's that it would write into the file."""
    notes: dict[str | tuple[int, int], Any] = {
        key: picture.info[key] for key in _NOTES if key in picture.info
    }
    frame = _in_usual_colours(picture)
    if turn in _TURNS:
        frame = frame.transpose(_TURNS[turn])
    plain = frame.copy()
    plain.info = notes
    return plain


def _in_usual_colours(picture: Image.Image) -> Image.Image:
    """The picture in sRGB: a profile may name a screen, a camera or their owner."""
    profile = picture.info.get("icc_profile")
    frame = picture.convert("RGBA") if profile and picture.mode in ("P", "PA") else picture
    if profile:
        alpha = frame.mode in ("RGBA", "LA")
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            usual = ImageCms.createProfile("sRGB")
            mode = "RGBA" if alpha else "RGB"
            shown = ImageCms.profileToProfile(frame, own, usual, outputMode=mode)
        except (ImageCms.PyCMSError, OSError, ValueError):
            shown = None
        if shown is not None:
            return shown
    return frame.convert("RGB") if frame.mode in ("CMYK", "YCbCr", "LAB") else frame


def _settings(picture: Image.Image, content: bytes, frames: list[Image.Image]) -> Mapping[str, Any]:
    """How the new file is encoded: as the old one was, as far as that can be told."""
    found: dict[str, Any] = {}
    if picture.format in ("JPEG", "MPO"):
        found = {"optimize": True, "progressive": True}
        same = frames[0].mode == picture.mode
        tables: Any = getattr(picture, "quantization", None)
        if same and tables and isinstance(picture, JpegImagePlugin.JpegImageFile):
            found |= {"qtables": tables, "subsampling": JpegImagePlugin.get_sampling(picture)}
        else:
            found |= {"quality": _QUALITY}
    elif picture.format == "WEBP":
        found = {"lossless": b"VP8L" in content, "quality": _QUALITY, "method": 4}
    elif picture.format == "AVIF":
        found = {"quality": _QUALITY, "max_threads": 1}
    if len(frames) > 1:
        found |= {
            "save_all": True,
            "append_images": frames[1:],
            "duration": [frame.info.get("duration", 0) for frame in frames],
        }
        if "loop" in picture.info:
            found["loop"] = picture.info["loop"]
        if picture.format == "GIF":
            found["disposal"] = 2 if any("transparency" in one.info for one in frames) else 0
    return found


def _check(made: bytes) -> None:
    """Raise RuntimeError where an encoder has put in more than the picture."""
    with _opened(made) as picture:
        parts = structure(made)
        left = {"exif", "xmp", "icc_profile", "comment"} & picture.info.keys()
        if left or (parts is not None and not parts.clean):
            raise RuntimeError("a cleaned picture still holds more than the picture")
