"""`byleave new person`: somebody who is added to a story that there is."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

import click

from byleave.beginning.people import add_voice, ids_in
from byleave.beginning.stories import NewVoice
from byleave.cli.asking import BEGINNING, asked, asks_for_all, line, line_or_nothing, needed
from byleave.cli.consent.refusals import told_of_files
from byleave.cli.consent.typed_stories import story_path
from byleave.cli.endings import told_plainly
from byleave.cli.new.kinds import VOICE_ID, WORDS
from byleave.cli.new.people import IDENTITIES, PART, PeopleSoFar, known_part
from byleave.cli.new.written import tell_asking, tell_findings
from byleave.cli.options import site_option
from byleave.values import replace

_USUAL_PART = "quoted"


@click.command("person")
@site_option
@click.argument("story")
@click.argument("name", type=WORDS, required=False)
@click.option("--identity", type=click.Choice(IDENTITIES), help="What kind of name it is.")
@click.option("--part", type=PART, help=f"What they do in it; {_USUAL_PART}, if not given.")
@click.option("--role", type=WORDS, help="What they do in life, as far as it matters here.")
@click.option("--place", type=WORDS, help="Where they are from, as far as it matters here.")
@click.option(
    "--person", type=VOICE_ID, help="An id that says that it is the same person elsewhere."
)
@click.option(
    "--id", "id_", type=VOICE_ID, help="Their id in the story; made of NAME, if not given."
)
def person_(site: Path, story: str, name: str | None, **options: Any) -> None:
    """Add NAME, as readers know them, to STORY. They have not been asked yet."""
    with told_plainly(), told_of_files():
        path = story_path(story, site)
        taken = ids_in(site, path)
        voice = _asked(taken, name) if asks_for_all() else _told(taken, name, options)
        if voice.id in taken:
            raise click.BadParameter(
                f"{path} has a voice with the id {voice.id}", param_hint="--id"
            )
        add_voice(site, path, voice)
    click.echo(f"{path}: {voice.name} is in it as {voice.id}")
    tell_findings(site, [path])
    tell_asking(path, [voice])


def _asked(taken: Collection[str], name: str | None) -> NewVoice:
    click.echo(BEGINNING)
    called = name or line("What are they called, as readers see it?")
    part = asked(f"What does {called} do in it?", known_part, _USUAL_PART)
    voice = PeopleSoFar(taken).ask(called, part)
    role = line_or_nothing("What do they do in life, as far as it matters here? Or Enter.")
    return replace(voice, role=role)


def _told(taken: Collection[str], name: str | None, options: dict[str, Any]) -> NewVoice:
    if not name:
        raise needed("NAME", "what readers call them")
    if not options["identity"]:
        raise needed("--identity", f"what kind of name it is: {', '.join(IDENTITIES)}")
    more = {key: options[key] or "" for key in ("role", "place", "person")}
    part = options["part"] or _USUAL_PART
    voice = PeopleSoFar(taken).add(name, options["identity"], part, **more)
    return replace(voice, id=options["id_"] or voice.id)
