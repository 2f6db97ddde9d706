"""What belongs offline and stands among a story's voices: ways to reach people, births, reasons."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from byleave.diagnostics import Diagnostic, warning
from byleave.positions import Position, Positions
from byleave.text_in_files.prefilter import likely
from byleave.values import replace

_VOICES = re.compile(r"^voices[ \t]*:(?:.*\n?)(?:(?:[ \t#].*|[ \t]*)(?:\n|\Z))*", re.M)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
# A number that begins as telephone numbers do, and is as long; dates and records are neither.
_DIGITS = r"(?:\+|00?)\(?\d(?:[ ()./-]{0,2}\d){8,13}"
_TELEPHONE = re.compile(rf"(?<![\w./-]){_DIGITS}(?![\w-])")
_BIRTH = re.compile(
    r"\b(?:d\.?o\.?b\b|date of birth|birthday|born|dyddiad geni|ganwyd|ganed)", re.I
)
_KINDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (_EMAIL, "this looks like an e-mail address"),
    (_TELEPHONE, "this looks like a telephone number"),
    (_BIRTH, "this looks like somebody's birth"),
)
# Whether any of them may be there: mostly not one is.
_ANY = likely("@", _DIGITS, _BIRTH.pattern)
_STOPS = ("refused", "held", "withdrawn")
# What a stop may say of itself: nothing, yes or no, or its day.
_NO_REASON = re.compile(r"(?:yes|no|true|false|\d{4}-\d{2}-\d{2})?\Z", re.I)


def belongs_offline(
    yaml: str, data: Mapping[str, Any], path: str, positions: Positions
) -> Iterator[Diagnostic]:
    """Warnings about the voices of a story; `yaml` is its front matter, from line 2 of its file."""
    do = "take it out, here and in the history, and keep it with the permission form"
    voices = _VOICES.search(yaml)
    likely_lines = voices[0].splitlines() if voices and _ANY(voices[0]) else ()
    before = yaml.count("\n", 0, voices.start()) if voices else 0
    for number, line in enumerate(likely_lines, before + 2):
        for pattern, message in _KINDS:
            for found in pattern.finditer(line):
                at = Position(line=number, column=found.start() + 1)
                yield warning(path, "belongs-offline", message, do, at)
    for place in _reasons(data):
        at = positions.at(*place)
        finding = warning(path, "belongs-offline", "this looks like a reason", do, at)
        # Where there is a reason, somebody is withheld.
        yield replace(finding, private=True)


def _reasons(data: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Where a stop says more than that it is one; nobody has to give a reason, or to keep it."""
    voices = data.get("voices")
    for id_, voice in (voices if isinstance(voices, dict) else {}).items():
        consent = voice.get("consent") if isinstance(voice, dict) else None
        if not isinstance(consent, dict):
            continue
        for stop in _STOPS:
            said = consent.get(stop, "")
            if not isinstance(said, str) or not _NO_REASON.match(said.strip()):
                yield ("voices", id_, "consent", stop)
