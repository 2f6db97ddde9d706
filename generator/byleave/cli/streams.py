"""What is said reaches whoever listens, in letters that they can be shown, and never fails.

A terminal may not know a letter, whoever reads may have gone (`byleave build | head -1`), and a
disk may be full. None of that undoes what a command did, so none of it may end a command.
"""

import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, TextIO

import click

from byleave.cli.line_breaks import broken

# Signs of print, as a typewriter has them.
_TYPEWRITTEN = str.maketrans({
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...",
    "\N{NO-BREAK SPACE}": " ",
})  # fmt: skip

_LINE_BEGINS = ("\n", "\r", "\x1b[K")  # after these: the last one clears a line of progress


class LostOutput:
    """Why something that was said could not be kept, if so; a reader who has gone is no reason."""

    fault: OSError | None = None


class _Sink(io.BufferedIOBase):
    """Takes the bytes of a stream, and drops them once there is no place for them any more."""

    def __init__(self, stream: BinaryIO, lost: LostOutput) -> None:
        self._stream = stream
        self._lost = lost
        self.name = "<bytes>"  # a stream of text asks for one

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._stream.isatty()

    def fileno(self) -> int:
        return self._stream.fileno()

    def write(self, data: Any) -> int:
        with self._whatever_comes():
            self._stream.write(data)
        return len(data)

    def flush(self) -> None:
        with self._whatever_comes():
            self._stream.flush()

    @contextmanager
    def _whatever_comes(self) -> Iterator[None]:
        try:
            yield
        except OSError as fault:
            if not isinstance(fault, BrokenPipeError):
                self._lost.fault = fault
            _lead_nowhere(self._stream)


def _lead_nowhere(stream: BinaryIO) -> None:
    """Let what a stream still holds, and all that follows, go without a fault."""
    try:
        number = stream.fileno()
    except OSError:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)


class SafeStream(io.TextIOWrapper):
    """A stream of text on which each letter can be written, in one form or another."""

    def __init__(self, sink: _Sink, letters: str) -> None:
        """Write to `sink` in the encoding `letters`."""
        self.letters = letters
        # click takes a stream of ASCII for a mistake, and writes UTF-8 to it, which ASCII is too.
        encoding = "utf-8" if letters in _ASCII else letters
        super().__init__(sink, encoding=encoding, line_buffering=True)
        self._begins_line = True
        self.is_set = sink.isatty()

    def write(self, text: str) -> int:
        """Write `text`, what cannot be written in it as JSON would write it.

        For people on a terminal, lines break between words.
        """
        said = writable(text, self.letters)
        if self.is_set and self._begins_line:
            said = broken(said, shutil.get_terminal_size().columns)
        if text:
            self._begins_line = text.endswith(_LINE_BEGINS)
        super().write(said)
        return len(text)


def tell_programs(text: str) -> None:
    """Say `text` on standard output and break no line: programs read it, or somebody copies it."""
    out = sys.stdout
    if not isinstance(out, SafeStream):
        click.echo(text)
        return
    out.is_set, before = False, out.is_set
    try:
        click.echo(text)
    finally:
        out.is_set = before


def speaks_utf8() -> bool:
    """Whether what is said is UTF-8, so that every letter can be said as it is."""
    letters = getattr(sys.stdout, "letters", None) or getattr(sys.stdout, "encoding", None)
    return (letters or "").lower().replace("_", "-") in ("utf-8", "utf8")


_ASCII = ("ascii", "us-ascii", "646", "ansi_x3.4-1968")


def writable(text: str, letters: str) -> str:
    """`text` in letters of the encoding `letters` alone: plainer ones, or else `\\u00f3`."""
    try:
        text.encode(letters)
    except UnicodeEncodeError:
        return "".join(_plainer(one, letters) for one in text)
    return text


def _plainer(letter: str, letters: str) -> str:
    for form in (letter, letter.translate(_TYPEWRITTEN)):
        try:
            form.encode(letters)
        except UnicodeEncodeError:
            continue
        return form
    halves = letter.encode("utf-16-be", "surrogatepass")
    pairs = (halves[at : at + 2].hex() for at in range(0, len(halves), 2))
    return "".join(f"\\u{pair}" for pair in pairs)


@contextmanager
def steady_streams() -> Iterator[LostOutput]:
    """Let output and errors go through streams that never fail, and say what could not be kept."""
    _open_what_is_closed()
    lost, before = LostOutput(), (sys.stdout, sys.stderr)
    sys.stdout, sys.stderr = steady = [_steadied(one, lost) for one in before]
    try:
        yield lost
    finally:
        sys.stdout, sys.stderr = before
        for stream in steady:
            if isinstance(stream, SafeStream):
                stream.detach()  # the stream below is somebody else's, and stays open


def _open_what_is_closed() -> None:
    """Give a program that was started without one of the streams one that leads nowhere.

    Otherwise the next file that is opened takes its number, and what is said may end up in there.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - open to the end


def _steadied(stream: TextIO, lost: LostOutput) -> TextIO:
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        return stream  # no stream of the system, but of a program that runs this one
    stream.flush()
    return SafeStream(_Sink(buffer, lost), (stream.encoding or "ascii").lower())
