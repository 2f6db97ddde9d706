"""`byleave import wordpress`: an export of WordPress, or of another that writes the same."""

from pathlib import Path

import click

from byleave.cli.importing.telling import (
    bring_and_tell,
    check_is_outside,
    chosen_themes,
    default_report,
    fetching,
    nobodys_name,
    report_option,
    themes_options,
    told_of_import,
)
from byleave.cli.options import site_option
from byleave.importing.bringing import Choices
from byleave.importing.files import first_of, from_web, in_folder
from byleave.importing.refusing import CannotImportError
from byleave.importing.wordpress import ALSO, wordpress_source
from byleave.values import replace


@click.command("wordpress")
@site_option
@click.argument("export", type=click.Path(dir_okay=False, path_type=Path))
@themes_options
@click.option(
    "--media",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A copy of the old site's folder of pictures, such as wp-content/uploads.",
)
@click.option("--fetch", is_flag=True, help="Get pictures from the old site itself.")
@click.option(
    "--also",
    type=click.Choice(ALSO),
    multiple=True,
    help="What was not for everybody comes only if you name it.",
)
@click.option("--type", "kinds", multiple=True, help="A further kind of posts to bring.")
@report_option
def wordpress_(
    site: Path,
    export: Path,
    themes: Path | None,
    no_themes: bool,
    media: Path | None,
    fetch: bool,
    also: tuple[str, ...],
    kinds: tuple[str, ...],
    report: Path | None,
) -> None:
    """Bring the posts of EXPORT, the file that WordPress makes under Tools, Export.

    Squarespace's export is of the same kind.
    """
    with told_of_import():
        check_is_outside(site, export)
        source = wordpress_source(export, also=also, kinds=kinds)
        if fetch and not source.hosts:
            raise CannotImportError(
                f"{export}: this does not say where the old site is, so nothing can be fetched",
                "copy its folder of pictures, and name that with --media",
            )
        chosen = chosen_themes(site, source, export.parent, themes, none=no_themes)
        ways = [in_folder(media)] if media else []
        if fetch:
            hosts = sorted(source.hosts)
            click.echo(f"pictures are fetched from {', '.join(hosts)}, and from nowhere else")
            ways.append(from_web(f"https://{hosts[0]}/", source.hosts, fetching()))
        if ways:
            source = replace(source, files=first_of(ways))
        choices = Choices(themes=chosen, unnamed=nobodys_name(site))
        report_to = report or default_report(export.parent, export.name)
        bring_and_tell(site, source, choices, export.name, report_to)
