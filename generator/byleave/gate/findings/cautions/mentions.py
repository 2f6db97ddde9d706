"""An id in braces that is written another way than ids are: {Ann}, where the voice is `ann`."""

import re
from collections.abc import Iterator

from byleave.diagnostics import Diagnostic, warnings_on
from byleave.gate.findings.cautions.texts import StoryRuns, lines_of

_IN_BRACES = re.compile(r"(?<![\\{])\{[ \t]*([^\W\d_][\w \t-]{0,60})\}(?!\})")
_GAPS = re.compile(r"[\s_-]+")


def mentions(story: StoryRuns) -> Iterator[Diagnostic]:
    """One warning for all lines on which readers meet such braces, and no name in their place."""
    if "{" not in story.text:
        return
    ids = frozenset(_GAPS.sub("", id_) for _, id_ in story.voices)
    lines = (
        line
        for run in story.runs
        for line in lines_of(
            run, (one for one in _IN_BRACES.finditer(run.text) if _is_in(ids, one))
        )
    )
    message = "readers see these braces and no name: an id is in small letters, without spaces"
    do = "write the id between the braces as it is under `voices:`"
    yield from warnings_on(story.path, "name-braces", message, do, lines)


def _is_in(ids: frozenset[str], said: re.Match[str]) -> bool:
    return _GAPS.sub("", said[1]).lower() in ids
