"""Names of files and words to the form in which they stand in an address."""

import re
import unicodedata

_GAPS = re.compile(r"[^\w]+|_+")


def slug(words: str) -> str:
    """`words` in small letters of any script, joined by hyphens; never empty."""
    plain = unicodedata.normalize("NFC", words).casefold().replace("'", "").replace("’", "")
    return _GAPS.sub("-", plain).strip("-") or "untitled"


def story_address(path: str) -> str:
    """The address of a story file: its name, or its folder's name for an index.md."""
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".md")
    if stem == "index" and folder != "stories":
        stem = folder.rpartition("/")[2]
    return f"/stories/{slug(stem)}/"
