"""Pictures of what is new: read where they lie, and copied without what a camera wrote."""

from collections.abc import Iterable
from pathlib import Path

import click

from byleave.beginning.pictures import NoPictureError, beside_story, picture_name
from byleave.beginning.stories import NewPicture
from byleave.cli.asking import asked, line
from byleave.cli.new.kinds import WORDS
from byleave.cli.new.people import PeopleSoFar
from byleave.editing.story_files import reason

picture_option = click.option(
    "--picture",
    "pictures",
    type=(click.Path(path_type=Path), WORDS, WORDS),
    multiple=True,
    metavar="FILE WORDS WHO",
    help="A picture, what it shows, and who is in it: names with commas, or nobody.",
)


def told_pictures(
    given: Iterable[tuple[Path, str, str]], cast: PeopleSoFar
) -> tuple[NewPicture, ...]:
    """The pictures that the option names; raises click.BadParameter."""
    found = []
    for number, (file, alt, who) in enumerate(given, 1):
        try:
            content = _content(file)
        except click.UsageError as fault:
            raise click.BadParameter(f"{file}: {fault.message}", param_hint="--picture") from None
        shows = cast.ids(who, "--picture")
        name = picture_name(number, file.suffix)
        found.append(NewPicture(name=name, content=content, alt=alt, shows=shows))
    return tuple(found)


def asked_pictures(cast: PeopleSoFar) -> tuple[NewPicture, ...]:
    """Pictures, asked one by one until there is none more."""
    found: list[NewPicture] = []
    while True:
        question = "A picture? Where it lies on this computer, or Enter for none."
        read = asked(question, _file, "", show=False)
        if read is None:
            return tuple(found)
        suffix, content = read
        alt = line("What does it show, for somebody who cannot see it?")
        shows = cast.ask_names(
            "Who can be seen in it? Names with commas, or Enter for nobody.", "pictured"
        )
        name = picture_name(len(found) + 1, suffix)
        found.append(NewPicture(name=name, content=content, alt=alt, shows=shows))


def _file(said: str) -> tuple[str, bytes] | None:
    # A file that is dropped on a terminal comes in quotes.
    typed = said.strip().strip("'\"")
    if not typed:
        return None
    file = Path(typed).expanduser()
    return file.suffix, _content(file)


def _content(file: Path) -> bytes:
    try:
        return beside_story(file.read_bytes(), file.suffix)
    except OSError as fault:
        raise click.UsageError(reason(fault)) from None
    except NoPictureError as fault:
        raise click.UsageError(str(fault)) from None
