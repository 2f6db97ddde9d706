"""What front matter says and no reader gets: told, so that nobody takes it for public."""

from collections.abc import Iterator

from byleave.diagnostics import Diagnostic, warning
from byleave.model.source import FrontMatter
from byleave.positions import Positions


def unshown(front: FrontMatter, path: str, positions: Positions) -> Iterator[Diagnostic]:
    """Warnings about what another key of `front` keeps from readers, or its absence."""
    event = front.event
    asked = positions.exactly(("event", "join_public"))
    if event and event.join and asked is None:
        message = "readers do not get this link: nothing says that it is for everybody"
        do = "write `join_public: yes` if it is, or `join_public: no` if it is not"
        yield warning(path, "join-hidden", message, do, positions.at("event", "join"))
    for name, media in front.media.items():
        if media.decorative and media.alt:
            message = "nobody is read these words: the picture is said to be decorative"
            do = "take out `decorative:` if it shows something, or else `alt:`"
            yield warning(path, "alt-unread", message, do, positions.at("media", name, "alt"))
