"""Tags that pages do not have, and words in tags that no page has."""

import re
from collections.abc import Iterator

from byleave.model.markdown.code import without_code
from byleave.model.markdown.elements import ON_PAGES, WITH_CONTENT
from byleave.model.markdown.loose_tags import TAG, is_destination
from byleave.model.names.signs import is_seen
from byleave.model.names.tags import ELEMENTS

# Of any element, words that only some programs read out, or only the element itself shows.
_UNSEEN = "aria-label|aria-description|placeholder|summary|content"
_WORDS = re.compile(rf"\s(?:{_UNSEEN})\s*=\s*[\"']?[^\s\"'>]", re.I)
# Of an element that is not there, whatever leads anywhere too.
_OF_LEFT_OUT = re.compile(
    rf"\s(?:{_UNSEEN}|alt|title|value|label|href|src|data)\s*=\s*[\"']?[^\s\"'>]", re.I
)
# Of these, no reader meets a title.
_SHOWS_NO_TITLE = frozenset(
    "br caption col colgroup hr input source tbody td tfoot th thead tr track wbr".split()
)
# In a note, these end it, and what follows stands elsewhere on the page.
_ENDS_A_NOTE = frozenset({"li", "ol", "ul"})
_NOTE = re.compile(r"[ \t>]*\[\^[^\]\n]+\]:")
_PLAYERS = frozenset({"audio", "video"})
_SOURCE = re.compile(r"\ssrc\s*=", re.I)
_TITLE = re.compile(r"\stitle\s*=", re.I)
_LEADS = re.compile(r"\shref\s*=", re.I)
_END = re.compile(r"</|\n[ \t>]*\n")
_ANY = re.compile(r"<(?!img)[^<>]*>", re.I)
_VALUE = re.compile(r"\svalue\s*=", re.I)
_ALT, _LABEL = re.compile(r"\salt\s*=", re.I), re.compile(r"\slabel\s*=", re.I)


def left_out_tags(text: str) -> Iterator[int]:
    """Where a tag of `text` is left out with words in it, or an element that HTML does not have.

    Of those that are shown as they are written none is left in `text`.
    What stands between such tags stays.
    """
    if "<" not in text:
        return
    text = without_code(text)
    for found in TAG.finditer(text):
        name, attributes = (found[2] or "").lower(), found[3] or ""
        if not name or name in WITH_CONTENT or is_destination(text, found):
            continue
        if found[1]:
            if name not in ELEMENTS:
                yield found.start()
            continue
        has_lost_title = _TITLE.search(attributes) and not _shows_title(text, found)
        if (
            has_lost_title
            or name not in ELEMENTS
            or _has_unseen(name, attributes)
            or (name in _ENDS_A_NOTE and _is_in_note(text, found.start()))
        ):
            yield found.start()


def _is_in_note(text: str, at: int) -> bool:
    """Whether the line of `at` is that of a footnote, which is an item itself."""
    return bool(_NOTE.match(text, text.rfind("\n", 0, at) + 1))


def _has_unseen(name: str, attributes: str) -> bool:
    if name not in ON_PAGES:
        return bool(_OF_LEFT_OUT.search(attributes))
    return bool(
        _WORDS.search(attributes)
        or (name == "input" and _VALUE.search(attributes))
        or (_ALT.search(attributes) and not (name == "img" and _SOURCE.search(attributes)))
        or (_LABEL.search(attributes) and name != "track")
    )


def _shows_title(text: str, tag: re.Match[str]) -> bool:
    """Whether there is something on the page that can bear the title of an element."""
    name = tag[2].lower()
    if name == "img":
        return True
    if name in _SHOWS_NO_TITLE or (name == "a" and not _LEADS.search(tag[3])):
        return False
    end = _END.search(text, tag.end())
    inside = text[tag.end() : end.start() if end else None]
    if name in _PLAYERS:
        return bool(_SOURCE.search(tag[3]) or _SOURCE.search(inside))
    return is_seen(_ANY.sub("", inside).replace("\n", " "))
