"""What the commands that make documents share: in which language, how plain, and where to."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from byleave.cli.exit_codes import NOTHING_WRITTEN
from byleave.model.paper_codes import Round
from byleave.permission.forms_folder import NAME, UnsafeFolderError, prepare
from byleave.permission.papers.pdf import NoPdfError
from byleave.permission.rounds import keep_made
from byleave.pipeline.for_permission_tools import has_catalogue

Command = TypeVar("Command", bound=Callable[..., None])


class LanguageType(click.ParamType[str]):
    """A language that Byleave's own words are there in."""

    name = "language"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """`value`, if there is a catalogue for it."""
        if not has_catalogue(str(value)):
            self.fail(f"{value}: forms are there in English (en) and in Welsh (cy)", param, ctx)
        return str(value)


def _folder(_: click.Context, __: click.Parameter, value: Path | None) -> Path | None:
    """A folder, and not what is surely meant as the name of a file."""
    if value is not None and value.suffix in (".html", ".pdf") and not value.is_dir():
        raise click.BadParameter(
            f"{value}: this may become several files. Name the folder that they go into"
        )
    return value


folder_option = click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    callback=_folder,
    help=f"The folder to write into; {NAME}/ in the site folder, if not given.",
)


def paper_options(command: Command) -> Command:
    """The options of a command that makes a document for a person."""
    for option in (
        click.option("--pdf", is_flag=True, help="Make a PDF too; needs WeasyPrint."),
        click.option(
            "--language", type=LanguageType(), help="The language of our own words: en or cy."
        ),
        click.option("--large-print", is_flag=True, help="Letters of 18 points and more."),
        click.option("--easy-read", is_flag=True, help="Short sentences, large type, pictures."),
    ):
        command = option(command)
    return command


def keep_rounds(site: Path, rounds: Iterable[Round]) -> None:
    """Keep what was shown, to tell later what has changed; papers hold without it, so only say so.

    The folder for papers may be elsewhere, and this one not to be written to.
    """
    try:
        keep_made(site, rounds)
    except (UnsafeFolderError, OSError) as fault:
        click.echo(f"not kept, so that later changes cannot be named: {fault}", err=True)


@contextmanager
def told_where() -> Iterator[None]:
    """Say in one line, and write nothing, where a folder is unsafe or a PDF cannot be made."""
    try:
        yield
    except (UnsafeFolderError, NoPdfError) as fault:
        click.echo(f"error: {fault}", err=True)
    except OSError as fault:
        click.echo(f"error: {fault.filename or 'the folder'}: {fault.strerror}", err=True)
    else:
        return
    raise click.exceptions.Exit(NOTHING_WRITTEN)


def prepared(folder: Path, site: Path) -> Path:
    """`folder`, ready for what is private; raises UnsafeFolderError and OSError."""
    prepare(folder, site)
    return folder
