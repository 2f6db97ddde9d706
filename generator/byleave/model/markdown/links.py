"""Links of which readers keep the words alone."""

import re
from collections.abc import Iterator

from byleave.model.markdown.code import without_code
from byleave.model.markdown.definitions import name_of

# Kinds of address that a page links to; what else stands before a colon is no link here.
SCHEMES = frozenset({"http", "https", "mailto", "sms", "tel"})
_SCHEME = re.compile(
    r"(?:(?P<shown>!\[(?:[^\[\]]|\[[^\[\]]{0,500}\]){0,1000}\]\(\s{0,9}<?"
    r"|<(?:audio|img|source|video)\s[^<>]{0,2000}?src\s{0,9}=\s{0,9}[\"']?\s{0,9})"
    r"|\]\(\s{0,9}<?|^[ \t>]{0,20}\[(?!\^)(?P<label>[^\[\]\n]{1,500})\]:[ \t]{0,9}<?"
    r"|<a\s[^<>]{0,2000}?href\s{0,9}=\s{0,9}[\"']?\s{0,9})(?P<scheme>[a-z][a-z0-9+.-]{0,30}):(?=\S)",
    re.I | re.M,
)
# Where a file is on a disk. Windows calls each disk by a letter.
_OF_A_DISK = re.compile(r"file|[a-z]", re.I)
_SHOWN_BY_LABEL = re.compile(r"!\[([^\[\]]{0,500})\](?!\()(?:\[([^\[\]]{0,500})\])?")
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
    if "://" in text:
        yield from (found.start() for found in _AT_HOME.finditer(without_code(text)))
    for found in _other_kinds(text):
        if not _is_shown(found, text) and _OF_A_DISK.fullmatch(found["scheme"]):
            yield found.start("scheme")


def with_password(text: str) -> Iterator[int]:
    """Where `text` has an address in which a password stands."""
    yield from (found.start() for found in _PASSWORD.finditer(text))


def of_other_kinds(text: str) -> Iterator[int]:
    """Where `text` links to an address of a kind that no page links to."""
    for found in _other_kinds(text):
        if not _is_shown(found, text) and not _OF_A_DISK.fullmatch(found["scheme"]):
            yield found.start("scheme")


def shown_from_nowhere(text: str) -> Iterator[int]:
    """Where `text` shows a picture or a recording by an address of such a kind."""
    yield from (one.start("scheme") for one in _other_kinds(text) if _is_shown(one, text))


def _other_kinds(text: str) -> Iterator[re.Match[str]]:
    if "](" not in text and "]:" not in text and "<" not in text:
        return
    if all(map(_is_usual, *_at_colons(text))):
        return
    for found in _SCHEME.finditer(without_code(text)):
        if found["scheme"].lower() not in SCHEMES:
            yield found


def _is_shown(found: re.Match[str], text: str) -> bool:
    """Whether it is a picture or a recording, and no link: readers do not even get its words."""
    if found["label"] is None:
        return found["shown"] is not None
    shown = (name_of(one[2] or one[1]) for one in _SHOWN_BY_LABEL.finditer(text))
    return name_of(found["label"]) in shown


def _at_colons(text: str) -> tuple[list[str], list[str]]:
    """What stands before each colon, and behind it."""
    pieces = text.split(":")
    return pieces[:-1], pieces[1:]


def _is_usual(before: str, behind: str) -> bool:
    """Whether a colon surely stands behind no other kind of address: the pattern takes longer."""
    name = _NAME.search(before[-_LONGEST_NAME:])
    return name is None or behind[:1].isspace() or name[0].lower() in SCHEMES
