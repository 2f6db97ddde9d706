"""Writing down that somebody was shown their part: on which paper, when and how."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from byleave.editing.front_matter import Data, Edit, Value
from byleave.editing.refusals import RefusedError
from byleave.model.paper_codes import Round, code_of
from byleave.model.register import ShownWords
from byleave.model.terms import SeenHow
from byleave.permission.answers.declared import Declared, day_of, files, list_of, voice_in
from byleave.permission.answers.preparing import expectation_of
from byleave.permission.answers.shown_before import round_shown, whose
from byleave.permission.answers.stopping import write
from byleave.permission.rounds import shown_round
from byleave.values import replace


class Sight(Struct, frozen=True, kw_only=True):
    """Somebody's being shown their part, as it is said; `code` is empty where no paper has one."""

    story: str
    voice: str
    on: date
    how: SeenHow
    code: str


class PreparedSight(Struct, frozen=True, kw_only=True):
    """The same as it would be written: whose it is, the round, and the words of today."""

    voice: Declared
    round: Round
    on: date
    how: SeenHow
    shown: tuple[ShownWords, ...]


def prepare_sight(site: Path, now: datetime, sight: Sight) -> PreparedSight:
    """What `sight` would write, at `now`; raises what `prepare` of an agreement does.

    Where there is no code, what would be public today counts as shown: somebody has to look.
    """
    voice = voice_in(files(site), sight.story, sight.voice)
    expectation = expectation_of(site, now, voice)
    if sight.on > now.date():
        raise RefusedError("nobody has seen it on a day that is still to come", "correct --on")
    if sight.code:
        shown = round_shown(site, sight.code, voice, expectation, day_of(voice, "until"))
        if sight.on < shown.day:
            raise RefusedError(f"this paper was made on {shown.day}, after that", "correct --on")
    else:
        shown = replace(shown_round("shown", whose(voice), expectation, None), day=sight.on)
    return PreparedSight(
        voice=voice,
        round=shown,
        on=sight.on,
        how=sight.how,
        shown=expectation.shown[voice.voice],
    )


def write_sight(site: Path, prepared: PreparedSight) -> str:
    """Write the round into the voice's consent, and give its code.

    Raises CannotEditError and FilesError, with nothing written.
    """
    code, voice = code_of(prepared.round), prepared.voice
    said = seen_value(code, prepared.on, prepared.how, prepared.round.words)
    path = ("voices", voice.voice, "consent", "seen")
    write(site, {voice.path: [Edit(path=path, value=with_round(voice, said))]})
    return code


def seen_value(code: str, on: date, how: SeenHow, words: Iterable[str]) -> Value:
    """A round as the front matter keeps it."""
    return {"round": code, "on": on.isoformat(), "how": how, "words": tuple(sorted(words))}


def with_round(voice: Declared, said: Value) -> tuple[Value, ...]:
    """The rounds of a voice and one more, unless it is there already."""
    there = tuple(map(_value, list_of(voice, "seen")))
    return there if said in there else (*there, said)


def _value(data: Data) -> Value:
    """What a file says, as it is written again."""
    if isinstance(data, Mapping):
        return {key: _value(values[-1]) for key, values in data.items()}
    return data if isinstance(data, str) else tuple(map(_value, data))
