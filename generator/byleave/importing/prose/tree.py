"""HTML as a tree in which words stand in paragraphs, and nothing is left that is no text."""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from bs4 import BeautifulSoup
from bs4.element import CData, NavigableString, PageElement, PreformattedString, Tag

from byleave.importing.prose.literal import readable

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What shows something without a word.
SHOWING = ("img", "iframe", "embed", "object", "video", "audio")
# Elements that only hold others, and end a paragraph.
_HOLDERS = frozenset(
    "address article aside body center details div fieldset footer header hgroup html legend main "
    "nav section".split()
)
BLOCKS = _HOLDERS | frozenset(
    (
        *HEADINGS,
        *"blockquote dd dl dt figcaption figure footnote-text hr li ol p pre summary".split(),
        *"table ul".split(),
    )
)
# What of a text nobody reads, or only a program does.
_NO_TEXT = (
    *("script", "style", "template", "noscript", "head", "title", "meta", "link", "svg", "canvas"),
    *("select", "textarea", "option", "datalist", "map", "button"),
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_WORD = re.compile(r"\w+")
_OF_WORDS = ("b", "strong", "i", "em", "s", "del", "strike", "sub", "sup", "code", "a")
_DEEPEST = 20
_GAP = re.compile(r"\n[ \t\xa0]*\n\s*")
_SPACES = re.compile(r"[ \t\r\n\f]+")


def parsed(html: str) -> BeautifulSoup:
    """The tree of a text; by the parser that loses no word of it."""
    text = readable(html)
    quick = BeautifulSoup(text, "lxml")
    patient = BeautifulSoup(text, "html.parser")
    return quick if _words(quick) >= _words(patient) else patient


def _words(soup: BeautifulSoup) -> int:
    return sum(len(_WORD.findall(one)) for one in soup.strings)


def tidied(
    soup: BeautifulSoup, notes: Counter[str], *, classic: bool, passages: Collection[str] = ()
) -> None:
    """Take out what is no text, and let all words stand in paragraphs, lists, tables or headings.

    With `classic`, empty lines part paragraphs and the end of a line is one. `notes` counts what
    was left out. Elements with a class of `passages` stay.
    """
    _leave_out(soup, notes)
    _flatten(soup, notes)
    for tag in soup.find_all(_OF_WORDS):
        _push_down(soup, tag)
    for tag in [*soup.find_all([*_HOLDERS, "blockquote", "footnote-text"]), soup]:
        _wrap_loose(soup, tag, in_lines=classic)
        is_kept = any(one in passages for one in tag.get("class") or ())
        if tag.name in _HOLDERS - {"body", "html"} and not is_kept:
            tag.unwrap()
    for line_end in [*soup.find_all("br"), *reversed(soup.find_all("br"))]:
        if not line_end.decomposed and (_ends(line_end) or _begins(line_end)):
            line_end.decompose()
    for text in soup.find_all(string=True):
        if "pre" not in (parent.name for parent in text.parents):
            text.replace_with(NavigableString(_SPACES.sub(" ", text)))


def _ends(node: Tag) -> bool:
    """Whether nothing is behind a node in its element."""
    return not any(isinstance(one, Tag) or str(one).strip() for one in node.next_siblings)


def _begins(node: Tag) -> bool:
    return not any(isinstance(one, Tag) or str(one).strip() for one in node.previous_siblings)


def _leave_out(soup: BeautifulSoup, notes: Counter[str]) -> None:
    for text in soup.find_all(string=lambda text: isinstance(text, PreformattedString)):
        if isinstance(text, CData):
            text.replace_with(NavigableString(text))
        else:
            text.extract()
    for tag in soup.find_all(_NO_TEXT):
        tag.decompose()
    for tag in soup.find_all(style=_HIDDEN):
        if not tag.decomposed:
            notes["text that readers did not see was left out"] += bool(tag.get_text(strip=True))
            tag.decompose()
    for tag in soup.find_all("form"):
        if not tag.decomposed:
            notes["a form was left out"] += 1
            tag.decompose()
    for tag in soup.find_all("input"):
        if tag.get("type") == "checkbox":
            tag.replace_with("[x] " if tag.has_attr("checked") else "[ ] ")
        else:
            tag.decompose()


def _flatten(soup: BeautifulSoup, notes: Counter[str]) -> None:
    """Take elements out of each other that are deeper in each other than anybody can follow."""
    deep = list(_too_deep(soup))
    notes["elements that were too deep in each other were taken out of each other"] += bool(deep)
    for tag in deep:
        if tag.name in BLOCKS:
            tag.insert_before("\n\n")
        tag.unwrap()


def _too_deep(soup: BeautifulSoup) -> Iterator[Tag]:
    waiting: list[tuple[Tag, int]] = [(soup, 0)]
    while waiting:
        tag, depth = waiting.pop()
        for child in tag.children:
            if isinstance(child, Tag):
                at = depth + (child.name not in _HOLDERS)
                waiting.append((child, at))
                if at > _DEEPEST:
                    yield child


def is_block(node: PageElement) -> bool:
    """Whether a node ends the line that it stands in."""
    return isinstance(node, Tag) and (node.name in BLOCKS or _has_blocks(node))


def _has_blocks(tag: Tag) -> bool:
    return tag.find(list(BLOCKS)) is not None


def _push_down(soup: BeautifulSoup, tag: Tag) -> None:
    """Let an element of words that holds paragraphs stand in each of them."""
    if not _has_blocks(tag):
        return
    for block in tag.find_all([*BLOCKS, "td", "th"]):
        if not _has_blocks(block) and block.get_text(strip=True):
            inner = soup.new_tag(tag.name, attrs={key: str(one) for key, one in tag.attrs.items()})
            for child in list(block.children):
                inner.append(child.extract())
            block.append(inner)
    tag.unwrap()


def _wrap_loose(soup: BeautifulSoup, tag: Tag, *, in_lines: bool) -> None:
    """Put the words of `tag` that stand beside blocks into paragraphs."""
    run: list[PageElement] = []
    for child in [*tag.children, None]:
        if child is not None and not is_block(child):
            run.append(child)
            continue
        for piece in _lines(soup, run) if in_lines else [run]:
            _wrap(soup, piece)
        run = []


def _wrap(soup: BeautifulSoup, piece: list[PageElement]) -> None:
    shown = [one for one in piece if _shows(one) or one.get_text().strip()]
    if not shown:
        for one in piece:
            one.extract()
        return
    paragraph = soup.new_tag("p")
    piece[0].insert_before(paragraph)
    # Ends of lines at the beginning and the end of a paragraph are none.
    first, last = piece.index(shown[0]), piece.index(shown[-1])
    for number, one in enumerate(piece):
        one.extract()
        if first <= number <= last:
            paragraph.append(one)


def _shows(node: PageElement) -> bool:
    return isinstance(node, Tag) and (node.name in SHOWING or node.find(SHOWING) is not None)


def _lines(soup: BeautifulSoup, run: list[PageElement]) -> list[list[PageElement]]:
    """`run` parted where its texts have an empty line, with an end of line where they have one."""
    pieces: list[list[PageElement]] = [[]]
    for node in run:
        if not isinstance(node, NavigableString):
            pieces[-1].append(node)
            continue
        for number, paragraph in enumerate(_GAP.split(str(node))):
            if number:
                pieces.append([])
            for line_number, line in enumerate(paragraph.split("\n")):
                parts: list[PageElement] = [NavigableString(line)]
                # After a `<br>`, the end of a line of the file is no second one.
                if line_number and not _is_break(pieces[-1]):
                    parts.insert(0, soup.new_tag("br"))
                for part in parts:
                    node.insert_before(part)
                    pieces[-1].append(part)
        node.extract()
    return [piece for piece in pieces if piece]


def _is_break(piece: list[PageElement]) -> bool:
    seen = (one for one in reversed(piece) if isinstance(one, Tag) or str(one).strip())
    last = next(seen, None)
    return isinstance(last, Tag) and last.name == "br"
