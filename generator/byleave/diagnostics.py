"""What is said about a file: what is wrong, where, and what to do next."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from byleave.positions import START, Position
from byleave.values import replace

# Advice changes nothing and is about how something reads: a build tells only how much there is.
Severity = Literal["error", "warning", "advice"]
_MOST_LINES = 8  # that one finding lists

_LONGEST_ABOUT = 80


class Diagnostic(Struct, frozen=True, kw_only=True, order=True):
    """One finding; its path is relative to the site folder, in POSIX form.

    The message never quotes a value from a file: what a storyteller took back
    must not come out again in a log. `about` is the id, key or target that is meant, as it is
    written: for a terminal, and for whoever asks. `lines` are all lines that it is about, where
    there are several. A private finding would say by its path what is withheld for want of
    permission: it is shown on request alone.
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
    lines: tuple[int, ...] = ()

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


def advice(
    path: str, code: str, message: str, do: str, at: Position = START, *, about: str = ""
) -> Diagnostic:
    """A finding about how something reads, which an editor may allow with a reason."""
    return _finding("advice", path, code, message, do, at, about)


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


def in_order(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Every finding once, sorted by file, line and column."""
    return tuple(sorted(set(findings)))


def warnings_on(
    path: str, code: str, message: str, do: str, lines: Iterable[int]
) -> Iterator[Diagnostic]:
    """One warning about all of `lines`, which names the first of them; none without a line."""
    yield from _on("warning", path, code, message, do, lines)


def advice_on(
    path: str, code: str, message: str, do: str, lines: Iterable[int]
) -> Iterator[Diagnostic]:
    """The same as advice."""
    yield from _on("advice", path, code, message, do, lines)


def _on(
    severity: Severity, path: str, code: str, message: str, do: str, lines: Iterable[int]
) -> Iterator[Diagnostic]:
    numbers = sorted(set(lines))
    if numbers:
        more = " and more" if len(numbers) > _MOST_LINES else ""
        shown = ", ".join(map(str, numbers[:_MOST_LINES]))
        word = "line" if len(numbers) == 1 else "lines"
        at = Position(line=numbers[0], column=1)
        found = _finding(severity, path, code, f"{message} ({word} {shown}{more})", do, at, "")
        yield replace(found, lines=tuple(numbers))


class SiteError(Exception):
    """Settings, themes, pages' shape or the look are wrong: nothing can be built.

    `findings` says what, where and what to do.
    """

    def __init__(self, findings: Iterable[Diagnostic]) -> None:
        """Keep the findings in order."""
        self.findings = in_order(findings)
        super().__init__(f"{len(self.findings)} findings")
