"""What is wrong with a site that is about to be written; it changes nothing."""

from collections.abc import Iterable

from byleave.check.links import links_to_nothing, loose_links
from byleave.check.markup import markup_faults
from byleave.diagnostics import Diagnostic
from byleave.model.output import PublishedOutput
from byleave.model.site import SitePlan

__all__ = ["check_site", "loose_links"]


def check_site(plan: SitePlan, output: PublishedOutput, base_path: str) -> Iterable[Diagnostic]:
    """Every finding about the pages of `plan`, rendered as `output` below `base_path`."""
    yield from loose_links(plan)
    yield from links_to_nothing(output, base_path)
    yield from markup_faults(output)
