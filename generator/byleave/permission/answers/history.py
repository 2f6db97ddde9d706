"""Earlier versions of a story file, as git keeps them on this machine; nothing is fetched."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from byleave.git import answer, spelt

_MOST_VERSIONS = 300


def versions(site: Path, path: str, *, everywhere: bool = False) -> Iterator[str]:
    """The texts of the file at `path` below `site`, newest first; none where there is no git.

    A file that was renamed is followed. Versions that are no text are passed by. Those are of
    today's branch, or `everywhere` of all.
    """
    for blob, _ in _log(site, path, *(("--all",) if everywhere else ())):
        content = answer(site, "cat-file", "blob", blob)
        if content is not None:
            yield content.decode("utf-8", "replace")


def names_of(site: Path, path: str) -> tuple[str, ...]:
    """Every path from the root of the repository at which a branch has kept it, today's first."""
    found = (name for branches in ((), ("--all",)) for _, name in _log(site, path, *branches))
    return tuple(dict.fromkeys(found))


def ever_kept(site: Path, folders: Iterable[str]) -> tuple[str, ...]:
    """Those of `folders`, below `site`, of which a branch has kept something, as git calls them."""
    before = (answer(site, "rev-parse", "--show-prefix") or b"").decode("utf-8", "surrogateescape")
    what = ("log", "--all", "-n1", "--format=%H", "--")
    return tuple(f"{before.strip()}{one}/" for one in folders if answer(site, *what, spelt(one)))


def is_there(site: Path, folder: str) -> bool:
    """Whether git has something of `folder`, below `site`, today."""
    return bool(answer(site, "ls-files", "--", spelt(folder)))


def is_kept(site: Path) -> bool:
    """Whether the site folder is in a repository of git."""
    return answer(site, "rev-parse", "--git-dir") is not None


def _log(site: Path, path: str, *branches: str) -> Iterator[tuple[str, str]]:
    """The id of each version and the path it had."""
    what = ("log", "--format=", "--raw", "--no-abbrev", "--follow", "-z", f"-n{_MOST_VERSIONS}")
    said = answer(site, *what, *branches, "--", spelt(path))
    parts = (said or b"").decode("utf-8", "surrogateescape").split("\0")
    for number, part in enumerate(parts):
        facts = part.strip().split(" ")
        if part.strip().startswith(":") and len(facts) == 5 and facts[4] != "D":
            # A renamed file is told of with its old path and its new one.
            name = parts[number + (2 if facts[4][:1] in "RC" else 1)]
            yield facts[3], name
