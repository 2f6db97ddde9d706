"""`byleave consent agree`: writing down that somebody said yes."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

import click

from byleave.cli.asking import AskedOption, asked, is_terminal
from byleave.cli.consent.changed_words import place_of
from byleave.cli.consent.lines import width, wrapped
from byleave.cli.consent.refusals import told_of_files
from byleave.cli.consent.typed_values import (
    CodeType,
    DayType,
    UsesType,
    known_uses,
    one_line,
    uses_of,
)
from byleave.cli.endings import told_plainly
from byleave.cli.options import site_option
from byleave.editing.story_files import story_path
from byleave.model.paper_codes import code_of
from byleave.model.terms import (
    USUAL_YEARS,
    Attendant,
    ConsentBy,
    KeptOn,
    SeenHow,
    Understood,
    Use,
    is_at_most,
)
from byleave.model.uses import asked_uses
from byleave.permission.answers.agreeing import Agreed, agree
from byleave.permission.answers.agreement import Agreement, Circumstances, Prepared
from byleave.permission.answers.declared import identity_of
from byleave.permission.answers.differences import first_words, readable
from byleave.permission.answers.preparing import prepare
from byleave.permission.answers.saved_answers import read_answers
from byleave.permission.overview.saying import state_in_words
from byleave.pipeline.for_permission_tools import read_settings
from byleave.pipeline.local_time import local_time

_NO_END = f"; as the file says, or else {USUAL_YEARS} years on, if not given"
_THERE = "Who else was there; may be given several times."
_WHO = (
    "Who said yes: they themselves, alone or supported; a parent; a group; or a successor, who may "
    "speak for somebody who has died."
)
_NUMBER = "The number of the signed form"
_VOICE = "The id of the voice in the story."
_QUESTION = "Is this who it is about, and what they said?"


@click.command("agree")
@site_option
@click.argument("story")
@click.option(
    "--voice", cls=AskedOption, prompt="Whose yes it is (the id in the story)", help=_VOICE
)
@click.option(
    "--record",
    cls=AskedOption,
    prompt=_NUMBER,
    callback=one_line,
    help=f"{_NUMBER}.",
)
@click.option(
    "--by",
    cls=AskedOption,
    prompt="Who said it",
    type=click.Choice(get_args(ConsentBy)),
    help=_WHO,
)
@click.option("--uses", type=UsesType(), help="What for: web,search,feed,…")
@click.option("--form", type=CodeType(), help="The code of the form that they answered.")
@click.option(
    "--answers",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file that they saved from the form: its code, and what they said.",
)
@click.option("--given", type=DayType(), help="When they said yes; today, if not given.")
@click.option("--until", type=DayType(), help=f"The first day without it{_NO_END}.")
@click.option(
    "--review", type=DayType(), help="Ask again by this day; as the file says, if not given."
)
@click.option("--assent", type=DayType(), help="When the child said yes, beside the parent.")
@click.option("--there", type=click.Choice(get_args(Attendant)), multiple=True, help=_THERE)
@click.option("--group-of", type=click.IntRange(1, 9999), help="How many of the group were there.")
@click.option(
    "--understood",
    type=click.Choice(get_args(Understood)),
    multiple=True,
    help="How you saw that they understood.",
)
@click.option("--kept", type=click.Choice(get_args(KeptOn)), help="What their answer is kept on.")
@click.option("--same-person", is_flag=True, help="Another name under this record is theirs too.")
@click.option("--yes", is_flag=True, help="Show whom it is about, and do not ask.")
def agree_(
    site: Path,
    story: str,
    voice: str,
    record: str,
    by: ConsentBy,
    uses: frozenset[Use] | None,
    form: str | None,
    answers: Path | None,
    given: date | None,
    until: date | None,
    review: date | None,
    assent: date | None,
    there: tuple[Attendant, ...],
    group_of: int | None,
    understood: tuple[Understood, ...],
    kept: KeptOn | None,
    *,
    same_person: bool,
    yes: bool,
) -> None:
    """Record that somebody said yes to what their form shows."""
    with told_plainly(), told_of_files():
        now = local_time(site, datetime.now(UTC))
        code, agreed_uses = _answered(site, answers, form, uses)
        agreement = Agreement(
            story=story_path(site, story),
            voice=voice,
            record=record,
            by=by,
            uses=known_uses(site, agreed_uses, "--uses"),
            given=given or now.date(),
            until=until,
            review=review,
            form=code,
            same_person=same_person,
            shown=_shown(answers, kept),
            how=Circumstances(
                assent=assent,
                there=tuple(dict.fromkeys(there)),
                group_of=group_of,
                understood=tuple(dict.fromkeys(understood)),
                kept=kept,
            ),
        )
        prepared = prepare(site, now, agreement)
        click.echo("\n".join(_asked(prepared, tuple(read_settings(site).uses))))
        if not yes:
            click.confirm(_QUESTION, abort=True)
        click.echo("\n".join(_told(agree(site, now, prepared))))


def _shown(answers: Path | None, kept: KeptOn | None) -> SeenHow:
    """How they had the paper when they answered: nobody signs what is said aloud or saved."""
    if answers is not None:
        return "on-screen"
    return "signed" if kept in (None, "paper") else "read-aloud"


def _answered(
    site: Path, answers: Path | None, form: str | None, uses: frozenset[Use] | None
) -> tuple[str, frozenset[Use]]:
    """The code of the form and what was agreed to, from a file or as they were typed."""
    if answers is not None:
        if form or uses:
            raise click.UsageError("--answers says both: leave --form and --uses out")
        saved = read_answers(answers)
        return saved.form, saved.agreed
    if uses is None and is_terminal():
        return form or _asked_code(), _asked_uses(site)
    if uses is None:
        raise click.UsageError("write what they said yes to: --uses web,search,feed")
    return form or "", uses


def _asked_code() -> str:
    def read(said: str) -> str:
        return CodeType().convert(said, None, None) if said else ""

    return asked(
        "The code of the form that they answered (Enter if there was none):", read, "", show=False
    )


def _asked_uses(site: Path) -> frozenset[Use]:
    question = f"What they said yes to, with commas between ({', '.join(uses_of(site))}):"
    return asked(question, lambda said: known_uses(site, UsesType().convert(said, None, None), ""))


def _asked(prepared: Prepared, own_uses: tuple[Use, ...]) -> Iterator[str]:
    """Whom a record is about, and all that would be written: ids alone let one take the wrong."""
    voice, columns = prepared.voice, width()
    identity = identity_of(voice)
    yield f"{voice.path}: {voice.voice}"
    yield f"  {voice.name} ({identity})"
    words = readable(first_words(prepared.shown, voice.path))
    yield from wrapped(f"“{words}”" if words else "no words by or about them", columns, 2)
    yield f"  record {prepared.record}, said by: {prepared.by}"
    uses = asked_uses(identity, own_uses)
    yield from wrapped(
        f"yes to: {', '.join(one for one in uses if one in prepared.uses)}", columns, 2
    )
    if missing := [one for one in uses if one not in prepared.uses]:
        yield from wrapped(f"no to: {', '.join(missing)}", columns, 2)
    yield from wrapped(f"from {prepared.given} until {prepared.until}{_end(prepared)}", columns, 2)
    yield from _form(prepared)
    if prepared.review:
        yield f"  to be asked again by {prepared.review}"
    if prepared.answered:
        yield f"  asked again by {prepared.answered}, as was planned; --review plans another day"


def _form(prepared: Prepared) -> Iterator[str]:
    """Which paper was answered, and what of it is not there today."""
    if form := prepared.form:
        yield f"  form {code_of(form)}, made on {form.day}"
        today = {one.fingerprint for one in prepared.shown}
        if more := len(form.words - today):
            yield f"  {more} of what it shows would not be public today, and is agreed to as well"


def _end(prepared: Prepared) -> str:
    """What is to be said of the day on which it ends, and where that is from."""
    said = {
        "said": "",
        "form": ", as the form says",
        "file": ", as it stands in the file",
        "rounded": ", rounded down to the first day of a month: it tells no birthday",
        "usual": f": {USUAL_YEARS} years, since the file names no end; another day with --until",
    }[prepared.end_from]
    if is_at_most(USUAL_YEARS, prepared.given, prepared.until):
        return said
    return f"{said}; {USUAL_YEARS} years are usual"


def _told(agreed: Agreed) -> Iterator[str]:
    entry = agreed.entry
    yield f"{entry.story}: {entry.voice} said yes, record {entry.record}"
    yield from _words(agreed)
    yield f"  {state_in_words(entry)}"
    if entry.state == "story" or agreed.not_yet:
        yield from _others(agreed)
    if entry.state == "published":
        yield "next: byleave build"


def _words(agreed: Agreed) -> Iterator[str]:
    for words in agreed.public:
        yield f"  may be public now: {place_of(words)}"
    for words in agreed.not_yet:
        yield f"  agreed to, not public yet: {place_of(words)}"
    if not agreed.public and not agreed.not_yet:
        yield "  no words by or about them would be public"


def _others(agreed: Agreed) -> Iterator[str]:
    waiting = [one for one in agreed.others if one.state != "story"]
    for other in waiting:
        yield f"  waiting for {other.voice}: {state_in_words(other)}"
    versions = sorted(agreed.entry.waiting - {agreed.entry.story})
    for path in versions:
        yield f"  not published yet: {path}"
    if agreed.entry.dated and agreed.entry.dated > agreed.today:
        yield f"  the story is due on {agreed.entry.dated}"
    elif not (waiting or versions):
        yield "  why: byleave check --verbose"
