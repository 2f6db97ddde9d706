"""What is said about a file: what is wrong, where, and what to do next."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Literal

from msgspec import Struct

from byleave.positions import START, Position

Severity = Literal["error", "warning"]
_MOST_LINES = 8  # that one finding lists


class Diagnostic(Struct, frozen=True, kw_only=True, order=True):
    """One finding; its path is relative to the site folder, in POSIX form.

    The message never quotes a value from a file: what a storyteller took back
    must not come out again in a log. A private finding would say by its path what is
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

    def as_text(self) -> str:
        """The finding as two lines for a terminal."""
        place = f"{self.path}:{self.line}:{self.column}"
        return f"{place}: {self.severity}[{self.code}]: {self.message}\n  do: {self.do}"


def error(path: str, code: str, message: str, do: str, at: Position = START) -> Diagnostic:
    """A finding that withholds its file, or stops the build where settings are meant."""
    return _finding("error", path, code, message, do, at)


def warning(path: str, code: str, message: str, do: str, at: Position = START) -> Diagnostic:
    """A finding that changes nothing by itself."""
    return _finding("warning", path, code, message, do, at)


def _finding(
    severity: Severity, path: str, code: str, message: str, do: str, at: Position
) -> Diagnostic:
    return Diagnostic(
        path=path,
        line=at.line,
        column=at.column,
        code=code,
        severity=severity,
        message=message,
        do=do,
    )


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
