"""What each line of a text is to CommonMark: words, code between fences, or a block of HTML."""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

Kind = Literal["words", "fence", "code", "html"]

_MARGIN = re.compile(r"(?:[ \t]*>)*")
_ITEM = re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)")
_FENCE = re.compile(r"(`{3,}|~{3,})([^\n]*)")
# How a block of HTML begins, and how it ends (CommonMark 4.6); None for the next blank line.
_BEGINS: tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...] = (
    (
        re.compile(r"<(?:pre|script|style|textarea)(?:[\s>]|$)", re.I),
        re.compile(r"</(?:pre|script|style|textarea)>", re.I),
    ),
    (re.compile(r"<!--"), re.compile(r"-->")),
    (re.compile(r"<\?"), re.compile(r"\?>")),
    (re.compile(r"<![a-zA-Z]"), re.compile(r">")),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>")),
    (
        re.compile(
            r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup"
            r"|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame"
            r"|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav"
            r"|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th"
            r"|thead|title|tr|track|ul)(?:[\s>]|/>|$)",
            re.I,
        ),
        None,
    ),
)
# The last way: a whole tag alone on its line, which cannot be in the middle of a paragraph.
_VALUE = r"(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\")"
_ALONE = re.compile(
    rf"(?:<[a-zA-Z][a-zA-Z0-9-]*(?:\s+[a-zA-Z_:][\w.:-]*(?:\s*=\s*{_VALUE})?)*\s*/?>"
    r"|</[a-zA-Z][a-zA-Z0-9-]*\s*>)\s*$"
)


class MarkdownLine(Struct, frozen=True, kw_only=True):
    """One line, what it is, and of a fence what stands behind it."""

    text: str
    kind: Kind
    behind: str = ""


def begins_html(content: str, *, in_paragraph: bool = False) -> bool:
    """Whether a line with this `content`, its margin left out, begins a block of HTML."""
    if content[:1] != "<":
        return False
    if any(begins.match(content) for begins, _ in _BEGINS):
        return True
    return not in_paragraph and bool(_ALONE.match(content))


def lines_of(text: str) -> Iterator[MarkdownLine]:
    """Each line of `text`, in order."""
    scanner = _Scanner(text)
    for line in text.split("\n"):
        yield scanner.next(line)
        scanner.at += len(line) + 1


class _Scanner:
    """Goes through the lines of a text, and knows what is open."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.fence = ""
        self.container = (0, 0)  # signs of quotations before the fence, and how far in it is
        self.html_ends: re.Pattern[str] | None = None
        self.in_html = False
        self.in_paragraph = False
        self.in_list = False

    def next(self, line: str) -> MarkdownLine:
        quoted = _MARGIN.match(line)
        margin = quoted[0] if quoted else ""
        inner = line[len(margin) :]
        if self.fence and self._goes_on(margin, inner):
            return self._in_code(line, inner)
        self.fence = ""
        if self.in_html:
            return self._in_html(line, inner)
        return self._begun(line, margin, inner)

    def _goes_on(self, margin: str, inner: str) -> bool:
        """Whether the quotation or the item goes on in which the fence is."""
        quotations, indent = self.container
        if margin.count(">") < quotations:
            return False
        return not inner.strip() or _indent(inner) >= indent

    def _in_code(self, line: str, inner: str) -> MarkdownLine:
        content = inner.strip()
        if content.startswith(self.fence) and not content.strip(self.fence[0]):
            self.fence = ""
        return MarkdownLine(text=line, kind="code")

    def _in_html(self, line: str, inner: str) -> MarkdownLine:
        ends = self.html_ends
        if ends is None and not inner.strip():
            self.in_html = False
            self.in_paragraph = False
            return MarkdownLine(text=line, kind="words")
        self.in_html = not (ends and ends.search(inner))
        return MarkdownLine(text=line, kind="html")

    def _begun(self, line: str, margin: str, inner: str) -> MarkdownLine:
        items = 0
        while item := _ITEM.match(inner, items):
            items = item.end()
            self.in_paragraph = False
        content = inner[items:].strip()
        indent = _indent(inner[items:])
        in_list, self.in_list = self.in_list, self._is_in_list(inner, bool(items))
        far = indent >= 4 and not (items and indent < 5) and not in_list
        if content and not far:
            fence = _FENCE.match(content)
            if fence and not (fence[1][0] == "`" and "`" in fence[2]):
                self.fence, self.in_paragraph = fence[1], False
                self.container = (margin.count(">"), items)
                return MarkdownLine(text=line, kind="fence", behind=fence[2])
            if begins_html(content, in_paragraph=self.in_paragraph) and self._ends(content):
                return self._begun_html(line, content)
        self.in_paragraph = bool(content) and content[0] != "#"
        return MarkdownLine(text=line, kind="words")

    def _ends(self, content: str) -> bool:
        """Whether the block of HTML that begins with `content` has an end.

        What is never closed is no HTML here, but shown as it is written.
        """
        self.html_ends = next((end for begins, end in _BEGINS if begins.match(content)), None)
        return self.html_ends is None or bool(self.html_ends.search(self.text, self.at))

    def _begun_html(self, line: str, content: str) -> MarkdownLine:
        self.in_html = not (self.html_ends and self.html_ends.search(content))
        self.in_paragraph = False
        return MarkdownLine(text=line, kind="html")

    def _is_in_list(self, inner: str, begins: bool) -> bool:
        """Whether a line belongs to an item of a list: there, all may be further in."""
        if begins or not inner.strip():
            return begins or self.in_list
        return self.in_list and (_indent(inner) > 1 or self.in_paragraph)


def _indent(content: str) -> int:
    return len(content[: len(content) - len(content.lstrip(" \t"))].expandtabs(4))


def begins_its_line(text: str, at: int) -> bool:
    """Whether only margins and signs of quotations stand before `at` on its line."""
    # Step by step: to look for the line's begin from each place takes a long line too often.
    while at and text[at - 1] in " \t>":
        at -= 1
    return at == 0 or text[at - 1] == "\n"
