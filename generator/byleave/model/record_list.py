"""The list of records: plain text that git can merge and a person can read, one line a record.

A fault in it never stops anything: what cannot be read is taken in the most careful way.
"""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from msgspec import Struct

from byleave.model.merge_marks import is_mark
from byleave.model.records import NOTES, STATES, Note, RecordState, most_careful, record_key
from byleave.values import replace

RECORDS_FILE = "site_src/records.tsv"
_STORIES = "stories/"
# For a day that cannot be read: what is closed was closed at all times.
_FIRST_DAY = date(1900, 1, 1)
_STORY = re.compile(rf"{_STORIES}[^\t\"]*?\.md(?!\w)")
# Behind a path, words that are no note; a copy of a file may have a number there.
_STRAY = re.compile(r"(?<=\.md)[^\w/.]+(?=[^\W\d_])")
_PARTING = " ,;:-"
_MOST_CAREFUL: Note = "not_here"
_BEFORE_STATE = re.compile(rf"(.*?)[\s,;]+(?:{'|'.join(STATES)})(?!\w)")


def list_text(data: bytes) -> str:
    """The list as text; some programs for tables keep it as UTF-16."""
    is_wide = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    return data.decode("utf-16" if is_wide else "utf-8-sig", "replace")


class StoryNote(Struct, frozen=True, kw_only=True, order=True):
    """The path of a story file that holds a record, and what counts for the record there alone."""

    path: str
    notes: tuple[Note, ...] = ()

    @property
    def as_text(self) -> str:
        """As the list has it: the notes after the path, with spaces between."""
        return " ".join((self.path, *self.notes))


class RecordLine(Struct, frozen=True, kw_only=True):
    """What the list says of one record; `since` is the day from which it has its state."""

    number: str
    state: RecordState
    since: date
    stories: tuple[StoryNote, ...] = ()

    @property
    def key(self) -> str:
        """What a person sees of the number."""
        return record_key(self.number)

    @property
    def as_text(self) -> str:
        """The line, without its end."""
        paths = (one.as_text for one in sorted(self.stories))
        return "\t".join((self.number, self.state, self.since.isoformat(), *paths))


class RecordList(Struct, frozen=True, kw_only=True):
    """What `site_src/records.tsv` says: one line a record, by what a person sees of its number.

    `places` has the line of the file on which each record stands first, counted from 1;
    `unreadable` are the lines of which not everything could be read, `merged` those with marks of
    an unfinished merge. `doubtful` are the paths of story files that a line names which cannot be
    read: all records that these hold count as held.
    """

    lines: Mapping[str, RecordLine] = {}
    places: Mapping[str, int] = {}
    unreadable: tuple[int, ...] = ()
    merged: tuple[int, ...] = ()
    doubtful: frozenset[str] = frozenset()

    def with_line(self, line: RecordLine) -> "RecordList":
        """The list with `line` in the place of what it says of that record."""
        return replace(self, lines={**self.lines, line.key: line})

    @property
    def as_text(self) -> str:
        """The list as its file has it: sorted, so that it is the same whoever wrote it."""
        return "".join(f"{self.lines[key].as_text}\n" for key in sorted(self.lines))


def read_records(text: str) -> RecordList:
    """The list that is `text`. Lines on both sides of a merge count, and nothing is passed over."""
    found: dict[str, list[RecordLine]] = defaultdict(list)
    places: dict[str, int] = {}
    unreadable, merged = [], []
    doubtful: set[str] = set()
    for number, written in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if is_mark(written):
            merged.append(number)
            continue
        line, is_whole = _line(written)
        if not is_whole and written.strip():
            unreadable.append(number)
            # A program for tables may have spoilt the day alone.
            in_doubt = line.state == "closed" and not (line.key and _says_closed(written))
            doubtful.update(_STORY.findall(written) if in_doubt else ())
        if line.key:
            found[line.key].append(line)
            places.setdefault(line.key, number)
    return RecordList(
        lines={key: joined_lines(lines) for key, lines in found.items()},
        places=places,
        unreadable=tuple(unreadable),
        merged=tuple(merged),
        doubtful=frozenset(doubtful),
    )


def _line(written: str) -> tuple[RecordLine, bool]:
    """One line, and whether all of it could be read.

    Without a state it closes the record that it begins with. A day alone that cannot be read, as a
    program for tables may have written it, changes nothing.
    """
    number, state, since, *named = (*(one.strip(' "') for one in written.split("\t")), "", "", "")
    known = next((one for one in STATES if one == state), None)
    if known is None:
        began = _BEFORE_STATE.match(written)
        if "\t" not in written:
            number = began[1] if began else (number.split() or [""])[0]
        number, stories = number.strip(' "'), tuple(map(_story, _STORY.findall(written)))
        line = RecordLine(number=number, state="closed", since=_FIRST_DAY, stories=stories)
        return line, False
    day = _day(since)
    fields = _fields(named)
    stories = tuple(map(_story, fields))
    line = RecordLine(number=number, state=known, since=day or _FIRST_DAY, stories=stories)
    sound = all(one.path.startswith(_STORIES) for one in stories) and all(map(_is_plain, fields))
    return line, sound and day is not None and bool(line.key)


def _fields(named: Iterable[str]) -> list[str]:
    """Paths with what stands behind them, also where a program has put that into a cell of its own.

    The tab is left in it, by which it is told.
    """
    found: list[str] = []
    for one in filter(None, named):
        if found and "/" not in one and not one.endswith(".md"):
            found[-1] += f"\t{one}"
        else:
            found.append(one)
    return found


def _says_closed(written: str) -> bool:
    """Whether a line has its state where it belongs, so that it is about its own record alone."""
    return [one.strip(' "') for one in written.split("\t")][1:2] == ["closed"]


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _story(field: str) -> StoryNote:
    """A path with its notes; words behind it that are none of them count as the most careful."""
    path, *said = _parted(field)
    notes = {next((note for note in NOTES if one.startswith(note)), _MOST_CAREFUL) for one in said}
    return StoryNote(path=path, notes=tuple(one for one in NOTES if one in notes))


def _is_plain(field: str) -> bool:
    """Whether nothing stands behind a path but its notes, as we write them."""
    path, *said = _parted(field)
    return all(one in NOTES for one in said) and field == " ".join((path, *said))


def _parted(field: str) -> list[str]:
    """A path and what stands behind it: its notes, or words that are none."""
    path, *notes = re.split(rf" (?=(?:{'|'.join(NOTES)})(?: |\Z))", field)
    if (bare := path.rstrip(_PARTING)).endswith(".md"):
        return [bare, *notes]
    if stray := _STRAY.search(path):
        return [path[: stray.start()], path[stray.end() :], *notes]
    return [path, *notes]


def joined_lines(lines: Iterable[RecordLine]) -> RecordLine:
    """Several lines about one record as one: the most careful state, since its first day."""
    first, *_ = several = list(lines)
    state = most_careful(one.state for one in several)
    notes: dict[str, set[Note]] = defaultdict(set)
    for story in (story for line in several for story in line.stories):
        notes[story.path].update(story.notes)
    return RecordLine(
        number=first.number,
        state=state,
        since=min(one.since for one in several if one.state == state),
        stories=tuple(
            StoryNote(path=path, notes=tuple(one for one in NOTES if one in found))
            for path, found in sorted(notes.items())
        ),
    )


def notes_in(line: RecordLine, path: str, there: Collection[str]) -> frozenset[Note]:
    """What the line notes for the story at `path`, which has its record; `there` are all paths.

    Where a file is gone for which it notes something, a story that it does not name may be that
    file, renamed.
    """
    named = {story.path: story.notes for story in line.stories}
    if path in named:
        return frozenset(named[path])
    return frozenset(note for old, notes in named.items() if old not in there for note in notes)


def any_notes(line: RecordLine) -> bool:
    """Whether the line notes something for one story or another."""
    return any(story.notes for story in line.stories)
