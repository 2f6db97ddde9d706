"""The register on a terminal: columns where there is room for them, lines below lines if not."""

import shutil
from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import wrap

from click import style

from byleave.model.register import ShownWords, VoiceState
from byleave.permission.answers.changed_words import ChangedWords
from byleave.permission.answers.wording import Piece, difference, readable
from byleave.permission.overview.dues import ANSWER_DAYS, Due, DueKind
from byleave.permission.overview.saying import SINCE, Saying

_WIDEST, _NARROW = 100, 60
_COLOURS: dict[VoiceState, str] = {"published": "green", "words": "yellow", "asked": "yellow"}
_PIECES = {"same": ("", "", None), "gone": ("[-", "-]", "red"), "new": ("{+", "+}", "green")}
_DUE: dict[DueKind, str] = {
    "lapsed": "Ended already",
    "lapsing": "Ends soon",
    "review overdue": "To be asked again by now",
    "review": "To be asked again soon",
    "unanswered": f"Asked {ANSWER_DAYS} days ago or longer, and no answer",
}


def width() -> int:
    """How many columns there are, and no more than one can read across."""
    return min(shutil.get_terminal_size((80, 24)).columns, _WIDEST)


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
    for change in saying.changes:
        yield from change_lines(change, columns)


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


_KINDS = {
    "file": "words of a picture or file",
    "voice": "what is said of somebody",
    "line": "a line of the programme",
}


def place_of(words: ShownWords) -> str:
    """Where a run of words stands, and what it is."""
    return f"{words.story}:{words.line}: {_KINDS.get(words.kind, words.kind)}"


def change_lines(change: ChangedWords, columns: int) -> Iterator[str]:
    """What was changed, with the words that were agreed to where they are known."""
    today = change.today
    place = place_of(today)
    if change.agreed:
        yield from wrapped(f"{place} was changed:", columns, 4)
        yield from _coloured(difference(change.agreed.text, today.text), columns, 6)
    elif change.is_known:
        yield from wrapped(f"{place} is new", columns, 4)
    else:
        yield from wrapped(f"{place} is not what was agreed; what was is not known", columns, 4)


def _coloured(pieces: Iterable[Piece], columns: int, indent: int) -> Iterator[str]:
    """The pieces one after the other, each word in the colour of its piece."""
    line, length = "", 0
    for piece in pieces:
        opening, closing, colour = _PIECES[piece.kind]
        for word in f"{opening}{piece.text}{closing}".split():
            if length and indent + length + 1 + len(word) > columns:
                yield " " * indent + line
                line, length = "", 0
            line += (" " if length else "") + style(word, fg=colour)
            length += len(word) + (1 if length else 0)
    yield " " * indent + line


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
            yield from wrapped(said, columns, 2)
        if of_kind:
            yield ""


def wrapped(text: str, columns: int, indent: int) -> Iterator[str]:
    """`text` in lines of at most `columns` columns, all of them indented."""
    space = " " * indent
    yield from wrap(
        text,
        max(columns, indent + 20),
        initial_indent=space,
        subsequent_indent=space,
        break_long_words=False,
        break_on_hyphens=False,
    )
