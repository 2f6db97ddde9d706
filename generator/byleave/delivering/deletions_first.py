"""Bringing a built site to a server: deletions first, then changed files, then new ones.

The folder on the server holds the file by which Byleave knows an output folder as its own, as the
one on this machine does. Only what that file knows is ever deleted there.
"""

import re
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from msgspec import Struct

from byleave.delivering.rsync import Done, Listed, Rsync
from byleave.delivering.target import DeliveryError, Target
from byleave.model.addresses import is_among_pages
from byleave.model.output import MARKER
from byleave.pipeline.for_delivery import is_marker, known_to

_DELETED = "*deleting"
_SENT = ("<f", ">f")
_DELETE = ("--recursive", "--delete", "--existing", "--ignore-existing", "--from0")
_CHANGE = ("--recursive", "--checksum", "--existing")
_ADD = ("--recursive", "--checksum", "--ignore-existing")
_DRY = "--dry-run"
# What rsync calls a file until it is whole; one that was stopped by force leaves it. Its six signs
# are drawn by chance: six small letters are one in two hundred, and rather somebody's word.
_HALF = re.compile(r"(.*/|)\.([^/]+)\.(?=[a-z]*[A-Z0-9])[A-Za-z0-9]{6}")
_PAGE = "index.html"
_WILD = re.compile(r"[*?\[]")


class Delivered(Struct, frozen=True, kw_only=True):
    """What was done at the server, or would be: the paths of files.

    `left` are those that stay where only Byleave's pages are, though it did not bring them there:
    of an older site, put back by somebody.
    """

    deleted: tuple[str, ...]
    changed: tuple[str, ...]
    new: tuple[str, ...]
    left: tuple[str, ...] = ()


def deliver(
    output: Path, wanted: frozenset[str], target: Target, rsync: Rsync, *, dry: bool
) -> Delivered:
    """Make the target equal to the folder `output`, with its files `wanted`; nothing with `dry`.

    Raises DeliveryError: where the target holds what Byleave did not bring there nothing is done,
    and where a deletion fails nothing new is added.
    """
    there = rsync.listed()
    kept = _foreign(target, rsync, there, wanted)
    source, only = f"{output}/", (_DRY,) if dry else ()
    deleted: tuple[Done, ...] = ()
    try:
        if there.is_there:
            deleted = _delete(rsync, source, kept, only)
    except DeliveryError:
        # What somebody took back may stand in changed pages too.
        rsync.send(source, *only, *_CHANGE, f"--exclude=/{MARKER}")
        raise
    if not dry:
        # From now on what is new is known as ours, also where somebody stops this.
        rsync.send(str(output / MARKER), "--checksum")
    changed = rsync.send(source, *only, *_CHANGE) if there.is_there else ()
    new = rsync.send(source, *only, *_ADD)
    return Delivered(
        deleted=tuple(one.path for one in deleted if one.what.startswith(_DELETED)),
        changed=_sent(changed),
        new=_sent(new),
        left=tuple(sorted(one for one in kept if is_among_pages(one) and not one.endswith("/"))),
    )


def _sent(done: Iterable[Done]) -> tuple[str, ...]:
    return tuple(one.path for one in done if one.what.startswith(_SENT) and one.path != MARKER)


def _delete(
    rsync: Rsync, source: str, kept: Iterable[str], only: tuple[str, ...]
) -> tuple[Done, ...]:
    with tempfile.TemporaryDirectory(prefix="byleave-") as folder:
        rules = Path(folder) / "kept"
        rules.write_bytes(b"".join(map(_rule, sorted(kept))))
        return rsync.send(source, *only, *_DELETE, f"--filter=merge {rules}")


def _foreign(target: Target, rsync: Rsync, there: Listed, wanted: frozenset[str]) -> frozenset[str]:
    """What stays in the target as it is, since it is not ours; folders end with a slash.

    Raises DeliveryError.
    """
    marker = rsync.content(MARKER) if MARKER in there.files else b""
    if there.files and not is_marker(marker):
        raise DeliveryError(
            f"there are files in {target.shown} that Byleave did not bring there: name an empty "
            "folder, or one that does not exist yet"
        )
    ours = frozenset((MARKER, *known_to(marker, there.files)))
    foreign = there.files - ours
    folders = there.folders - _with_ours(marker, there, ours | wanted)
    if taken := sorted((foreign | folders) & wanted):
        raise DeliveryError(
            f"{target.shown}/{taken[0]} is not from Byleave, and the site has a file of this name: "
            "take it away on the server, or give the one in the site another name"
        )
    files = (path for path in foreign if not _is_half(path, ours | wanted))
    return frozenset((*files, *(f"{folder}/" for folder in folders)))


def _with_ours(marker: bytes, there: Listed, ours: frozenset[str]) -> frozenset[str]:
    """The folders in which something of ours lies, or lay until somebody stopped this."""
    pages = known_to(marker, (f"{folder}/{_PAGE}" for folder in there.folders))
    return frozenset(
        str(above) for path in (*ours, *pages) for above in PurePosixPath(path).parents
    )


def _is_half(path: str, known: frozenset[str]) -> bool:
    found = _HALF.fullmatch(path)
    return found is not None and f"{found[1]}{found[2]}" in known


def _rule(path: str) -> bytes:
    """The rule by which rsync does not delete what is at `path`."""
    plain = re.sub(r"[\\*?\[]", r"\\\g<0>", path) if _WILD.search(path) else path
    return f"protect /{plain}\0".encode("utf-8", "surrogateescape")
