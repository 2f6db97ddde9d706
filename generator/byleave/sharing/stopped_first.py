"""What stops permissions, sent alone and before all else: it waits for nobody's choice.

The list of records closes or holds a record in every file, so that it is enough to send what the
list says of those; one commit, with nothing else in it, is put upon what others have.
"""

import tempfile
from pathlib import Path

from msgspec import Struct

from byleave.git import did
from byleave.model.record_list import RECORDS_FILE, read_records
from byleave.permission.afterwards.publishing import MESSAGE
from byleave.sharing.stops import (
    is_known,
    list_at,
    stopped_aside,
    stopped_since,
    with_stopped,
)

_AGAIN = 3
_PLAIN_FILE = "100644"
_BRANCHES, _HERE = "refs/heads/", "refs/remotes/"
# Where a branch is put upon another, and its name is kept while that goes on.
_IN_THE_MIDDLE = ("rebase-merge/head-name", "rebase-apply/head-name")


class _Others(Struct, frozen=True, kw_only=True):
    """Where others have the site: a remote, its branch, and what is known of it here."""

    remote: str
    branch: str
    known_as: str


def send_what_stops(site: Path) -> bool:
    """Send who has left, said no or is held here; whether others have it now, and by this.

    Nothing on this computer is another afterwards, whatever state it is in.
    """
    others = _others(site)
    if others is None:
        return False
    for _ in range(_AGAIN):
        if did(site, "fetch", "--quiet", others.remote).code:
            return False
        text = _list_to_send(site, others)
        commit = _commit(site, others, text) if text else ""
        if not commit:
            return False
        if not did(site, "push", "--quiet", others.remote, f"{commit}:{others.branch}").code:
            return True
    return False


def _list_to_send(site: Path, others: _Others) -> str:
    """The list of the others with what is stopped here; "" where they have it already."""
    common = did(site, "merge-base", "HEAD", others.known_as).said.strip()
    theirs = list_at(site, others.known_as)
    found, text = read_records(theirs), theirs
    here = stopped_since(site, common or others.known_as)
    for line in (*here, *stopped_aside(site, others.known_as)):
        if not is_known(found, line):
            found = with_stopped(found, line)
            text += ("" if not text or text.endswith("\n") else "\n") + f"{line.as_text}\n"
    if text == theirs:
        return ""
    # A list of which not all can be read is never written anew: the most careful line counts.
    return text if found.unreadable or found.merged else found.as_text


def _commit(site: Path, others: _Others, text: str) -> str:
    """A commit upon what others have, in which the list is `text`; "" where none can be made."""
    with tempfile.TemporaryDirectory(prefix="byleave-") as folder:
        content, index = Path(folder) / "list", Path(folder) / "index"
        content.write_bytes(text.encode("utf-8", "surrogateescape"))
        before = did(site, "rev-parse", "--show-prefix").said.strip()
        blob = did(site, "hash-object", "-w", "--no-filters", str(content)).said.strip()
        if did(site, "read-tree", others.known_as, index=index).code:
            return ""
        file = f"{_PLAIN_FILE},{blob},{before}{RECORDS_FILE}"
        did(site, "update-index", "--add", "--cacheinfo", file, index=index)
        tree = did(site, "write-tree", index=index).said.strip()
    made = did(site, "commit-tree", tree, "-p", others.known_as, "-m", MESSAGE)
    return "" if made.code else made.said.strip()


def _others(site: Path) -> _Others | None:
    branch = _branch(site)
    remote, ref = (
        did(site, "config", f"branch.{branch}.{key}").said.strip() for key in ("remote", "merge")
    )
    if not branch or not ref.startswith(_BRANCHES):
        # What they go by, where this computer shows an older state.
        remote = "origin"
        said = did(site, "ls-remote", "--symref", remote, "HEAD").said
        ref = said.removeprefix("ref: ").partition("\t")[0] if said.startswith("ref: ") else ""
    if not ref.startswith(_BRANCHES):
        return None
    known_as = f"{_HERE}{remote}/{ref.removeprefix(_BRANCHES)}"
    return _Others(remote=remote, branch=ref, known_as=known_as)


def _branch(site: Path) -> str:
    """The branch that is worked on, also while it is put upon another."""
    if name := did(site, "symbolic-ref", "--quiet", "--short", "HEAD").said.strip():
        return name
    folder = Path(did(site, "rev-parse", "--absolute-git-dir").said.rstrip("\n"))
    for one in _IN_THE_MIDDLE:
        try:
            return (folder / one).read_text("utf-8").strip().removeprefix(_BRANCHES)
        except OSError:
            continue
    return ""
