"""What brings in what a group already has, on the command line: `byleave import`."""

import click

from byleave.cli.groups import Group
from byleave.cli.importing.markdown import markdown_
from byleave.cli.importing.word import word_
from byleave.cli.importing.wordpress import wordpress_


@click.group("import", cls=Group)
def import_() -> None:
    """Bring in stories from Word, WordPress or a folder of Markdown. Nobody is asked by it.

    All that comes waits until you have asked whoever is in it.
    """


import_.add_command(word_)
import_.add_command(wordpress_)
import_.add_command(markdown_)
