"""Short codes of WordPress and its plugins, as the HTML that readers saw or as links."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from html import escape

from msgspec import Struct

_NAME = r"[a-zA-Z][\w-]*"
_ATTRIBUTES = r"(?:[^\[\]\"'“”]|\"[^\"]*\"|'[^']*'|“[^”]*”)*?"
_CODE = re.compile(rf"(\[?)\[(/?)({_NAME})(\s{_ATTRIBUTES}|)\s*(/?)\](\]?)")
_NAMED = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|“([^”]*)”|([^\s\"'\]]+))")
_ADDRESS = re.compile(r"https?://[^\s\"'<>\[\]]+")
_BLOCK = re.compile(r"<!--\s*wp:([a-z][\w/-]*)[^>]*?/-->", re.S)
# What plugins make pages of: nobody writes such in brackets.
_BUILDERS = ("vc_", "et_pb_", "fusion_", "av_", "su_", "cs_", "tatsu_", "fl_", "mk_", "nectar_")
_FILMS = {
    "youtube": "https://www.youtube.com/watch?v=",
    "vimeo": "https://vimeo.com/",
    "dailymotion": "https://www.dailymotion.com/video/",
}
_LINKED = frozenset(
    "embed googlemaps soundcloud tweet instagram facebook flickr ted slideshare scribd spotify "
    "bandcamp issuu wpvideo gist".split()
)
_PAIRED = frozenset(("caption", "wp_caption", "embed", "button"))
_SHOWN = frozenset(("gallery", "audio", "video", "playlist", *_FILMS, *_LINKED, *_PAIRED))


class Attachments(Struct, frozen=True, kw_only=True):
    """How galleries find pictures: the address of each by its number, and those of the post."""

    address: Callable[[str], str]
    of_post: Sequence[str]


def without_shortcodes(html: str, attachments: Attachments, notes: Counter[str]) -> str:
    """`html` with what its short codes showed; of those that nobody knows, with what is in them."""
    for name in _BLOCK.findall(html):
        notes[f"a block that the old site filled by itself was left out: {name}"] += 1
    if "[" not in html:
        return html
    closed = {found[3].lower() for found in _CODE.finditer(html) if found[2]}
    html = _captions(html)
    html = re.sub(
        r"\[embed[^\[\]]*\]\s*(.*?)\s*\[/embed\]",
        lambda found: _link(found[1]),
        html,
        flags=re.S | re.I,
    )

    def shown(found: re.Match[str]) -> str:
        name = found[3].lower()
        if found[1] and found[6]:  # twice bracketed: the code itself is meant
            return f"[{found[2]}{found[3]}{found[4]}{found[5]}]"
        is_code = (
            name in _SHOWN
            or name in closed
            or name.startswith(_BUILDERS)
            or bool(_NAMED.search(found[4]))
            or "_" in name
        )
        if not is_code:
            return found[0]
        inner = "" if found[2] else _shown(name, found[4], attachments, notes)
        return f"{found[1]}{inner}{found[6]}"

    return _CODE.sub(shown, html)


def _attributes(text: str) -> dict[str, str]:
    return {
        one[1].lower(): one[2] or one[3] or one[4] or one[5] or "" for one in _NAMED.finditer(text)
    }


def _shown(name: str, rest: str, attachments: Attachments, notes: Counter[str]) -> str:
    said = _attributes(rest)
    plain = _NAMED.sub("", rest).strip(" \t\n=\"'")
    found = _ADDRESS.search(rest)
    address = found[0].rstrip("&").replace("&amp;", "&") if found else ""
    if name == "gallery":
        ids = [one.strip() for one in (said.get("ids") or said.get("include") or "").split(",")]
        places = [attachments.address(one) for one in ids if one] or list(attachments.of_post)
        return "".join(f'<p><img src="{escape(one)}"></p>' for one in places if one)
    if name in ("audio", "video"):
        kinds = ("src", "mp3", "m4a", "ogg", "wav", "mp4", "m4v", "webm", "ogv")
        where = next((said[one] for one in kinds if said.get(one)), address)
        return f'<{name} src="{escape(where)}"></{name}>' if where else ""
    if name in _FILMS and (address or plain or said.get("id")):
        return _link(address or _FILMS[name] + (said.get("id") or plain))
    if name in _LINKED or (name == "button" and address):
        if address:
            return f'<a href="{escape(address)}">' if name == "button" else _link(address)
        notes[f"something of another site was left out: [{name}]"] += 1
        return ""
    if name not in _PAIRED:
        notes[f"a short code was left out, and what stood in it was kept: [{name}]"] += 1
    return ""


def _link(address: str) -> str:
    said = re.sub(r"<[^>]*>", "", address).strip()
    return f'<p><a href="{escape(said, quote=True)}">{escape(said)}</a></p>' if said else ""


def _captions(html: str) -> str:
    """Pictures with the words below them, as they are written since and before 2012."""

    def figure(found: re.Match[str]) -> str:
        said = _attributes(found[2]).get("caption", "")
        inner = found[3]
        picture = re.search(r"(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?", inner, re.S | re.I)
        if not picture:
            return inner
        words = said or (inner[: picture.start()] + inner[picture.end() :]).strip()
        return f"<figure>{picture[0]}<figcaption>{words}</figcaption></figure>"

    return re.sub(
        rf"\[(wp_)?caption({_ATTRIBUTES})\](.*?)\[/(?:wp_)?caption\]", figure, html, flags=re.S
    )
