"""What is wrong with a site that is about to be written; it changes nothing."""

from collections.abc import Collection, Iterator

from msgspec import Struct

from byleave.check.guarded import (
    GuardFindings,
    LookedThrough,
    guarded_files,
    guarded_words,
    is_clean,
    look_through,
    silenced,
)
from byleave.check.links import link_faults, loose_links, targets
from byleave.check.markup import markup_faults
from byleave.check.usual import is_usual
from byleave.diagnostics import Diagnostic, error
from byleave.model.output import OutputFile

__all__ = [
    "NOTHING_FOUND",
    "GuardFindings",
    "LookedThrough",
    "PageCheck",
    "check_file",
    "dead_links",
    "guarded_files",
    "guarded_words",
    "is_clean",
    "look_through",
    "loose_links",
    "silenced",
]

_MEND_TEMPLATE = "mend the template that made it"
_MEND_EITHER = "mend the template or the text that made it"


class PageCheck(Struct, frozen=True, kw_only=True):
    """What was found in one file, and the paths on the site to which it links."""

    findings: tuple[Diagnostic, ...] = ()
    linked: frozenset[str] = frozenset()


NOTHING_FOUND = PageCheck()


def check_file(file: OutputFile, base_path: str) -> PageCheck:
    """What is to be said of one file of a site below `base_path`, whatever else is on it."""
    if not isinstance(file.content, bytes) or not file.path.endswith(".html"):
        return NOTHING_FOUND
    usual = is_usual(file.content)
    faults = (
        error(file.path, code, message, _MEND_EITHER)
        for code, message in markup_faults(file.content, usual=usual)
    )
    linked = targets(file.content, file.path, base_path, usual=usual)
    return PageCheck(findings=tuple(faults), linked=linked)


def dead_links(path: str, linked: frozenset[str], there: Collection[str]) -> Iterator[Diagnostic]:
    """What is wrong with the links of the page at `path` to `linked`, where only `there` are."""
    for code, message in link_faults(linked, there):
        yield error(path, code, message, _MEND_TEMPLATE)
