"""Pictures of a group's own for Easy Read, in the place of those that Byleave draws."""

from collections.abc import Mapping
from pathlib import Path

FOLDER = "site_src/symbols"
_SUFFIXES = frozenset((".svg", ".png", ".jpg", ".jpeg"))


def own_symbols(site: Path) -> Mapping[str, str]:
    """The path of each picture in the folder of symbols of `site`, by what it stands for.

    That is its name: `stop.png` stands in the place of the drawing that is called stop. They are on
    papers alone, and never on the site.
    """
    folder = site / FOLDER
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return {
        one.stem: str(one) for one in found if one.is_file() and one.suffix.lower() in _SUFFIXES
    }
