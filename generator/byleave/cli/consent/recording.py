"""`byleave consent agree`: writing down that somebody said yes."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

import click

from byleave.build.permission import local_time, read_settings
from byleave.cli.consent.choices import Day, Uses, known_uses, one_line
from byleave.cli.consent.columns import place_of, width, wrapped
from byleave.cli.consent.telling import told_of_files
from byleave.cli.endings import told_plainly
from byleave.cli.options import site_option
from byleave.model.terms import USUAL_YEARS, ConsentBy, Use, is_at_most
from byleave.model.uses import USE_KINDS
from byleave.permission.answers.agreeing import Agreed, agree
from byleave.permission.answers.declared import identity_of
from byleave.permission.answers.preparing import Agreement, Prepared, prepare
from byleave.permission.answers.wording import first_words, readable
from byleave.permission.files.story_files import story_path
from byleave.permission.overview.saying import state_in_words

_NO_END = f"; as the file says, or else {USUAL_YEARS} years on, if not given"
_QUESTION = "Is this who it is about, and what they said?"


@click.command("agree")
@site_option
@click.argument("story")
@click.option("--voice", required=True, help="The id of the voice in the story.")
@click.option("--record", required=True, callback=one_line, help="The number of the signed form.")
@click.option("--by", type=click.Choice(get_args(ConsentBy)), required=True, help="Who said yes.")
@click.option("--uses", type=Uses(), required=True, help="What for: web,search,feed,…")
@click.option("--given", type=Day(), help="When they said yes; today, if not given.")
@click.option("--until", type=Day(), help=f"The first day without it{_NO_END}.")
@click.option("--review", type=Day(), help="Ask again by this day; as the file says, if not given.")
@click.option("--same-person", is_flag=True, help="Another name under this record is theirs too.")
@click.option("--yes", is_flag=True, help="Show whom it is about, and do not ask.")
def agree_(
    site: Path,
    story: str,
    voice: str,
    record: str,
    by: ConsentBy,
    uses: frozenset[Use],
    given: date | None,
    until: date | None,
    review: date | None,
    *,
    same_person: bool,
    yes: bool,
) -> None:
    """Record that somebody said yes to what their form shows."""
    with told_plainly(), told_of_files():
        now = local_time(site, datetime.now(UTC))
        agreement = Agreement(
            story=story_path(site, story),
            voice=voice,
            record=record,
            by=by,
            uses=known_uses(site, uses, "--uses"),
            given=given or now.date(),
            until=until,
            review=review,
            same_person=same_person,
        )
        prepared = prepare(site, now, agreement)
        click.echo("\n".join(_asked(prepared, tuple(read_settings(site).uses))))
        if not yes:
            click.confirm(_QUESTION, abort=True)
        click.echo("\n".join(_told(agree(site, now, prepared))))


def _asked(prepared: Prepared, own_uses: tuple[Use, ...]) -> Iterator[str]:
    """Whom a record is about, and all that would be written: ids alone let one take the wrong."""
    voice, columns = prepared.voice, width()
    identity = identity_of(voice)
    yield f"{voice.path}: {voice.voice}"
    yield f"  {voice.name} ({identity})"
    words = readable(first_words(prepared.shown))
    yield from wrapped(f"“{words}”" if words else "no words by or about them", columns, 2)
    yield f"  record {prepared.record}, said by: {prepared.by}"
    asked = [one.name for one in USE_KINDS if identity == "named" or not one.of_named]
    uses = (*asked, *own_uses)
    yield from wrapped(
        f"yes to: {', '.join(one for one in uses if one in prepared.uses)}", columns, 2
    )
    if missing := [one for one in uses if one not in prepared.uses]:
        yield from wrapped(f"no to: {', '.join(missing)}", columns, 2)
    yield from wrapped(f"from {prepared.given} until {prepared.until}{_end(prepared)}", columns, 2)
    if prepared.review:
        yield f"  to be asked again by {prepared.review}"
    if prepared.answered:
        yield f"  asked again by {prepared.answered}, as was planned; --review plans another day"


def _end(prepared: Prepared) -> str:
    """What is to be said of the day on which it ends, and where that is from."""
    said = {
        "said": "",
        "file": ", as it stands in the file",
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
    for other in agreed.others:
        yield f"  waiting for {other.voice}: {state_in_words(other)}"
    if not agreed.others:
        yield "  why: byleave check --verbose"
