"""In which phase stories are looked through: by whichever process reads them, and not once more."""

from datetime import datetime, time
from pathlib import Path
from types import FrameType

import pytest

from byleave.gate import beforehand, judge
from byleave.read import Looking, read_site
from tests.bench.corpus import write_site
from tests.bench.stories import AS_OF, tellings
from tests.work.counting import entered

MOMENT = datetime.combine(AS_OF, time())
STORIES = 60
# Whom the words of a story name, and what they may tell.
WORK = frozenset({"named_voices", "_found_in"})

pytestmark = pytest.mark.slow


def done(frame: FrameType) -> str | None:
    """The work that begins with a frame."""
    name = frame.f_code.co_name
    return name if name in WORK and "byleave.gate." in frame.f_globals["__name__"] else None


def test_the_gate_only_combines_what_was_found_while_reading(tmp_path: Path) -> None:
    """Whoever reads looks through a story that is public: all processes, and the gate alone none.

    The gate looks through those that stand on others, and those with somebody who has left.
    """
    write_site(tmp_path, STORIES)
    left = sum(any(who.withdrawn for who in one.people) for one in tellings(STORIES))
    answers = sum(len(one.answers) for one in tellings(STORIES))
    assert left + answers < STORIES / 2
    looking = Looking(beforehand=beforehand)
    with entered(done) as read:
        tree = read_site(tmp_path, looking).tree
    with entered(done) as decided:
        judge(tree, MOMENT, rehearsing=False, known=looking.known)
    assert read == dict.fromkeys(WORK, STORIES - left)
    assert decided == dict.fromkeys(WORK, left + answers)
