"""Where in a build the names that must never appear are looked for."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from byleave.cache import digest, to_bytes
from byleave.check import (
    GuardFindings,
    LookedThroughFiles,
    guarded_files,
    guarded_words,
    silenced,
)
from byleave.diagnostics import Diagnostic, SiteError, error
from byleave.model.guard import GUARD_FILE
from byleave.model.output import PublishedOutput
from byleave.model.published import PublishedSet
from byleave.model.site_plan import SitePlan
from byleave.pipeline.options import BuildOptions
from byleave.read import read_guard
from byleave.text_in_files.guarded_names import GuardSearch


class GuardedError(Exception):
    """Guarded names are in stories; `faults` says in which."""

    def __init__(self, faults: tuple[Diagnostic, ...]) -> None:
        """Keep what was found, one finding for each story."""
        self.faults = faults
        super().__init__(f"{len(faults)} stories")


class Guarding:
    """Looks for guarded names, where the site has some.

    What is found in stories raises GuardedError, and anywhere else SiteError.
    """

    def __init__(self, site: Path, options: BuildOptions) -> None:
        """Read the guard of `site`; raises SiteError where the key to it is not there."""
        guard = read_guard(site) if options.guarded else None
        self.search: GuardSearch | None = None
        # What was looked through for other names, or by another key, was not looked through.
        self.digest = digest(to_bytes(guard), options.guard_key or b"")
        if guard is None:
            return
        try:
            self.search = GuardSearch(guard, options.guard_key or b"")
        except ValueError:
            message = "this site has guarded names, and the key to them is not here"
            do = "set BYLEAVE_GUARD_KEY, or type the key in: byleave consent guard key --enter"
            raise SiteError([error(GUARD_FILE, "guard-key", message, do)]) from None

    def words(self, published: PublishedSet) -> tuple[Diagnostic, ...]:
        """Look through the words of what may be published; the warnings."""
        found = guarded_words(published, self.search) if self.search else GuardFindings()
        if found.elsewhere:
            raise SiteError([*found.elsewhere, *found.stories])
        if found.stories:
            raise GuardedError(found.stories)
        return found.warnings

    def files(
        self,
        published: PublishedSet,
        plan: SitePlan,
        output: PublishedOutput,
        looked: Mapping[str, LookedThroughFiles],
    ) -> GuardFindings:
        """Look through every byte that is about to be published; what does not stop anything.

        `looked` is what was found in those files that were looked through already.
        """
        if self.search is None:
            return GuardFindings()
        found = guarded_files(published, plan, output, looked, self.search)
        if found.stories:
            raise GuardedError(found.stories)
        if found.elsewhere:
            raise SiteError(found.elsewhere)
        return found

    def silenced(self, findings: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
        """The findings, which a log may keep, without guarded names."""
        return silenced(findings, self.search) if self.search else findings
