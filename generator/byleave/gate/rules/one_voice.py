"""The state of one voice today: published, or withheld and why (rule 1)."""

from datetime import date
from typing import Literal

from byleave.gate.rules.record_states import Standing
from byleave.model.source import Consent, SourceVoice

VoiceReason = Literal[
    "asked",
    "refused",
    "held",
    "held here",
    "withdrawn",
    "not here",
    "closed",
    "not yet given",
    "expired",
    "no web",
    "words",
    "named",
]


def reason_withheld(
    path: str, voice: SourceVoice, day: date, standing: Standing
) -> VoiceReason | None:
    """Why `voice` of the story at `path` is withheld on `day`, or None.

    What its own entry says, and what is said of its record anywhere.
    """
    consent = voice.consent or Consent()
    return _stopped(path, consent, standing) or _not_given(consent, day)


def _stopped(path: str, consent: Consent, standing: Standing) -> VoiceReason | None:
    state, notes = standing.state(consent.record), standing.notes_on(path, consent.record)
    if consent.withdrawn:
        return "withdrawn"
    if consent.refused:
        return "refused"
    if state == "closed":
        return "closed"
    if consent.not_here or "not_here" in notes:
        return "not here"
    if consent.held or state == "held":
        return "held"
    return "held here" if consent.held_here or "held_here" in notes else None


def _not_given(consent: Consent, day: date) -> VoiceReason | None:
    if consent.given is None or consent.record is None or consent.until is None:
        return "asked"
    if consent.given > day:
        return "not yet given"
    if consent.until <= day:
        return "expired"
    return None if "web" in consent.uses else "no web"
