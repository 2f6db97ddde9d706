"""Python-Markdown, set up for the groups whose pages were written for it."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockQuoteProcessor
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.md_in_html import HTMLExtractorExtra
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import (
    AutolinkInlineProcessor,
    HtmlInlineProcessor,
    InlineProcessor,
    SimpleTagInlineProcessor,
)
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

_EXTENSIONS = ("attr_list", "def_list", "abbr", "md_in_html", "fenced_code", "sane_lists")

# An address ends before punctuation that belongs to the sentence (GFM 6.9).
_BARE_LINK = r"(?<![\w@/.:])((?:https?://|www\.)[^\s<>\[\]\"\\]*[^\s<>\[\]\"\\?!.,:*_~')])"
_BARE_MAIL = r"(?<![\w.+/:@-])([\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)(?<!-)"
# An address in brackets is a link, of whatever kind (CommonMark 6.5); the rest are tags.
_IN_BRACKETS = r"<([A-Za-z][A-Za-z0-9.+-]{1,31}:[^\s<>]*)>"
_TAG = (
    r"(</?+[a-zA-Z][a-zA-Z0-9-]*+"
    r"(?:\s+[^\s\"'=<>]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>]++))?+)*+\s*+/?>"
    r"|<!--(?:(?!<!--|-->).)*-->)"
)
_STRUCK = r"(~~)(?![\s~])([^~]+(?:~(?!~)[^~]+)*)(?<!\s)~~(?!~)"
_TASK = re.compile(r"\[([ xX])\](?=[ \t])")


def converter() -> Callable[[str], str]:
    """Markdown to raw HTML by Python-Markdown; no text leaves a trace in the next."""
    engine = _engine()

    def convert(text: str) -> str:
        nonlocal engine
        try:
            return engine.reset().convert(text)
        except BaseException:
            # `reset` does not clear the parser's own state: after a fault in a list, all later
            # texts would be read as if they stood in one.
            engine = _engine()
            raise

    return convert


def _engine() -> Markdown:
    return Markdown(
        extensions=[
            *_EXTENSIONS,
            TableExtension(use_align_attribute=True),
            # No text can hold the marker: U+E007 is removed from what is read.
            FootnoteExtension(PLACE_MARKER="\ue007"),
            _LikeTheOther(),
        ],
        output_format="html",
    )


class _LikeTheOther(Extension):
    """Strikethrough, bare addresses, hard breaks, tasks and quotations as GitHub shows them.

    Someone who has seen these work in a web editor would be surprised to see their marks.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.ESCAPED_CHARS.append("~")
        md.parser.blockprocessors.register(_Quotation(md.parser), "quote", 20)
        patterns = md.inlinePatterns
        patterns.register(SimpleTagInlineProcessor(_STRUCK, "del"), "struck", 65)
        patterns.register(AutolinkInlineProcessor(_IN_BRACKETS, md), "in-brackets", 105)
        patterns.register(HtmlInlineProcessor(_TAG, md), "html", 90)
        # After elements (90): an address in one is no text.
        patterns.register(_MadeOutsideLinks(_BARE_LINK, md, _link), "bare-link", 85)
        patterns.register(_MadeOutsideLinks(_BARE_MAIL, md, _link), "bare-mail", 84)
        patterns.register(_MadeOfPattern(r"\\\n", md, _break), "backslash-break", 185)
        md.treeprocessors.register(_Neutral(md), "neutral", 1)
        md.preprocessors.register(_ElementsApart(md), "html_block", 20)


class _ElementsApart(Preprocessor):
    """Takes blocks of HTML out of a text, and leaves all that stands behind them on their line."""

    def run(self, lines: list[str]) -> list[str]:
        extractor = _Extractor(self.md)
        extractor.feed("\n".join(lines))
        extractor.close()
        return "".join(extractor.cleandoc).split("\n")


class _Extractor(HTMLExtractorExtra):
    """The library puts references behind a block (`&amp;`) at the end of the text, as of 3.11."""

    def handle_empty_tag(self, data: str, is_block: bool) -> None:
        if self.intail and not self.inraw and not is_block:
            self.cleandoc.append(data)
        else:
            super().handle_empty_tag(data, is_block)


class _Quotation(BlockQuoteProcessor):
    """Two quotations with a blank line between them are two, each with who said it."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        if self.RE.match(blocks[0]):
            alone = Element("div")
            super().run(alone, blocks)
            parent.extend(alone)
        else:
            super().run(parent, blocks)


class _MadeOfPattern(InlineProcessor):
    """Makes an element of what a pattern finds."""

    def __init__(self, pattern: str, md: Markdown, make: Callable[[str], Element]) -> None:
        super().__init__(pattern, md)
        self.make = make

    # The base class has an older form of this method, with fewer arguments.
    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self, m: re.Match[str], _: str
    ) -> tuple[Element, int, int]:
        return self.make(m[0]), m.start(0), m.end(0)


class _MadeOutsideLinks(_MadeOfPattern):
    ANCESTOR_EXCLUDES = ("a",)


def _link(words: str) -> Element:
    link = Element("a", href=words)
    if not words.startswith(("http://", "https://")):
        link.set("href", f"http://{words}" if words.startswith("www.") else f"mailto:{words}")
    link.text = words
    return link


def _break(_: str) -> Element:
    return Element("br")


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
