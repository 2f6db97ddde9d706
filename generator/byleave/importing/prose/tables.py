"""Tables as Markdown can hold them: one head, with as many cells as any row, none in another."""

from collections import Counter

from bs4 import BeautifulSoup, Tag

_MOST_CELLS = 100  # of a row


def tidied_tables(soup: BeautifulSoup, notes: Counter[str]) -> None:
    """Let each table of `soup` be one that Markdown can hold, or no table."""
    for code in soup.find_all("pre"):
        if code.find_parent("table"):
            code.name = "p"  # a cell has no room for lines of code
    for table in reversed(soup.find_all("table")):
        if table.find_parent(["td", "th"]):
            notes["a table in a table became lines of text"] += 1
            _as_lines(soup, table)
        else:
            _tidied(soup, table, notes)


def _rows(table: Tag) -> list[Tag]:
    return [row for row in table.find_all("tr") if row.find_parent("table") is table]


def _cells(row: Tag) -> list[Tag]:
    return [cell for cell in row.find_all(["td", "th"]) if cell.find_parent("tr") is row]


def _as_lines(soup: BeautifulSoup, table: Tag) -> None:
    for row in _rows(table):
        cells = _cells(row)
        for cell in cells[:-1]:
            cell.append("; ")
        for cell in cells:
            cell.unwrap()
        row.append(soup.new_tag("br"))
        row.unwrap()
    for tag in table.find_all(["thead", "tbody", "tfoot", "caption", "colgroup"]):
        tag.unwrap()
    table.unwrap()


def _tidied(soup: BeautifulSoup, table: Tag, notes: Counter[str]) -> None:
    for row in _rows(table):
        cells = _cells(row)
        if not any(cell.get_text(strip=True) or cell.find("img") for cell in cells):
            row.decompose()
    rows = _rows(table)
    widest = max((_width(row) for row in rows), default=0)
    if widest <= 1:
        _unwrapped(table, rows)
        return
    if any(cell.has_attr("rowspan") and cell["rowspan"] != "1" for cell in table.find_all(True)):
        notes["a cell over several rows of a table stands in the first of them"] += 1
    head = rows[0]
    # A row with more cells than the head has would lose them.
    while _width(head) < widest:
        head.append(soup.new_tag("td"))
    _flat(table, rows)


def _width(row: Tag) -> int:
    cells = _cells(row)
    width = 0
    for cell in cells:
        span = str(cell.get("colspan", "1"))
        if not (span.isdecimal() and 1 <= int(span) <= _MOST_CELLS):
            del cell["colspan"]
            span = "1"
        width += int(span)
    return width


def _unwrapped(table: Tag, rows: list[Tag]) -> None:
    """A table of one column is text that somebody wanted in a box."""
    for row in rows:
        for cell in _cells(row):
            cell.name = "div"
            cell.attrs = {}
        row.unwrap()
    for tag in table.find_all(["thead", "tbody", "tfoot", "colgroup"]):
        tag.unwrap()
    if caption := table.find("caption"):
        caption.name = "p"
    table.unwrap()


def _flat(table: Tag, rows: list[Tag]) -> None:
    """Only rows below the table, and its caption behind it, where ours stand."""
    caption = table.find("caption")
    words = caption.get_text(" ", strip=True) if caption else ""
    table.clear()
    for row in rows:
        table.append(row)
    if words:
        table["data-caption"] = words
