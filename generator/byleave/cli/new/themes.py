"""Themes of what is new; and `byleave new theme`."""

from collections.abc import Iterable
from pathlib import Path

import click

from byleave.beginning.themes import write_theme
from byleave.cli.asking import asked, asks_for_all, line, line_or_nothing, needed
from byleave.cli.new.kinds import WORDS
from byleave.cli.new.people import names
from byleave.cli.new.written import tell_findings, told_of_new_files
from byleave.cli.options import site_option
from byleave.editing.yaml_values import in_one_line
from byleave.pipeline.for_beginning import SiteThere, site_there
from byleave.suggestions import nearest


def known_themes(there: SiteThere, given: Iterable[str]) -> tuple[str, ...]:
    """`given`, if the site has each; raises click.BadParameter for the first that it has not."""
    found = tuple(given)
    for theme in found:
        if theme.casefold() not in there.theme_names:
            raise click.BadParameter(_unknown(there, theme), param_hint="--theme")
    return found


def asked_themes(there: SiteThere) -> tuple[str, ...]:
    """Themes, if the site has any to choose from."""
    if not there.themes:
        return ()

    def read(said: str) -> tuple[str, ...]:
        try:
            return known_themes(there, names(said))
        except click.BadParameter as fault:
            raise click.UsageError(fault.message) from None

    question = f"Themes? With commas, or Enter for none. ({', '.join(sorted(there.themes))})"
    return asked(question, read, "", show=False)


def _unknown(there: SiteThere, theme: str) -> str:
    meant = nearest(theme, there.theme_names)
    return f"{theme!r} is no theme here" + (f": did you mean {meant}?" if meant else "")


@click.command("theme")
@site_option
@click.argument("title", type=WORDS, required=False)
@click.option("--also", type=WORDS, multiple=True, help="What people call it, too.")
@click.option("--broader", type=WORDS, help="A theme of which it is a part.")
@click.option("--text", type=str, default="", help="What it is about, in a sentence or two.")
def theme_(
    site: Path, title: str | None, also: tuple[str, ...], broader: str | None, text: str
) -> None:
    """Begin a theme, called TITLE."""
    with told_of_new_files():
        there = site_there(site)
        asks = asks_for_all()
        if title is None and not asks:
            raise needed("TITLE", "what the theme is called")
        name = title or line("What is the theme called?")
        if asks:
            also = names(line_or_nothing("What do people call it, too? With commas, or Enter."))
            text = line_or_nothing("What is it about? A sentence or two, or Enter.")
        for one in (name, *also):
            if one.casefold() in there.theme_names:
                raise click.BadParameter(f"{one!r} is a theme already", param_hint="TITLE")
        known_themes(there, [broader] if broader else [])
        path = write_theme(site, name, also, broader or "", text)
    click.echo(f"{path}: a new theme; a story has it by `themes: {in_one_line((name,))}`")
    tell_findings(site, [path])
