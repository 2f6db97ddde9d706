"""The rules of consent and nothing else: who and what may be public at one moment."""

from byleave.gate.absent import absent
from byleave.gate.admit import admit
from byleave.gate.alone import Together, judged_together, open_stories
from byleave.gate.expect import expect
from byleave.gate.horizon import stands_until
from byleave.gate.register import register
from byleave.gate.rehearse import rehearse
from byleave.gate.report import GateReport
from byleave.gate.verdict import Verdict, judge, judge_again

__all__ = [
    "GateReport",
    "Together",
    "Verdict",
    "absent",
    "admit",
    "expect",
    "judge",
    "judge_again",
    "judged_together",
    "open_stories",
    "register",
    "rehearse",
    "stands_until",
]
