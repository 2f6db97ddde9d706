"""What the permission tools can be told: days, uses, references."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from byleave.model.paper_codes import read_code
from byleave.model.scalars import FIRST_YEAR, LAST_YEAR
from byleave.model.terms import Use
from byleave.model.uses import USES
from byleave.pipeline.for_permission_tools import read_settings
from byleave.suggestions import nearest


class DayType(click.ParamType[date]):
    """A day, written as in front matter."""

    name = "day"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        """The day that `value` says."""
        try:
            day = date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
        except ValueError:
            day = None
        if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.fail(f"{value!r}: write it like 2026-03-31", param, ctx)
        return day


class UsesType(click.ParamType[frozenset[Use]]):
    """Uses, with commas between them; `known_uses` says whether a site knows them."""

    name = "uses"

    def convert(self, value: Any, param: Any, ctx: Any) -> frozenset[Use]:
        """The uses that `value` lists."""
        found = frozenset(word.strip() for word in value.split(",") if word.strip())
        if not found:
            self.fail(f"write some of {','.join(USES)}", param, ctx)
        return found


class CodeType(click.ParamType[str]):
    """The code of a form or a proof, as a person reads it from paper."""

    name = "code"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """`value` as codes are written."""
        try:
            return read_code(value)
        except ValueError as fault:
            self.fail(str(fault), param, ctx)


def uses_of(site: Path) -> tuple[Use, ...]:
    """All that somebody can say yes to: Byleave's uses, and those that the settings name.

    Raises SiteError as `read_settings` does.
    """
    return (*USES, *read_settings(site).uses)


def known_uses(site: Path, uses: Iterable[Use], option: str) -> frozenset[Use]:
    """`uses`, if each is one of Byleave's or of the settings of `site`.

    Raises click.BadParameter for the first that is not, and SiteError as `read_settings` does.
    """
    known = uses_of(site)
    for use in uses:
        if use not in known:
            meant = nearest(use, known)
            do = f"did you mean {meant}?" if meant else f"write some of {','.join(known)}"
            raise click.BadParameter(f"{use!r}: {do}", param_hint=option)
    return frozenset(uses)


def one_line(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """`value` with its words one space apart, as it is read from a file."""
    if value is None:
        return None
    line = " ".join(value.split())
    if not line or not line.isprintable():
        raise click.BadParameter("write it as one line of text")
    return line
