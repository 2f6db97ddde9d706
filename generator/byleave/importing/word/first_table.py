"""The table at the top of our template: title, date, themes, people, as somebody filled it in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from babel import Locale
from babel.core import UnknownLocaleError
from lxml import etree
from msgspec import Struct

from byleave.beginning.front_matter import one_line
from byleave.importing.days import day_of
from byleave.importing.word.plain import w

# The rows of the table, by what they are called in English; the template says them in its language.
ROWS = ("Title", "Date", "In short", "Themes", "Who tells it", "Who else is in it")
_PARTED = re.compile(r"[;\n]|,(?!\s*(?:jr|sr)\b)", re.I)
_NUMBERED = re.compile(r"\s*(?:\w+\s+)?\d{1,2}\s*[.:)]\s*")
_WRITTEN_OUT = re.compile(
    r"(?:\w+,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.|ydd|fed|ain|eg)?\s+(?:o\s+)?(\w+),?\s+(\d{4})\Z"
)
_IN_FIGURES = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})\Z")


class Told(Struct, frozen=True, kw_only=True):
    """What the table says; `said` whether there is one. `people` are those of the last two rows in
    their order, by whom styles may mean somebody as "person 1".
    """

    said: bool = False
    title: str = ""
    day: str = ""
    summary: str = ""
    themes: tuple[str, ...] = ()
    tellers: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """All who are named, tellers first."""
        return (*self.tellers, *self.others)


def take_table(
    document: etree._Element, labels: Mapping[str, str], languages: Sequence[str]
) -> Told:
    """What the first table says, which is taken out; `labels` are the rows by what they are called,
    in small letters. Months may be called as in `languages`.
    """
    body = document.find(w("body"))
    table = _first_table(body) if body is not None else None
    rows = dict(_rows(table, labels)) if table is not None else {}
    if body is None or table is None or not {"Title", "Who tells it"} <= rows.keys():
        return Told()
    body.remove(table)
    day = day_in(rows.get("Date", ""), languages)
    notes = (
        ("its date could not be read: write it as 2026-03-31",)
        if rows.get("Date") and not day
        else ()
    )
    return Told(
        said=True,
        title=one_line(rows.get("Title", "")),
        day=day,
        summary=one_line(rows.get("In short", "")),
        themes=tuple(_parts(rows.get("Themes", ""))),
        tellers=tuple(_parts(rows.get("Who tells it", ""))),
        others=tuple(_parts(rows.get("Who else is in it", ""))),
        notes=notes,
    )


def _first_table(body: etree._Element) -> etree._Element | None:
    for child in body:
        if child.tag == w("tbl"):
            return child
        # Above it, only lines that say what it is for.
        if any(str(one).strip() for one in child.itertext()) and body.index(child) > 3:
            return None
    return None


def _rows(table: etree._Element, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for row in table.findall(w("tr")):
        cells = row.findall(w("tc"))
        if len(cells) == 2:
            # Below what it is called, a row says what to write.
            called = _words(cells[0]).strip().partition("\n")[0]
            label = labels.get(called.strip(" :").casefold())
            if label:
                yield label, _words(cells[1]).strip()


def _words(cell: etree._Element) -> str:
    """The words of a cell, a paragraph a line."""
    return "\n".join(
        "".join(_said(one) for one in paragraph.iter(w("t"), w("br"), w("tab")))
        for paragraph in cell.iter(w("p"))
    )


def _said(element: etree._Element) -> str:
    return {w("br"): "\n", w("tab"): " "}.get(str(element.tag), str(element.text or ""))


def _parts(said: str) -> Iterator[str]:
    for one in _PARTED.split(said):
        name = one_line(_NUMBERED.sub("", one, count=1) if _NUMBERED.match(one) else one)
        if name:
            yield name


def day_in(said: str, languages: Sequence[str]) -> str:
    """A day as people write it, the month in words or after the day; "" where it is none."""
    text = one_line(said)
    if day := day_of(text):
        return day
    if found := _IN_FIGURES.match(text):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    found = _WRITTEN_OUT.match(text)
    if not found:
        return ""
    for month, name in _months(languages):
        if found[2].casefold() in (name.casefold(), name.casefold()[:3]):
            return _day(int(found[3]), month, int(found[1]))
    return ""


def _months(languages: Sequence[str]) -> Iterator[tuple[int, str]]:
    for language in ("en", *languages):
        try:
            months = Locale.parse(language, sep="-").months["format"]["wide"]
        except (UnknownLocaleError, ValueError):
            continue
        yield from months.items()


def _day(year: int, month: int, day: int) -> str:
    try:
        return day_of(date(year, month, day).isoformat())
    except ValueError:
        return ""
