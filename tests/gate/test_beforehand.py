"""What is found out of stories while they are read is what the gate finds when it decides."""

import pickle
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from byleave.executors.serial import Serial
from byleave.gate import beforehand, judge
from byleave.read import Looking, read_site
from byleave.read.stories import told_files
from tests.gate.sites import NOON, Files
from tests.laws.folders import scratch, site_files, write_files
from tests.laws.model import AS_OF
from tests.laws.trying import sample
from tests.read.folders import SETTINGS, WITHDRAWN, YES, put, story, voice

LAW_SITES = 25
ELSEWHERE = "second speaker was late. Sam was a cripple, and Ann knew it.\n"
TILDA = voice("tilda", "Tilda", part="author")
SAM = voice("sam", "Sam Carter", identity="named", part="quoted")
GONE = voice("ann", "Ann", WITHDRAWN)
RECORDING = "{talk.mp3: {alt: A talk, shows: nobody}}"

SITES: dict[str, Files] = {
    "everything is public": {"stories/shed.md": story(f"The {ELSEWHERE}", TILDA, SAM)},
    "somebody has left": {
        "stories/shed.md": story(f"The {ELSEWHERE}", TILDA, SAM, GONE),
        "stories/tea.md": story(f"The {ELSEWHERE}", TILDA, SAM),
    },
    "a passage goes with somebody": {
        "stories/shed.md": story(f"::: voice ann\nThe {ELSEWHERE}:::\n", TILDA, SAM, GONE)
    },
    "the permission of somebody has ended": {
        "stories/shed.md": story(
            f"The {ELSEWHERE}",
            TILDA,
            voice("ann", "Ann", YES.replace("2040", "2021")),
        )
    },
    "a record is closed in another file": {
        "stories/shed.md": story(f"The {ELSEWHERE}", TILDA, SAM),
        "stories/tea.md": story("W.\n", voice("ann", "Ann", YES.replace("}", ", refused: 1}"))),
    },
    "it is a draft": {"stories/shed.md": story(f"The {ELSEWHERE}", TILDA, SAM, date=None)},
    "it is not due yet": {
        "stories/shed.md": story(f"The {ELSEWHERE}", TILDA, SAM, date="2030-01-01")
    },
    "a response names a voice of what it answers": {
        "stories/shed.md": story(f"The {ELSEWHERE}", TILDA, SAM),
        "stories/shed.responses/ivy.md": story(
            "The second speaker was Sam Carter.\n",
            voice("ivy", "Ivy", part="respondent"),
            responds_to="stories/shed.md",
        ),
    },
    "a recording is not written out": {
        "stories/shed.md": story("![](talk.mp3)\n", TILDA, media=RECORDING),
        "stories/talk.mp3": b"ID3\x03" + bytes(100),
    },
    "the site is in Welsh": {
        "site_src/site.yaml": f"{SETTINGS}language: cy\n",
        "stories/shed.md": story("Roedd yr ail siaradwr yn hwyr.\n", TILDA, SAM),
    },
    "a theme is called otherwise": {
        "themes/sharing.md": "---\ntitle: Sharing\nalso_known_as: [Sam]\n---\nW.\n",
        "stories/shed.md": story(f"The {ELSEWHERE}", TILDA, SAM, themes="[Sam]"),
    },
}


class Sending(Serial):
    """What comes back as from another process; it is there wherever tests run."""

    def map_in_order(self, start: Any, context: Any, items: Any) -> Iterator[Any]:
        """Yield what is left of the results after such a way."""
        for one in super().map_in_order(start, context, items):
            yield pickle.loads(pickle.dumps(one))  # noqa: S301 - these are our own bytes


def compare(site: Path, when: datetime) -> None:
    """Hold that both doors let through and say the same, found out beforehand or not."""
    plain = read_site(site)
    looking = Looking(beforehand=beforehand)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(told_files, "of_this_memory", lambda *_: Sending())
        read = read_site(site, looking)
    assert (read.tree, read.findings) == (plain.tree, plain.findings)
    for door in (False, True):
        found = judge(read.tree, when, rehearsing=door, known=looking.known)
        assert found == judge(plain.tree, when, rehearsing=door)


@pytest.mark.parametrize("files", SITES.values(), ids=SITES)
def test_what_is_found_while_reading_is_what_the_gate_finds(tmp_path: Path, files: Files) -> None:
    """Whatever else a story turns out to be: withheld, in part or whole, or one of several."""
    compare(put(tmp_path, files), NOON)


@pytest.mark.parametrize("files", SITES.values(), ids=SITES)
def test_something_is_told_or_withheld_of_each(tmp_path: Path, files: Files) -> None:
    """The test above can fail: in each of these sites there is something to find."""
    site = put(tmp_path, files)
    report = judge(read_site(site).tree, NOON, rehearsing=False).report
    assert report.findings or report.advice or report.details


@pytest.mark.slow
def test_so_it_is_on_all_kinds_of_sites() -> None:
    """Nobody is public, and nothing is told, for who happened to read the story."""
    for case in sample(LAW_SITES, first=9):
        with scratch() as site:
            write_files(site, site_files(case.site))
            compare(site, AS_OF)
