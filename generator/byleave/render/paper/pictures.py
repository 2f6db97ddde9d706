"""Pictures in a document that is one file: small, without metadata, as data URIs (RFC 2397)."""

import base64
import io
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

# As sharp as paper needs across the width of a page, and light enough to be sent by e-mail.
_LARGEST = (1400, 1400)
_VECTOR = ".svg"


def data_uri(path: str) -> str:
    """The picture in the file at `path` as a data URI; empty where it is none that can be shown."""
    if path.endswith(_VECTOR):
        return _uri("image/svg+xml", Path(path).read_bytes())
    try:
        with Image.open(path) as opened:
            picture = ImageOps.exif_transpose(opened)
            picture.thumbnail(_LARGEST)
            return _encoded(picture)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError):
        return ""


def _encoded(picture: Image.Image) -> str:
    """Photographs as JPEG, what has transparency or few colours as PNG; metadata is not kept."""
    kind = "JPEG" if picture.mode in ("RGB", "L") and picture.format != "PNG" else "PNG"
    whole = picture.convert("RGB" if kind == "JPEG" else "RGBA")
    bare = Image.new(whole.mode, whole.size)
    bare.paste(whole)
    out = io.BytesIO()
    bare.save(out, kind, quality=85, optimize=True)
    return _uri(f"image/{kind.lower()}", out.getvalue())


def _uri(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"
