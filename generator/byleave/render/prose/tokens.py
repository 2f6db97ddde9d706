"""The tokens that stand for names and braces, on their way past the Markdown engines."""

import re
from collections.abc import Mapping
from urllib.parse import quote, unquote

from byleave.render.prose.tree import escaped

# One paragraph of this alone holds the place of a passage in the unmarked text.
PLACE = "\ue004"
# Before a table's caption, where a line had to be put between the two (see tables.py).
CAPTION = "\ue006"

_OPENS, _CLOSES = "\ue000", "\ue001"
_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789-"
# Inside a token an id is spelt in private-use letters, so that nothing in Markdown can match
# it: an abbreviation `*[sam]: …` would else be marked up in the middle of a token.
_SEAL = {ord(letter): 0xE010 + place for place, letter in enumerate(_ALPHABET)}
_UNSEAL = {sealed: letter for letter, sealed in _SEAL.items()}

_SPECIAL = re.compile(r"\ue000([a-z][a-z0-9-]*)\ue001|[\ue000\ue001\ue004-\ue00f]")
_TOKEN = re.compile("\ue000([^\ue001]*)\ue001")
# The marks and letters of tokens (U+E000 to U+E03F) in an address that comrak has encoded.
_ENCODED = re.compile("(?:%EE%80%[89AB][0-9A-F])+")
# What no HTML page may contain, or no engine takes: control characters, half of a surrogate
# pair, non-characters (HTML 13.2.3.5, "Preprocessing the input stream").
_IMPROPER = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def sealed(text: str, names: Mapping[str, str]) -> str:
    """`text` with lines ended alike, improper characters replaced and its tokens sealed.

    Raises KeyError for a token whose id is not in `names`: the gate lets none pass.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Word's own line and page breaks, as they come with pasted text.
    text = text.replace("\x0b", "\n").replace("\f", "\n")
    text = _IMPROPER.sub("\ufffd", text)

    def seal(match: re.Match[str]) -> str:
        voice = match[1]
        if voice is None:
            return ""
        names[voice]  # a name that is missing is found here, wherever the token ends up
        return f"{_OPENS}{voice.translate(_SEAL)}{_CLOSES}"

    return _SPECIAL.sub(seal, text)


def unsealed(text: str) -> str:
    """`text` with its tokens as the reader wrote them, also where they were percent-encoded."""
    if "%EE%80%" in text:
        text = _ENCODED.sub(lambda m: unquote(m[0]), text)
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
