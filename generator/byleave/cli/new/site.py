"""`byleave new site`: five questions, and a folder that builds."""

from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from typing import Any, get_args
from urllib.parse import urlsplit

import click
from msgspec import Struct

from byleave.beginning.first_texts import PermissionPromise, first_path, usual_time
from byleave.beginning.origin import Origin, own_origin
from byleave.beginning.publishing import SCRIPT, host_at
from byleave.beginning.site import SiteAnswers, site_files, write_site
from byleave.cli.asking import BEGINNING, asked, asks_for_all, line, needed, yes_or_no
from byleave.cli.new.kinds import (
    ADDRESS,
    LANGUAGE,
    WORDS,
    SiteAtHost,
    WhoAnswers,
    ZoneType,
    language_of,
    where,
    whom,
    zone_here,
)
from byleave.cli.new.written import told_of_new_files
from byleave.model.settings import Host
from byleave.pipeline.for_beginning import has_catalogue, said_in, schema

USUAL_LANGUAGE = "en-GB"
_USUAL_ZONE = "Europe/London"
_OURS = "en-GB"
_HOSTS: tuple[Host, ...] = get_args(Host)
# A server of one's own is known by its address.
_NAMED = tuple(host for host in _HOSTS if host != "own-server")


class _Origin(click.ParamType[Origin]):
    name = "origin"

    def convert(self, value: Any, param: Any, ctx: Any) -> Origin:
        address, _, commit = value.rpartition("@")
        if urlsplit(address).scheme != "https" or not commit.isalnum():
            self.fail("write it like https://code.example.org/byleave.git@COMMIT", param, ctx)
        return Origin(address=address, commit=commit)


@click.command("site")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", type=WORDS, help="What the site is called.")
@click.option("--language", type=LANGUAGE, help=f"Its language; {USUAL_LANGUAGE}, if not given.")
@click.option("--person", type=WORDS, help="Who answers when somebody wants a story stopped.")
@click.option("--telephone", type=WORDS, help="How to reach them; one of the four is needed.")
@click.option("--text", type=WORDS, help="A number for text messages.")
@click.option("--email", type=WORDS, help="An e-mail address.")
@click.option("--post", type=WORDS, help="An address on paper.")
@click.option("--within", type=WORDS, help="How soon they act; two working days, if not given.")
@click.option("--url", type=ADDRESS, help="The address at which the site will be.")
@click.option("--host", type=click.Choice(_HOSTS), help="Who will publish it.")
@click.option("--pictures/--no-pictures", default=True, help="Whether stories have pictures.")
@click.option("--timezone", type=ZoneType(), help="That of this machine, if not given.")
@click.option(
    "--byleave",
    "origin",
    type=_Origin(),
    metavar="ADDRESS@COMMIT",
    help="The Byleave that the host builds with; this one, if not given.",
)
def site_(folder: Path, **options: Any) -> None:
    """Begin a site in FOLDER: settings, a page, a first story, and what a host needs."""
    with told_of_new_files():
        answers = _asked() if asks_for_all() else _told(options)
        settled = _settled(answers, options)
        origin = options["origin"] or own_origin()
        say = said_in(settled.language)
        files = site_files(settled, origin, schema("settings"), say)
        is_repository = write_site(folder, files)
    click.echo("\n".join(_said(folder, settled, origin, is_repository=is_repository)))


class _Answers(Struct, frozen=True, kw_only=True):
    """The five things that are asked."""

    name: str
    language: str
    whom: WhoAnswers
    where: SiteAtHost
    pictures: bool


def _asked() -> _Answers:
    click.echo(f"Five questions. {BEGINNING}")
    return _Answers(
        name=line("What is the site called?"),
        language=asked("Which language is it in?", language_of, USUAL_LANGUAGE),
        whom=asked(
            "Who answers when somebody wants their story changed or stopped, and how?\n"
            "(a name, a comma, a telephone number or an e-mail address)",
            whom,
        ),
        where=asked(
            "Where will it be? Enter, if you do not know yet.\n"
            f"(its address, or one of {', '.join(_NAMED)})",
            where(_NAMED),
            "",
            show=False,
        ),
        pictures=yes_or_no("Will there be pictures?", default=True),
    )


def _told(options: dict[str, Any]) -> _Answers:
    ways = {key: options[key] for key in ("telephone", "text", "email", "post") if options[key]}
    if not options["name"]:
        raise needed("--name", "what the site is called")
    if not options["person"]:
        raise needed("--person", "who answers when somebody wants their story changed or stopped")
    if not ways:
        raise needed("--telephone, --text, --email or --post", "how to reach this person")
    url, host = options["url"], options["host"]
    return _Answers(
        name=options["name"],
        language=options["language"] or USUAL_LANGUAGE,
        whom=WhoAnswers(person=options["person"], ways=ways),
        where=SiteAtHost(url=url, host=host or host_at(urlsplit(url or "").hostname or "")),
        pictures=options["pictures"],
    )


def _settled(answers: _Answers, options: dict[str, Any]) -> SiteAnswers:
    language = answers.language
    within = options["within"] or usual_time(said_in(language))
    return SiteAnswers(
        title=answers.name,
        language=language,
        own_language=None if has_catalogue(language) else _OURS,
        timezone=options["timezone"] or zone_here() or _USUAL_ZONE,
        promise=PermissionPromise(
            person=answers.whom.person, within=within, ways=answers.whom.ways
        ),
        url=answers.where.url,
        host=answers.where.host,
        pictures=answers.pictures,
    )


def _said(
    folder: Path, settled: SiteAnswers, origin: Origin | None, *, is_repository: bool
) -> Iterator[str]:
    """What is there now, what it promises, and what to type next."""
    yield f"{folder}: a new site"
    rows = [
        ("site_src/site.yaml", "what is true of the whole site"),
        ("site_src/pages/how-we-ask.md", "how you ask for permission"),
        (first_path(pictures=settled.pictures), "a first story, which is a draft"),
    ]
    if settled.host and origin:
        rows.append((SCRIPT, "what the host builds the site with"))
    width = max(len(path) for path, _ in rows)
    yield from (f"  {path:{width}}  {words}" for path, words in rows)
    yield f"You promise to act within {settled.promise.within}. Is it not so? Change it in the"
    yield "first two of these files."
    if settled.own_language:
        yield "These texts and Byleave's own words on the site are English until you write yours."
    if settled.host and not origin:
        yield "Not there: what the host builds with, since nobody could fetch this Byleave from"
        yield "where it is. The how-to “Publish every day” has it."
    if not is_repository:
        yield "It is no git repository, since there is no git here: install it, and type git init"
    yield "next:"
    if folder.absolute() != Path.cwd():
        yield f"  cd {quote(str(folder))}"
    yield "  byleave new story"
