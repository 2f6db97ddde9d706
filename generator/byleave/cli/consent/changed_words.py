"""What was changed of somebody's words, on a terminal: where it stands, and what it was."""

from collections.abc import Iterable, Iterator

from click import style

from byleave.cli.consent.lines import wrapped
from byleave.model.register import ShownWords
from byleave.permission.answers.changed_words import ChangedWords
from byleave.permission.answers.differences import Piece, difference

_PIECES = {"same": ("", "", None), "gone": ("[-", "-]", "red"), "new": ("{+", "+}", "green")}
_KINDS = {
    "outcome": "what happened since",
    "notice": "what readers are told before they begin",
    "rights": "whether it may be copied",
    "checked": "with whom it was tried",
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
