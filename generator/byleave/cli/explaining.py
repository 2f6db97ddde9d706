"""What the reference says of a finding, by its code: that page is packed with the program."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

import click
from msgspec import Struct

from byleave.suggestions import nearest

PAGE = "docs/reference/findings.md"
_ROW = re.compile(r"\| <a id=\"([a-z0-9-]+)\"></a>`\1` \| ([a-z ]+) \| (.+) \| (.+) \|")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


class Entry(Struct, frozen=True, kw_only=True):
    """A line of the reference; its address there ends in its code."""

    code: str
    kind: str
    means: str
    do: str

    def as_text(self) -> str:
        """What is told on a terminal."""
        return (
            f"{self.code} ({self.kind}): {self.means}\n  do: {self.do}\n  see: {PAGE}#{self.code}"
        )


def explained(codes: Iterable[str]) -> str:
    """The entries of the reference for `codes`, each once and in their order."""
    known = entries()
    return "\n".join(known[one].as_text() for one in dict.fromkeys(codes) if one in known)


def explain(context: click.Context, _: click.Parameter, code: str | None) -> None:
    """Print what the reference says of `code`, and leave; click calls this for `--explain`."""
    if code is None or context.resilient_parsing:
        return
    wanted = code.strip().strip("[]").lower()
    if said := explained([wanted]):
        click.echo(said)
        context.exit()
    near = nearest(wanted, entries())
    meant = f"; did you mean {near}?" if near else ""
    raise click.BadParameter(
        f"no finding has the code {code}{meant}", context, param_hint="--explain"
    )


@cache
def entries() -> Mapping[str, Entry]:
    """What the reference says of each code."""
    return {one.code: one for one in _read((files("byleave") / "findings.md").read_text("utf-8"))}


def _read(page: str) -> Iterator[Entry]:
    for row in filter(None, map(_ROW.fullmatch, page.splitlines())):
        code, kind, means, do = (_LINK.sub(r"\1", cell) for cell in row.groups())
        yield Entry(code=code, kind=kind, means=means, do=do)
