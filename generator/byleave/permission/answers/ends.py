"""When a permission ends, and whether the days of an agreement can be: nobody agrees for ever."""

from datetime import date

from byleave.editing.refusals import RefusedError
from byleave.model.paper_codes import Round
from byleave.model.terms import (
    MOST_YEARS,
    USUAL_YEARS,
    is_at_most,
    may_be_a_parents,
    parents_end,
)
from byleave.permission.answers.agreement import Agreement, EndFrom
from byleave.permission.answers.declared import Declared, day_of


def usual_until(given: date) -> date:
    """The day on which a permission ends if nothing else was agreed, USUAL_YEARS after `given`."""
    day = 28 if (given.month, given.day) == (2, 29) else given.day
    return date(given.year + USUAL_YEARS, given.month, day)


def end_of(voice: Declared, agreement: Agreement, form: Round | None) -> tuple[date, EndFrom]:
    """The first day without the permission, and who says so; raises RefusedError for none."""
    until, end_from = _end(voice, agreement, form)
    if agreement.by == "parent" and parents_end(until) != until:
        return parents_end(until), "rounded"
    return until, end_from


def _end(voice: Declared, agreement: Agreement, form: Round | None) -> tuple[date, EndFrom]:
    if agreement.until is not None:
        return agreement.until, "said"
    if form is not None and form.until is not None:
        return form.until, "form"
    # A form that bears no end was made to ask anew: the end of the earlier answer is not on it.
    stands = day_of(voice, "until") if form is None else None
    if stands is not None:
        if stands <= agreement.given:
            message = f"the end that stands in the file, {stands}, is before this yes"
            raise RefusedError(message, "write the end that is on the form as --until")
        return stands, "file"
    if agreement.by == "parent":
        message = "by a parent needs --until: a day no later than the child's eighteenth birthday"
        raise RefusedError(message, "do not write the birthday down, in the repository or here")
    return usual_until(agreement.given), "usual"


def check_days(voice: Declared, today: date, agreement: Agreement, until: date) -> None:
    """Refuse days that cannot be, or that would let nobody be asked again."""
    given, asked = agreement.given, day_of(voice, "asked")
    if given > today:
        raise RefusedError("nobody has said yes on a day that is still to come", "correct --given")
    if asked is not None and given < asked:
        message = f"they would have said yes before they were asked, on {asked}"
        raise RefusedError(message, "correct --given, or `asked:` in the file")
    if until <= given:
        raise RefusedError("this permission would end before it begins", "correct --until")
    if agreement.how.assent is not None and agreement.by != "parent":
        message = "a child's own yes stands beside a parent's, and this is by somebody else"
        raise RefusedError(message, "leave --assent out, or write --by parent")
    if agreement.how.assent is not None and agreement.how.assent > today:
        raise RefusedError("the child's own yes is still to come", "correct --assent")
    if agreement.by == "parent" and not may_be_a_parents(given, until):
        message = "a parent's permission ends no later than the child's eighteenth birthday"
        raise RefusedError(message, "give that day, or an earlier one, as --until")
    if not is_at_most(MOST_YEARS, given, until):
        message = f"until {until} is longer than {MOST_YEARS} years: nobody would ask them again"
        raise RefusedError(message, f"agree on an earlier end; {USUAL_YEARS} years are usual")
    if agreement.review is not None and not given < agreement.review <= until:
        message = "the day on which to ask again is not between this yes and its end"
        raise RefusedError(message, "correct --review")
