"""Beginnings tried on folders: what is there afterwards, and somebody who answers questions."""

from pathlib import Path
from typing import Any

import yaml

from tests.cli.running import Said, build, run

TOLD = ("--name", "Voices of Tanner Street", "--person", "Ruth", "--telephone", "01632 960199")
FETCHED = ("--byleave", "https://code.example.org/byleave.git@0123abc")


def new_site(folder: Path, *more: str) -> Said:
    """A site that is begun with options alone."""
    return run("new", "site", folder, *TOLD, "--timezone", "Europe/London", *more)


def a_site(folder: Path, *more: str) -> Path:
    """The folder of a site that was begun so."""
    said = new_site(folder, *more)
    assert said.code == 0, said.all
    return folder


def new(site: Path, *words: str | Path, said: str = "") -> Said:
    """What else is begun in `site`."""
    kind, *more = words
    return run("new", kind, "--site", site, *more, said=said)


def begun(site: Path, *words: str | Path, said: str = "") -> str:
    """The text of the one file that a beginning leaves, which nothing is wrong with."""
    before = files(site)
    found = new(site, *words, said=said)
    assert (found.code, found.err) == (0, ""), found.all
    (path,) = (path for path in files(site) if path not in before and path.endswith(".md"))
    return (site / path).read_text("utf-8")


def files(folder: Path) -> dict[str, bytes]:
    """All files of a folder but git's own, with what they hold."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }


def front(text: str) -> Any:
    """The front matter of a file, as another reader of YAML has it."""
    return yaml.load(text.split("---\n")[1], Loader=yaml.BaseLoader)  # noqa: S506 - text alone


def built(site: Path) -> str:
    """What a build says, long after everything is due."""
    said = build(site, site.parent / "public", "--strict", day="2036-01-01")
    assert (said.code, said.err) == (0, ""), said.all
    return said.out
