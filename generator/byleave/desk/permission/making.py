"""Papers at the desk: the form to ask with, the letter, and that somebody was shown one."""

from collections.abc import Callable, Mapping
from typing import get_args

from starlette.responses import Response

from byleave.desk.asking import Asked
from byleave.desk.permission import stopping
from byleave.desk.permission.days import day_said
from byleave.desk.permission.recording import said_by
from byleave.desk.permission.voice_page import Outcome, shown
from byleave.desk.workplace import Workplace
from byleave.editing.refusals import RefusedError
from byleave.model.paper_codes import read_code
from byleave.model.terms import SeenHow
from byleave.permission.answers.seeing import Sight, prepare_sight, write_sight
from byleave.permission.forms_folder import NAME
from byleave.permission.forms_folder import prepare as prepare_folder
from byleave.permission.papers.making import (
    Manner,
    Numbers,
    file_name,
    made_form,
    made_letter,
    write_paper,
)
from byleave.permission.rounds import keep_made
from byleave.preview import SiteInMemory


def _form(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """Make the form on which somebody sees their part and says yes or no."""
    story, voice = asked.said("story"), asked.said("voice")
    entries = place.overview(held).entries
    entry = next((one for one in entries if (one.story, one.voice) == (story, voice)), None)
    if entry is None:
        message = "a form cannot be made of a story with an error"
        raise RefusedError(message, "mend the story first, then make the form")
    manner = Manner(
        easy_read=bool(asked.said("easy-read")), large_print=bool(asked.said("large-print"))
    )
    numbers = Numbers(place.site, place.machine.signs)
    renewing = bool(asked.said("renew"))
    moment, by = place.moment(held), said_by(asked)
    made = made_form(place.site, moment, entry, numbers, manner, renewing=renewing, by=by)
    if made is None:
        note = "Nothing of theirs would be public, whatever they say: something else keeps it back"
        raise RefusedError(note, "see what the page of the story says")
    html, paper = made
    name = file_name(
        story, voice, easy_read=manner.easy_read, large_print=manner.large_print, language=None
    )
    prepare_folder(place.site / NAME, place.site)
    write_paper(html, place.site / NAME / name, pdf=False)
    keep_made(place.site, [paper.round])
    fields = {"code": paper.code, "record": paper.record, "by": by or ""}
    said = Outcome(note="The form is made.", paper=name, code=paper.code, fields=fields)
    return shown(place, held, story, voice, said)


def _seen(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """Write down that somebody was shown their part, on the paper with this code."""
    story, voice = asked.said("story"), asked.said("voice")
    ways: tuple[SeenHow, ...] = get_args(SeenHow)
    how = next((one for one in ways if one == asked.said("how")), None)
    if not asked.said("code").strip() or how is None:
        raise RefusedError("the code of the paper is missing", "it stands at the head of the paper")
    moment = place.moment(held)
    on = day_said(asked, "on") or moment.date()
    sight = Sight(story=story, voice=voice, on=on, how=how, code=read_code(asked.said("code")))
    write_sight(place.site, prepare_sight(place.site, moment, sight))
    stopping.taken_in(place, held, [story])
    return shown(place, held, story, voice, Outcome(note="It is written down."))


def _letter(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """Make the letter to somebody who took permission back, or who said no."""
    story, voice = asked.said("story"), asked.said("voice")
    entries = [
        one
        for one in place.overview(held).entries
        if (one.story, one.voice) == (story, voice) and one.is_over
    ]
    if not entries:
        raise RefusedError("nothing was taken back or refused", "the letter comes after that")
    manner = Manner(easy_read=bool(asked.said("easy-read")))
    discreet = bool(asked.said("discreet"))
    html = made_letter(place.site, place.moment(held), entries, manner, is_discreet=discreet)
    name = file_name(story, voice, "letter", easy_read=manner.easy_read, language=None)
    prepare_folder(place.site / NAME, place.site)
    write_paper(html, place.site / NAME / name, pdf=False)
    return shown(place, held, story, voice, Outcome(note="The letter is made.", paper=name))


WAYS: Mapping[str, Callable[[Workplace, SiteInMemory, Asked], Response]] = {
    "form": _form,
    "letter": _letter,
    "seen": _seen,
}
