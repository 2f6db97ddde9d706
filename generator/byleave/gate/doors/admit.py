"""The first door of the gate: what may be public at one moment."""

from datetime import datetime

from byleave.gate.doors.judging import judge
from byleave.gate.findings.report import GateReport
from byleave.model.published import PublishedSet
from byleave.model.source import SourceTree


def admit(tree: SourceTree, as_of: datetime) -> tuple[PublishedSet, GateReport]:
    """What of `tree` may be public at `as_of`, and what is said about the rest.

    `as_of` is aware, or in the site's time zone. Nothing withheld is in the PublishedSet.
    """
    verdict = judge(tree, as_of, rehearsing=False)
    return verdict.published, verdict.report
