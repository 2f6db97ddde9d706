"""What begins something on the command line: `byleave new`."""

import click

from byleave.cli.groups import Group
from byleave.cli.new.person import person_
from byleave.cli.new.site import site_
from byleave.cli.new.story import event_, response_, story_
from byleave.cli.new.themes import theme_
from byleave.cli.new.word_template import word_template_


@click.group(cls=Group)
def new() -> None:
    """Begin a site, or a story, an event, a response, a theme or a person of one."""


new.add_command(site_)
new.add_command(story_)
new.add_command(event_)
new.add_command(response_)
new.add_command(theme_)
new.add_command(person_)
new.add_command(word_template_)
