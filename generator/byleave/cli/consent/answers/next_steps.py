"""What to do next, on a terminal: numbered, with commands that can be copied as they stand."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from byleave.cli.consent.lines import width, wrapped
from byleave.permission.afterwards.publishing import ChangedFiles, guessed_host, publishing


def step_lines(steps: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[str]:
    """Headings with numbers, and the lines below each."""
    for number, (heading, lines) in enumerate(steps, 1):
        yield ""
        yield click.style(f"{number}. {heading}", bold=True)
        yield from _lines(lines)


def publish_lines(site: Path, changed: ChangedFiles) -> Iterator[str]:
    """How what was `changed` gets onto the site."""
    yield ""
    yield "The site is as it was until you publish:"
    yield from _lines(publishing(guessed_host(site), changed))


def _lines(lines: Iterable[str]) -> Iterator[str]:
    columns = width()
    for line in lines:
        is_command = line.startswith(("git ", "byleave "))
        yield from [f"   {line}"] if is_command else wrapped(line, columns, 3)
