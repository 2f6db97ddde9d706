"""Taking back, refusing, holding and narrowing at the desk, and what is to be done after it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, get_args

from starlette.responses import Response

from byleave.desk.asking import WORD, Asked
from byleave.desk.pages import page
from byleave.desk.permission.days import day_said
from byleave.desk.saying import titles_of
from byleave.desk.workplace import Workplace
from byleave.editing.refusals import RefusedError
from byleave.model.record_list import RECORDS_FILE
from byleave.model.terms import Identity
from byleave.permission.afterwards.concerned import changed, concerned
from byleave.permission.afterwards.next_steps import what_to_do_next
from byleave.permission.afterwards.publishing import guessed_host
from byleave.permission.answers.declared import Declared, files, identity_of
from byleave.permission.answers.mentions import plain_mentions
from byleave.permission.answers.narrowing import Narrowing, narrow, told_in
from byleave.permission.answers.refusing import has_said_yes, refuse
from byleave.permission.answers.stopping import (
    Stopped,
    Unwritten,
    WhosePermission,
    elsewhere,
    known_list,
    lift,
    meant,
    stop,
)
from byleave.preview import SiteInMemory

_NOT_AGAIN = frozenset((WORD, "do"))
# The desk has pages for these; what a host keeps is not of its making.
_OWN_STEPS = frozenset(("Publish now", "The history of the repository"))
_DOINGS = {
    "withdraw": "Take permission back",
    "no": "Write down that they said no",
    "hold": "Keep it back for a while",
    "lift": "Do not keep it back any longer",
    "less": "Agree to less",
}


def fields_again(asked: Asked) -> tuple[tuple[str, str], ...]:
    """The fields of a form, for the one that asks whether it is meant."""
    return tuple(one for one in asked.fields if one[0] not in _NOT_AGAIN)


def taken_in(place: Workplace, held: SiteInMemory, paths: Iterable[str]) -> None:
    """Show what was written about permission, and let none of it be undone by a button."""
    there = list(paths)
    place.texts.forget(there)
    place.take_in(held, [*there, RECORDS_FILE])


def _sure(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """Ask whether it is meant, and say what it comes to."""
    what = asked.said("do")
    found = meant(files(place.site), _where(asked), known_list(place.site))
    return page(
        place,
        "sure.html",
        what=what,
        title=_DOINGS[what],
        voices=found.voices,
        title_of=titles_of(place, held),
        story=asked.said("story"),
        voice=asked.said("voice"),
        fields=fields_again(asked),
    )


def _where(asked: Asked) -> WhosePermission:
    return WhosePermission(
        story=asked.said("story"),
        voice=asked.said("voice"),
        only_here=bool(asked.said("only-here")),
    )


def _withdraw(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    known = files(place.site)
    found = meant(known, _where(asked), known_list(place.site))
    unwritten = stop(place.site, found, "withdrawn", _day(place, held, asked))
    return _done(place, held, asked, found, unwritten, "Permission is taken back", goes=True)


def _no(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    record = " ".join(asked.said("record").split()) or None
    day = _day(place, held, asked)
    found, unwritten = refuse(place.site, _where(asked), known_list(place.site), record, day)
    return _done(place, held, asked, found, unwritten, "Their no is written down", goes=True)


def _hold(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    found = meant(files(place.site), _where(asked), known_list(place.site))
    unwritten = stop(place.site, found, "held", _day(place, held, asked))
    return _done(place, held, asked, found, unwritten, "It is kept back")


def _lift(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    found = meant(files(place.site), _where(asked), known_list(place.site))
    return _done(place, held, asked, found, lift(place.site, found), "It is not kept back any more")


def _less(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """Let somebody agree to less, in every story that has their record."""
    known = files(place.site)
    found = meant(known, _where(asked), known_list(place.site))
    uses = frozenset(asked.all("end-use"))
    if "web" in uses:
        raise RefusedError("without the website nothing is left", "take permission back instead")
    identity = asked.said("identity")
    kind: Identity | None = next((one for one in get_args(Identity) if one == identity), None)
    name = " ".join(asked.said("name").split())
    is_other = any(one.name != name for one in found.voices)
    less = Narrowing(
        uses=uses,
        pictures=asked.all("end-picture"),
        name=name if name and is_other else None,
        identity=kind if name and is_other else None,
    )
    if less.name:
        _refuse_mentions(place, found.voices)
    paths = narrow(place.site, known, found.voices, less)
    place.drafts.drop(paths)
    taken_in(place, held, paths)
    title = "It is written down"
    return _done(place, held, asked, found, (), title, paths=paths, pictures=less.pictures)


def _refuse_mentions(place: Workplace, voices: Iterable[Declared]) -> None:
    """A name that stands in a text protects it only while it is the voice's own."""
    known = files(place.site)
    found = [
        f"{one.path}, line {one.line}"
        for voice in voices
        if identity_of(voice) != "anonymous"
        for one in plain_mentions(place.site, voice.name, told_in(known, voice.path))
    ]
    if found:
        message = f"their name of today stands in the words: {'; '.join(dict.fromkeys(found))}"
        raise RefusedError(message, "change these words first, then their name")


def _day(place: Workplace, held: SiteInMemory, asked: Asked) -> date:
    return day_said(asked, "day") or place.moment(held).date()


def _done(
    place: Workplace,
    held: SiteInMemory,
    asked: Asked,
    found: Stopped,
    unwritten: tuple[Unwritten, ...],
    title: str,
    *,
    goes: bool = False,
    paths: Iterable[str] = (),
    pictures: tuple[str, ...] = (),
) -> Response:
    """What was done, what could not be written, and what to do next."""
    written = tuple(dict.fromkeys((*paths, *(one.path for one in found.voices))))
    if asked.said("do") != "sure-lift":
        # What was not kept yet may hold the words of whoever leaves.
        place.drafts.drop(written)
    taken_in(place, held, written)
    known = files(place.site)
    was_public = any(has_said_yes(place.site, one) for one in found.voices)
    steps = tuple(_steps(place, held, found, written)) if goes and was_public else ()
    return page(
        place,
        "stopped.html",
        title=title,
        voices=found.voices,
        unwritten=unwritten,
        unread=found.unread,
        title_of=titles_of(place, held),
        elsewhere=elsewhere(known, found.voices) if goes else (),
        was_public=was_public,
        goes=goes,
        steps=steps,
        pictures=pictures,
        story=asked.said("story"),
        voice=asked.said("voice"),
    )


def _steps(
    place: Workplace, held: SiteInMemory, found: Stopped, written: Iterable[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is to be done beyond sending: at the host, at search engines, in archives."""
    known = files(place.site)
    where: Any = concerned(place.site, known, found.voices, place.moment(held))
    change = changed(place.site, known, found.voices, written)
    for heading, lines in what_to_do_next(guessed_host(place.site), where, change):
        if heading not in _OWN_STEPS:
            yield heading, tuple(line for line in lines if not line.startswith("git "))


WAYS: Mapping[str, Callable[[Workplace, SiteInMemory, Asked], Response]] = {
    **dict.fromkeys(_DOINGS, _sure),
    "sure-withdraw": _withdraw,
    "sure-no": _no,
    "sure-hold": _hold,
    "sure-lift": _lift,
    "sure-less": _less,
}
