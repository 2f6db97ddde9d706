"""Where code stands in a text: what is in it is shown as it is, whatever it looks like."""

import re
from collections import deque
from collections.abc import Iterator

from byleave.model.markdown.blocks import lines_of

_FENCED_OF_OLD = re.compile(
    r"^(`{3,}|~{3,})[ ]*(?:\{[^}\n]*\}|[\w#.+-]*)[ ]*\n(?:.*?\n)?\1[ ]*$", re.M | re.S
)
_LONE_FENCE = re.compile(r"^[ \t>]*(?:`{3,}|~{3,})", re.M)
_CODE = ("fence", "code")
_WORDS_BEHIND = re.compile(r"\S+[ \t]+\S")
_TICKS = re.compile(r"`+")
_BLANK = re.compile(r"\n[ \t]*\n")
_SIGN = re.compile(r"[^\n]")


def without_code(text: str) -> str:
    """`text` with spaces in the place of code between fences or backticks; places stay."""
    if "`" not in text and "~~~" not in text:
        return text
    return _without_spans(_without_fences(text))


def as_engine_reads(engine: str, text: str) -> str:
    """`text` with spaces in the place of fences that begin no code with `engine`.

    Python-Markdown knows them at the start of a line alone, and wants their ends.
    """
    if engine != "python-markdown" or ("```" not in text and "~~~" not in text):
        return text
    out: list[str] = []
    done = 0
    for code in _FENCED_OF_OLD.finditer(text):
        out += [_LONE_FENCE.sub(_spaces, text[done : code.start()]), code[0]]
        done = code.end()
    return "".join(out) + _LONE_FENCE.sub(_spaces, text[done:])


def _spaces(found: re.Match[str]) -> str:
    return _SIGN.sub(" ", found[0])


def words_behind_fences(text: str) -> Iterator[int]:
    """Where code begins with a fence behind which more stands than the name of a language."""
    at = 0
    for line in lines_of(text):
        if line.kind == "fence" and _WORDS_BEHIND.match(line.behind.strip()):
            yield at
        at += len(line.text) + 1


def _without_fences(text: str) -> str:
    if "```" not in text and "~~~" not in text:
        return text
    lines = lines_of(text)
    return "\n".join([" " * len(one.text) if one.kind in _CODE else one.text for one in lines])


def without_html(text: str) -> str:
    """`text` with spaces in the place of blocks of HTML, in which no Markdown is read."""
    if "<" not in text:
        return text
    lines = lines_of(text)
    return "\n".join([" " * len(one.text) if one.kind == "html" else one.text for one in lines])


def _without_spans(text: str) -> str:
    out: list[str] = []
    done = 0
    for start, end in _spans(text):
        out += [text[done:start], _SIGN.sub(" ", text[start:end])]
        done = end
    return "".join(out) + text[done:]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where code between backticks begins and ends: none goes beyond its paragraph."""
    begin = 0
    for end in (*(found.start() for found in _BLANK.finditer(text)), len(text)):
        runs = list(_TICKS.finditer(text, begin, end))
        begin = end
        waiting: dict[int, deque[int]] = {}
        for run in runs:
            waiting.setdefault(len(run[0]), deque()).append(run.start())
        done = 0
        for run in runs:
            same = waiting[len(run[0])]
            while same and same[0] <= run.start():
                same.popleft()
            if run.start() >= done and same and not _is_escaped(text, run.start()):
                done = same[0] + len(run[0])
                yield run.start(), done


def _is_escaped(text: str, at: int) -> bool:
    before = text[max(0, at - 20) : at]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1
