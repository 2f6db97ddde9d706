"""What begins something on the command line: `byleave new`."""

import click

from byleave.cli.groups import Commands, Group

_COMMANDS = {
    "site": (
        "byleave.cli.new.site",
        "site_",
        "Begin a site in FOLDER: settings, a page, a first story, and what a host needs.",
    ),
    "story": ("byleave.cli.new.story", "story_", "Begin a story, called TITLE."),
    "event": (
        "byleave.cli.new.story",
        "event_",
        "Begin an event, called TITLE: when, where, and what happens at it.",
    ),
    "response": (
        "byleave.cli.new.story",
        "response_",
        "Begin a response to STORY, by somebody who has not been asked yet.",
    ),
    "theme": ("byleave.cli.new.themes", "theme_", "Begin a theme, called TITLE."),
    "person": ("byleave.cli.new.person", "person_", "Add NAME, as readers know them, to STORY."),
    "word-template": (
        "byleave.cli.new.word_template",
        "word_template_",
        "Make a Word document for people to fill in, as FILE: title, date, who speaks where.",
    ),
}


@click.group(cls=Group, commands=Commands(_COMMANDS))
def new() -> None:
    """Begin a site, or a story, an event, a response, a theme or a person of one."""
