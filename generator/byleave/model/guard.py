"""Names that must never appear, as a site keeps them: keyed hashes, which tell nobody anything."""

from msgspec import Struct

GUARD_FILE = "site_src/guard.txt"
# How many hex digits of an HMAC-SHA256 are kept of a whole name, and of one word of it.
WHOLE_DIGITS, PART_DIGITS = 32, 16


class GuardedName(Struct, frozen=True, kw_only=True, order=True):
    """One name: the hash of all its words, and those of the word by which it is noticed.

    That word is hashed as it is and, where it has a hyphen or an apostrophe, as written without;
    the second of `parts` is else drawn by chance, so that all entries look alike. `words` is how
    many words the name has. `record` and `story` are what the group noted beside it.
    """

    whole: str
    parts: tuple[str, str]
    words: int
    record: str | None = None
    story: str | None = None


class Guard(Struct, frozen=True, kw_only=True):
    """All guarded names of a site; `key_id` says which key made them and tells nothing of it."""

    key_id: str
    names: tuple[GuardedName, ...] = ()
