"""Papers for people, made and written: for the commands and for the editors' pages alike."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path, PurePosixPath

from msgspec import Struct

from byleave.editing.refusals import RefusedError
from byleave.editing.whole_files import write_private
from byleave.model.forms import Paper, PermissionForm, PictureCards, Proof
from byleave.model.languages import base_language
from byleave.model.register import Expectation, RegisterEntry
from byleave.model.site_plan import SitePlan
from byleave.model.terms import ConsentBy
from byleave.permission.answers.declared import files
from byleave.permission.answers.stopping import known_list
from byleave.permission.papers.letters import (
    Stopped,
    is_refusal,
    refusal_letter,
    withdrawal_letter,
)
from byleave.permission.papers.pdf import as_pdf
from byleave.permission.papers.receipts import consent_receipt
from byleave.permission.papers.record_numbers import drawn_number
from byleave.permission.papers.shown_on_forms import NothingPublicError, permission_form
from byleave.permission.papers.symbols import own_symbols
from byleave.pipeline.for_permission_tools import (
    has_catalogue,
    on_paper,
    receipt_for_programs,
    would_be_public,
)
from byleave.values import replace


class Manner(Struct, frozen=True, kw_only=True):
    """How a paper speaks: in a `language` of ours, or its own for None; how plainly, how large."""

    language: str | None = None
    easy_read: bool = False
    large_print: bool = False


class Numbers:
    """Numbers for records that are new, none of which anybody has."""

    def __init__(self, site: Path, draw: Callable[[int], str]) -> None:
        """Draw for the site; `draw` gives so many signs that nobody can tell beforehand."""
        self._site = site
        self._draw = draw
        self._known: set[str] | None = None

    def number(self, title: str) -> str:
        """The next one, for a site with this title."""
        if self._known is None:
            in_files = files(self._site).records.values()
            numbers = {record.number for found in in_files for record in found}
            in_list = known_list(self._site).lines.values()
            self._known = numbers | {line.number for line in in_list}
        number = drawn_number(self._known, title, self._draw)
        self._known.add(number)
        return number


def made_form(
    site: Path,
    moment: datetime,
    entry: RegisterEntry,
    numbers: Numbers,
    manner: Manner,
    *,
    renewing: bool = False,
    by: ConsentBy | None = None,
) -> tuple[str, PermissionForm] | None:
    """The form for one voice; None where nothing would be public whatever they said.

    `by` is who answers, where that is known. Raises RefusedError where the story has an error.
    """
    found, plan = _as_if_public(site, moment, entry.story, entry.voice)
    try:
        paper = permission_form(entry, found, plan, renewing=renewing, by=by)
    except NothingPublicError:
        return None
    if not paper.record:
        paper = replace(paper, record=numbers.number(plan.settings.name))
    return _set(site, paper, plan, manner, paper.language), paper


def made_proof(
    site: Path, moment: datetime, entry: RegisterEntry, manner: Manner
) -> tuple[str, Proof] | None:
    """What would be public of one voice, to look at; None where nothing would be.

    Raises RefusedError where the story has an error.
    """
    found, plan = _as_if_public(site, moment, entry.story, entry.voice)
    try:
        shown = Proof(form=permission_form(entry, found, plan, kind="proof"))
    except NothingPublicError:
        return None
    return _set(site, shown, plan, manner, shown.form.language), shown


def made_receipt(
    site: Path,
    moment: datetime,
    entry: RegisterEntry,
    manner: Manner,
    *,
    for_programs: bool = False,
) -> str:
    """The receipt of what one voice said yes to, as HTML or, `for_programs`, as JSON-LD.

    Raises RefusedError where the story has an error, and as `consent_receipt` does.
    """
    found, plan = _as_if_public(site, moment, entry.story, entry.voice)
    paper = consent_receipt(entry, found, plan, moment.date())
    if not for_programs:
        return _set(site, paper, plan, manner, paper.form.language)
    language = language_of(manner.language, paper.form.language, plan.settings.language)
    return receipt_for_programs(paper, plan, language=language)


def made_cards(
    site: Path, moment: datetime, forms: Sequence[PermissionForm], manner: Manner
) -> str:
    """The picture cards that go with `forms`, which are of one story."""
    first = forms[0]
    _, plan = _as_if_public(site, moment, first.story, first.voice.id)
    cards = PictureCards(has_names=any(one.identity == "named" for one in forms))
    return _set(site, cards, plan, Manner(language=manner.language), first.language)


def made_letter(
    site: Path,
    moment: datetime,
    entries: Iterable[RegisterEntry],
    manner: Manner,
    *,
    is_discreet: bool = False,
) -> str:
    """The letter to somebody who took permission back, or who said no; whose `entries` they are.

    To somebody who said no it is thanks; to others it says what goes, and what may remain. Raises
    RefusedError where a story has an error.
    """
    there = tuple(entries)
    shown = [_as_if_public(site, moment, one.story, one.voice) for one in there]
    parts = zip(there, shown, strict=True)
    stopped = [(entry, found, plan) for entry, (found, plan) in parts]
    plan = shown[0][1]
    return _set(site, _letter(stopped, moment, is_discreet=is_discreet), plan, manner)


def _set(site: Path, paper: Paper, plan: SitePlan, manner: Manner, *languages: str) -> str:
    """`paper` as HTML, in one of its `languages` or the site's where no other was chosen."""
    return on_paper(
        paper,
        plan,
        language=language_of(manner.language, *languages, plan.settings.language),
        easy_read=manner.easy_read,
        large_print=manner.large_print,
        symbols=own_symbols(site),
    )


def _as_if_public(
    site: Path, moment: datetime, story: str, voice: str
) -> tuple[Expectation, SitePlan]:
    """What would be public of the story, as its file is now: it may have got an error just now."""
    try:
        return would_be_public(site, moment, story=story, asking=[voice])
    except KeyError:
        message = f"{story} has an error, or no voice {voice} any more"
        raise RefusedError(message, "mend the story first, then make the paper") from None


def _letter(stopped: list[Stopped], moment: datetime, *, is_discreet: bool) -> Paper:
    entries = [entry for entry, _, _ in stopped]
    if all(map(is_refusal, entries)):
        return refusal_letter(entries, moment.date())
    said_yes = (one for one in stopped if not is_refusal(one[0]))
    return withdrawal_letter(said_yes, moment.date(), is_discreet=is_discreet)


def language_of(chosen: str | None, *others: str) -> str:
    """The language that was chosen, as one of `others` has it, such as en-GB for en.

    Without a choice it is the first of `others` that has a catalogue.
    """
    found = [one for one in others if has_catalogue(one)]
    if chosen is None:
        return next(iter(found), "en-GB")
    alike = (one for one in found if base_language(one) == chosen)
    return next(alike, "en-GB" if chosen == "en" else chosen)


def file_name(
    story: str, *about: str, easy_read: bool, language: str | None, large_print: bool = False
) -> str:
    """A file name that is the same each time, and tells no more than the path of the story does."""
    place = PurePosixPath(story)
    stem = place.parent if place.stem == "index" else place.with_suffix("")
    parts = ["-".join(stem.parts[1:]), *about, "easy-read" if easy_read else ""]
    parts += ["large-print" if large_print else "", language or ""]
    return ".".join(part for part in (*parts, "html") if part)


def write_paper(html: str, path: Path, *, pdf: bool) -> tuple[Path, ...]:
    """Write a document, and its PDF beside it where one is wanted; the paths of both.

    Raises NoPdfError, and writes nothing, where PDFs cannot be made.
    """
    made = {path: html.encode()}
    if pdf:
        made = {path.with_name(f"{path.name.removesuffix('.html')}.pdf"): as_pdf(html), **made}
    for file, content in made.items():
        write_private(file, content)
    return tuple(made)
