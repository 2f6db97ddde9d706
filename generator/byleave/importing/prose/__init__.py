"""Texts of other programs as Markdown of ours: nothing is lost in silence, and nothing is run."""

from byleave.importing.prose.literal import literal
from byleave.importing.prose.own_markdown import markdown_as_ours
from byleave.importing.prose.plain import plain_line
from byleave.importing.prose.surroundings import Surroundings
from byleave.importing.prose.written import Prose, html_as_markdown

__all__ = [
    "Prose",
    "Surroundings",
    "html_as_markdown",
    "literal",
    "markdown_as_ours",
    "plain_line",
]
