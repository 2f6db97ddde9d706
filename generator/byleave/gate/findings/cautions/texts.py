"""What a story would show, run by run, with the lines on which it stands."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from byleave.gate.rules.decision import Decision
from byleave.gate.rules.families import VoiceKey
from byleave.gate.rules.who_is_named import NamedVoices
from byleave.model.languages import base_language
from byleave.model.said import Said, said_in
from byleave.model.source import SourceStory, SourceVoice
from byleave.positions import KeyPath, Positions

# What goes with the whole story.
_OF_STORY = frozenset(("head", "beside", "story"))


class TextRun(Struct, frozen=True, kw_only=True):
    """A run of text and the line on which it begins; `of` are whom it is by or about.

    That of front matter is found at its `place`, when it is asked for. `about` says that a passage
    declares whom it is about, `is_entry` that it is what the list of voices says of one, and `by`
    are the ids of those who speak.
    """

    text: str
    line: int = 0
    place: KeyPath = ()
    positions: Positions = Positions()
    of: frozenset[VoiceKey] = frozenset()
    by: tuple[str, ...] = ()
    about: bool = False
    is_entry: bool = False


class StoryRuns(Struct, frozen=True, kw_only=True):
    """A story as it is looked through: what it would show, and the voices that may leave it alone.

    `text` is all that `runs` say. `voices` are all of its own and its original's. `leaving` are
    those whose leaving does not take the whole story along: all but its authors.
    """

    path: str
    language: str
    runs: tuple[TextRun, ...]
    text: str
    voices: dict[VoiceKey, SourceVoice]
    leaving: dict[VoiceKey, SourceVoice]


def story_runs(
    story: SourceStory, decision: Decision, language: str, *, withheld: bool
) -> StoryRuns:
    """What is to be looked through of a story; `language` is the site's own.

    The voices that are withheld are among its voices only if `withheld` says so.
    """
    facts = decision.facts[story.path]
    voices = {
        key: decision.families.voices[key]
        for key in facts.family.voices.values()
        if withheld or key not in decision.voices
    }
    runs = tuple(_runs(story, decision))
    return StoryRuns(
        path=story.path,
        language=base_language(story.front.language or language),
        runs=runs,
        text="\n".join([run.text for run in runs]),
        voices=voices,
        leaving={key: voice for key, voice in voices.items() if key not in facts.authors},
    )


def _runs(story: SourceStory, decision: Decision) -> Iterator[TextRun]:
    facts, gone = decision.facts[story.path], decision.gone(story.path)
    for said in said_in(story.front):
        if said.part.kind in ("words", "plain") and _shows(said, facts, decision):
            of = frozenset() if said.part.of in _OF_STORY else facts.of(said)
            yield TextRun(
                text=said.text,
                place=said.place,
                positions=story.positions,
                of=of,
                is_entry=said.part.of == "voice",
            )
    for number, block in enumerate(story.blocks):
        if number not in gone:
            of = facts.blocks[number] if block.is_passage else frozenset()
            yield TextRun(
                text=block.text, line=block.line, of=of, by=block.by, about=bool(block.about)
            )


def _shows(said: Said, facts: NamedVoices, decision: Decision) -> bool:
    """Whether a part stays: one of the story itself goes with the whole story."""
    return said.part.of in _OF_STORY or decision.voices.keys().isdisjoint(facts.of(said))


def lines_of(run: TextRun, found: Iterable[re.Match[str]]) -> Iterator[int]:
    """The lines on which matches in the text of a run begin; they come in the order of the text."""
    line, at = run.line, 0
    for one in found:
        line = line or run.positions.at(*run.place).line
        line += run.text.count("\n", at, one.start())
        at = one.start()
        yield line
