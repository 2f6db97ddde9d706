"""Files of a story of which nobody has said yet who is in them: an editor is told, once a story."""

from collections.abc import Iterator

from byleave.diagnostics import Diagnostic, warning
from byleave.model.source import FrontMatter
from byleave.positions import Positions


def not_known_yet(front: FrontMatter, path: str, positions: Positions) -> Iterator[Diagnostic]:
    """A warning for all such files together; they are left out, and nothing else is."""
    found = [name for name, media in front.media.items() if not media.is_known]
    if not found:
        return
    several = f"{len(found)} files are left out" if len(found) > 1 else "this file is left out"
    do = "write under `shows` who is in it, or nobody; and of a picture under `alt` what it shows"
    at = positions.at("media", found[0], "shows")
    yield warning(path, "shows-not-known", f"{several} until somebody says who is in it", do, at)
