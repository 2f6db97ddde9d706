"""`byleave new story`, `event` and `response`: asked on a terminal, or told with options."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import click

from byleave.beginning.front_matter import without_marks
from byleave.beginning.stories import STORIES, NewStory, responses_folder
from byleave.cli.asking import BEGINNING, asked, asks_for_all, line, line_or_nothing, needed
from byleave.cli.consent.typed_stories import story_path
from byleave.cli.new.events import asked_event, event_options, told_event
from byleave.cli.new.kinds import DAY, LANGUAGE, WORDS
from byleave.cli.new.media import asked_pictures, picture_option, told_pictures
from byleave.cli.new.people import PeopleSoFar, ask_for_others, told_voices, voice_option
from byleave.cli.new.themes import asked_themes, known_themes
from byleave.cli.new.written import tell_story, told_of_new_files, write
from byleave.cli.options import Command, site_option
from byleave.pipeline.for_beginning import SiteThere, site_there
from byleave.pipeline.local_time import local_time

_DRAFT = "draft"
_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.option("--summary", type=WORDS, help="One or two sentences, for lists."),
    click.option("--theme", "themes", type=WORDS, multiple=True, help="A theme of the site."),
    click.option("--date", type=DAY, help="When it is published; today, if not given."),
    click.option("--draft", is_flag=True, help="Give it no date, so that it waits."),
    click.option("--language", type=LANGUAGE, help="Its language, if it is not the site's."),
    voice_option,
    picture_option,
    click.option(
        "--text",
        type=click.File("rb"),
        help="A file with what is told, in Markdown; - for what is piped in.",
    ),
)


def _story_options(command: Command) -> Command:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command("story")
@site_option
@click.argument("title", type=WORDS, required=False)
@_story_options
def story_(site: Path, title: str | None, **options: Any) -> None:
    """Begin a story, called TITLE. Whoever is in it has not been asked yet."""
    with told_of_new_files():
        there = site_there(site)
        if asks_for_all():
            story = _asked_story(site, there, title)
        else:
            story = _told_story(
                site, there, _titled(title), told_voices(options["voices"]), options
            )
        path = write(site, STORIES, story, there.names)
    tell_story(site, path, "story", story)


@click.command("event")
@site_option
@click.argument("title", type=WORDS, required=False)
@event_options
@_story_options
def event_(site: Path, title: str | None, **options: Any) -> None:
    """Begin an event, called TITLE: when, where, and what happens at it."""
    with told_of_new_files():
        there = site_there(site)
        cast = told_voices(options["voices"])
        if asks_for_all():
            story = _asked_event(site, there, title)
        else:
            event = told_event(options, cast)
            story = _told_story(site, there, _titled(title), cast, options, event=event)
        path = write(site, STORIES, story, there.names)
    tell_story(site, path, "event", story)


@click.command("response")
@site_option
@click.argument("story")
@_story_options
def response_(site: Path, story: str, **options: Any) -> None:
    """Begin a response to STORY, by somebody who has not been asked yet."""
    with told_of_new_files():
        there = site_there(site)
        answered = story_path(story, site)
        if answered not in there.stories:
            raise click.BadParameter(f"{story} is no story", param_hint="STORY")
        story_of_all = there.answered.get(answered, answered)
        # Who answers a response answers its story as well.
        to: dict[str, Any] = {
            "responds_to": story_of_all,
            "in_reply_to": answered if answered != story_of_all else "",
        }
        if asks_for_all():
            response = _asked_response(site, to)
        else:
            cast = told_voices(options["voices"])
            response = _told_story(site, there, "", cast, options, **to)
        if not response.voices:
            raise needed("--voice", "who responds")
        folder = responses_folder(story_of_all)
        path = write(site, folder, response, there.names)
    tell_story(site, path, "response", response)


def _titled(title: str | None) -> str:
    if title is None:
        raise needed("TITLE", "what it is called")
    return title


def _told_story(
    site: Path,
    there: SiteThere,
    title: str,
    cast: PeopleSoFar,
    options: dict[str, Any],
    **more: Any,
) -> NewStory:
    text = _read(options["text"]) if options["text"] else ""
    # A page with nothing on it is nothing to publish, and nobody's yes keeps it back.
    is_draft = options["draft"] or not (text.strip() or cast.voices or "event" in more)
    return NewStory(
        title=title,
        date="" if is_draft else options["date"] or _today(site),
        summary=options["summary"] or "",
        themes=known_themes(there, options["themes"]),
        language=options["language"] or "",
        pictures=told_pictures(options["pictures"], cast),
        voices=tuple(cast.voices),
        text=text,
        **more,
    )


def _read(stream: BinaryIO) -> str:
    """What is told, from a file that is text and no whole story."""
    try:
        text = stream.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        message = "this is no text, or its letters are not kept as UTF-8: save it as plain text"
        raise click.BadParameter(message, param_hint="--text") from None
    if text.startswith(("---\n", "---\r")):
        message = "this has front matter of its own: put it below stories/ as it is"
        raise click.BadParameter(message, param_hint="--text")
    return text


def _asked_story(site: Path, there: SiteThere, title: str | None) -> NewStory:
    click.echo(BEGINNING)
    name = title or line("What is the story called?")
    summary = line_or_nothing("What is it about? A sentence or two, or Enter.")
    themes = asked_themes(there)
    cast = PeopleSoFar()
    teller = line_or_nothing("Who tells it? A name, as readers see it. Enter, if your group does.")
    if teller:
        cast.ask(teller, "storyteller")
    ask_for_others(cast, "quoted")
    pictures = asked_pictures(cast)
    text = _asked_text(cast)
    day = _asked_day(site) if text or cast.voices else ""
    return NewStory(
        title=name,
        date=day,
        summary=summary,
        themes=themes,
        pictures=pictures,
        voices=tuple(cast.voices),
        text=text,
    )


def _asked_event(site: Path, there: SiteThere, title: str | None) -> NewStory:
    click.echo(BEGINNING)
    name = title or line("What is the event called?")
    cast = PeopleSoFar()
    event = asked_event(cast)
    summary = line_or_nothing("What is it about? A sentence or two, or Enter.")
    themes = asked_themes(there)
    ask_for_others(cast, "participant")
    pictures = asked_pictures(cast)
    text = _asked_text(cast)
    day = _asked_day(site)
    return NewStory(
        title=name,
        date=day,
        summary=summary,
        themes=themes,
        event=event,
        pictures=pictures,
        voices=tuple(cast.voices),
        text=text,
    )


def _asked_response(site: Path, to: dict[str, Any]) -> NewStory:
    click.echo(BEGINNING)
    cast = PeopleSoFar()
    cast.ask(line("Who responds? A name, as readers see it."), "author")
    text = _asked_text(cast)
    return NewStory(date=_asked_day(site), voices=tuple(cast.voices), text=text, **to)


def _asked_text(cast: PeopleSoFar) -> str:
    said = line_or_nothing("How does it begin? A few words, or Enter to write them in the file.")
    return without_marks(said, [one.id for one in cast.voices])


def _asked_day(site: Path) -> str:
    def read(said: str) -> str:
        return "" if said.strip().casefold() == _DRAFT else DAY(said)

    question = f"When may it be published? A day, or {_DRAFT}."
    return asked(question, read, _today(site))


def _today(site: Path) -> str:
    return local_time(site, _now()).date().isoformat()


def _now() -> datetime:
    return datetime.now(UTC)
