"""What editors are told of records: lost ones, those closed elsewhere, and odd spellings."""

from collections.abc import Iterator

from byleave.diagnostics import Diagnostic, error, warning
from byleave.gate.decision import Decision
from byleave.gate.families import VoiceKey
from byleave.model.record_list import RECORDS_FILE, RecordList
from byleave.model.records import record_key
from byleave.model.source import Consent, SourceStory, SourceTree
from byleave.positions import START, Position
from byleave.values import replace


def record_findings(tree: SourceTree, decision: Decision) -> Iterator[Diagnostic]:
    """The findings; those that name a story are private where they tell of somebody withheld."""
    yield from _lost(tree, decision)
    yield from _nowhere(tree.records, decision)
    for story in tree.stories:
        yield from _stopped_elsewhere(story, decision)
        yield from _spellings(story, decision)


def disputed(tree: SourceTree, decision: Decision) -> int:
    """How many records are closed or held somewhere, and permitted by a story all the same."""
    return len(
        {
            record_key(consent.record or "")
            for story in tree.stories
            for _, consent, _ in _consents(story)
            if _is_disputed(consent, decision)
        }
    )


def _lost(tree: SourceTree, decision: Decision) -> Iterator[Diagnostic]:
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


def _at(listed: RecordList, key: str) -> Position:
    return Position(line=listed.places[key], column=1) if key in listed.places else START


def _stopped_elsewhere(story: SourceStory, decision: Decision) -> Iterator[Diagnostic]:
    """The voices of a story whose own consent does not say what is said of their record."""
    for (path, _), consent, at in _consents(story):
        if not _is_disputed(consent, decision):
            continue
        if decision.standing.state(consent.record) == "closed":
            message = (
                "the record of this voice is closed in another file, or in the list of records"
            )
            do = f"close it here too: byleave consent withdraw --record {consent.record}"
            finding = warning(path, "record-closed", message, do, at)
        else:
            message = "the record of this voice is held in another file, or in the list of records"
            do = f"lift it everywhere: byleave consent hold --lift --record {consent.record}"
            finding = warning(path, "record-held", message, do, at)
        yield replace(finding, private=True)


def _is_disputed(consent: Consent, decision: Decision) -> bool:
    is_given = consent.given is not None and consent.state == "open"
    return is_given and decision.standing.state(consent.record) != "open"


def _spellings(story: SourceStory, decision: Decision) -> Iterator[Diagnostic]:
    told = {path for path, _ in decision.voices} | decision.stories.keys()
    for _, consent, at in _consents(story):
        if record_key(consent.record or "") in decision.standing.spellings:
            message = "this number is written in another way elsewhere; it counts as one record"
            do = "write it everywhere as it is on the form: see byleave consent list"
            finding = warning(story.path, "record-spelling", message, do, at)
            yield replace(finding, private=story.path in told)


def _consents(story: SourceStory) -> Iterator[tuple[VoiceKey, Consent, Position]]:
    for id_, voice in (story.front.voices or {}).items():
        if voice.consent and voice.consent.record:
            at = story.positions.at("voices", id_, "consent", "record")
            yield (story.path, id_), voice.consent, at
