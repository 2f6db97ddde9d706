"""Relatives who are told about and are no voice: nobody has asked them."""

import re
from collections.abc import Iterator, Set

from byleave.diagnostics import Diagnostic, warnings_on
from byleave.gate.findings.cautions.texts import StoryRuns, TextRun, lines_of
from byleave.gate.findings.cautions.words import RELATIVES, also_called
from byleave.model.terms import NAME_OPEN

_WORD = re.compile(r"[\w'’-]+")
_NEAR = 80  # letters behind the word, in which a name would stand


def relatives(story: StoryRuns) -> Iterator[Diagnostic]:
    """A warning where somebody's relative is mentioned whom no voice of the story stands for."""
    pattern = RELATIVES.get(story.language)
    if pattern is None or not pattern.may_be_in(story.text):
        return
    lines = [line for run in story.runs if not run.about for line in _lines(run, story)]
    said = "a relative is told about who is no voice of this story"
    do = "declare and ask them, with `part: told-about`; or leave out what makes them known"
    yield from warnings_on(story.path, "relative-not-declared", said, do, lines)


def _lines(run: TextRun, story: StoryRuns) -> Iterator[int]:
    pattern = RELATIVES[story.language]
    if not pattern.may_be_in(run.text):
        return
    known = frozenset(" ".join(_said(story)).casefold().replace("-", " ").split())
    names = frozenset(voice.name.split()[0] for voice in story.voices.values())
    found = (
        one
        for one in pattern.whole.finditer(run.text)
        if not also_called(one["kin"], story.language) & known
        and not _is_named(run.text[one.end() : one.end() + _NEAR], names)
    )
    yield from lines_of(run, found)


def _said(story: StoryRuns) -> Iterator[str]:
    """What is said of the voices that could make one of them the relative."""
    for (_, id_), voice in story.voices.items():
        yield from (id_, voice.name, voice.role or "", voice.part)


def _is_named(after: str, names: Set[str]) -> bool:
    """Whether the name of a voice follows at once, as in “my sister {ann}”."""
    following = after.lstrip(" ,\n")
    word = _WORD.match(following)
    return following.startswith(NAME_OPEN) or (word is not None and word[0] in names)
