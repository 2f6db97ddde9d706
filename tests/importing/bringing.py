"""Imports tried on a site: what is written, what is said, and what is public once people agreed."""

from functools import cache
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import TemporaryDirectory

from byleave.importing.bringing import Choices, bring
from byleave.importing.found import Source
from byleave.importing.report import Report
from byleave.importing.themes_table import Mapped
from tests.beginning.trying import a_site, files
from tests.cli.running import Said, build, run

_YES = (
    "consent: {{record: T-{number:04}, asked: 2020-01-01, given: 2020-01-02, by: self, "
    "uses: [web], until: 2039-01-01}}"
)


@cache
def _made() -> TemporaryDirectory[str]:
    """A site, made once for all tests of a process."""
    folder = TemporaryDirectory()
    site = a_site(Path(folder.name) / "site", "--no-pictures")
    (site / "stories/a-draft.md").unlink()
    rmtree(site / ".git", ignore_errors=True)
    return folder


def empty_site(folder: Path) -> Path:
    """A site without a story."""
    copytree(Path(_made().name) / "site", folder)
    return folder


def brought(site: Path, source: Source, themes: Mapped | None = None) -> Report:
    """What becomes of a source."""
    return bring(site, source, Choices(themes=themes or {}))


def imported(site: Path, *words: str | Path) -> Said:
    """What the command says."""
    kind, *more = words
    return run("import", kind, "--site", site, *more)


def text(site: Path, path: str) -> str:
    """A file of the site."""
    return (site / path).read_text("utf-8")


def stories(site: Path) -> list[str]:
    """The story files of a site."""
    return [path for path in files(site) if path.startswith("stories/") and path.endswith(".md")]


def agree(site: Path) -> None:
    """Let everybody say yes, as if they had been asked."""
    number = 0
    for path in stories(site):
        said = text(site, path)
        while "consent: {}" in said:
            number += 1
            said = said.replace("consent: {}", _YES.format(number=number), 1)
        (site / path).write_text(said, "utf-8")


def public(site: Path) -> dict[str, bytes]:
    """The site as it is built long afterwards, in which there is no error."""
    said = build(site, site.parent / "public", day="2036-01-01")
    assert said.code == 0, said.all
    return files(site.parent / "public")
