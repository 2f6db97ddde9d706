"""Small sites at the gate: what is read of them, and what passes."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from byleave.gate import GateReport, admit, rehearse
from byleave.model.published import PublishedSet, Rehearsal, Story
from byleave.model.source import SourceTree
from byleave.values import field_names
from tests.read.folders import read

NOON = datetime(2026, 6, 1, 12)  # noqa: DTZ001 - a moment in the site's own time zone
Files = Mapping[str, str | bytes]


def tree(folder: Path, files: Files) -> SourceTree:
    """What is read of a site folder with these files, none of which has a fault."""
    result = read(folder, files)
    assert result.findings == ()
    return result.tree


def passed(folder: Path, files: Files, when: datetime = NOON) -> tuple[PublishedSet, GateReport]:
    """What passes the gate at `when`, and what is said about the rest."""
    return admit(tree(folder, files), when)


def rehearsed(folder: Path, files: Files, when: datetime = NOON) -> Rehearsal:
    """What an editor sees."""
    return rehearse(tree(folder, files), when)


def names(published: PublishedSet) -> list[str]:
    """The file names of the stories that passed, in alphabetical order."""
    return sorted(
        one.path.removeprefix("stories/").removesuffix(".md") for one in published.stories
    )


def the_story(published: PublishedSet | Rehearsal, name: str) -> Story:
    """One of the stories that passed."""
    (found,) = (one for one in published.stories if one.path == f"stories/{name}.md")
    return found


def texts_in(value: Any) -> list[str]:
    """Every text anywhere inside a value: fields, keys and items, to any depth."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [text for pair in value.items() for text in texts_in(pair)]
    if isinstance(value, tuple | list | set | frozenset):
        return [text for one in value for text in texts_in(one)]
    return [text for name in field_names(value) for text in texts_in(getattr(value, name))]
