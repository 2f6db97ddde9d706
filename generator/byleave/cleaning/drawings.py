"""Drawings (SVG): only what draws them, and the words that say what they show.

Programs that draw leave in a file where it lay, who drew it, and whole pictures with all that their
own metadata tell. What may stay is listed; the list is that of SVG 1.1 and 2 without scripts.
"""

import base64
import binascii
import hashlib
import re

from lxml import etree

from byleave.cleaning.decoding import MOST_PIXELS
from byleave.cleaning.examined import Examined, UnreadableMediaError
from byleave.cleaning.pictures_made_anew import cleaned_picture, examine_picture

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_ROOT = f"{_SVG}svg"
_NAMESPACES = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
_NOT_DRAWN = frozenset("metadata script foreignObject handler listener iframe audio video".split())
_KEPT_ATTRIBUTES = frozenset(
    {
        _HREF,
        "{http://www.w3.org/XML/1998/namespace}lang",
        "{http://www.w3.org/XML/1998/namespace}space",
    }
)
_PICTURE = re.compile(
    r"\s*data:image/(?:png|jpe?g|gif|webp)(?:;[^;,]*)*;base64,(.*)\Z", re.I | re.S
)
# What would be fetched from elsewhere: only what the drawing itself holds may be referred to.
_ELSEWHERE = re.compile(r"@import[^;]*;?|url\(\s*['\"]?(?!#)[^)]*\)", re.I)
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*\Z")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?", re.I)


def examine_drawing(content: bytes) -> Examined:
    """What is to be known of a drawing; raises UnreadableMediaError."""
    done = cleaned_drawing(content)
    width, height = _size(_root(content))
    return Examined(
        digest=hashlib.sha256(done).hexdigest(),
        clean=done == content,
        width=width,
        height=height,
    )


def cleaned_drawing(content: bytes) -> bytes:
    """The drawing alone; the same bytes where it is nothing else. Raises UnreadableMediaError."""
    root = _root(content)
    _check_pictures(root)
    outside = (*root.itersiblings(preceding=True), *root.itersiblings())
    changed = bool(outside) or b"<!DOCTYPE" in content
    for element in list(root.iter()):
        if _is_drawn(element):
            changed |= _clean_attributes(element) | _clean_style(element)
        elif element is not root and element.getparent() is not None:
            _take_out(element)
            changed = True
    if not changed:
        return content
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _check_pictures(root: etree._Element) -> None:
    """Raise UnreadableMediaError where pictures in it have too many pixels, all together."""
    left = MOST_PIXELS
    for element in root.iter():
        for name in ("href", _HREF):
            inner = _picture_in(str(element.get(name) or ""))
            if inner is not None:
                left -= _count_pixels(inner)
        if left < 0:
            raise UnreadableMediaError("large")


def _count_pixels(inner: bytes) -> int:
    try:
        shown = examine_picture(inner)
    except UnreadableMediaError:
        return 0  # it is taken out
    return shown.width * shown.height


def _picture_in(value: str) -> bytes | None:
    """The bytes of the picture that a reference holds; None for other references."""
    found = _PICTURE.match(value)
    try:
        return base64.b64decode(found[1]) if found else None
    except binascii.Error:
        return None


def _root(content: bytes) -> etree._Element:
    parser = etree.XMLParser(no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise UnreadableMediaError from None
    if root.tag != _ROOT:
        raise UnreadableMediaError
    return root


def _is_drawn(element: etree._Element) -> bool:
    """Whether an element belongs to the drawing; comments and instructions do not."""
    tag = str(element.tag)
    return tag.startswith(_SVG) and tag.removeprefix(_SVG) not in _NOT_DRAWN


def _take_out(element: etree._Element) -> None:
    """Remove an element with all that is in it, and not the words behind it."""
    parent, previous, tail = element.getparent(), element.getprevious(), element.tail
    if parent is None:
        return
    if previous is not None:
        previous.tail = f"{previous.tail or ''}{tail or ''}"
    else:
        parent.text = f"{parent.text or ''}{tail or ''}"
    parent.remove(element)


def _clean_attributes(element: etree._Element) -> bool:
    changed = False
    for name, value in list(element.attrib.items()):
        key, said = str(name), str(value)
        kept = _attribute(key, said)
        if kept is None:
            del element.attrib[name]
        elif kept != said:
            element.set(key, kept)
        changed |= kept != said
    return changed


def _attribute(name: str, value: str) -> str | None:
    """What stays of an attribute; None for nothing."""
    if name.startswith("{") and name not in _KEPT_ATTRIBUTES:
        return None
    if name.lower().startswith(("on", "data-", "aria-")):
        return None
    if name in ("href", _HREF):
        return _reference(value)
    return _ELSEWHERE.sub("none", value) if "url(" in value.lower() else value


def _reference(value: str) -> str | None:
    """A reference to a part of the drawing, or to a picture in it, which is cleaned in its turn."""
    if value.strip().startswith("#"):
        return value
    inner = _picture_in(value)
    if inner is None:
        return None
    try:
        done = cleaned_picture(inner)
    except UnreadableMediaError:
        return None
    if done == inner:
        return value
    return f"{value[: value.index(',') + 1]}{base64.b64encode(done).decode()}"


def _clean_style(element: etree._Element) -> bool:
    if element.tag != f"{_SVG}style" or not element.text:
        return False
    kept = _ELSEWHERE.sub("none", element.text)
    changed = kept != element.text
    element.text = kept
    return changed


def _size(root: etree._Element) -> tuple[int, int]:
    """Width and height in pixels, by its own words or else by its view box; 0 for not known."""
    said = [_LENGTH.match(str(root.get(key) or "")) for key in ("width", "height")]
    if all(said):
        width, height = (round(float(found[1])) for found in said if found)
        return width, height
    box = _NUMBER.findall(str(root.get("viewBox") or ""))
    if len(box) != 4:
        return 0, 0
    return max(0, round(float(box[2]))), max(0, round(float(box[3])))
