"""Words as addresses, handles and hashtags join them: `/quillons-garden/`, `#TamsinOakley`."""

import re

# No width, so that it is a doubt where readers may see words parted.
_DOUBT = "\u200b"
_HOST = re.compile(r"\w\.[a-z]{2}")
_BEFORE = "(\"'<"
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
# Beyond this many it is not words that are joined, but what a program made.
_MOST_JOINED = 8
# What may follow a name in one word: the s of a possessive that has lost its sign, a number.
_TRAILING = re.compile(r"(?<=[^ |\d]{2})(?=(?:s|\d{1,4})[ |])")


def addresses_in(text: str) -> str:
    """Whatever in `text` looks like an address, a handle or a hashtag, with gaps between."""
    return " ".join(word for word in text.split() if not word.isalpha() and is_joined(word))


def is_joined(word: str) -> bool:
    """Whether `word`, which has no space in it, may be an address, a handle or a hashtag."""
    return (
        "//" in word
        or "@" in word
        or "#" in word
        or word.lstrip(_BEFORE).startswith("/")
        or _HOST.search(word) is not None
    )


def parted(address: str) -> str:
    """`address` with a doubt wherever a word may end in it at a capital."""
    return " ".join(map(_at_capitals, address.split()))


def without_trailing(row: str) -> str:
    """The row of an address with a doubt before an s or a number at the end of each word."""
    return _TRAILING.sub("|", row)


def camel_in(text: str) -> str:
    """The words of `text` that have a capital within, parted there."""
    return " ".join(_at_capitals(word) for word in text.split() if has_capital_within(word))


def has_capital_within(word: str) -> bool:
    """Whether `word` may be several, each with a capital."""
    return _CAMEL.search(word) is not None


def _at_capitals(word: str) -> str:
    found = _CAMEL.sub(_DOUBT, word)
    return found if len(found) - len(word) <= _MOST_JOINED else word
