"""The tokens that stand for names and braces, on their way past the Markdown engines.

A text can bring forth the same characters by character references, of which each engine decodes
some at a time of its own. So every mark passes the engines with a key beside it that no text can
hold, and the marks that come out without it are dropped.
"""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from urllib.parse import quote, unquote

from byleave.render.prose.tree import escaped

# One paragraph of this alone holds the place of a passage in the unmarked text.
PLACE = "\ue004"
# Before a table's caption, where a line had to be put between the two (see tables.py).
CAPTION = "\ue006"
# Behind a `<` that is shown as it is written, so that no engine takes it for a tag's.
LOOSE = "\ue008"

_OPENS, _CLOSES, _BRACES = "\ue000", "\ue001", "\ue002\ue003"
_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789-"
# Inside a token an id is spelt in private-use letters, so that nothing in Markdown can match
# it: an abbreviation `*[sam]: …` would else be marked up in the middle of a token.
_SEAL = {ord(letter): 0xE010 + place for place, letter in enumerate(_ALPHABET)}
_UNSEAL = {sealed: letter for letter, sealed in _SEAL.items()}

# One class of characters first: a pattern that begins with alternatives takes five times as long.
_SPECIAL = re.compile(r"([\ue000-\ue00f])(?:(?<=\ue000)([a-z][a-z0-9-]*)\ue001)?")
_TOKEN = re.compile("\ue000([^\ue001]*)\ue001")
# A key is spelt in these, eight of them: 48 bits.
_KEY_LETTERS = "".join(map(chr, range(0xE040, 0xE080)))
_MARK = re.compile(f"([\ue000-\ue00f])([{_KEY_LETTERS}]{{8}})?")
# What no HTML page may contain, or no engine takes: control characters, half of a surrogate
# pair, non-characters (HTML 13.2.3.5, "Preprocessing the input stream").
_IMPROPER = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class Seal:
    """Closes the texts of one page before an engine, and opens its HTML after it.

    The key is a hash of all `texts`, so that none of them can hold it, and the same page always
    has the same.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        digest = sha256("\0".join(texts).encode("utf-8", "surrogatepass")).digest()
        self.key = "".join([_KEY_LETTERS[byte % len(_KEY_LETTERS)] for byte in digest[:8]])

    def marked(self, mark: str) -> str:
        """A mark of this module's own, as it may stand in a text for an engine."""
        return mark + self.key

    def closed(self, text: str, names: Mapping[str, str]) -> str:
        """`text` with lines ended alike, improper characters replaced and its tokens sealed.

        Raises KeyError for a token whose id is not in `names`: the gate lets none pass.
        """
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        # Word's own line and page breaks, as they come with pasted text.
        text = text.replace("\x0b", "\n").replace("\f", "\n")
        # And those of Unicode, which browsers show as nothing: two words would be one.
        text = text.replace("\u2028", "\n").replace("\u2029", "\n")
        # None of what is looked for below is printable; most texts are, but for their line ends.
        if text.replace("\n", "").isprintable():
            return text
        text = _IMPROPER.sub("\ufffd", text)

        def seal(match: re.Match[str]) -> str:
            mark, voice = match.groups()
            if voice is None:
                return self.marked(mark) if mark in _BRACES else ""
            names[voice]  # a name that is missing is found here, wherever the token ends up
            return f"{self.marked(_OPENS)}{voice.translate(_SEAL)}{self.marked(_CLOSES)}"

        return _SPECIAL.sub(seal, text)

    def opened(self, html: str, text: str) -> str:
        """`html` of an engine, every reference in it decoded, with the marks of `closed` alone.

        `text` is what the engine made it of. A mark comes from one there, or from a reference.
        """
        if self.key not in text and "&" not in text:
            return html
        if "%EE%80%" in html:
            # Marks and the letters after them (U+E000 to U+E03F) where comrak encoded an address.
            encoded = f"(?:%EE%80%8[0-9A-F]{quote(self.key)}(?:%EE%80%[9AB][0-9A-F])*)+"
            html = re.sub(encoded, lambda m: unquote(m[0]), html)
        opened = _MARK.sub(lambda m: m[1] if m[2] == self.key else m[2] or "", html)
        return opened.replace(LOOSE, "")


def unsealed(text: str) -> str:
    """`text` with its tokens as the reader wrote them."""
    return _TOKEN.sub(lambda m: m[0].translate(_UNSEAL), text) if _OPENS in text else text


def _named(text: str, names: Mapping[str, str]) -> str:
    if _OPENS in text:
        text = _TOKEN.sub(lambda m: names[m[1].translate(_UNSEAL)], text)
    return text.replace("\ue002", "{").replace("\ue003", "}")


def plain(text: str, names: Mapping[str, str]) -> str:
    """Plain text with names and braces in place. Raises KeyError for an unknown id."""
    return _named(text, names)


def in_address(address: str, names: Mapping[str, str]) -> str:
    """An address with names and braces in place, percent-encoded where it must be."""
    return quote(_named(address, names), safe="!#$%&'()*+,/:;=?@[]~")


def finished(html: str, names: Mapping[str, str]) -> str:
    """HTML with names and braces in place, as the very last step; names are escaped."""
    html = html.replace(CAPTION, "")
    if _OPENS in html:
        html = _TOKEN.sub(lambda m: escaped(names[m[1].translate(_UNSEAL)]), html)
    return html.replace("\ue002", "{").replace("\ue003", "}")
