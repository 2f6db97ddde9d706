"""`byleave schema`: what the programs of editors need to know of front matter and settings."""

import click

from byleave.cli.reporting import as_json
from byleave.cli.streams import tell_programs
from byleave.pipeline.for_beginning import SCHEMAS, SchemaOf
from byleave.pipeline.for_beginning import schema as schema_of


@click.command("schema")
@click.argument("kind", type=click.Choice(SCHEMAS), default="story")
def schema(kind: SchemaOf) -> None:
    """Print the JSON Schema of the front matter of a story, a theme or a page, or of settings."""
    tell_programs(as_json(schema_of(kind)))
