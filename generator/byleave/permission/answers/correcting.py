"""Taking over the fingerprints of words that were only spelt right, with the voice's knowledge."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from byleave.editing.front_matter import Edit
from byleave.editing.refusals import RefusedError
from byleave.model.fingerprints import by_the_rule_of, in_agreement
from byleave.model.register import RegisterEntry
from byleave.permission.answers.changed_words import ChangedWords, changed_words
from byleave.permission.answers.differences import is_spelling_only
from byleave.permission.answers.stopping import write
from byleave.pipeline.for_permission_tools import read_register


class Correction(Struct, frozen=True, kw_only=True):
    """A voice, and the corrected words that are to be taken over for it."""

    entry: RegisterEntry
    changes: tuple[ChangedWords, ...]


def corrections(site: Path, now: datetime, story: str, voice: str | None) -> tuple[Correction, ...]:
    """What there is to take over in `story` and its versions, for `voice` or for all its voices.

    Raises RefusedError where nothing was changed, or more than the spelling.
    """
    entries = read_register(site, now).entries
    names = {one.voice: one.name for one in entries if one.story == story}
    found = tuple(
        Correction(entry=entry, changes=changes)
        for entry in entries
        if (entry.state == "words" or entry.has_other_words)
        and voice in (None, entry.voice)
        and (changes := changed_words(site, entry))
        and any(story in (entry.story, change.today.story) for change in changes)
    )
    if not found:
        message = "no words of this story have changed since they were agreed to"
        raise RefusedError(message, "see byleave consent list")
    for one in found:
        _check(one, names)
    return found


def _check(correction: Correction, names: dict[str, str]) -> None:
    entry = correction.entry
    for change in correction.changes:
        today, agreed = change.today, change.agreed
        place = f"{today.story}:{today.line}"
        ask = f"ask again: byleave consent form {entry.story} --voice {entry.voice}"
        if agreed is None:
            known = "this was not there" if change.is_known else "it is not known what was agreed"
            raise RefusedError(f"{place}: {known}, so it is no correction of spelling", ask)
        if not is_spelling_only(agreed.text, today.text, names):
            raise RefusedError(f"{place}: more than the spelling has changed", ask)


def correct(site: Path, found: Iterable[Correction], told: date) -> None:
    """Put today's fingerprints in the place of those agreed to, and the day on which each was told.

    Raises CannotEditError and FilesError, with nothing written.
    """
    edits: dict[str, list[Edit]] = {}
    for one in found:
        agreed = one.entry.agreed or frozenset()
        gone = {
            in_agreement(change.agreed.fingerprint, agreed)
            for change in one.changes
            if change.agreed
        }
        new = [by_the_rule_of(agreed, change.today.fingerprint) for change in one.changes]
        kept = sorted(agreed - gone)
        base = ("voices", one.entry.voice, "consent")
        edits.setdefault(one.entry.story, []).extend(
            (
                Edit(path=(*base, "words"), value=tuple(dict.fromkeys((*kept, *new)))),
                Edit(path=(*base, "corrected"), value=told.isoformat()),
            )
        )
    write(site, edits)
