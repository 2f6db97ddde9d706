"""`byleave consent agree`: writing down that somebody said yes."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

import click

from byleave.build.permission import local_time
from byleave.cli.consent.choices import Day, Uses, known_uses, one_line
from byleave.cli.consent.columns import place_of
from byleave.cli.consent.telling import told_of_files
from byleave.cli.endings import told_plainly
from byleave.cli.options import site_option
from byleave.model.terms import ConsentBy, Use
from byleave.model.uses import USES
from byleave.permission.answers.agreeing import YEARS, Agreed, Agreement, agree, usual_until
from byleave.permission.files.story_files import story_path
from byleave.permission.overview.saying import state_in_words

_CHILD = (
    "by a parent needs --until: a day no later than the child's eighteenth birthday. "
    "Do not write the birthday down, in the repository or here"
)


@click.command("agree")
@site_option
@click.argument("story")
@click.option("--voice", required=True, help="The id of the voice in the story.")
@click.option("--record", required=True, callback=one_line, help="The number of the signed form.")
@click.option("--by", type=click.Choice(get_args(ConsentBy)), required=True, help="Who said yes.")
@click.option("--uses", type=Uses(), required=True, help="What for: web,search,feed,…")
@click.option("--given", type=Day(), help="When they said yes; today, if not given.")
@click.option(
    "--until", type=Day(), help=f"The first day without it; {YEARS} years on, if not given."
)
@click.option("--review", type=Day(), help="Ask again by this day.")
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
) -> None:
    """Record that somebody said yes to what their form shows."""
    if by == "parent" and until is None:
        raise click.UsageError(_CHILD)
    with told_plainly(), told_of_files():
        now = local_time(site, datetime.now(UTC))
        day = given or now.date()
        agreement = Agreement(
            story=story_path(site, story),
            voice=voice,
            record=record,
            by=by,
            uses=known_uses(site, uses, "--uses"),
            given=day,
            until=until or usual_until(day),
            review=review,
        )
        click.echo("\n".join(_told(agree(site, now, agreement), agreement, usual=until is None)))


def _told(agreed: Agreed, agreement: Agreement, *, usual: bool) -> Iterator[str]:
    entry = agreed.entry
    years = f" ({YEARS} years; another day with --until)" if usual else ""
    yield f"{entry.story}: {entry.voice} said yes, record {entry.record}"
    yield f"  from {entry.given} until {entry.until}{years}"
    missing = [use for use in USES if use not in agreement.uses]
    if missing:
        yield f"  not agreed to: {', '.join(missing)}"
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
