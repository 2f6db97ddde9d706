"""What is new gets a name: ids of voices, and names of files that no other address has."""

import re
import unicodedata
from collections.abc import Callable, Collection

from byleave.model.addresses import folder_name, is_too_long, slug

# They begin a passage and are no ids.
_NO_IDS = ("about", "voice")
_PLAIN_ID = "person"
_GAPS = re.compile(r"[^a-z0-9]+")
_LONGEST_ID = 40
# Room for a number behind it, and for the ending of a file.
_LONGEST_FILE = 120  # bytes


def id_of(name: str, taken: Collection[str]) -> str:
    """An id for a voice that readers know as `name`: its letters, or else one that says nothing."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(one for one in folded if not unicodedata.combining(one))
    # A letter that has no plain form would leave a name that is nobody's.
    known = all(one.isascii() or not one.isalnum() for one in plain)
    found = _GAPS.sub("-", plain)[:_LONGEST_ID].strip("-") if known else ""
    if not found or not found[0].isalpha() or found in _NO_IDS:
        found = _PLAIN_ID
    number = 1
    while (name := found if number == 1 else f"{found}-{number}") in taken:
        number += 1
    return name


def file_name(title: str, taken: Collection[str], draw: Callable[[], str]) -> str:
    """The name of a file for `title`, without its ending, whose slug is none of those `taken`.

    A number would tell readers that there is, or was, another of this name, so it has what `draw`
    draws behind it where it is taken; and that alone where there is no title.
    """
    found = folder_name(_short(slug(title))) if title else ""
    while not found or slug(found) in taken:
        found = f"{_short(slug(title))}-{draw()}" if title else draw()
    return found


def _short(name: str) -> str:
    """`name` at the end of a word, where it is too long for the name of a file."""
    while len(name.encode()) > _LONGEST_FILE or is_too_long(name):
        cut = name.rpartition("-")[0]
        name = cut or name[: len(name) // 2]
    return name
