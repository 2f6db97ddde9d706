"""Records that no form can be behind, or that tell too much: a name, a birthday, no end in sight.

They are warnings, since nobody may go off the site for a slip in what stands beside them, and they
are told of whoever is published alone.
"""

from collections.abc import Iterator

from byleave.diagnostics import Diagnostic, warning
from byleave.gate.rules.decision import Decision
from byleave.model.source import Consent, SourceVoice, StoryFront
from byleave.model.terms import MOST_YEARS, is_at_most, parents_end
from byleave.model.whose_records import is_number, tells_name
from byleave.positions import KeyPath


def odd_records(story: StoryFront, decision: Decision) -> Iterator[Diagnostic]:
    """Warnings about the records of the published voices of `story`, each by itself."""
    for id_, voice in (story.front.voices or {}).items():
        if voice.consent and _is_published(story, id_, decision):
            place = ("voices", id_, "consent")
            yield from _odd_number(story, place, voice, voice.consent.record or "")
            yield from _odd_days(story, place, voice.consent)
            yield from _birthday(story, place, voice.consent)


def _odd_number(
    story: StoryFront, place: KeyPath, voice: SourceVoice, record: str
) -> Iterator[Diagnostic]:
    if record and not is_number(record):
        at = story.positions.at(*place, "record")
        message = "a record is a number, and there is no digit in this one"
        do = "write the number of the signed form, such as TS-0040"
        yield warning(story.path, "record-word", message, do, at)
    elif record and tells_name(record, voice.name, voice.identity):
        at = story.positions.at(*place, "record")
        message = "this record tells the name of whose it is"
        do = "give the form a number that tells nothing, such as TS-0040"
        yield warning(story.path, "record-name", message, do, at)


def _odd_days(story: StoryFront, place: KeyPath, consent: Consent) -> Iterator[Diagnostic]:
    given, until = consent.given, consent.until
    if given and consent.asked and given < consent.asked:
        message = "this yes is before the day of the question"
        at = story.positions.at(*place, "given")
        do = "correct the one that is a slip"
        yield warning(story.path, "given-before-asked", message, do, at)
    is_far = given and until and not is_at_most(MOST_YEARS, given, until)
    if is_far and consent.review is None:
        message = f"this permission is for longer than {MOST_YEARS} years"
        do = "agree on an earlier end, or write a `review:` by which you ask again"
        at = story.positions.at(*place, "until")
        yield warning(story.path, "until-far", message, do, at)


def _birthday(story: StoryFront, place: KeyPath, consent: Consent) -> Iterator[Diagnostic]:
    """An end of a parent's permission that may be the day on which a child is grown up."""
    until = consent.until
    if consent.by == "parent" and until and until != parents_end(until):
        at = story.positions.at(*place, "until")
        message = "this end of a parent's permission may tell a child's birthday"
        do = f"write {parents_end(until)}, the first day of the month before"
        yield warning(story.path, "parent-until-day", message, do, at)


def _is_published(story: StoryFront, id_: str, decision: Decision) -> bool:
    return story.path not in decision.stories and (story.path, id_) not in decision.voices
