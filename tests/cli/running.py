"""The command line as people meet it, run in this process."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from byleave.cli import main

DAY = "2026-06-01"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        """Everything, as it stands on a terminal."""
        return self.out + self.err


def run(
    *arguments: str | Path,
    env: Mapping[str, str] | None = None,
    colour: bool = False,
    said: str = "",
) -> Said:
    """Run `byleave` with these arguments; a fault of ours is raised as it is.

    `said` is what somebody answers to its questions.
    """
    words = list(map(str, arguments))
    result = CliRunner().invoke(main, words, said, env=env, color=colour, prog_name="byleave")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Said(code=result.exit_code, out=result.stdout, err=result.stderr)


def build(site: Path, output: Path, *arguments: str, day: str = DAY) -> Said:
    """Build a site folder on a day that never changes, in this process alone."""
    given = ("--site", site, "--output", output, "--as-of", day, "--executor", "serial")
    return run("build", *given, *arguments)
