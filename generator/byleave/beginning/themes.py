"""A new theme: what it is called, and what it is about."""

from collections.abc import Mapping
from pathlib import Path

from byleave.beginning.front_matter import Value, as_file
from byleave.beginning.writing import write_new
from byleave.model.addresses import slug

THEMES = "themes"


def write_theme(site: Path, title: str, also: tuple[str, ...], broader: str, text: str) -> str:
    """Write the file of a theme; its path below `site`.

    Raises TakenError where there is one of this name, OSError as the system does.
    """
    front: Mapping[str, Value] = {
        "title": title,
        **({"also_known_as": also} if also else {}),
        **({"broader": broader} if broader else {}),
    }
    path = f"{THEMES}/{slug(title)}.md"
    write_new(site / path, as_file(front, text).encode())
    return path
