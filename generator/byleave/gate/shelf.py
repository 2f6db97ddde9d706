"""What editors are told of each story: whether it is published today, and for whom it waits."""

from collections.abc import Iterator
from typing import get_args

from byleave.gate.doors.judging import Verdict
from byleave.gate.register import voice_state
from byleave.gate.rules.decision import Decision
from byleave.model.marks import in_words
from byleave.model.shelf import InLine, ShelfLine, StoryKind, StoryState
from byleave.model.source import FaultyStory, SourceStory


def shelf(verdict: Verdict) -> tuple[ShelfLine, ...]:
    """A line for each story file, in order of paths, those with errors too."""
    tree, decision = verdict.tree, verdict.decision
    lines = (
        *(_line(story, decision) for story in tree.stories),
        *(_faulty(story) for story in tree.faulty),
    )
    return tuple(sorted(lines, key=lambda line: line.path))


def _faulty(story: FaultyStory) -> ShelfLine:
    return ShelfLine(path=story.path, address=story.address, title="", kind="story", state="error")


def _line(story: SourceStory, decision: Decision) -> ShelfLine:
    front = story.front
    names = {id_: voice.name for id_, voice in (front.voices or {}).items()}
    return ShelfLine(
        path=story.path,
        address=story.address,
        title=in_words(front.title or "", names),
        kind=_kind(story),
        state=_state(decision.stories.get(story.path)),
        day=front.date,
        starts=front.event.starts.day if front.event else None,
        themes=front.themes,
        people=tuple(_people(story, decision)),
        of=story.version_of or front.in_reply_to or front.responds_to or "",
        because=decision.because.get(story.path, ""),
    )


def _state(reason: str | None) -> StoryState:
    known: tuple[StoryState, ...] = get_args(StoryState)
    return next((one for one in known if one == reason), "published")


def _kind(story: SourceStory) -> StoryKind:
    if story.version_of:
        return "version"
    if story.front.responds_to:
        return "response"
    return "event" if story.front.event else "story"


def _people(story: SourceStory, decision: Decision) -> Iterator[InLine]:
    facts = decision.facts.get(story.path)
    deciding = facts.deciding if facts else frozenset()
    for id_, voice in (story.front.voices or {}).items():
        consent = voice.consent
        yield InLine(
            id=id_,
            name=voice.name,
            person=voice.person or "",
            state=voice_state(story, id_, decision),
            is_deciding=(story.path, id_) in deciding,
            until=consent.until if consent else None,
        )
