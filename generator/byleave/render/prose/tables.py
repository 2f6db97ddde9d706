"""Tables that can be read by ear, by keyboard and on a narrow screen."""

import re
from collections.abc import Iterable

from byleave.render.prose import tokens
from byleave.render.prose.empty_elements import is_hollow
from byleave.render.prose.tree import WHITESPACE, Element, Node, Nodes, elements, text_of
from byleave.render.prose.values import ProseError, ProseLabels

_CUE = "Table: "
_WIDEST = 100  # columns; no table for readers has more
# Letters of all labels of a table's cells: a long header over many rows makes a page of gigabytes.
_MOST_LABELS = 10_000_000
_CAPTION_LINE = re.compile(r"([ \t>]*)Table: ")
_PREPARED = re.compile(r"\n[ \t>]*\n([ \t>]*)\ue006")


def prepared(text: str, mark: str) -> str:
    """`text` with a blank line before each caption, which would else be read as a row.

    GFM 4.10: a table ends at a blank line, not at a line without bars. The caption is marked
    with `mark`, so that `restored` can take the line out of code again.
    """
    if _CUE not in text:
        return text
    out: list[str] = []
    before, in_table = "", False
    for line in text.split("\n"):
        match = _CAPTION_LINE.match(line) if in_table else None
        if match:
            margin = match[1]
            out += [margin.rstrip(), f"{margin}{mark}{line[len(margin) :]}"]
        else:
            out.append(line)
        content = line.strip(" \t>")
        begins = "|" in before and _is_rule(content)
        in_table = not match and content != "" and (in_table or begins)
        before = line
    return "\n".join(out)


def restored(code: str) -> str:
    """`code` as it was before `prepared`."""
    return _PREPARED.sub(r"\n\1", code) if tokens.CAPTION in code else code


def _is_rule(content: str) -> bool:
    return "|" in content and "-" in content and not content.strip("|:- \t")


def captioned(nodes: Nodes, labels: ProseLabels) -> Nodes:
    """`nodes` with each table among them framed, and its caption, which follows it, in it."""
    out: Nodes = []
    for node in nodes:
        before = out[-1] if out else None
        if not isinstance(node, Element):
            out.append(node)
        elif node.tag == "table":
            out.append(_framed(node, labels))
        elif node.tag != "p" or not isinstance(before, Element):
            out.append(node)
        elif (table := _framed_table(before)) is not None:
            if not _takes_caption(table, node):
                out.append(node)
        elif before.tag == "p" and _was_parted(node):
            before.children += ["\n", *node.children]
        else:
            out.append(node)
    return out


def _was_parted(paragraph: Element) -> bool:
    """Whether `prepared` took for a table what the engine did not, and parted a paragraph."""
    first = paragraph.children[0]
    return isinstance(first, str) and first.startswith(tokens.CAPTION)


def _framed_table(frame: Element) -> Element | None:
    if frame.attributes.get("class") == "table":
        table = frame.children[0]
        return table if isinstance(table, Element) else None
    return None


def _takes_caption(table: Element, paragraph: Element) -> bool:
    """Move the first line of `paragraph` into `table` if it is its caption; whether all went."""
    first = paragraph.children[0]
    if not isinstance(first, str) or _has_caption(table):
        return False
    words = first.lstrip(tokens.CAPTION + WHITESPACE)
    if not words.startswith(_CUE):
        return False
    line, rest = _first_line([words[len(_CUE) :], *paragraph.children[1:]])
    table.children.insert(0, Element("caption", children=line))
    paragraph.children = rest
    return not rest


def _has_caption(table: Element) -> bool:
    return bool(table.children) and _is_caption(table.children[0])


def _first_line(nodes: Nodes) -> tuple[Nodes, Nodes]:
    for place, node in enumerate(nodes):
        if isinstance(node, str) and "\n" in node:
            before, _, after = node.partition("\n")
            return [*nodes[:place], before], [after, *nodes[place + 1 :]]
    return nodes, []


def _framed(table: Element, labels: ProseLabels) -> Element:
    """`table` in a frame that can be scrolled by keyboard (WCAG 2.1.1), its headers scoped.

    The frame is a group with a name, not a region: landmarks in a story would be noise. It is not
    called as the caption says, which whoever listens would hear of the frame and then of the table.
    """
    table.children.sort(key=lambda child: not _is_caption(child))  # wherever it was written
    for place, row in enumerate(_rows(table)):
        _scope(elements(row, "th", "td"), is_first=place == 0)
    frame = {"class": "table", "role": "group", "aria-label": labels.table, "tabindex": "0"}
    return Element("div", frame, [table])


def _is_caption(node: Node) -> bool:
    return isinstance(node, Element) and node.tag == "caption"


def _rows(table: Element) -> list[Element]:
    sections = elements(table, "thead", "tbody", "tfoot")
    return [row for section in sections for row in elements(section, "tr")]


def _scope(cells: list[Element], *, is_first: bool) -> None:
    """Say which cells a header is for (HTML 4.9.10; WCAG 1.3.1)."""
    is_header = is_first and all(cell.tag == "th" for cell in cells)
    for place, cell in enumerate(cells):
        align = cell.attributes.pop("align", "")
        if align in ("right", "center"):
            cell.attributes["class"] = f"align-{align}"
        if is_header and is_hollow(cell):
            cell.tag = "td"  # an empty header would be read out as one
        elif is_header:
            cell.attributes["scope"] = "col"
        elif cell.tag == "th" and place == 0:
            cell.attributes["scope"] = "row"


def finish(elements_of_page: Iterable[Element]) -> None:
    """Let each cell bear the words above its column: last of all, in their final form."""
    for frame in elements_of_page:
        table = _framed_table(frame) if frame.attributes else None
        if table is not None:
            _label(_rows(table))


def _label(rows: list[Element]) -> None:
    """Where a narrow screen stacks the cells of a row, the label stands before each of them."""
    cells = [elements(row, "th", "td") for row in rows]
    if any("rowspan" in cell.attributes for row in cells for cell in row):
        return  # columns cannot be told by counting
    columns: list[str] = []
    for cell in cells[0] if cells and any("scope" in cell.attributes for cell in cells[0]) else []:
        columns += [" ".join(text_of(cell).split())] * _width(cell)
    letters = 0
    for row in cells[1:]:
        column = 0
        for cell in row:
            if cell.tag == "td" and column < len(columns) and columns[column]:
                cell.attributes["data-label"] = columns[column]
                letters += len(columns[column])
                if letters > _MOST_LABELS:
                    raise ProseError(
                        "the first row of a table is too long for a table of so many rows",
                        "shorten the words at the head of its columns, or split the table",
                    )
            column += _width(cell)


def _width(cell: Element) -> int:
    return min(int(cell.attributes.get("colspan", "1")), _WIDEST) or 1
