"""Pictures, films and frames of other sites, and elements of which readers see nothing."""

import re
from collections.abc import Iterator

from byleave.model.markdown.code import without_code
from byleave.model.markdown.elements import SHOWN_ELSEWHERE, WITH_CONTENT

_PLACE = r"(?:https?:)?//(?!/)"
_PICTURE = re.compile(
    rf"!\[(?:[^\[\]]|\[[^\[\]]{{0,500}}\]){{0,1000}}\]\(\s{{0,9}}<?({_PLACE}[^\s()<>]{{0,2000}})"
)
_BY_LABEL = re.compile(r"!\[([^\[\]]{0,500})\](?!\()(?:\[([^\[\]]{0,500})\])?")
_DEFINITION = re.compile(
    rf"^[ \t>]{{0,20}}\[([^\[\]]{{1,500}})\]:\s{{0,9}}<?({_PLACE}\S{{0,2000}})", re.M
)
_SHOWING = re.compile(
    rf"<(img|source|{'|'.join(sorted(SHOWN_ELSEWHERE))})\b([^<>]{{0,4000}})>", re.I
)
_LEADS = re.compile(rf"""\b(?:src|data)\s*=\s*["']?({_PLACE}[^\s"'<>]{{0,2000}})""", re.I)
_WITH_CONTENT = re.compile(
    rf"<({'|'.join(sorted(WITH_CONTENT))})(?=[\s/>])([^<>]{{0,4000}})>", re.I
)
# What only machines read, closed again: instructions, raw text, kinds of document.
_FOR_MACHINES = re.compile(r"<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<![a-zA-Z][^>]*>", re.S)
_HTML_LINE = re.compile(r"^[ \t>]*<[a-zA-Z/!?]", re.M)


def shown_elsewhere(text: str, site_url: str) -> Iterator[int]:
    """Where `text` shows what is not on the site at `site_url`."""
    if "![" not in text and "<" not in text:
        return
    text = without_code(text)
    own = site_url.partition("//")[2].rstrip("/").lower()
    definitions = {_label(one[1]): one[2] for one in _DEFINITION.finditer(text)}
    for found in _PICTURE.finditer(text) if "![" in text else ():
        if _is_elsewhere(found[1], own):
            yield found.start()
    for found in _BY_LABEL.finditer(text) if definitions else ():
        address = definitions.get(_label(found[2] or found[1]))
        if address and _is_elsewhere(address, own):
            yield found.start()
    for found in _SHOWING.finditer(text) if "<" in text else ():
        leads = _LEADS.search(found[2])
        if leads and _is_elsewhere(leads[1], own):
            yield found.start()


def taken_out(engine: str, text: str) -> Iterator[int]:
    """Where an element begins that is no content; of a frame it is told where it leads.

    Of those that are shown as they are written none is left in `text`; but among words `engine`
    Python-Markdown shows what is for machines, at least before any line begins with HTML.
    """
    text = without_code(text)
    left_out_from = _end_of_words(text) if engine == "python-markdown" else 0
    for found in _FOR_MACHINES.finditer(text):
        if found.start() >= left_out_from:
            yield found.start()
    for found in _WITH_CONTENT.finditer(text):
        frame = found[1].lower() in SHOWN_ELSEWHERE and _LEADS.search(found[2])
        if not frame:
            yield found.start()


def _end_of_words(text: str) -> int:
    """Where the first line begins with HTML: behind it, some may go on."""
    found = _HTML_LINE.search(text)
    return found.start() if found else len(text)


def _label(words: str) -> str:
    return " ".join(words.casefold().split())


def _is_elsewhere(address: str, own: str) -> bool:
    place = address.partition("//")[2].lower()
    return not own or not (place == own or place.startswith((f"{own}/", f"{own}?", f"{own}#")))
