"""What brings in what a group already has, on the command line: `byleave import`."""

import click

from byleave.cli.groups import Commands, Group

_COMMANDS = {
    "word": (
        "byleave.cli.importing.word",
        "word_",
        "Bring DOCUMENTS, Word files or folders of them, each as a story.",
    ),
    "wordpress": (
        "byleave.cli.importing.wordpress",
        "wordpress_",
        "Bring the posts of EXPORT, the file that WordPress makes under Tools, Export.",
    ),
    "markdown": (
        "byleave.cli.importing.markdown",
        "markdown_",
        "Bring the texts of FOLDER with their pictures: "
        "a site of Hugo's or Jekyll's, or any other.",
    ),
}


@click.group("import", cls=Group, commands=Commands(_COMMANDS))
def import_() -> None:
    """Bring in stories from Word, WordPress or a folder of Markdown. Nobody is asked by it.

    All that comes waits until you have asked whoever is in it.
    """
