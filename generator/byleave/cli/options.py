"""What several commands can be told: days, addresses, the site folder."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import click

SETTINGS = Path("site_src/site.yaml")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d([ T]\d\d:\d\d)?\Z")

ONE_PROCESS = (
    "One process does all of the work: several need shared memory, which is missing here "
    "(on Linux, /dev/shm)."
)

Command = TypeVar("Command", bound=Callable[..., None])


class MomentType(click.ParamType[datetime]):
    """A day or a moment in the site's time zone."""

    name = "when"

    def convert(self, value: Any, param: Any, ctx: Any) -> datetime:
        """The moment that `value` says, naive: it is one in the site's time zone."""
        if _MOMENT.match(value):
            try:
                return datetime.fromisoformat(value)
            except ValueError:
                pass
        return self.fail(f"{value!r}: write 2026-03-31 or '2026-03-31 14:00'", param, ctx)


class ExecutorType(click.ParamType[str]):
    """How the work is spread over processes."""

    name = "executor"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """`value`, if it is one that is known."""
        from byleave.executors import Serial, executor  # loaded only where somebody chooses one

        try:
            chosen = executor(value, 0)
        except ValueError as fault:
            self.fail(str(fault), param, ctx)
        if isinstance(chosen, Serial) and value != "serial":
            click.echo(ONE_PROCESS, err=True)
        return str(value)


class SiteAddressType(click.ParamType[str]):
    """The address at which a site is published."""

    name = "url"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """`value`, if it is a whole address."""
        try:
            parts = urlsplit(value)
        except ValueError:
            parts = urlsplit("")
        if parts.scheme not in ("http", "https") or not parts.netloc:
            self.fail(f"{value!r}: write it like https://example.org/", param, ctx)
        return str(value)


format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="For people, or for programs; text, if not given.",
)


def site_option(command: Command) -> Command:
    """The option that every command of a site has."""
    return click.option(
        "--site",
        type=click.Path(file_okay=False, path_type=Path),
        callback=_above,
        help="The site folder; the one you are in, or in a folder of, if not given.",
    )(command)


def _above(_context: click.Context, _parameter: click.Parameter, named: Path | None) -> Path:
    """The site folder that was named; or the first that has a site, from here upwards."""
    site = named or Path()
    if named is not None or (site / SETTINGS).exists():
        return site
    for folder in Path.cwd().parents:
        if (folder / SETTINGS).exists():
            click.echo(f"the site is in a folder above: {folder}", err=True)
            return folder
    return site
