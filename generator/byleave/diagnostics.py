"""What is said about a file: what is wrong, where, and what to do next."""

import textwrap
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Literal

from msgspec import Struct

from byleave.positions import START, Position

Severity = Literal["error", "warning"]
_MOST_LINES = 8  # that one finding lists

_LONGEST_ABOUT = 80


class Diagnostic(Struct, frozen=True, kw_only=True, order=True):
    """One finding; its path is relative to the site folder, in POSIX form.

    The message never quotes a value from a file: what a storyteller took back
    must not come out again in a log. `about` is the id, key or target that is meant, as it is
    written: for a terminal, and for whoever asks. A private finding would say by its path what is
    withheld for want of permission: it is shown on request alone.
    """

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    do: str
    private: bool = False
    about: str = ""

    def as_text(self, *, named: bool = False) -> str:
        """The finding as two lines; with what it is about, as it is written, where `named`."""
        place = f"{self.path}:{self.line}:{self.column}"
        said = f"{place}: {self.severity}[{self.code}]: {self.message}"
        return f"{said}{f': {self.about}' if named and self.about else ''}\n  do: {self.do}"


def error(
    path: str, code: str, message: str, do: str, at: Position = START, *, about: str = ""
) -> Diagnostic:
    """A finding that withholds its file, or stops the build where settings are meant."""
    return _finding("error", path, code, message, do, at, about)


def warning(
    path: str, code: str, message: str, do: str, at: Position = START, *, about: str = ""
) -> Diagnostic:
    """A finding that changes nothing by itself."""
    return _finding("warning", path, code, message, do, at, about)


def _finding(
    severity: Severity, path: str, code: str, message: str, do: str, at: Position, about: str
) -> Diagnostic:
    return Diagnostic(
        path=path,
        line=at.line,
        column=at.column,
        code=code,
        severity=severity,
        message=message,
        do=do,
        about=_shown(about),
    )


def _shown(words: str) -> str:
    """`words` in one short line that moves nothing on a terminal."""
    plain = "".join(one if one.isprintable() else " " for one in words[: 2 * _LONGEST_ABOUT])
    return textwrap.shorten(plain, _LONGEST_ABOUT, placeholder="…") if plain else ""


def nearest(word: str, known: Iterable[str], *, likeness: float = 0.6) -> str | None:
    """The known word that `word` was probably meant to be, if one is near.

    `likeness` is from 0 to 1; 1 accepts only the word itself.
    """
    matches = get_close_matches(word.casefold()[:80], sorted(known), n=1, cutoff=likeness)
    return matches[0] if matches else None


def in_order(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Every finding once, sorted by file, line and column."""
    return tuple(sorted(set(findings)))


def on_lines(lines: Iterable[int]) -> tuple[Position, str] | None:
    """Where a warning about several lines stands, and how it lists them; None without a line."""
    numbers = sorted(set(lines))
    if not numbers:
        return None
    more = " and more" if len(numbers) > _MOST_LINES else ""
    shown = ", ".join(map(str, numbers[:_MOST_LINES]))
    word = "line" if len(numbers) == 1 else "lines"
    return Position(line=numbers[0], column=1), f" ({word} {shown}{more})"


class SiteError(Exception):
    """Settings, themes, pages' shape or the look are wrong: nothing can be built.

    `findings` says what, where and what to do.
    """

    def __init__(self, findings: Iterable[Diagnostic]) -> None:
        """Keep the findings in order."""
        self.findings = in_order(findings)
        super().__init__(f"{len(self.findings)} findings")
