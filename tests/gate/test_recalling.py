"""What was found out before is what looking anew finds, whatever has changed around a story."""

from datetime import datetime
from pathlib import Path

import pytest

from byleave.cache import Recollection
from byleave.gate import judge
from byleave.gate.doors.judging import Verdict
from tests.gate.sites import NOON, Files
from tests.read.folders import SETTINGS, WITHDRAWN, YES, read, story, voice

COUNTED = "The second speaker was late.\n"
TILDA = voice("tilda", "Tilda", part="author")
SAM = voice("sam", "Sam Carter", identity="named", part="quoted")
ENDING = YES.replace("2040-01-01", "2026-06-02")
BEFORE = voice("sam", "Sam Carter", ENDING, identity="named", part="quoted")
LATER = datetime(2026, 6, 2, 12)  # noqa: DTZ001 - a moment in the site's own time zone
IN_WELSH: Files = {"site_src/site.yaml": f"{SETTINGS}language: cy\n"}

ORIGINAL = "stories/shed.md"
VERSION: Files = {
    "stories/sied.md": story(
        "Roedd Ann yno.\n", translation_of=ORIGINAL, language="cy", title="Y sied"
    ).replace("voices: {}\n", "")
}
GONE = voice("kit", "Kit", WITHDRAWN)

# What there was, what of it is another now, and when it is looked at again.
CHANGES: dict[str, tuple[Files, Files, datetime]] = {
    "nothing": ({ORIGINAL: story(COUNTED, TILDA, SAM)}, {}, NOON),
    "the language of the site": ({ORIGINAL: story(COUNTED, TILDA, SAM)}, IN_WELSH, NOON),
    "the day": ({ORIGINAL: story("We asked Sam.\n", TILDA, BEFORE)}, {}, LATER),
    "a record in another file": (
        {ORIGINAL: story("We asked Sam.\n", TILDA, SAM)},
        {"stories/other.md": story("W.\n", voice("x", "Ivy", YES.replace("}", ", held: 1}")))},
        NOON,
    ),
    "a name in the original": (
        {**VERSION, ORIGINAL: story("W.\n", TILDA, GONE)},
        {ORIGINAL: story("W.\n", TILDA, GONE.replace("Kit", "Ann"))},
        NOON,
    ),
    "somebody new in the original": (
        {**VERSION, ORIGINAL: story("W.\n", TILDA)},
        {ORIGINAL: story("W.\n", TILDA, GONE.replace("Kit", "Ann"))},
        NOON,
    ),
    "somebody who is the original's no more": (
        {**VERSION, ORIGINAL: story("W.\n", TILDA, GONE.replace("Kit", "Ann"))},
        {ORIGINAL: story("W.\n", TILDA)},
        NOON,
    ),
    "the story": (
        {ORIGINAL: story(COUNTED, TILDA, SAM)},
        {ORIGINAL: story("We asked Sam.\n", TILDA, SAM)},
        NOON,
    ),
}


def anew(folder: Path, files: Files, when: datetime, known: Recollection | None = None) -> Verdict:
    """What the gate makes of a folder, also of one that was looked at before."""
    return judge(read(folder, files).tree, when, rehearsing=False, known=known)


@pytest.mark.parametrize(("first", "then", "when"), CHANGES.values(), ids=CHANGES)
def test_what_is_recalled_is_what_is_found(
    tmp_path: Path, first: Files, then: Files, when: datetime
) -> None:
    """Nobody is public, and no editor is warned, for what was so an hour ago."""
    known = Recollection()
    anew(tmp_path, first, NOON, known)
    recalling = anew(tmp_path, then, when, known)
    looking = anew(tmp_path, then, when)
    assert recalling.published == looking.published
    assert recalling.report == looking.report


@pytest.mark.parametrize("change", [change for change in CHANGES if change != "nothing"])
def test_what_has_changed_can_be_seen(tmp_path: Path, change: str) -> None:
    """The test above can fail: each change lets something else through, or has it said."""
    first, then, when = CHANGES[change]
    was, now = anew(tmp_path, first, NOON), anew(tmp_path, then, when)
    assert (was.published.stories, was.report) != (now.published.stories, now.report)
