"""Pictures of pixels: their size, what they tell, and the same pixels in a new file."""

import hashlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image, ImageCms, JpegImagePlugin

from byleave.cleaning.decoding import FAULTS, frames, opened
from byleave.cleaning.examined import Examined, Tell
from byleave.cleaning.proof import holds_only_pixels
from byleave.cleaning.structure import structure

# How EXIF says that a picture is to be turned before it is shown.
TURNS: Mapping[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
ON_ITS_SIDE = frozenset({5, 6, 7, 8})
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
    with opened(content) as picture:
        parts = structure(content)
        if parts is not None and parts.clean:
            digest = hashlib.sha256(content).hexdigest()
            return Examined(digest=digest, clean=True, width=picture.width, height=picture.height)
        shown = _pixels(picture) if parts is None else parts.shown
        turn = turn_of(picture)
        width, height = picture.size[::-1] if turn in ON_ITS_SIDE else picture.size
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
    return content if holds_only_pixels(content) else picture_made_anew(content)


def picture_made_anew(content: bytes) -> bytes:
    """The picture as a new file, whatever is in the old one; raises as `cleaned_picture` does."""
    with opened(content) as picture:
        turn = turn_of(picture)
        shown = [_plain(picture, turn) for _ in frames(picture)]
        made = BytesIO()
        settings = _settings(picture, content, shown)
        kind = "JPEG" if picture.format == "MPO" else picture.format
        shown[0].save(made, format=kind, **settings)
    _check(made.getvalue())
    return made.getvalue()


def turn_of(picture: Image.Image) -> int:
    """How EXIF says that the picture is to be turned; 1 for not at all."""
    try:
        said = picture.getexif().get(ExifTags.Base.Orientation, 1)
    except FAULTS:
        return 1
    return said if said in TURNS else 1


def _pixels(picture: Image.Image) -> bytes:
    """What stands for all pixels of a format that is not taken apart: nothing else counts."""
    made = hashlib.sha256()
    for _ in frames(picture):
        made.update(picture.convert("RGBA").tobytes())
    return made.digest()


def _tells(picture: Image.Image) -> Iterator[Tell]:
    xmp = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    said = xmp.encode() if isinstance(xmp, str) else bytes(xmp)
    yield from (tell for word, tell in _XMP if word in said)
    try:
        exif = picture.getexif()
        inner = exif.get_ifd(ExifTags.IFD.Exif)
        place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    except FAULTS:
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
    frame = in_usual_colours(picture, picture.info.get("icc_profile"))
    if turn in TURNS:
        frame = frame.transpose(TURNS[turn])
    # What the picture itself is goes on to the next frame.
    plain = frame.copy() if frame is picture else frame
    plain.info = notes
    return plain


def in_usual_colours(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in sRGB: a profile may name a screen, a camera or their owner."""
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
        if same and isinstance(picture, JpegImagePlugin.JpegImageFile) and picture.quantization:
            tables, sampling = _tables_in_use(picture), JpegImagePlugin.get_sampling(picture)
            found |= {"qtables": tables, "subsampling": sampling}
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


def _tables_in_use(picture: JpegImagePlugin.JpegImageFile) -> list[list[int]]:
    """The tables of quantization for light and for colours: a file may hold others, of anything."""
    numbers = [layer[3] for layer in picture.layer[:2]]
    return [list(picture.quantization[number]) for number in numbers]


def _check(made: bytes) -> None:
    """Raise RuntimeError where an encoder has put in more than the picture."""
    with opened(made) as picture:
        parts = structure(made)
        left = {"exif", "xmp", "icc_profile", "comment"} & picture.info.keys()
        if left or (parts is not None and not parts.clean):
            raise RuntimeError("a cleaned picture still holds more than the picture")
