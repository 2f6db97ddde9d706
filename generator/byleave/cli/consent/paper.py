"""What the commands that make documents share: in which language, how plain, and where to."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

import click

from byleave.build.permission import has_catalogue
from byleave.cli.codes import NOTHING_WRITTEN
from byleave.permission.files.whole_files import write_private
from byleave.permission.papers.folder import UnsafeFolderError, prepare
from byleave.permission.papers.pdf import NoPdfError, as_pdf

Command = TypeVar("Command", bound=Callable[..., None])


class Tongue(click.ParamType[str]):
    """A language that Byleave's own words are there in."""

    name = "language"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """`value`, if there is a catalogue for it."""
        if not has_catalogue(str(value)):
            self.fail(f"{value}: forms are there in English (en) and in Welsh (cy)", param, ctx)
        return str(value)


def paper_options(command: Command) -> Command:
    """The options of a command that makes a document for a person."""
    for option in (
        click.option("--pdf", is_flag=True, help="Make a PDF too; needs WeasyPrint."),
        click.option("--language", type=Tongue(), help="The language of our own words: en or cy."),
        click.option("--easy-read", is_flag=True, help="Short sentences, large type, pictures."),
    ):
        command = option(command)
    return command


def language_of(chosen: str | None, *others: str) -> str:
    """The language that was chosen, as one of `others` has it, such as en-GB for en.

    Without a choice it is the first of `others` that has a catalogue.
    """
    found = [one for one in others if has_catalogue(one)]
    if chosen is None:
        return next(iter(found), "en-GB")
    alike = (one for one in found if one.partition("-")[0] == chosen)
    return next(alike, "en-GB" if chosen == "en" else chosen)


def file_name(story: str, *about: str, easy_read: bool, language: str | None) -> str:
    """A file name that is the same each time, and tells no more than the path of the story does."""
    place = PurePosixPath(story)
    stem = place.parent if place.stem == "index" else place.with_suffix("")
    parts = ["-".join(stem.parts[1:]), *about, "easy-read" if easy_read else "", language]
    return ".".join(part for part in (*parts, "html") if part)


def write_paper(html: str, path: Path, *, pdf: bool) -> tuple[Path, ...]:
    """Write a document, and its PDF beside it where one is wanted; the paths of both.

    Raises NoPdfError, and writes nothing, where PDFs cannot be made.
    """
    files = {path: html.encode()}
    if pdf:
        files = {path.with_name(f"{path.name.removesuffix('.html')}.pdf"): as_pdf(html), **files}
    for file, content in files.items():
        write_private(file, content)
    return tuple(files)


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
