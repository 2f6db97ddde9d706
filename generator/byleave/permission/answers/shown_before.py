"""Whether what is about to be agreed to was shown: on a paper with a code, or at another time."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from byleave.editing.front_matter import value_at
from byleave.editing.refusals import RefusedError
from byleave.model.paper_codes import Round, RoundKind
from byleave.model.register import Expectation, ShownWords
from byleave.permission.answers.changed_words import ChangedWords, changes_since
from byleave.permission.answers.declared import Declared, day_of, identity_of, list_of
from byleave.permission.answers.differences import beginning, difference, in_words, readable
from byleave.permission.rounds import AskedVoice, round_of, rounds_made, shown_round

_FORM = "F"
_SOME = 8


def round_shown(
    site: Path, code: str, voice: Declared, expectation: Expectation, until: date | None
) -> Round:
    """The round that `code` stands for, if it shows of `voice` all that would be public today.

    `until` is an end that somebody gave. Raises RefusedError, and says what has changed, where it
    is another's or shows something else.
    """
    kind: RoundKind = "form" if code.startswith(_FORM) else "proof"
    today = shown_round(kind, whose(voice), expectation, None)
    found = round_of(site, code, today, (day_of(voice, "until"), None, until))
    again = f"make it again: byleave consent form {voice.path} --voice {voice.voice}"
    if found is None:
        unseen = _lines(_unseen(site, voice, expectation))
        message = "what is there now is not what this paper shows, or it is somebody else's"
        raise RefusedError("\n  ".join((message, *unseen)), f"look at the code; or {again}")
    if (found.story, found.voice) != (voice.path, voice.voice):
        message = f"this is the paper of {found.voice} in {found.story}"
        raise RefusedError(message, "give the story and the voice for which it was made")
    changed = [*_other_things(found, today)]
    shown = expectation.shown[voice.voice]
    changed += _lines(changes_since(site, shown, found.words))
    if changed:
        message = f"this has changed since the paper was made, on {found.day}:"
        raise RefusedError("\n  ".join((message, *changed)), f"put it back, or {again}")
    return found


def check_seen(site: Path, voice: Declared, expectation: Expectation) -> None:
    """Refuse words that neither a paper nor a round nor an earlier agreement showed."""
    if unseen := _unseen(site, voice, expectation):
        message = "no form, round or earlier agreement that is known here showed this:"
        raise RefusedError(
            "\n  ".join((message, *_lines(unseen))),
            "type the code of their form as --form; or, if they saw just this: "
            f"byleave consent seen {voice.path} --voice {voice.voice} --on …",
        )


def whose(voice: Declared) -> AskedVoice:
    """The voice, as a round is about it."""
    return AskedVoice(
        story=voice.path,
        voice=voice.voice,
        name=voice.name,
        identity=identity_of(voice),
        after=voice.record or "" if voice.is_over else "",
    )


def _unseen(site: Path, voice: Declared, expectation: Expectation) -> tuple[ChangedWords, ...]:
    known = list(_known(site, voice))
    new = [
        words
        for words in expectation.shown[voice.voice]
        if not any(words.is_agreed(one) for one in known)
    ]
    return changes_since(site, new, frozenset().union(*known)) if new else ()


def _known(site: Path, voice: Declared) -> Iterator[frozenset[str]]:
    """Each set of fingerprints that was shown or agreed to as one."""
    rounds = (value_at(one, "words") for one in list_of(voice, "seen"))
    said = (list_of(voice, "words"), *(one for one in rounds if isinstance(one, tuple)))
    yield from (frozenset(map(str, words)) for words in said if words)
    for made in rounds_made(site):
        if (made.story, made.voice) == (voice.path, voice.voice) and made.words:
            yield made.words


def _other_things(found: Round, today: Round) -> Iterator[str]:
    if found.called != today.called:
        yield "what they are called, or what kind of name it is"
    if found.after != today.after:
        yield "their answer: since then they have said no, or taken their yes back"
    if not today.files <= found.files:
        yield "a picture, recording or document that shows them"


def _lines(changes: Iterable[ChangedWords]) -> list[str]:
    """What was changed, a line for each; of many the first."""
    said = [_line(one.today, one) for one in changes]
    more = len(said) - _SOME
    return [*said[:_SOME], *((f"and {more} more",) if more > 0 else ())]


def _line(today: ShownWords, change: ChangedWords) -> str:
    place = f"{today.story}:{today.line}: {today.kind}"
    if change.agreed:
        return f"{place}: {' '.join(in_words(difference(change.agreed.text, today.text)))}"
    return f"{place}: {beginning(readable(today.text).split())}"
