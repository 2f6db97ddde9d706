"""Where this Byleave came from, so that a host can fetch the same: its address and its commit."""

import json
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

from msgspec import Struct

from byleave.git import answer

_PACKAGE = "byleave"
# https://packaging.python.org/specifications/direct-url/: what an installer notes.
_NOTED = "direct_url.json"


class Origin(Struct, frozen=True, kw_only=True):
    """A repository by its web address, and a commit in it."""

    address: str
    commit: str


def own_origin() -> Origin | None:
    """Where the installed Byleave is from; None where no other machine could fetch it there."""
    try:
        noted = distribution(_PACKAGE).read_text(_NOTED)
    except PackageNotFoundError:
        return None
    return origin_of(json.loads(noted)) if noted else None


def origin_of(noted: Mapping[str, Any]) -> Origin | None:
    """The origin that an installer has noted: a repository, or a checkout of one that was sent."""
    url = noted.get("url", "")
    commit = noted.get("vcs_info", {}).get("commit_id")
    if commit:
        return _fetchable(url, commit)
    if url.startswith("file://") and noted.get("dir_info", {}).get("editable"):
        return _of_checkout(Path(unquote(urlsplit(url).path)))
    return None


def _of_checkout(folder: Path) -> Origin | None:
    commit, remote = (
        _said(folder, "rev-parse", "HEAD"),
        _said(folder, "remote", "get-url", "origin"),
    )
    # What was never sent cannot be fetched.
    is_sent = bool(_said(folder, "branch", "--remotes", "--contains", "HEAD"))
    return _fetchable(remote, commit) if is_sent else None


def _said(folder: Path, *words: str) -> str:
    return (answer(folder, *words) or b"").decode("utf-8", "replace").strip()


def _fetchable(address: str, commit: str) -> Origin | None:
    """An origin without a name or a password of its owner's; None for anything but the web's."""
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname:
        return None
    bare = parts.netloc.rpartition("@")[2]
    plain = urlunsplit((parts.scheme, bare, parts.path, "", ""))
    return Origin(address=plain, commit=commit)
