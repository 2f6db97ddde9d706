"""Fingerprints of the words that somebody agreed to."""

import hashlib
import re
import unicodedata

# Bounded, so that a text of brackets alone costs no more than its length.
_IMAGE = re.compile(r"!\[[^\]]{0,2000}\]\([^)\n]{0,2000}\)")
_DIGITS = 16


def fingerprint(text: str) -> str:
    """The fingerprint of `text`: "w-" and 16 hex digits of its SHA-256.

    Whitespace, line wrapping and Unicode's composed or decomposed forms do not count;
    neither do pictures, which are agreed to one by one through `shows`.
    A changed, added or missing word does.
    """
    words = unicodedata.normalize("NFC", _IMAGE.sub(" ", text)).split()
    return "w-" + hashlib.sha256(" ".join(words).encode()).hexdigest()[:_DIGITS]
