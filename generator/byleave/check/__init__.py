"""What is wrong with a site that is about to be written; it changes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass

from byleave.check.guarded import GuardFindings, guarded_files, guarded_words, silenced
from byleave.check.links import link_faults, loose_links, targets
from byleave.check.markup import markup_faults
from byleave.check.usual import is_usual
from byleave.diagnostics import Diagnostic, error
from byleave.model.output import PublishedOutput
from byleave.model.site import SitePlan

__all__ = [
    "GuardFindings",
    "SiteCheck",
    "check_site",
    "guarded_files",
    "guarded_words",
    "loose_links",
    "silenced",
]

_DO = {"dead-link": "mend the template that made it"}
_USUAL_DO = "mend the template or the text that made it"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCheck:
    """What was found; `sound` has, for each page without a fault, the paths that it links to."""

    findings: tuple[Diagnostic, ...]
    sound: Mapping[str, frozenset[str]]


def check_site(plan: SitePlan, output: PublishedOutput, base_path: str) -> SiteCheck:
    """What is to be said of the pages of `plan`, rendered as `output` below `base_path`.

    Pages that are kept from an earlier build were found sound then, and are not looked at.
    """
    paths = {file.path for file in output.files}
    findings = list(loose_links(plan))
    sound: dict[str, frozenset[str]] = {}
    for file in output.files:
        if not isinstance(file.content, bytes):
            continue
        linked, faults = frozenset[str](), list[tuple[str, str]]()
        if file.path.endswith(".html"):
            usual = is_usual(file.content)
            linked = targets(file.content, file.path, base_path, usual=usual)
            faults += link_faults(linked, paths)
            faults += markup_faults(file.content, usual=usual)
        findings += (
            error(file.path, code, message, _DO.get(code, _USUAL_DO)) for code, message in faults
        )
        if not faults:
            sound[file.path] = linked
    return SiteCheck(findings=tuple(findings), sound=sound)
