"""Python-Markdown, set up for the groups whose pages were written for it."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor
from markdown.treeprocessors import Treeprocessor

_EXTENSIONS = ("attr_list", "def_list", "abbr", "md_in_html", "fenced_code", "sane_lists")

# An address ends before punctuation that belongs to the sentence (GFM 6.9).
_BARE_LINK = r"(?<![\w@/.:])((?:https?://|www\.)[^\s<>\[\]\"\\]*[^\s<>\[\]\"\\?!.,:*_~')])"
_BARE_MAIL = r"(?<![\w.+/:@-])([\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)(?<!-)"
_STRUCK = r"(~~)(?![\s~])([^~]+(?:~(?!~)[^~]+)*)(?<!\s)~~(?!~)"
_TASK = re.compile(r"\[([ xX])\](?=[ \t])")


def converter() -> Callable[[str], str]:
    """Markdown to raw HTML by Python-Markdown, its state cleared before each text."""
    engine = Markdown(
        extensions=[
            *_EXTENSIONS,
            TableExtension(use_align_attribute=True),
            # No text can hold the marker: U+E007 is removed from what is read.
            FootnoteExtension(PLACE_MARKER="\ue007"),
            _LikeTheOther(),
        ],
        output_format="html",
    )

    def convert(text: str) -> str:
        engine.reset()  # also after a fault has left it in the middle of a text
        return engine.convert(text)

    return convert


class _LikeTheOther(Extension):
    """Strikethrough, bare addresses, hard breaks and tasks as GitHub shows them.

    Someone who has seen these work in a web editor would be surprised to see their marks.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.ESCAPED_CHARS.append("~")
        patterns = md.inlinePatterns
        patterns.register(SimpleTagInlineProcessor(_STRUCK, "del"), "struck", 65)
        patterns.register(_BareLink(_BARE_LINK, md), "bare-link", 115)
        patterns.register(_BareLink(_BARE_MAIL, md), "bare-mail", 114)
        patterns.register(_Break(r"\\\n", md), "backslash-break", 185)
        md.treeprocessors.register(_Neutral(md), "neutral", 1)


class _BareLink(InlineProcessor):
    ANCESTOR_EXCLUDES = ("a",)

    # The library's base class has an older form of this method, with fewer arguments.
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        link = Element("a")
        link.set("href", _scheme(m[1]) + m[1])
        link.text = m[1]
        return link, m.start(0), m.end(0)


def _scheme(address: str) -> str:
    if address.startswith(("http://", "https://")):
        return ""
    return "http://" if address.startswith("www.") else "mailto:"


class _Break(InlineProcessor):
    # The library's base class has an older form of this method, with fewer arguments.
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        return Element("br"), m.start(0), m.end(0)


class _Neutral(Treeprocessor):
    """Marks footnotes and tasks as comrak does, so that what follows knows one form."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            kind = element.get("class")
            if kind == "footnote":
                element.set("data-footnotes", "")
            elif kind in ("footnote-ref", "footnote-backref"):
                element.set(f"data-{kind}", "")
            elif element.tag == "li":
                _task(element)


def _task(item: Element) -> None:
    first = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
    match = _TASK.match(first.text or "")
    if match is None:
        return
    box = Element("input", type="checkbox")
    if match[1] != " ":
        box.set("checked", "")
    box.tail = (first.text or "")[match.end() :]
    first.text = ""
    first.insert(0, box)
