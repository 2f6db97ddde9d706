"""How a site is built, and what is said of a build."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from byleave.diagnostics import Diagnostic
from byleave.model.output import WriteReport
from byleave.observing import Observer

# The folder in a site folder in which builds remember each other's work.
CACHE = ".byleave"


class BuildResult(Struct, frozen=True, kw_only=True):
    """What a build did. `written` is None where nothing was written.

    `withheld` counts stories by reason; `details` name paths and ids, for --verbose alone, and so
    do the lines of `lapsing`, one for each published voice whose permission ends soon. `disputed`
    counts the records that are stopped in one place and permitted in another, `unlisted` those that
    are not in the list of records.
    """

    published: int
    withheld: Mapping[str, int]
    withheld_voices: int
    details: tuple[str, ...]
    lapsing: tuple[str, ...]
    disputed: int
    unlisted: int
    diagnostics: tuple[Diagnostic, ...]
    written: WriteReport | None
    advice: tuple[Diagnostic, ...] = ()
    advised: int = 0

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.severity == "error" for finding in self.diagnostics)

    @property
    def exit_code(self) -> int:
        """0 done; 1 done, and something with an error is withheld; 3 nothing written."""
        if self.written is None:
            return 3
        return 1 if self.errors else 0


class BuildOptions(Struct, frozen=True, kw_only=True):
    """How a build differs from the usual one; each field is an option of `byleave build`.

    With `dry`, everything is done except writing. `guard_key` is the key to the site's guarded
    names, if it has some; without `guarded` they are not looked for, which no build that can
    become public may do. With `thorough`, nothing is recalled but everything looked at: so all
    that may not be remembered can be told, such as what is withheld.
    """

    base_url: str | None = None
    relative: bool = False
    strict: bool = False
    executor: str | None = None
    dry: bool = False
    guard_key: bytes | None = None
    guarded: bool = True
    thorough: bool = False


class BuildJob(Struct, frozen=True, kw_only=True):
    """One build: of which site, into which folder, for which moment, how, and watched by whom.

    `as_of` is aware, or in the site's time zone.
    """

    site: Path
    output: Path
    as_of: datetime
    options: BuildOptions
    observer: Observer
