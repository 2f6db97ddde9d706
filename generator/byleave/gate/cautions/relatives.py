"""Relatives who are told about and are no voice: nobody has asked them."""

from collections.abc import Iterator

from byleave.diagnostics import Diagnostic, warning
from byleave.gate.cautions.texts import Run, Told, lines_of, on_lines
from byleave.gate.cautions.words import KIN_WORDS, RELATIVES, also_called
from byleave.model.terms import NAME_OPEN


def relatives(story: Told) -> Iterator[Diagnostic]:
    """A warning where somebody's relative is mentioned whom no voice of the story stands for."""
    if story.language not in RELATIVES:
        return
    lines = [line for run in story.runs if not run.about for line in _lines(run, story)]
    if where := on_lines(lines):
        said = "a relative is told about who is no voice of this story"
        do = "declare and ask them, with `part: told-about`; or leave out what makes them known"
        yield warning(story.path, "relative-not-declared", said + where[1], do, where[0])


def _lines(run: Run, story: Told) -> Iterator[int]:
    if run.words.isdisjoint(KIN_WORDS[story.language]):
        return
    known = " ".join(_said(story)).casefold().replace("-", " ").split()
    found = (
        one
        for one in RELATIVES[story.language].finditer(run.text)
        if not also_called(one["kin"], story.language) & set(known)
        and not _is_named(run.text[one.end() :], story)
    )
    yield from lines_of(run, found)


def _said(story: Told) -> Iterator[str]:
    """What is said of the voices that could make one of them the relative."""
    for (_, id_), voice in story.voices.items():
        yield from (id_, voice.name, voice.role or "", voice.part)


def _is_named(after: str, story: Told) -> bool:
    """Whether the name of a voice follows at once, as in “my sister {ann}”."""
    following = after.lstrip(" ,\n")
    names = (voice.name.split()[0] for voice in story.voices.values())
    return following.startswith(NAME_OPEN) or any(following.startswith(name) for name in names)
