"""Old addresses of a story: whether a page can stand there that leads to the new one."""

from collections.abc import Iterator

from byleave.diagnostics import Diagnostic, error
from byleave.model.addresses import file_path, is_reserved, is_too_long, page_address
from byleave.model.source import FrontMatter, SourceStory
from byleave.positions import Positions
from byleave.read.found_files import can_be_shown

MOST_ALIASES = 1000  # of one story
# Not in the name of a file on every system, or not part of an address's path.
_NOT_IN_A_NAME = frozenset('\\:*?"<>|%#')


def alias_faults(front: FrontMatter, path: str, positions: Positions) -> Iterator[Diagnostic]:
    """The old addresses at which no page can stand."""
    if len(front.aliases) > MOST_ALIASES:
        message = f"there are more than {MOST_ALIASES:,} old addresses, each a page of its own"
        at = positions.at("aliases", MOST_ALIASES)
        yield error(path, "too-many-aliases", message, "keep those that links lead to", at)
        return
    for number, alias in enumerate(front.aliases):
        if fault := _fault(alias):
            yield error(path, "alias", *fault, positions.at("aliases", number))


def _fault(alias: str) -> tuple[str, str] | None:
    """Why no page can stand at an old address, and what to do; None where one can."""
    parts = _parts(alias)
    if not all(map(_can_be_a_name, parts)) or is_too_long(alias):
        do = "write it like /old/address/, in letters, digits and hyphens"
        return "no page can have this address", do
    if is_reserved(parts):
        return "pages of Byleave's own have this address", "take it out"
    return None


def at_files(story: SourceStory, root: frozenset[str]) -> Iterator[Diagnostic]:
    """The old addresses of `story` at which there is a file of the group, by its path in `root`."""
    for number, alias in enumerate(story.front.aliases):
        parts = _parts(alias)
        folders = {"/".join(parts[:length]) for length in range(1, len(parts) + 1)}
        page = file_path(page_address(alias))
        if folders & root or any(f"{path}/".startswith(f"{page}/") for path in root):
            at = story.positions.at("aliases", number)
            message = "a file in site_src/root/ has this address"
            yield error(story.path, "alias", message, "take one of the two out", at)


def _parts(alias: str) -> list[str]:
    """The names that make up an address, as written, but without a page's own file at its end."""
    parts = alias.strip("/").split("/")
    return parts[:-1] or [""] if parts[-1] == "index.html" else parts


def _can_be_a_name(part: str) -> bool:
    return can_be_shown(part) and part not in ("", ".", "..") and not _NOT_IN_A_NAME & set(part)
