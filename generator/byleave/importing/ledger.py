"""`site_src/imports.tsv`: what was brought in already, so that nothing comes twice or comes back.

A line is a source's own key, hidden by a digest, the file that came of it, digests of what was
written, and a number drawn by chance, of which the ids of its voices are made. It says nothing of
the source that somebody could read.
"""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from msgspec import Struct

from byleave.editing.whole_files import draft_of

LEDGER = "site_src/imports.tsv"
# In the place of a path: what was there has been deleted, and stays so.
GONE = "-"
_LENGTH = 20
# In the place of the digest of a file that no import has written whole.
NOT_OURS = "0" * _LENGTH
_LINE = re.compile(
    r"([0-9a-f]{20})\t([^\t\n]+)\t([0-9a-f]{20})\t([0-9a-f]{20})(?:\t([0-9a-f]{20}))?"
)


class Line(Struct, frozen=True, kw_only=True):
    """One thing that was brought: its path, and the digests of the file and of its body.

    `drawn` is the number drawn for it; a line of an earlier Byleave has none.
    """

    key: str
    path: str
    whole: str
    body: str
    drawn: str = ""


def drawn() -> str:
    """A number drawn by chance."""
    return token_hex(_LENGTH // 2)


def digest(*parts: str) -> str:
    """A short name for `parts` from which nobody can read them."""
    return sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:_LENGTH]


def line_of(key: str, path: str, text: str, number: str) -> Line:
    """The line for the file at `path`, which holds `text`, and for which `number` was drawn."""
    body = digest(body_of(text))
    return Line(key=key, path=path, whole=digest(text), body=body, drawn=number)


def body_of(text: str) -> str:
    """What stands below the front matter of a file."""
    return text.partition("\n---")[2].partition("\n")[2].strip()


def read_ledger(site: Path) -> Mapping[str, Line]:
    """What was brought into `site`, by key; of lines that a merge left twice, the last."""
    try:
        text = (site / LEDGER).read_bytes().decode("utf-8", "replace")
    except FileNotFoundError:
        return {}
    found = (_LINE.fullmatch(line.strip()) for line in text.splitlines())
    lines = (
        Line(key=one[1], path=one[2], whole=one[3], body=one[4], drawn=one[5] or "")
        for one in found
        if one
    )
    # Where a merge left two lines, what is gone for one of them is gone.
    return {one.key: one for one in sorted(lines, key=lambda one: one.path == GONE)}


def write_ledger(site: Path, lines: Iterable[Line]) -> None:
    """Put `lines` in the place of all; raises OSError."""
    told = sorted(
        "\t".join(filter(None, (one.key, one.path, one.whole, one.body, one.drawn))) + "\n"
        for one in lines
    )
    draft_of(site / LEDGER, "".join(told).encode()).replace(site / LEDGER)
