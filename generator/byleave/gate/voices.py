"""The state of one voice today: published, or withheld and why (rule 1)."""

from datetime import date
from typing import Literal

from byleave.model.source import Consent, SourceVoice

VoiceReason = Literal[
    "asked", "refused", "held", "withdrawn", "not yet given", "expired", "no web", "words", "named"
]


def reason_withheld(voice: SourceVoice, day: date) -> VoiceReason | None:
    """Why `voice` is withheld on `day`, or None; only what its own record says."""
    consent = voice.consent or Consent()
    if consent.withdrawn:
        return "withdrawn"
    if consent.refused:
        return "refused"
    if consent.held:
        return "held"
    if consent.given is None or consent.record is None or consent.until is None:
        return "asked"
    if consent.given > day:
        return "not yet given"
    if consent.until <= day:
        return "expired"
    return None if "web" in consent.uses else "no web"
