"""Links of which readers keep the words alone."""

import re
from collections.abc import Iterator

from byleave.model.markdown.code import without_code

# Kinds of address that a page links to; what else stands before a colon is no link here.
SCHEMES = frozenset({"http", "https", "mailto", "sms", "tel"})
_SCHEME = re.compile(
    r"(?:\]\(\s{0,9}<?|^[ \t>]{0,20}\[(?!\^)[^\[\]\n]{1,500}\]:[ \t]{0,9}<?"
    r"|<(?:a|audio|img|source|video)\s[^<>]{0,2000}?(?:href|src)\s{0,9}=\s{0,9}[\"']?\s{0,9})([a-z][a-z0-9+.-]{0,30}):(?=\S)",
    re.I | re.M,
)
# What may be the name of such a kind, and its length at most.
_NAME = re.compile(r"[a-z][a-z0-9+.-]*\Z", re.I)
_LONGEST_NAME = 31

# Only the computer or the network of whoever wrote it knows these (RFC 1918, 6761, 6762).
_AT_HOME = re.compile(
    r"https?://(?:localhost|[\w-]{1,63}\.local|0\.0\.0\.0|\[::1\]|127(?:\.\d{1,3}){3}|10(?:\.\d{1,3}){3}"
    r"|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2})(?![\w.-])",
    re.I,
)
_PASSWORD = re.compile(r"https?://[^\s/@:<>\"'()?#]{1,200}:[^\s/@<>\"'()?#]{1,200}@(?=\w)", re.I)


def at_home(text: str) -> Iterator[int]:
    """Where `text` has an address that leads nobody anywhere but on the writer's own network."""
    yield from (found.start() for found in _AT_HOME.finditer(without_code(text)))


def with_password(text: str) -> Iterator[int]:
    """Where `text` has an address in which a password stands."""
    yield from (found.start() for found in _PASSWORD.finditer(text))


def of_other_kinds(text: str) -> Iterator[int]:
    """Where `text` links to an address of a kind that no page links to."""
    if "](" not in text and "]:" not in text and "<" not in text:
        return
    if all(map(_is_usual, *_at_colons(text))):
        return
    for found in _SCHEME.finditer(without_code(text)):
        if found[1].lower() not in SCHEMES:
            yield found.start(1)


def _at_colons(text: str) -> tuple[list[str], list[str]]:
    """What stands before each colon, and behind it."""
    pieces = text.split(":")
    return pieces[:-1], pieces[1:]


def _is_usual(before: str, behind: str) -> bool:
    """Whether a colon surely stands behind no other kind of address: the pattern takes longer."""
    name = _NAME.search(before[-_LONGEST_NAME:])
    return name is None or behind[:1].isspace() or name[0].lower() in SCHEMES
