"""HTML as Markdown: markdownify, with what it does otherwise than readers and editors need."""

import re
from collections import Counter
from typing import Any, cast
from urllib.parse import quote

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from markdownify import BACKSLASH, MarkdownConverter
from msgspec import Struct

from byleave.importing.address_parts import parts_of
from byleave.importing.found import Picture
from byleave.importing.prose.embeds import as_links
from byleave.importing.prose.footnotes import as_footnotes, passages_of
from byleave.importing.prose.literal import literal
from byleave.importing.prose.surroundings import Surroundings
from byleave.importing.prose.tables import tidied_tables
from byleave.importing.prose.tree import BLOCKS, HEADINGS, parsed, tidied

_HIGHEST = 2  # the first heading of a page is its title
# They stand for the ends of bold and italics until it is known what is beside them.
_ENDS = {"strong": ("\ue010", "\ue011", "**"), "em": ("\ue012", "\ue013", "*")}
# It stands for ::: until all other colons are colons.
_MARKER = "\ue016"
_BEGINS_BLOCK = re.compile(
    r"(?P<space>\s*)(?:(?P<sign>#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|=+\s*$|-+\s*$|~~~|:::|Table:)"
    r"|(?P<number>\d{1,9})(?P<dot>[.)])(?=\s|$))"
)
_SIGNS = re.compile(r"\\|[`*\[]|~~|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<!\w)_|_(?!\w)|!(?=\[)")
_WEB = re.compile(r"(https?://[^\s<>*`\[\]\\|]*[\w/=&#-])")
_WEB_AT_THE_END = re.compile(rf"(?<!<){_WEB.pattern}\Z")
_BACKSLASH = "\\"
# Before these, a backslash is a backslash to one of the engines.
_ESCAPES = {"&": "&amp;", "<": "&lt;", "~": "&#126;", ":": "&#58;", "=": "&#61;"}
_WORD = re.compile(r"\w")
_TICKS = re.compile(r"`+")


class Prose(Struct, frozen=True, kw_only=True):
    """A text as Markdown, and what was made simpler on the way."""

    text: str
    notes: tuple[str, ...]


def html_as_markdown(html: str, around: Surroundings, *, classic: bool = False) -> Prose:
    """The Markdown of `html`; with `classic`, empty lines part its paragraphs."""
    notes: Counter[str] = Counter()
    soup = parsed(html)
    as_footnotes(soup, around.passages)
    as_links(soup, notes)
    tidied_tables(soup, notes)
    tidied(soup, notes, classic=classic, passages=around.passages)
    _lower_headings(soup)
    text = _Converter(around, notes).convert_soup(soup)
    text = literal(_with_ends(text)).replace(_MARKER, ":::")
    kept = tuple(
        f"{said} ({times} times)" if times > 1 else said for said, times in notes.items() if times
    )
    return Prose(text=_without_gaps(text), notes=kept)


def _lower_headings(soup: BeautifulSoup) -> None:
    """Let the highest heading be one below the title, and take those without a word away."""
    found = soup.find_all(HEADINGS)
    for one in found:
        if not one.get_text(strip=True):
            one.name = "p"
    levels = [int(one.name[1]) for one in found if one.name != "p"]
    lower = max(0, _HIGHEST - min(levels, default=_HIGHEST))
    for one in found:
        if one.name != "p":
            one.name = f"h{min(6, int(one.name[1]) + lower)}"


def _without_gaps(text: str) -> str:
    lines = "\n".join(line.rstrip(" ") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n ")


def _with_ends(text: str) -> str:
    """Bold and italics by stars where Markdown knows them as such, and by tags elsewhere."""
    for name, (begin, end, sign) in _ENDS.items():
        pattern = re.compile(f"{begin}([^{begin}{end}]*){end}")

        def written(found: re.Match[str], name: str = name, sign: str = sign) -> str:
            before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
            is_plain = _is_plain(before, found[1], after)
            return f"{sign}{found[1]}{sign}" if is_plain else f"<{name}>{found[1]}</{name}>"

        while (changed := pattern.sub(written, text)) != text:
            text = changed
    return text


def _is_plain(before: str, inner: str, after: str) -> bool:
    """Whether stars around `inner` are the beginning and the end of it to every engine."""
    return (
        inner == inner.strip()
        and (not before or before.isspace() or before == "(")
        and (not after or after.isspace() or after in ".,;:!?)")
        and (bool(_WORD.match(inner[-1:])) or not after.strip())
    )


class _Converter(MarkdownConverter):
    # What it extends is there, but not in the stub: hence the casts.

    def __init__(self, around: Surroundings, notes: Counter[str]) -> None:
        super().__init__(
            heading_style="atx",
            bullets="-",
            newline_style=BACKSLASH,
            sub_symbol="<sub>",
            sup_symbol="<sup>",
            table_infer_header=True,
        )
        self.around = around
        self.notes = notes

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Signs that Markdown would take for its own, and no others: editors read this."""
        parts = _WEB.split(text)
        for number, part in enumerate(parts):
            if number % 2 == 0:
                parts[number] = _SIGNS.sub(_escaped, part)
            elif parts[number + 1].startswith("<") and "a" not in parent_tags:
                # What follows would be taken for a part of the address.
                parts[number] = f"<{part}>"
        said = "".join(parts)
        if "a" in parent_tags:
            said = said.replace("]", "\\]")
        in_table = not parent_tags.isdisjoint(("td", "th"))
        return said.replace("|", "\\|") if in_table else said

    def process_text(self, el: NavigableString, parent_tags: Any = None) -> str:
        said = str(cast(Any, super()).process_text(el, parent_tags=parent_tags))
        if parent_tags and not parent_tags.isdisjoint(("_noformat", "pre")):
            return said
        found = _WEB_AT_THE_END.search(said)
        if found and el.next_element is not None and "a" not in (parent_tags or ()):
            # Whatever comes next in the line would be taken for a part of the address.
            said = f"{said[: found.start()]}<{found[0]}>"
        return _not_a_block(said) if _begins_line(el) else said

    def _between(self, name: str, text: str, parent_tags: set[str]) -> str:
        if "_noformat" in parent_tags or not text.strip():
            return text
        if name in {"strong": ("b", "strong"), "em": ("i", "em")} and not parent_tags.isdisjoint(
            {"strong": ("b", "strong"), "em": ("i", "em")}[name]
        ):
            return text
        begin, end, _ = _ENDS[name]
        inner = text.strip()
        before = text[: len(text) - len(text.lstrip())] and " "
        after = text[len(text.rstrip()) :] and " "
        return f"{before}{begin}{inner}{end}{after}"

    def convert_b(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        # A heading is bold by itself.
        if not parent_tags.isdisjoint(HEADINGS):
            return text
        return self._between("strong", text, parent_tags)

    convert_strong = convert_b

    def convert_em(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return self._between("em", text, parent_tags)

    convert_i = convert_em

    def convert_q(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"“{text}”"

    def convert_code(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "\n" in text and "pre" not in parent_tags:
            text = text.replace("\n", " ")
        return str(cast(Any, super()).convert_code(el, text, parent_tags))

    convert_kbd = convert_samp = convert_code

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if not parent_tags.isdisjoint(("_noformat", "a")) or not text.strip():
            return text
        address = str(el.get("href") or "").strip()
        to = self.around.link(address) if address else ""
        if not to or (el.find("img") and not el.get_text(strip=True)):
            return text
        inner = text.strip()
        before = text[: len(text) - len(text.lstrip())] and " "
        after = text[len(text.rstrip()) :] and " "
        return f"{before}[{inner}]({_destination(to)}){after}"

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        address = _address(el)
        if not address:
            return ""
        name = self.around.picture(
            Picture(
                address=address,
                alt=str(el.get("alt") or "").strip(),
                caption=str(el.get("data-caption") or "").strip(),
            )
        )
        if name:
            return f"![]({_destination(name)})"
        # Words that stood below a picture are words of the story.
        caption = str(el.get("data-caption") or "").strip()
        return f"\n\n{_not_a_block(self.escape(caption, parent_tags))}\n\n" if caption else ""

    def convert_video(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        address = _address(el)
        name = self.around.picture(Picture(address=address)) if address else ""
        if name:
            return f"\n\n![]({_destination(name)})\n\n"
        to = self.around.link(address) if address else ""
        return f"\n\n[{_shown(address)}]({_destination(to)})\n\n" if to else text

    convert_audio = convert_video

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        said = text.strip("\n")
        if not said.strip():
            return ""
        longest = max(map(len, _TICKS.findall(said)), default=0)
        fence = "`" * max(3, longest + 1)
        return f"\n\n{fence}\n{said}\n{fence}\n\n"

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "pre" in parent_tags:
            return "\n"
        if "_noformat" in parent_tags:
            return " "
        if not parent_tags.isdisjoint(("td", "th")):
            return "<br>"
        return str(cast(Any, super()).convert_br(el, text, parent_tags))

    def convert_dt(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        begin, end, _ = _ENDS["strong"]
        said = text.strip()
        return f"\n\n{begin}{said}{end}\n\n" if said else ""

    def convert_dd(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n{text.strip()}\n\n" if text.strip() else ""

    def convert_summary(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return self.convert_dt(el, text, parent_tags)

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        said = re.sub(r"\s*\\?\n\s*\n?\s*", "<br>", text.strip())
        span = int(str(el.get("colspan") or "1"))
        return f" {said} |" + " |" * (span - 1)

    convert_th = convert_td

    def convert_p(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        # In a cell, what parts paragraphs is an end of line.
        if not parent_tags.isdisjoint(("td", "th")):
            return f"\n{text.strip()}\n"
        return str(cast(Any, super()).convert_p(el, text, parent_tags))

    def convert_table(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        said = text.strip()
        caption = str(el.get("data-caption") or "")
        if not said:
            return ""
        below = f"\nTable: {self.escape(caption, set())}" if caption else ""
        return f"\n\n{said}{below}\n\n"

    def convert_blockquote(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if not text.strip():
            return ""
        said = cast(Any, super()).convert_blockquote(el, _without_gaps(text), parent_tags)
        return f"\n{said}"

    def convert_div(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        said = text.strip()
        passages = self.around.passages
        passage = next((passages[one] for one in passages_of(el) if one in passages), None)
        if passage is None or not said:
            return f"\n\n{said}\n\n" if said else ""
        return f"\n\n{_MARKER}{passage.head}\n{said}\n{_MARKER}\n\n"

    def convert_footnote_reference(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"[^{el['number']}]"

    def convert_footnote_text(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        lines = "\n".join(f"    {line}" if line else "" for line in _without_gaps(text).split("\n"))
        return f"\n\n[^{el['number']}]: {lines.strip()}\n\n"


def _begins_line(node: NavigableString) -> bool:
    """Whether nothing stands before a text in its line."""
    here: Any = node
    while here is not None:
        before = here.previous_sibling
        while before is not None and isinstance(before, NavigableString) and not before.strip():
            before = before.previous_sibling
        if isinstance(before, Tag):
            return before.name == "br" or before.name in BLOCKS
        if before is not None:
            return False
        here = here.parent
        if here is None or here.name in BLOCKS or here.name in ("td", "th"):
            return True
    return True


def _not_a_block(line: str) -> str:
    """`line` with its sign escaped where it would begin a list, a heading or the like."""
    found = _BEGINS_BLOCK.match(line)
    if not found:
        return line
    at = found.start("dot") if found["number"] else found.start("sign")
    if found["sign"] == "Table:":
        at = found.end() - 1
    return f"{line[:at]}{_ESCAPES.get(line[at], _BACKSLASH + line[at])}{line[at + 1 :]}"


def _escaped(found: re.Match[str]) -> str:
    """A sign that Markdown would take for its own, so that each engine takes it for itself."""
    return _ESCAPES.get(found[0][0], _BACKSLASH + found[0][0]) + found[0][1:]


def _address(el: Tag) -> str:
    """Where what an element shows is: pages that load it late keep its address elsewhere."""
    source = el.find("source", src=True)
    places = [el.get("data-src"), el.get("data-lazy-src"), el.get("data-image"), el.get("src")]
    if isinstance(source, Tag):
        places.append(source.get("src"))
    found = (str(one).strip() for one in places if one and not str(one).startswith("data:"))
    return next(found, "")


def _destination(address: str) -> str:
    """`address` between the brackets of a link."""
    if not re.search(r"[\s()<>\\]", address):
        return address
    return quote(address, safe="%/:?#[]@!$&'*+,;=~-._")


def _shown(address: str) -> str:
    """What stands for an address where nobody gave words for it."""
    return (parts_of(address).hostname or address.rpartition("/")[2]).removeprefix("www.")
