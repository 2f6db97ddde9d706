"""The rules of consent and nothing else: who and what may be public at one moment."""

from byleave.gate.absent import absent
from byleave.gate.admit import admit
from byleave.gate.alone import Alone, judged_alone, open_alone
from byleave.gate.expect import expect
from byleave.gate.horizon import stands_until
from byleave.gate.names import Words
from byleave.gate.register import register
from byleave.gate.rehearse import rehearse
from byleave.gate.report import GateReport
from byleave.gate.verdict import Verdict, judge, judge_again

__all__ = [
    "Alone",
    "GateReport",
    "Verdict",
    "Words",
    "absent",
    "admit",
    "expect",
    "judge",
    "judge_again",
    "judged_alone",
    "open_alone",
    "register",
    "rehearse",
    "stands_until",
]
