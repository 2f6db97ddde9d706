"""Where a site is brought to: a folder on a server, or one of this machine that a server shows."""

import re

from msgspec import Struct

_HOST = r"(?:[A-Za-z0-9_][\w.-]*@)?(?:[A-Za-z0-9_][\w.-]*|\[[0-9A-Fa-f:.]+\])"
_TARGET = re.compile(rf"(?:(?P<host>{_HOST}):)?(?P<folder>.+)")
# Of these nobody means that a site is all that is in them.
_NO_FOLDERS = frozenset(("", ".", "~"))


class NoTargetError(ValueError):
    """What was said is no place to bring a site to; the message says why."""


class DeliveryError(Exception):
    """What keeps a site from being brought to a server; the message says it, and what to do."""


class Target(Struct, frozen=True, kw_only=True):
    """A folder at `host`, which may begin with the name of a user, or on this machine for None."""

    host: str | None
    folder: str

    @property
    def spelt(self) -> str:
        """The folder as rsync calls it, with all that is in it."""
        return f"{self.host}:{self.folder}/" if self.host else f"{self.folder}/"

    @property
    def shown(self) -> str:
        """The folder as a person calls it."""
        return self.spelt.rstrip("/")


def target_of(said: str) -> Target:
    """The target that somebody wrote as USER@HOST:FOLDER, or /FOLDER; raises NoTargetError."""
    found = _TARGET.fullmatch(said.strip())
    if not found or not said.isprintable() or "://" in said:
        raise NoTargetError("write it like voices@server.example.org:/var/www/voices")
    host, folder = found["host"], found["folder"].rstrip("/")
    if host is None and not folder.startswith("/"):
        raise NoTargetError("a folder of this machine begins with /, and a server ends with :")
    if folder in _NO_FOLDERS or ".." in folder.split("/") or folder.startswith(("-", ":")):
        raise NoTargetError("name the folder in which the site is, and in which nothing else is")
    return Target(host=host, folder=folder)
