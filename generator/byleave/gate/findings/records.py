"""What editors are told of records: lost ones, those closed elsewhere, and odd spellings."""

from collections.abc import Iterator

from msgspec import Struct

from byleave.diagnostics import Diagnostic, error, warning
from byleave.gate.rules.decision import Decision
from byleave.model.record_list import RECORDS_FILE, RecordList
from byleave.model.records import RecordState, record_key
from byleave.model.source import Consent, StoryFront, Tree
from byleave.positions import START, Position
from byleave.values import replace


def record_findings(tree: Tree[StoryFront], decision: Decision) -> Iterator[Diagnostic]:
    """The findings; those that name a story are private where they tell of somebody withheld."""
    yield from _lost(tree, decision)
    yield from _nowhere(tree.records, decision)
    for told in _told_of(tree, decision):
        if told.is_disputed:
            yield replace(_stopped_elsewhere(told), private=True)
        if told.is_copied:
            yield replace(_copied(told), private=True)
        if told.key in decision.standing.spellings:
            yield replace(_spelling(told), private=_has_withheld(told.story, decision))


def disputed(tree: Tree[StoryFront], decision: Decision) -> int:
    """How many records are closed or held somewhere, and permitted by a story all the same."""
    return len({told.key for told in _told_of(tree, decision) if told.is_disputed})


class _ConsentToTell(Struct, frozen=True, kw_only=True):
    """A consent of which there is something to tell.

    `state` is that of its record anywhere; `is_copied` where what was said of it in another
    story counts here, of which this is a copy.
    """

    story: StoryFront
    voice: str
    consent: Consent
    key: str
    state: RecordState
    is_copied: bool

    @property
    def is_disputed(self) -> bool:
        """Whether the record is stopped elsewhere, and this consent does not say so."""
        here = self.consent
        return here.given is not None and here.state == "open" and self.state != "open"

    @property
    def at(self) -> Position:
        """Where its number stands."""
        return self.story.positions.at("voices", self.voice, "consent", "record")


def _told_of(tree: Tree[StoryFront], decision: Decision) -> Iterator[_ConsentToTell]:
    """The consents whose record is stopped somewhere, or written in several ways."""
    records = decision.standing
    states, spellings = records.states, records.spellings
    for story in tree.stories if states or spellings or records.copied else ():
        for id_, voice in (story.front.voices or {}).items():
            consent = voice.consent
            key = record_key(consent.record) if consent and consent.record else ""
            copied = (story.path, key) in records.copied
            if consent and (key in states or key in spellings or copied):
                yield _ConsentToTell(
                    story=story,
                    voice=id_,
                    consent=consent,
                    key=key,
                    state=states.get(key, "open"),
                    is_copied=copied,
                )


def _has_withheld(story: StoryFront, decision: Decision) -> bool:
    voices = ((story.path, id_) for id_ in story.front.voices or {})
    return story.path in decision.stories or any(key in decision.voices for key in voices)


def _lost(tree: Tree[StoryFront], decision: Decision) -> Iterator[Diagnostic]:
    for path, keys in decision.standing.lost.items():
        for key in keys:
            # The number is not told: the log of a build is read by others.
            line = tree.records.places.get(key, 0)
            message = f"the record in line {line} of {RECORDS_FILE} has gone from this file"
            do = (
                "put the voice's entry back as git has it; or, if every word of theirs is to stay "
                f"out: byleave consent erased NUMBER {path}"
            )
            yield error(path, "record-lost", message, do)


def _nowhere(listed: RecordList, decision: Decision) -> Iterator[Diagnostic]:
    for key in decision.standing.nowhere:
        message = "the story with this record is gone, and no other story has it"
        do = "bring the story back; or, if it was meant to go: byleave consent records"
        yield warning(RECORDS_FILE, "record-nowhere", message, do, _at(listed, key))
    for key in decision.standing.left:
        message = "a story with this record is gone, and no new one has it; others still do"
        do = (
            "if its file has another name now, put this voice's entry back into it; "
            "if the story was meant to go: byleave consent records"
        )
        yield warning(RECORDS_FILE, "record-left", message, do, _at(listed, key))


def _at(listed: RecordList, key: str) -> Position:
    return Position(line=listed.places[key], column=1) if key in listed.places else START


def _stopped_elsewhere(told: _ConsentToTell) -> Diagnostic:
    path, number = told.story.path, told.consent.record
    if told.state == "closed":
        message = "the record of this voice is closed in another file, or in the list of records"
        do = f"close it here too: byleave consent withdraw --record {number}"
        return warning(path, "record-closed", message, do, told.at)
    message = "the record of this voice is held in another file, or in the list of records"
    do = f"lift it everywhere: byleave consent hold --lift --record {number}"
    return warning(path, "record-held", message, do, told.at)


def _copied(told: _ConsentToTell) -> Diagnostic:
    message = "this has the words of another file, in which this voice is not shown any more"
    do = (
        "delete it if it is a copy; else close or hold the voice here as well: "
        f"byleave consent withdraw --record {told.consent.record} --only-here {told.story.path}"
    )
    return warning(told.story.path, "record-copied", message, do, told.at)


def _spelling(told: _ConsentToTell) -> Diagnostic:
    message = "this number is written in another way elsewhere; it counts as one record"
    do = "write it everywhere as it is on the form: see byleave consent list"
    return warning(told.story.path, "record-spelling", message, do, told.at)
