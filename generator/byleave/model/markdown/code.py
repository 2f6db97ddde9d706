"""Where code stands in a text: what is in it is shown as it is, whatever it looks like."""

import re
from collections import deque
from collections.abc import Iterator

_FENCE = re.compile(r"[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})([^\n]*)")
_TICKS = re.compile(r"`+")
_BLANK = re.compile(r"\n[ \t]*\n")
_SIGN = re.compile(r"[^\n]")


def without_code(text: str) -> str:
    """`text` with spaces in the place of code between fences or backticks; places stay."""
    if "`" not in text and "~~~" not in text:
        return text
    return _without_spans(_without_fences(text))


def _without_fences(text: str) -> str:
    if "```" not in text and "~~~" not in text:
        return text
    out: list[str] = []
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if fence:
            out.append(" " * len(line))
            if found and found[1].startswith(fence) and not found[2].strip():
                fence = ""
        elif found and not (found[1][0] == "`" and "`" in found[2]):
            fence = found[1]
            out.append(" " * len(line))
        else:
            out.append(line)
    return "\n".join(out)


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
