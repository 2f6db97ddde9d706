"""What an editor is told of how a story is written: of what readers would meet, and nothing else.

What somebody says of themselves and what is quoted is not for editors to change.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import partial

from msgspec import Struct

from byleave.diagnostics import Diagnostic
from byleave.gate.findings.cautions.texts import StoryRuns, TextRun
from byleave.gate.rules.decision import Decision
from byleave.model.source import SourceLink, SourceStory
from byleave.model.terms import NAME_OPEN
from byleave.values import replace
from byleave.wording.findings import Manner, of_links, of_picture, of_recordings, of_text
from byleave.wording.links import LinkWords
from byleave.wording.people import SoughtWords
from byleave.wording.quick_look import quick_look
from byleave.wording.quoting import is_of_oneself, unquoted
from byleave.wording.written import Piece, Whose

_NOBODYS = SoughtWords(may_be_in=lambda _: False, form=r"(?!)", by_form={})
_SHORTEST_NAME = 3
_WRITTEN_OUT = re.compile(r"transcri(?:pt|bed)|subtitle|caption|trawsgrif|adysgrif|isdeitl", re.I)
_RECORDINGS = ("audio", "video")


class LookedAt(Struct, frozen=True, kw_only=True):
    """What is looked through of a story: its texts, its links, and the names of its files."""

    runs: StoryRuns
    links: Sequence[SourceLink]
    media: Collection[str]


def in_its_file(runs: StoryRuns, story: SourceStory, decision: Decision) -> LookedAt:
    """What editors look through in the file of `story`, of which `runs` are the texts."""
    gone = decision.gone(story.path)
    links = [one for one in story.links if one.block not in gone]
    return LookedAt(runs=runs, links=links, media=story.media.keys())


def how_it_reads(
    looked: LookedAt,
    story: SourceStory,
    decision: Decision,
    engine: str,
    words: SoughtWords,
    explained: tuple[str, ...],
) -> Iterator[Diagnostic]:
    """The advice on what is `looked` at of `story`; `words` are for English.

    What is `explained` by the glossary of the site needs no explaining.
    """
    runs = looked.runs
    has_author = bool(decision.facts[story.path].authors)
    about = words if runs.language == "en" else _NOBODYS
    look = quick_look(runs.text, about, engine, has_author=has_author)
    if story.front.easy_read_of:
        look = replace(look, sentences=False)  # they have a shorter measure of their own
    if look.any:
        manner = Manner(
            language=runs.language,
            engine=engine,
            words=about,
            names=(*_names(runs), *explained),
            has_author=has_author,
            has_voices=bool(runs.voices),
        )
        pieces = [_piece(run, runs, decision, has_author=has_author) for run in runs.runs]
        yield from of_text(story.path, [one for one in pieces if one], look, manner)
    yield from of_links(
        story.path,
        [
            LinkWords(words=one.text, to=one.destination, line=one.position.line)
            for one in looked.links
            if one.kind != "media"
        ],
    )
    if story.front.media:
        yield from _media(looked, story)


def _names(runs: StoryRuns) -> Iterator[str]:
    for voice in runs.voices.values():
        yield from (voice.name, voice.role or "", voice.place or "")


def _piece(run: TextRun, runs: StoryRuns, decision: Decision, *, has_author: bool) -> Piece | None:
    """A run as it is looked through; what voices are called is theirs to say."""
    if run.place:
        if run.is_entry:
            return None
        line = run.positions.at(*run.place).line
        return Piece(text=run.text, line=line, whole=True)
    whose: Whose = "author" if has_author else "group"
    if run.by:
        whose = _whose_passage(run, runs, decision)
    return Piece(text=run.text, line=run.line, whose=whose)


def _whose_passage(run: TextRun, runs: StoryRuns, decision: Decision) -> Whose:
    """Whose the words of a passage are: the speaker's, unless it tells of them by their name."""
    facts = decision.facts[runs.path]
    speakers = [facts.family.known[id_] for id_ in run.by if id_ in facts.family.known]
    if run.about and all(key in facts.authors for key in speakers):
        return "author"
    plain = unquoted(run.text)
    if is_of_oneself(plain):
        return "theirs"
    voices = (decision.families.voices[key] for key in speakers)
    names = (voice.name for voice in voices if voice.identity != "anonymous")
    told = any(
        word in plain
        for name in names
        for word in name.split()
        if len(word) >= _SHORTEST_NAME and word[0].isupper()
    )
    is_report = told or any(f"{NAME_OPEN}{id_}" in plain for id_ in run.by)
    return "group" if is_report else "theirs"


def _media(looked: LookedAt, story: SourceStory) -> Iterator[Diagnostic]:
    """The advice on files that the story shows."""
    runs, shown = looked.runs, {one.target for one in looked.links}
    said = {run.place: run.text for run in runs.runs if run.place[:1] == ("media",)}
    for place, alt in said.items():
        if place[-1] == "alt":
            caption = said.get((*place[:-1], "caption"), "")
            yield from of_picture(story.path, alt, caption, partial(story.positions.at, *place))
    written = {place[1] for place in said if place[-1] in ("transcript", "captions")}
    recordings = [
        name
        for name, file in story.media.items()
        if file.kind in _RECORDINGS
        and name in shown - written
        and not _is_written_out(name, looked.media)
    ]
    is_told = _WRITTEN_OUT.search(runs.text) or "\n> " in runs.text
    if recordings and not is_told:
        lines = [story.positions.at("media", name).line for name in recordings]
        yield from of_recordings(story.path, lines)


def _is_written_out(name: str, media: Collection[str]) -> bool:
    """Whether captions or a document have the name of a recording."""
    stem = name.rpartition(".")[0]
    return any(other != name and other.rpartition(".")[0] == stem for other in media)
