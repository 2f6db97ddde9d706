"""The register on a terminal: columns where there is room for them, lines below lines if not."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import wrap

from click import style

from byleave.cli.consent.changed_words import change_lines
from byleave.cli.consent.lines import wrapped
from byleave.model.paper_codes import SeenRound
from byleave.model.register import RegisterEntry, VoiceState
from byleave.model.terms import SeenHow
from byleave.permission.answers.differences import readable
from byleave.permission.overview.dues import ANSWER_DAYS, FIRST_DAYS, Due, DueKind
from byleave.permission.overview.saying import SINCE, Saying

_NARROW = 60
_COLOURS: dict[VoiceState, str] = {"published": "green", "words": "yellow", "asked": "yellow"}
_HOW: dict[SeenHow, str] = {
    "read-aloud": "was read it aloud",
    "on-paper": "saw it on paper",
    "on-screen": "saw it on a screen",
    "signed": "signed it",
}
_DUE: dict[DueKind, str] = {
    "first": f"Public for the first time within {FIRST_DAYS} days: ring them first",
    "lapsed": "Ended already",
    "lapsing": "Ends soon",
    "review overdue": "To be asked again by now",
    "review": "To be asked again soon",
    "unanswered": f"Asked {ANSWER_DAYS} days ago or longer, and no answer",
    "a year on": "Public for a year: tell them what came of it",
}


def list_lines(sayings: Iterable[Saying], columns: int) -> Iterator[str]:
    """The stories, each with its voices below it."""
    for _, group in groupby(sayings, key=lambda one: one.entry.story):
        voices = list(group)
        entry = voices[0].entry
        yield style(entry.story, bold=True)
        if entry.title:
            yield from wrapped(readable(entry.title), columns, 2)
        for saying in voices:
            yield from _voice(saying, columns)
        yield ""


def _voice(saying: Saying, columns: int) -> Iterator[str]:
    entry = saying.entry
    who = f"{entry.voice}: {entry.name}"
    state = _state(saying)
    record = entry.record or "no record"
    colour = _COLOURS.get(entry.state)
    left, middle = 26, 12
    if columns < _NARROW or len(who) >= left or len(record) >= middle:
        yield from wrapped(who, columns, 2)
        yield from wrapped(record, columns, 4)
        yield from (style(line, fg=colour) for line in wrapped(state, columns, 4))
    else:
        first, *more = wrap(state, columns - left - middle - 2)
        yield f"  {who:<{left}}{record:<{middle}}{style(first, fg=colour)}"
        yield from (" " * (left + middle + 2) + style(line, fg=colour) for line in more)
    if facts := _facts(saying):
        yield from wrapped(facts, columns, 4)
    for seen in saying.entry.seen:
        how = _HOW[seen.how]
        yield from wrapped(f"{how} {seen.on}: {seen.code}{_parts(seen, entry)}", columns, 4)
    for change in saying.changes:
        yield from change_lines(change, columns)


def _parts(seen: SeenRound, entry: RegisterEntry) -> str:
    """How much of what would be public today was not there then."""
    new = sum(not one.is_agreed(seen.words) for one in entry.shown) if seen.words else 0
    return f"; {new} of what is there today was not" if new else ""


def _state(saying: Saying) -> str:
    if not saying.since:
        return saying.state
    joint = ", " if saying.entry.state in SINCE else "; said yes "
    return f"{saying.state}{joint}{saying.since}"


def _facts(saying: Saying) -> str:
    entry = saying.entry
    facts = [
        f"uses: {', '.join(sorted(entry.uses))}" if entry.given else "",
        f"until {entry.until}" if entry.until else "",
        f"ask again by {entry.review}" if entry.review else "",
        f"spelling corrected, told {entry.corrected}" if entry.corrected else "",
    ]
    return "; ".join(filter(None, facts))


def due_lines(dues: Iterable[Due], columns: int) -> Iterator[str]:
    """What is due, by what it is; the most pressing first."""
    found = list(dues)
    for kind, heading in _DUE.items():
        of_kind = [due for due in found if due.kind == kind]
        if of_kind:
            yield style(f"{heading}:", bold=True)
        for due in of_kind:
            entry = due.entry
            said = f"{due.day}  {entry.record or 'no record'}  {entry.voice}  {entry.story}"
            untold = kind == "a year on" and not entry.has_outcome
            more = "  (nothing as `what_happened:` yet)" if untold else ""
            yield from wrapped(f"{said}{more}", columns, 2)
        if of_kind:
            yield ""
