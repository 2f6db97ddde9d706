"""Fingerprints of the words that somebody agreed to."""

import hashlib
import re
import unicodedata

# Bounded, so that a text of brackets alone costs no more than its length.
# A destination is one word: what else stands in brackets is shown, and so agreed to.
_IMAGE = re.compile(
    r'!\[[^\]]{0,2000}\]\(\s{0,9}<?[^\s()<>]{1,2000}>?\s{0,9}(?:"[^"\n]{0,500}")?\)'
)
_DIGITS = 16


def fingerprint(text: str) -> str:
    """The fingerprint of `text`: "w-" and 16 hex digits of its SHA-256.

    Whitespace, line wrapping and Unicode's composed or decomposed forms do not count;
    neither do pictures, which are agreed to one by one through `shows`.
    A changed, added or missing word does.
    """
    return "w-" + hashlib.sha256(" ".join(compared(text)).encode()).hexdigest()[:_DIGITS]


def compared(text: str) -> list[str]:
    """The words of `text` that count for its fingerprint, in their order."""
    return unicodedata.normalize("NFC", _IMAGE.sub(" ", text)).split()
