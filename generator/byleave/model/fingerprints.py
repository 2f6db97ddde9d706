"""Fingerprints of the words that somebody agreed to, and what an agreement covers.

A fingerprint bears the mark of the rule by which it was taken, and binds what that rule covered. So
a new rule withholds nobody who agreed under a former one.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Set
from urllib.parse import unquote

from byleave.model.media_kinds import media_kind

# Everything that readers see or hear of somebody; before, it was titles, summaries and texts alone.
RULE, FORMER_RULE = "w2-", "w-"

# Bounded, so that a text of brackets alone costs no more than its length.
# A destination is one word: what else stands in brackets is shown, and so agreed to.
_IMAGE = re.compile(
    r'!\[([^\]]{0,2000})\]\(\s{0,9}<?([^\s()<>]{1,2000})>?\s{0,9}(?:"([^"\n]{0,500})")?\)'
)
_BEHIND_A_PATH = re.compile(r"[?#].*", re.S)
_PICTURES = frozenset({"image", "audio", "video"})
_DIGITS = 16


def fingerprint(text: str) -> str:
    """The fingerprint of `text` by today's rule: its mark and 16 hex digits of a SHA-256.

    Whitespace, line wrapping and Unicode's composed or decomposed forms do not count; neither do
    pictures and recordings, whose words are agreed to by themselves. A changed, added or missing
    word does, also one that leads to a document.
    """
    return RULE + hashlib.sha256(" ".join(compared(text)).encode()).hexdigest()[:_DIGITS]


def fingerprint_of_letters(text: str) -> str:
    """16 hex digits that stand for the letters, marks and digits of `text`, in their order.

    What stands between them does not count, nor do capitals: a comma that was mended makes no
    other text of it. Pictures do not count either.
    """
    letters = "".join(compared(text)).casefold()
    kept = "".join(one for one in letters if unicodedata.category(one)[0] in "LMN")
    return hashlib.sha256(kept.encode()).hexdigest()[:_DIGITS]


def as_former(fingerprint: str) -> str:
    """The same fingerprint with the mark of the former rule: of one text, both are alike."""
    return FORMER_RULE + fingerprint.removeprefix(RULE)


def covers_everything(agreed: Set[str]) -> bool:
    """Whether words were agreed to under today's rule."""
    return any(one.startswith(RULE) for one in agreed)


def is_by_former_rule(agreed: Set[str]) -> bool:
    """Whether words were agreed to under the former rule alone."""
    return not covers_everything(agreed) and any(one.startswith(FORMER_RULE) for one in agreed)


def by_the_rule_of(agreed: Set[str], fingerprint: str) -> str:
    """`fingerprint` with the mark that `agreed` have: a correction of spelling binds no more."""
    return fingerprint if covers_everything(agreed) else as_former(fingerprint)


def in_agreement(fingerprint: str, agreed: Set[str]) -> str | None:
    """How `agreed` lists a fingerprint, by whichever rule; None if it does not."""
    both = (fingerprint, as_former(fingerprint))
    return next((one for one in both if one in agreed), None)


def compared(text: str) -> list[str]:
    """The words of `text` that count for its fingerprint, in their order."""
    words = _IMAGE.sub(lambda found: " " if _is_picture(found[2]) else found[0], text)
    return unicodedata.normalize("NFC", words).split()


def pictures_in(text: str) -> Iterator[tuple[str, str, int]]:
    """What does not count in `text`: each destination, with its words and where it begins."""
    for found in _IMAGE.finditer(text) if "![" in text else ():
        if _is_picture(found[2]):
            yield found[2], f"{found[1]} {found[3] or ''}".strip(), found.start()


def _is_picture(destination: str) -> bool:
    """Whether a page shows something else in the place of the words; a document's it shows."""
    return media_kind(unquote(_BEHIND_A_PATH.sub("", destination))) in _PICTURES
