"""What stops permissions on this computer, and did not at a revision that others have."""

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from byleave.git import answer, spelt
from byleave.model.record_list import (
    RECORDS_FILE,
    RecordLine,
    RecordList,
    StoryNote,
    any_notes,
    joined_lines,
    list_text,
    read_records,
)
from byleave.model.records import CLOSING, NOTES, STOPPING
from byleave.permission.answers.declared import Declared, day_of, files, voices_in
from byleave.text_in_files.front_matter import Data, record_of, value_at
from byleave.text_in_files.yaml_places import CannotEditError

# What was kept, and what was not yet, while commits are put upon others' and that stands still:
# the files of the site have not got all of it then.
_SET_ASIDE = (
    "rebase-merge/orig-head",
    "rebase-merge/autostash",
    "rebase-apply/orig-head",
    "rebase-apply/autostash",
)
_STORIES = "stories"
# As the list has it for a day that cannot be read.
_FIRST_DAY = date(1900, 1, 1)


def list_at(site: Path, revision: str) -> str:
    """The list of records as it is at a revision; "" where there is none."""
    return list_text(answer(site, "show", f"{revision}:./{RECORDS_FILE}") or b"")


def is_known(found: RecordList, line: RecordLine) -> bool:
    """Whether the list is as careful already as `line`."""
    there = found.lines.get(line.key)
    return there is not None and joined_lines([there, line]) == joined_lines([there])


def with_stopped(found: RecordList, line: RecordLine) -> RecordList:
    """The list with `line` as well: of what both say, the more careful holds."""
    there = found.lines.get(line.key)
    return found.with_line(joined_lines([there, line]) if there else line)


def stopped_since(site: Path, revision: str) -> Iterator[RecordLine]:
    """What is stopped here and was not at `revision`; nothing that is only doubtful.

    What was stopped then may have been lifted by others since.
    """
    try:
        text = list_text((site / RECORDS_FILE).read_bytes())
    except OSError:
        text = ""
    return _unknown(site, revision, text, files(site).voices)


def stopped_aside(site: Path, others: str) -> Iterator[RecordLine]:
    """What is stopped in what git has set aside here, and was not where that left `others`."""
    for commit in _set_aside(site):
        common = _said(site, "merge-base", commit, others) or others
        voices = _voices_changed(site, common, commit)
        yield from _unknown(site, common, list_at(site, commit), voices)


def _unknown(
    site: Path, revision: str, text: str, voices: Iterable[Declared]
) -> Iterator[RecordLine]:
    """What the list `text` and `voices` stop, and `revision` did not."""
    before = read_records(list_at(site, revision))
    typed = (_typed_since(site, revision, voice) for voice in voices)
    for line in (*_stopping_lines(text), *filter(None, typed)):
        if not is_known(before, line):
            yield line


def _set_aside(site: Path) -> Iterator[str]:
    for name in _SET_ASIDE:
        try:
            commit = (site / _said(site, "rev-parse", "--git-path", name)).read_text("utf-8")
        except OSError:
            continue
        yield commit.strip()


def _voices_changed(site: Path, revision: str, commit: str) -> Iterator[Declared]:
    what = ("diff", "--relative", "--no-renames", "--name-only", "-z", revision, commit)
    for path in _said(site, *what, "--", spelt(_STORIES)).split("\0"):
        if path.endswith(".md"):
            yield from voices_in(path, _front_at(site, commit, path))


def _said(site: Path, *words: str) -> str:
    return os.fsdecode(answer(site, *words) or b"").rstrip("\n")


def _stopping_lines(text: str) -> Iterator[RecordLine]:
    found = read_records(text)
    doubtful = {*found.unreadable, *found.merged}
    sound = (line for at, line in enumerate(text.splitlines(), 1) if at not in doubtful)
    for line in read_records("\n".join(sound)).lines.values():
        if line.state != "open" or any_notes(line):
            yield line


def _typed_since(site: Path, revision: str, voice: Declared) -> RecordLine | None:
    """What somebody has typed into a story file, of which the list need not know."""
    said = _stopping_keys(voice.front, voice.voice)
    if voice.record and said:
        said -= _stopping_keys(_front_at(site, revision, voice.path), voice.voice)
    if not voice.record or not said:
        return None
    days = filter(None, (day_of(voice, key) for key in sorted(said)))
    notes = tuple(one for one in NOTES if one in said)
    return RecordLine(
        number=voice.record,
        state="closed" if said & {*CLOSING} else "held" if "held" in said else "open",
        since=min(days, default=_FIRST_DAY),
        stories=(StoryNote(path=voice.path, notes=notes),),
    )


def _stopping_keys(front: Data, voice: str) -> frozenset[str]:
    consent = value_at(front, "voices", voice, "consent")
    return STOPPING & {*consent} if isinstance(consent, Mapping) else frozenset()


def _front_at(site: Path, revision: str, path: str) -> Data:
    said = answer(site, "show", f"{revision}:./{path}")
    try:
        return record_of(said.decode("utf-8", "replace")) if said else {}
    except CannotEditError:
        return {}
