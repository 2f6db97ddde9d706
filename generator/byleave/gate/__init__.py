"""The rules of consent and nothing else: who and what may be public at one moment."""

from byleave.gate.beforehand import beforehand, decisive_beforehand
from byleave.gate.doors.admit import admit
from byleave.gate.doors.expect import expect
from byleave.gate.doors.judging import Verdict, judge, look_through, stands_until
from byleave.gate.doors.rehearse import rehearse
from byleave.gate.findings.report import GateReport
from byleave.gate.for_the_audit import absent
from byleave.gate.links_elsewhere import LinkElsewhere, links_elsewhere
from byleave.gate.open_families import files_that_may_stay
from byleave.gate.register import answers, register
from byleave.gate.rules.original_words import NoOriginalError, OriginalWords, original_words
from byleave.gate.shelf import shelf
from byleave.gate.shown_lines import shown_lines

__all__ = [
    "GateReport",
    "LinkElsewhere",
    "NoOriginalError",
    "OriginalWords",
    "Verdict",
    "absent",
    "admit",
    "answers",
    "beforehand",
    "decisive_beforehand",
    "expect",
    "files_that_may_stay",
    "judge",
    "links_elsewhere",
    "look_through",
    "original_words",
    "register",
    "rehearse",
    "shelf",
    "shown_lines",
    "stands_until",
]
