"""What is wrong with a site that is about to be written; it changes nothing."""

from collections.abc import Iterable

from byleave.check.guarded import GuardFindings, guarded_files, guarded_words, silenced
from byleave.check.links import links_to_nothing, loose_links
from byleave.check.markup import markup_faults
from byleave.diagnostics import Diagnostic
from byleave.model.output import PublishedOutput
from byleave.model.site import SitePlan

__all__ = [
    "GuardFindings",
    "check_site",
    "guarded_files",
    "guarded_words",
    "loose_links",
    "silenced",
]


def check_site(plan: SitePlan, output: PublishedOutput, base_path: str) -> Iterable[Diagnostic]:
    """Every finding about the pages of `plan`, rendered as `output` below `base_path`."""
    yield from loose_links(plan)
    yield from links_to_nothing(output, base_path)
    yield from markup_faults(output)
