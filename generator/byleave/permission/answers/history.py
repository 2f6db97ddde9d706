"""Earlier versions of a story file, as git keeps them on this machine; nothing is fetched."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

_MOST_VERSIONS = 300
# What the repository or the user have set up must not start other programs or reach a network.
_QUIETLY = ("-c", "log.showSignature=false", "-c", "core.fsmonitor=false", "--no-pager")
_ALONE = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}


def versions(site: Path, path: str) -> Iterator[str]:
    """The texts of the file at `path` below `site`, newest first; none where there is no git.

    A file that was renamed is followed. Versions that are no text are passed by.
    """
    for blob, _ in _log(site, path):
        content = _git(site, "cat-file", "blob", blob)
        if content is not None:
            yield content.decode("utf-8", "replace")


def names_of(site: Path, path: str) -> tuple[str, ...]:
    """Every path from the root of the repository at which the file was kept, today's first."""
    return tuple(dict.fromkeys(name for _, name in _log(site, path)))


def is_kept(site: Path) -> bool:
    """Whether the site folder is in a repository of git."""
    return _git(site, "rev-parse", "--git-dir") is not None


def _log(site: Path, path: str) -> Iterator[tuple[str, str]]:
    """The id of each version and the path it had."""
    what = ("log", "--format=", "--raw", "--no-abbrev", "--follow", "-z", f"-n{_MOST_VERSIONS}")
    said = _git(site, *what, "--", path)
    parts = (said or b"").decode("utf-8", "surrogateescape").split("\0")
    for number, part in enumerate(parts):
        facts = part.strip().split(" ")
        if part.strip().startswith(":") and len(facts) == 5 and facts[4] != "D":
            # A renamed file is told of with its old path and its new one.
            name = parts[number + (2 if facts[4][:1] in "RC" else 1)]
            yield facts[3], name


def _git(site: Path, *words: str) -> bytes | None:
    """What git says, or None where there is no git, no repository or no such thing."""
    git = shutil.which("git")
    if git is None:
        return None
    command = [git, *_QUIETLY, "-C", str(site), *words]
    environment = os.environ | _ALONE
    done = subprocess.run(  # noqa: S603 - our own words, and paths after `--`
        command, env=environment, capture_output=True, check=False
    )
    return done.stdout if done.returncode == 0 else None
