"""`themes.csv`: the categories and tags of the source, and which themes of the site these are.

It is written first, for somebody to look through in a program for tables, and read afterwards.
"""

import csv
import io
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from byleave.beginning.front_matter import one_line
from byleave.editing.whole_files import draft_of
from byleave.importing.found import Found, Term
from byleave.importing.refusing import CannotImportError

HEAD = ("kind", "name", "used", "theme")
# A program for tables would take what begins so for a sum.
_SUMS = ("=", "+", "-", "@", "\t", "\r")
_QUOTE = "'"
_MOST_BYTES = 5_000_000

# The themes of each term; several are parted by semicolons.
Mapped = Mapping[Term, tuple[str, ...]]


def terms_of(found: Iterable[Found]) -> Counter[Term]:
    """How often each term is used."""
    return Counter(term for one in found for term in one.terms)


def write_table(place: Path, used: Mapping[Term, int], known: Collection[str]) -> None:
    """Write the table: a category is a theme of the same name, a tag if there is such a theme.

    `known` are the names of the site's themes in small letters. Raises OSError.
    """
    stream = io.StringIO()
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow(HEAD)
    ordered = sorted(used.items(), key=lambda one: (one[0].kind, -one[1], one[0].name.casefold()))
    for term, times in ordered:
        takes = term.kind == "category" or term.name.casefold() in known
        theme = term.name if takes else ""
        table.writerow((term.kind, _safe(term.name), times, _safe(theme)))
    # Programs for tables know by this mark how letters are kept.
    draft_of(place, ("\ufeff" + stream.getvalue()).encode()).replace(place)


def read_table(place: Path) -> Mapped:
    """The themes that somebody chose; raises CannotImportError where it is no such table."""
    try:
        text = _text(place.read_bytes())
    except OSError:
        raise CannotImportError(
            f"{place}: this table cannot be read", "name it with --themes, or take --no-themes"
        ) from None
    first = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > 2 else ",")
    try:
        return dict(_read(place, rows))
    except csv.Error as fault:
        raise _no_table(place, 1) from fault


def _text(content: bytes) -> str:
    try:
        return content[:_MOST_BYTES].decode("utf-8-sig")
    except UnicodeDecodeError:  # as some programs for tables save it
        return content[:_MOST_BYTES].decode("cp1252", "replace")


def _read(place: Path, rows: Iterable[list[str]]) -> Iterable[tuple[Term, tuple[str, ...]]]:
    for number, row in enumerate(rows, 1):
        cells = [one_line(cell.removeprefix(_QUOTE)) for cell in row]
        if number == 1 and tuple(cell.casefold() for cell in cells[:4]) != HEAD:
            raise _no_table(place, number)
        if number == 1 or not any(cells):
            continue
        if len(cells) < len(HEAD) or cells[0] not in ("category", "tag"):
            raise _no_table(place, number)
        kind, name, _, themes = cells[:4]
        chosen = (one_line(theme) for theme in themes.split(";"))
        yield (
            Term(kind="category" if kind == "category" else "tag", name=name),
            tuple(theme for theme in chosen if theme),
        )


def _safe(cell: str) -> str:
    return f"{_QUOTE}{cell}" if cell.startswith(_SUMS) else cell


def _no_table(place: Path, line: int) -> CannotImportError:
    return CannotImportError(
        f"{place}:{line}: this is not the table that was written here",
        "give it four columns, kind, name, used and theme; or delete it, and begin again",
    )
