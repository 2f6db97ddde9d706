"""A name that a text writes with other marks: José, of somebody whose `name` is Jose."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from byleave.diagnostics import Diagnostic, warnings_on
from byleave.gate.findings.cautions.texts import StoryRuns, TextRun, lines_of
from byleave.gate.findings.cautions.words import ALSO_A_WORD
from byleave.gate.rules.families import VoiceKey
from byleave.model.names.words import has_accents, row
from byleave.model.source import SourceVoice
from byleave.model.terms import NAME_OPEN

# Letters of Latin with a mark or a stroke, and marks that stand for themselves.
_MARKED = re.compile("[\u00c0-\u024f\u1e00-\u1eff\u0300-\u036f]")
_WORD = re.compile("[^\\W\\d_](?:\\w|[\u0300-\u036f])*")
# Elsewhere a capital may be that of a sentence.
_WITHIN_SENTENCE = re.compile(r"[\w,;] \Z")


def marks(story: StoryRuns) -> Iterator[Diagnostic]:
    """One warning for all words that differ from the name of a voice who may leave in marks alone.

    A name of one word without marks is not found in a word with them; nothing would take it out.
    """
    if story.text.isascii() or not _MARKED.search(story.text):
        return
    names: Mapping[str, set[VoiceKey]] = defaultdict(set)
    for key, voice in story.leaving.items():
        if _is_bare(voice):
            names[row(voice.name)].add(key)
    if names:
        message = "but for its accents, this is the name of a voice, and would stay when they leave"
        do = "write the name under `name:` as it is here, or {id} in its place"
        yield from warnings_on(story.path, "name-marks", message, do, _lines(story, names))


def _is_bare(voice: SourceVoice) -> bool:
    name = voice.name
    is_a_name = voice.identity != "anonymous" and name[:1].isupper() and NAME_OPEN not in name
    return is_a_name and len(row(name).split()) == 1 and not has_accents(name)


def _lines(story: StoryRuns, names: Mapping[str, set[VoiceKey]]) -> Iterator[int]:
    for run in story.runs:
        if _MARKED.search(run.text):
            found = (one for one in _WORD.finditer(run.text) if _names(one, run, names, story))
            yield from lines_of(run, found)


def _names(
    word: re.Match[str], run: TextRun, names: Mapping[str, set[VoiceKey]], story: StoryRuns
) -> bool:
    """Whether `word` stands for one of them, and stays when they leave."""
    said = word[0]
    if not said[0].isupper() or not has_accents(said):
        return False
    name = row(said)
    if not names.get(name, frozenset()) - run.of:
        return False
    # A glass of rosé is no Rose, however a sentence about it begins.
    usual = name.strip() in ALSO_A_WORD or said.lower() in story.text
    return not usual or _WITHIN_SENTENCE.search(run.text[: word.start()]) is not None
