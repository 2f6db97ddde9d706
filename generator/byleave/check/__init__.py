"""What is wrong with a site that is about to be written; it changes nothing."""

from collections.abc import Collection, Iterator

from msgspec import Struct

from byleave.check.accessibility import addresses_in, has_each_id_once, markup_faults, parsed
from byleave.check.guarded_names import (
    GuardFindings,
    LookedThroughFiles,
    guarded_files,
    guarded_words,
    look_through,
    silenced,
)
from byleave.check.links import link_faults, loose_links, targets, usual_addresses
from byleave.check.lost_words import words_lost
from byleave.check.page_form import is_usual
from byleave.diagnostics import Diagnostic, error
from byleave.model.output import OutputFile

__all__ = [
    "NOTHING_FOUND",
    "GuardFindings",
    "LookedThroughFiles",
    "PageCheck",
    "check_file",
    "dead_links",
    "guarded_files",
    "guarded_words",
    "look_through",
    "loose_links",
    "silenced",
    "words_lost",
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
    page = file.content
    # Of a page of the usual form it is certain that its structure has no fault.
    tree = None if is_usual(page) and has_each_id_once(page) else parsed(page)
    faults = () if tree is None else markup_faults(tree)
    addresses = usual_addresses(page) if tree is None else addresses_in(tree)
    return PageCheck(
        findings=tuple(error(file.path, code, said, _MEND_EITHER) for code, said in faults),
        linked=targets(addresses, file.path, base_path),
    )


def dead_links(path: str, linked: frozenset[str], there: Collection[str]) -> Iterator[Diagnostic]:
    """What is wrong with the links of the page at `path` to `linked`, where only `there` are."""
    for code, message in link_faults(linked, there):
        yield error(path, code, message, _MEND_TEMPLATE)
