"""Captions of a recording, as WebVTT writes them: what is read in them, and what is wrong.

By "WebVTT: The Web Video Text Tracks Format" (w3.org/TR/webvtt1), sections 3 and 4, and stricter
where readers would be left behind: each has to be there for a while, in its turn, with words.
"""

import hashlib
import html
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from byleave.model.addresses import MEDIA

_SIGNATURE = re.compile(r"\ufeff?WEBVTT(?:[ \t].*)?\Z")
_ARROW = "-->"
_TIMES = re.compile(r"[ \t]*(\S+)[ \t]+-->[ \t]+(\S+)(?:[ \t].*)?\Z")
_TIME = re.compile(r"(?:(\d{2,6}):)?([0-5]\d):([0-5]\d)\.(\d{3})\Z")
# What is for whoever writes captions and for programs, and what says how they look.
_NOT_READ = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t].*)?\Z")
_TAG = re.compile(r"<[^<>]{0,500}>")
_DIGITS = 16


class Cue(Struct, frozen=True, kw_only=True):
    """Words that are there from one moment to another, in thousandths of a second."""

    start: int
    end: int
    words: str


class CaptionFault(Struct, frozen=True, kw_only=True):
    """What is wrong on a line of captions, counted from 0, and what to do."""

    line: int
    message: str
    do: str


class Captions(Struct, frozen=True, kw_only=True):
    """What was read of captions; with faults, they are not to be shown."""

    cues: tuple[Cue, ...]
    faults: tuple[CaptionFault, ...]


def read_captions(text: str) -> Captions:
    """The cues in `text`, and all that is wrong with them."""
    lines = re.split(r"\r\n|\r|\n", text)
    if not _SIGNATURE.match(lines[0]):
        fault = CaptionFault(
            line=0,
            message="captions begin with the word WEBVTT on a line of its own",
            do="write WEBVTT above them, and leave a line free below it",
        )
        return Captions(cues=(), faults=(fault,))
    cues: list[Cue] = []
    faults: list[CaptionFault] = []
    for first, block in _blocks(lines[1:]):
        found = _cue(first, block, cues)
        if isinstance(found, Cue):
            cues.append(found)
        elif found is not None:
            faults.append(found)
    if not cues and not faults:
        faults.append(CaptionFault(line=0, message="there are no words in these captions", do=_CUE))
    return Captions(cues=tuple(cues), faults=tuple(faults))


_CUE = "write a line such as 00:01.000 --> 00:03.500, and below it what is said then"


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines between free ones, each with its first line; the signature was line 0."""
    block: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _cue(first: int, block: list[str], before: Sequence[Cue]) -> Cue | CaptionFault | None:
    """The cue that a block is; None for one that nobody reads."""
    if _NOT_READ.match(block[0]) and _ARROW not in block[0]:
        return None
    at = 0 if _ARROW in block[0] else 1
    if at >= len(block) or _ARROW not in block[at]:
        return CaptionFault(line=first, message="this has no time at which it is said", do=_CUE)
    line = first + at
    times = _TIMES.match(block[at])
    start, end = (_time(times[1]), _time(times[2])) if times else (None, None)
    if start is None or end is None:
        return CaptionFault(line=line, message=_bad_time(block[at]), do=_CUE)
    if any(_ARROW in one for one in block[at + 1 :]):
        message = "a second time stands among the words of this one"
        return CaptionFault(line=line, message=message, do="leave a line free above each time")
    words = said_in_cue("\n".join(block[at + 1 :]))
    if not words:
        message = "nothing is said at this time"
        return CaptionFault(line=line, message=message, do="write what is said, or take it out")
    return _in_turn(line, Cue(start=start, end=end, words=words), before)


def _in_turn(line: int, cue: Cue, before: Sequence[Cue]) -> Cue | CaptionFault:
    if cue.end <= cue.start:
        message = "this ends before it begins"
    elif before and cue.start < before[-1].start:
        message = "this begins before the one above it"
    elif before and cue.start < before[-1].end:
        message = "this begins while the one above it is still there"
    else:
        return cue
    return CaptionFault(line=line, message=message, do="correct the times")


def _bad_time(line: str) -> str:
    if "," in line:
        return "this time has a comma: in WebVTT, a full stop stands before the thousandths"
    return "this is not a time: minutes, seconds and three digits for thousandths, as in 01:02.500"


def _time(written: str) -> int | None:
    found = _TIME.match(written)
    if found is None:
        return None
    hours, minutes, seconds, rest = (int(one or 0) for one in found.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


def said_in_cue(text: str) -> str:
    """What is read of the words of a cue: without tags, and with the signs that they stand for."""
    lines = (" ".join(html.unescape(_TAG.sub("", line)).split()) for line in text.split("\n"))
    return "\n".join(filter(None, lines))


def read_aloud(cues: Sequence[Cue]) -> str:
    """All that is said in captions, as a text to read."""
    return " ".join(cue.words.replace("\n", " ") for cue in cues)


def written(cues: Sequence[Cue]) -> str:
    """The file that browsers read, with nothing in it but times and words."""
    said = (
        f"{_clock(cue.start)} --> {_clock(cue.end)}\n{html.escape(cue.words, quote=False)}\n"
        for cue in cues
    )
    return "WEBVTT\n\n" + "\n".join(said)


def _clock(moment: int) -> str:
    seconds, rest = divmod(moment, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{rest:03}"


def track_of(text: str) -> str:
    """The address of the file that is made of captions: by what is in it, as of all media."""
    if not text:
        return ""
    file = written(read_captions(text).cues)
    return f"{MEDIA}{hashlib.sha256(file.encode()).hexdigest()[:_DIGITS]}.vtt"
