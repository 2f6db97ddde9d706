"""`byleave whats-on`: what is coming up, on a sheet to hang up or to hand out."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import get_args

import click

from byleave.cli.consent.papers.making import (
    LanguageType,
    folder_option,
    prepared,
    told_where,
)
from byleave.cli.endings import told_plainly
from byleave.cli.exit_codes import DONE, NOTHING_WRITTEN
from byleave.cli.keys import guard_key
from byleave.cli.options import MomentType, site_option
from byleave.editing.whole_files import write_private
from byleave.model.languages import base_language
from byleave.model.published import PublishedSet
from byleave.model.whats_on import Wanted, WhatsOn
from byleave.permission.forms_folder import NAME
from byleave.permission.papers.making import language_of
from byleave.permission.papers.pdf import as_pdf
from byleave.pipeline.for_printing import Size, published_of, sheet_of, sheet_on_paper
from byleave.pipeline.local_time import local_time

_STEM = "whats-on"
# A sheet has two.
_SIDES = 2


@click.command(name="whats-on")
@site_option
@click.option(
    "--weeks", type=click.IntRange(1, 52), default=4, show_default=True, help="For how long."
)
@click.option("--from", "first", type=MomentType(), help="The first day; today, if not given.")
@click.option("--place", default="", help="Only what has these words in its place or address.")
@click.option("--form", default="", help="Only such events; also: online, in-person.")
@click.option("--access", default="", help="Only where there is this, such as step-free.")
@click.option(
    "--size",
    type=click.Choice(get_args(Size), case_sensitive=False),
    default="A4",
    show_default=True,
    help="The paper to print on.",
)
@click.option("--language", type=LanguageType(), help="The language of our own words: en or cy.")
@click.option("--pdf", is_flag=True, help="Make a PDF too; needs WeasyPrint.")
@folder_option
def whats_on(
    site: Path,
    weeks: int,
    first: datetime | None,
    place: str,
    form: str,
    access: str,
    size: Size,
    language: str | None,
    output: Path | None,
    *,
    pdf: bool,
) -> None:
    """Put what is coming up on a sheet in large print: what is public, and may be printed."""
    with told_plainly(), told_where():
        now = local_time(site, datetime.now(UTC))
        day = (first or now).date()
        published = published_of(site, now, guard_key(site))
        wanted = Wanted(
            first=day,
            last=day + timedelta(weeks=weeks, days=-1),
            place=place,
            form=form,
            access=access,
            language=base_language(language or ""),
        )
        sheet = sheet_of(published, wanted)
        said = list(_left_out(sheet))
        if sheet.events:
            folder = prepared(output or site / NAME, site)
            said = [*_written(sheet, published, folder, language, size, pdf=pdf), *said]
    if said:
        click.echo("\n".join(said))
    if not sheet.events:
        click.echo("nothing to print is coming up in these weeks: nothing was written", err=True)
    raise click.exceptions.Exit(DONE if sheet.events else NOTHING_WRITTEN)


def _written(
    sheet: WhatsOn,
    published: PublishedSet,
    folder: Path,
    language: str | None,
    size: Size,
    *,
    pdf: bool,
) -> Iterator[str]:
    """Write the sheet, in short where only so it is one; yields what there is to say."""
    tongue = language_of(language, published.settings.language)
    html = sheet_on_paper(sheet, published, language=tongue, size=size)
    made = as_pdf(html) if pdf else b""
    in_short = False
    if pdf and sides_of(made) > _SIDES:
        shorter = sheet_on_paper(sheet, published, language=tongue, size=size, in_short=True)
        pages = as_pdf(shorter)
        in_short = sides_of(pages) <= _SIDES
        html, made = (shorter, pages) if in_short else (html, made)
    count = len(sheet.events)
    stem = _stem(tongue, published.settings.language, size)
    for name, content in ((f"{stem}.html", html.encode()), (f"{stem}.pdf", made)):
        if content:
            write_private(folder / name, content)
            yield str(folder / name)
    yield f"{count} event{'s' if count > 1 else ''}{_how_long(made, size, in_short=in_short)}"


def _stem(tongue: str, usual: str, size: Size) -> str:
    """The files' name: each size and language has its own, so that none takes another's place."""
    other_size = [] if size == "A4" else [size.lower()]
    other_tongue = [] if base_language(tongue) == base_language(usual) else [tongue.lower()]
    return "-".join([_STEM, *other_size, *other_tongue])


def _how_long(made: bytes, size: Size, *, in_short: bool) -> str:
    if not made:
        return "; print it from a browser, or make a PDF with --pdf"
    sides = sides_of(made)
    if sides <= _SIDES:
        both = ", printed on both sides" if sides == _SIDES else ""
        less = "; without summaries, so that it fits" if in_short else ""
        return f" on one sheet of {size}{both}{less}"
    sheets = -(-sides // _SIDES)
    return (
        f" on {sheets} sheets of {size}: they do not fit on one. Ask for fewer --weeks, "
        f"or for one --place{'' if size == 'A4' else ', or take --size A4'}"
    )


def _left_out(sheet: WhatsOn) -> Iterator[str]:
    if count := sheet.left_out:
        yield (
            f"{count} event{'s are' if count > 1 else ' is'} left out: on the site, and not yet to "
            "be printed. Somebody in it has not said yes to print"
        )


def sides_of(pdf: bytes) -> int:
    """How many pages a PDF has."""
    from pypdf import PdfReader  # loaded only where there is one

    return len(PdfReader(BytesIO(pdf)).pages)
