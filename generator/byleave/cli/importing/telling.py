"""How an import ends: what came, where the whole report is, what is wrong, whom to ask."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, count
from pathlib import Path
from shlex import quote

import click

from byleave.cli.asking import is_terminal
from byleave.cli.exit_codes import DONE, NOTHING_WRITTEN
from byleave.cli.new.written import tell_findings, told_of_new_files
from byleave.cli.options import Command
from byleave.editing.whole_files import draft_of
from byleave.importing.bringing import Choices, bring
from byleave.importing.found import Source
from byleave.importing.refusing import CannotImportError
from byleave.importing.report import Brought, Report
from byleave.importing.report_page import in_short, is_report_on, report_page
from byleave.importing.themes_table import Mapped, read_table, terms_of, write_table
from byleave.pipeline.for_beginning import read_settings, said_in, site_there

_TABLE, _REPORT, _NEWER = "themes.csv", "byleave-import.html", "byleave-import-newer"

report_option = click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where the report goes; beside the source, if not given. Not into the site folder.",
)


def themes_options(command: Command) -> Command:
    """Where categories and tags of the source become themes of the site."""
    for option in (
        click.option(
            "--themes",
            type=click.Path(dir_okay=False, path_type=Path),
            help="The table of themes; beside the source, if not given.",
        ),
        click.option("--no-themes", is_flag=True, help="Bring no themes."),
    ):
        command = option(command)
    return command


@contextmanager
def told_of_import() -> Iterator[None]:
    """End an import that cannot be made with why and what to do, and with nothing written."""
    with told_of_new_files():
        try:
            yield
        except CannotImportError as fault:
            click.echo(f"error: {fault.message}; nothing was written\n  do: {fault.do}", err=True)
            raise click.exceptions.Exit(NOTHING_WRITTEN) from None


def check_is_outside(site: Path, *places: Path) -> None:
    """Refuse what lies in the site folder: git would take it in, with all that it knows."""
    root = site.resolve()
    for place in places:
        if place.resolve().is_relative_to(root):
            raise CannotImportError(
                f"{place}: this is in the site folder, from where it would get into the repository",
                "move it elsewhere, such as into your Downloads folder, and try again",
            )


def chosen_themes(
    site: Path, source: Source, place: Path, themes: Path | None, *, none: bool
) -> Mapped:
    """The themes that somebody chose; ends the command where they have to be chosen first."""
    terms = terms_of(source.found)
    if none or not terms:
        return {}
    table = themes or place / _TABLE
    check_is_outside(site, table)
    if not table.exists():
        write_table(table, terms, site_there(site).theme_names)
        click.echo(
            f"{table}: the {len(terms)} categories and tags of the source, and which theme each is"
        )
        click.echo(
            "  look through it: clear the last column where you want no theme, write the name of\n"
            "  one where you do; then run the same command again. Or take --no-themes."
        )
        raise click.exceptions.Exit(DONE)
    return read_table(table)


def bring_and_tell(
    site: Path, source: Source, choices: Choices, what: str, report_to: Path
) -> None:
    """Bring `source`, and tell of it; ends with 1 where something is wrong with what came."""
    check_is_outside(site, report_to, report_to.parent / _NEWER)
    tell_report(site, bring(site, source, choices), what, report_to)


def tell_report(site: Path, report: Report, what: str, report_to: Path) -> None:
    """Write the report on `what` outside the site, and say in short what is in it."""
    check_is_outside(site, report_to)
    draft_of(report_to, report_page(report, what).encode()).replace(report_to)
    for line in in_short(report):
        click.echo(line)
    click.echo(f"all of it: {report_to}")
    if newer := report.of("beside"):
        click.echo(f"what is new in the source, to compare: {_beside(report_to, newer)}")
    written = [one.path for one in report.of("new", "changed")]
    tell_findings(site, written)
    _tell_next(report)


def _beside(report_to: Path, newer: Iterable[Brought]) -> Path:
    """The folder with what is new in the source of stories that were changed here.

    It may have words of somebody who was taken out of a story, so it is not in the site folder.
    """
    folder = report_to.parent / _NEWER
    for one in newer:
        place = folder / one.path
        place.parent.mkdir(parents=True, exist_ok=True)
        draft_of(place, one.newer.encode()).replace(place)
    return folder


def nobodys_name(site: Path) -> str:
    """What readers see of somebody who wrote without a name, in the language of the site."""
    return said_in(read_settings(site).language)("Author")


def default_report(place: Path, what: str) -> Path:
    """Where the report on `what` goes, if nobody says so: into the folder of the source.

    It takes the place of an earlier one on the same, and of no other.
    """
    name, ending = _REPORT.split(".")
    numbered = (place / f"{name}-{number}.{ending}" for number in count(2))
    files = chain([place / _REPORT], numbered)
    return next(file for file in files if not file.exists() or is_report_on(what, file))


def fetching() -> Callable[[str], None]:
    """Says on a terminal what is being fetched."""

    def tell(address: str) -> None:
        if is_terminal():
            click.echo(f"fetching {address}", err=True)

    return tell


def _tell_next(report: Report) -> None:
    asked = [one.path for one in report.of("new", responses=False) if one.voices]
    unsigned = [one.path for one in report.of("new") if one.unsigned]
    if asked:
        click.echo("nobody has been asked yet. Next:")
        click.echo(f"  byleave consent form {quote(asked[0])}")
    elif unsigned:
        click.echo("who speaks is not known yet. Next:")
        click.echo(f"  byleave new person {quote(unsigned[0])}")
