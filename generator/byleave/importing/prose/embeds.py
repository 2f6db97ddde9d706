"""What a page showed of other places, as links; and pictures with the words below them."""

from collections import Counter
from urllib.parse import parse_qs

from bs4 import BeautifulSoup, Tag

from byleave.importing.address_parts import parts_of
from byleave.importing.prose.tree import SHOWING

_FRAMES = ("iframe", "embed", "object", "applet", "frame")


def as_links(soup: BeautifulSoup, notes: Counter[str]) -> None:
    """Let frames be links to what they showed, and words below a picture be known as such."""
    for frame in soup.find_all(_FRAMES):
        if not frame.decomposed:
            _linked(soup, frame, notes)
    for figure in soup.find_all("figure"):
        _captioned(figure)
    for caption in soup.find_all("figcaption"):
        caption.name = "p"


def _linked(soup: BeautifulSoup, frame: Tag, notes: Counter[str]) -> None:
    address = _watched(str(frame.get("src") or frame.get("data") or frame.get("data-src") or ""))
    if parts_of(address).scheme not in ("http", "https"):
        frame.unwrap()
        return
    words = str(frame.get("title") or "").strip() or _host(address)
    link = soup.new_tag("a", href=address)
    link.string = words
    paragraph = soup.new_tag("p")
    paragraph.append(link)
    frame.insert_before(paragraph)
    frame.unwrap()
    notes["a frame with something of another site became a link"] += 1


def _watched(address: str) -> str:
    """The page on which a film or a map is, for the address that frames have."""
    address = f"https:{address}" if address.startswith("//") else address
    parts = parts_of(address)
    host = (parts.hostname or "").removeprefix("www.")
    name = parts.path.rpartition("/")[2]
    if host in ("youtube.com", "youtube-nocookie.com") and parts.path.startswith("/embed/"):
        return f"https://www.youtube.com/watch?v={name}"
    if host == "player.vimeo.com":
        return f"https://vimeo.com/{name}"
    if host == "w.soundcloud.com":
        return parse_qs(parts.query).get("url", [address])[0]
    return address


def _host(address: str) -> str:
    return (parts_of(address).hostname or address).removeprefix("www.")


def _captioned(figure: Tag) -> None:
    """Give a figure's one picture its caption; with several, it stays a line of the text."""
    shown = figure.find_all(SHOWING)
    caption = figure.find("figcaption")
    inner = figure.find("figure")
    if isinstance(caption, Tag) and inner is None and len(shown) == 1 and shown[0].name == "img":
        words = caption.get_text(" ", strip=True)
        if words and not caption.find("a"):
            shown[0]["data-caption"] = words
            caption.decompose()
        elif not words:
            caption.decompose()
    figure.name = "div"
