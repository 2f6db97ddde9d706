"""Writing down a yes at the desk: looked at first, and then as `byleave consent agree` does."""

from collections.abc import Callable, Mapping
from typing import get_args

from starlette.responses import Response

from byleave.desk.asking import Asked
from byleave.desk.pages import page
from byleave.desk.permission import stopping
from byleave.desk.permission.days import day_said
from byleave.desk.permission.voice_page import Outcome, shown
from byleave.desk.saying import use_in_words
from byleave.desk.workplace import Workplace
from byleave.editing.refusals import RefusedError
from byleave.model.paper_codes import read_code
from byleave.model.terms import Attendant, ConsentBy, KeptOn, SeenHow, Understood, Use
from byleave.model.uses import asked_uses
from byleave.permission.answers.agreeing import agree
from byleave.permission.answers.agreement import Agreement, Circumstances, Prepared
from byleave.permission.answers.declared import identity_of
from byleave.permission.answers.differences import first_words, readable
from byleave.permission.answers.preparing import prepare
from byleave.permission.answers.saved_answers import answers_in
from byleave.permission.pages import in_words
from byleave.preview import SiteInMemory

_MOST_PEOPLE = 10_000
_FIELDS = (
    *("code", "record", "by", "given", "until", "review", "assent"),
    *("day", "name", "identity", "shown"),
)


def _answers(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """Fill the form for a yes with what somebody saved from theirs; nothing is written yet."""
    upload = asked.uploads.get("answers")
    if upload is None:
        raise RefusedError("there is no file", "choose the one that they saved and sent")
    saved = answers_in(upload.content, upload.name)
    fields = {**typed(asked), "code": saved.form, "shown": "on-screen"}
    note = "These are their answers. Look at them below, and go on."
    said = Outcome(note=note, kind="care", fields=fields, uses=tuple(saved.agreed))
    return shown(place, held, asked.said("story"), asked.said("voice"), said)


def _yes(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """Show whom a yes is about, and all that would be written, before it is."""
    prepared = _prepared(place, held, asked)
    settings = place.overview(held).settings
    uses = asked_uses(identity_of(prepared.voice), tuple(settings.uses))
    return page(
        place,
        "sure-yes.html",
        prepared=prepared,
        words=readable(first_words(prepared.shown, prepared.voice.path)),
        yes=[use_in_words(one, settings.uses) for one in uses if one in prepared.uses],
        no=[use_in_words(one, settings.uses) for one in uses if one not in prepared.uses],
        ends=in_words(prepared.until),
        is_usual=prepared.end_from == "usual",
        fields=stopping.fields_again(asked),
    )


def _sure_yes(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """Write it down."""
    prepared = _prepared(place, held, asked)
    agreed = agree(place.site, place.moment(held), prepared)
    stopping.taken_in(place, held, [prepared.voice.path])
    waiting = [one.name for one in agreed.others]
    note = "It is written down."
    if agreed.entry.state == "published":
        note += " What they said yes to is public once you have sent it."
    elif waiting:
        note += f" Still waiting for {', '.join(waiting)}."
    return shown(place, held, prepared.voice.path, prepared.voice.voice, Outcome(note=note))


def _prepared(place: Workplace, held: SiteInMemory, asked: Asked) -> Prepared:
    now = place.moment(held)
    by: ConsentBy | None = next(
        (one for one in get_args(ConsentBy) if one == asked.said("by")), None
    )
    record, uses = " ".join(asked.said("record").split()), frozenset(asked.all("use"))
    if by is None:
        raise RefusedError("it is not said yet who said yes", "choose who said yes")
    if not record:
        raise RefusedError("the number of the form is missing", "it stands at the head of the form")
    if not uses:
        raise RefusedError("they said yes to nothing", "tick it, or write down the no")
    return prepare(
        place.site,
        now,
        Agreement(
            story=asked.said("story"),
            voice=asked.said("voice"),
            record=record,
            by=by,
            uses=_known(place, held, uses),
            given=day_said(asked, "given") or now.date(),
            until=day_said(asked, "until"),
            review=day_said(asked, "review"),
            form=read_code(asked.said("code")) if asked.said("code").strip() else "",
            same_person=bool(asked.said("same-person")),
            shown=_shown(asked),
            how=_circumstances(asked),
        ),
    )


def _shown(asked: Asked) -> SeenHow:
    """How they had the paper when they answered: nobody signs what is said aloud or saved."""
    if asked.said("shown") == "on-screen":
        return "on-screen"
    return "signed" if asked.said("kept") in ("", "paper") else "read-aloud"


def _circumstances(asked: Asked) -> Circumstances:
    """What else is kept of an answer: facts, none of which says who, or why."""
    there: tuple[Attendant, ...] = get_args(Attendant)
    understood: tuple[Understood, ...] = get_args(Understood)
    kept: tuple[KeptOn, ...] = get_args(KeptOn)
    group = asked.said("group-of").strip()
    return Circumstances(
        assent=day_said(asked, "assent"),
        there=tuple(one for one in there if one in asked.all("there")),
        group_of=int(group) if group.isdecimal() and 0 < int(group[:5]) < _MOST_PEOPLE else None,
        understood=tuple(one for one in understood if one in asked.all("understood")),
        kept=next((one for one in kept if one == asked.said("kept")), None),
    )


def said_by(asked: Asked) -> ConsentBy | None:
    """Who said it, or None where nobody has chosen."""
    ways: tuple[ConsentBy, ...] = get_args(ConsentBy)
    return next((one for one in ways if one == asked.said("by")), None)


def _known(place: Workplace, held: SiteInMemory, uses: frozenset[Use]) -> frozenset[Use]:
    known = asked_uses("named", tuple(place.overview(held).settings.uses))
    return frozenset(one for one in uses if one in known)


def typed(asked: Asked) -> dict[str, str]:
    """The fields as they were typed, to be shown again."""
    return {name: asked.said(name) for name in _FIELDS}


WAYS: Mapping[str, Callable[[Workplace, SiteInMemory, Asked], Response]] = {
    "answers": _answers,
    "yes": _yes,
    "sure-yes": _sure_yes,
}
