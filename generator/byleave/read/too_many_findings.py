"""Findings of a whole site: no more of one file than somebody can mend at a time."""

from collections import defaultdict
from collections.abc import Iterable

from byleave.diagnostics import Diagnostic, in_order
from byleave.values import replace

MOST_OF_ONE_FILE = 50  # what follows is mostly one mistake, found again on each line


def not_too_many(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The first of each file's findings, errors before warnings, and how many more there are."""
    by_path: dict[str, list[Diagnostic]] = defaultdict(list)
    for finding in findings:
        by_path[finding.path].append(finding)
    return tuple(one for found in by_path.values() for one in _first(found))


def _first(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    if len(found) <= MOST_OF_ONE_FILE:
        return tuple(found)
    ordered = sorted(in_order(found), key=lambda one: one.severity)
    shown, left = ordered[:MOST_OF_ONE_FILE], len(ordered) - MOST_OF_ONE_FILE
    if left <= 0:
        return tuple(shown)
    message, do = f"there are {left} more after these", "mend the first ones, and look again"
    return (*shown, replace(ordered[MOST_OF_ONE_FILE], code="more", message=message, do=do))
