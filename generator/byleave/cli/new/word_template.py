"""`byleave new word-template`: a document for whoever writes in Word."""

from pathlib import Path

import click

from byleave.beginning.writing import write_new
from byleave.cli.new.written import told_of_new_files
from byleave.cli.options import site_option
from byleave.importing.word import word_template
from byleave.pipeline.for_beginning import read_settings, said_in


@click.command("word-template")
@site_option
@click.argument(
    "file", type=click.Path(dir_okay=False, path_type=Path), default=Path("story-template.docx")
)
def word_template_(site: Path, file: Path) -> None:
    """Make a Word document for people to fill in, as FILE: title, date, who speaks where."""
    with told_of_new_files():
        language = read_settings(site).language
        write_new(file, word_template(said_in(language), language))
    click.echo(f"{file}: give it to whoever writes in Word. When it comes back, type:")
    click.echo("  byleave import word FILE")
