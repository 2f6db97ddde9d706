"""When and where an event is, and what happens at it: asked line by line, or told with options."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import click
from msgspec import Struct

from byleave.beginning.front_matter import one_line
from byleave.beginning.stories import NewEvent, NewSession
from byleave.cli.asking import asked, line, line_or_nothing, needed
from byleave.cli.new.kinds import ADDRESS, DAY_OR_TIME, WORDS, known, way_of
from byleave.cli.new.people import PeopleSoFar
from byleave.cli.options import Command
from byleave.model.scalars import ClockTime, IsoDate

_WHEN = re.compile(
    r"(?:(?P<day>\d{4}-\d\d-\d\d)[ ,]*)?"
    r"(?:(?P<at>\d{1,2}[:.]\d\d)(?:\s*(?:-|–|to|until)\s*(?P<until>\d{1,2}[:.]\d\d))?)?\Z"
)
_SPEAKS = "speaker"
_DAY = len("2026-03-31")
_BOOKING = ("url", "telephone", "email", "closes")

_OPTIONS = (
    click.option("--starts", type=DAY_OR_TIME, help="When it begins: 2026-03-31 or with a time."),
    click.option("--ends", type=DAY_OR_TIME, help="When it ends."),
    click.option("--form", type=WORDS, help="What it is: roundtable, walk, seminar …"),
    click.option("--place", type=WORDS, help="Where it is, in a word or two."),
    click.option("--address", type=WORDS, help="The address of the place."),
    click.option("--join", type=ADDRESS, help="Where to take part online; not public by itself."),
    click.option("--cost", type=WORDS, help="What it costs."),
    click.option("--access", type=WORDS, multiple=True, help="What is there: step-free, BSL …"),
    click.option("--access-contact", type=WORDS, help="Whom to ask about access."),
    click.option("--book-url", type=ADDRESS, help="Where to book online."),
    click.option("--book-telephone", type=WORDS, help="The number to book at."),
    click.option("--book-email", type=WORDS, help="The e-mail address to book at."),
    click.option("--book-closes", type=DAY_OR_TIME, help="Until when one can book."),
    click.option(
        "--session",
        "sessions",
        type=(str, WORDS, str, str),
        multiple=True,
        metavar="WHEN TITLE ROOM WHO",
        help='A line of the programme: "10:30-12:00" "Fares, please" "Long Room" "Sam, Ona".',
    ),
)


def event_options(command: Command) -> Command:
    """The options that say when and where an event is."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def told_event(options: dict[str, Any], cast: PeopleSoFar) -> NewEvent:
    """The event that options tell; whoever has a session is among those whom `--voice` names."""
    if not options["starts"]:
        raise needed("--starts", "the day or the time at which it begins")
    try:
        ends = _end_of(options["starts"])(options["ends"] or "")
    except click.UsageError as fault:
        raise click.BadParameter(fault.message, param_hint="--ends") from None
    booking = {key: options[f"book_{key}"] for key in _BOOKING if options[f"book_{key}"]}
    if booking and not booking.keys() - {"closes"}:
        raise needed("--book-url, --book-telephone or --book-email", "a way to book")
    sessions = []
    for when, title, room, who in options["sessions"]:
        try:
            at = _when(when)
        except click.UsageError as fault:
            raise click.BadParameter(fault.message, param_hint="--session") from None
        sessions.append(
            NewSession(
                title=title,
                day=at.day,
                at=at.at,
                until=at.until,
                room=room.strip(),
                voices=cast.ids(who, "--session"),
            )
        )
    return NewEvent(
        starts=options["starts"],
        ends=ends,
        form=options["form"] or "",
        place=options["place"] or "",
        address=options["address"] or "",
        booking=booking,
        join=options["join"] or "",
        cost=options["cost"] or "",
        access=options["access"],
        access_contact=options["access_contact"] or "",
        programme=tuple(sessions),
    )


def asked_event(cast: PeopleSoFar) -> NewEvent:
    """The event that somebody tells, with those who have its sessions added to `cast`."""
    form = asked("What is it? (roundtable, walk, seminar …)", WORDS, "event")
    starts = asked("When does it begin? (2026-03-31 or 2026-03-31 14:00)", DAY_OR_TIME)
    ends = asked("When does it end? Enter, if nobody knows.", _end_of(starts), "", show=False)
    place = line_or_nothing("Where is it? Enter, if nobody knows.")
    join = asked(
        "Where can one take part online? It is not public by itself. Enter, if nowhere.",
        _or_nothing(ADDRESS),
        "",
        show=False,
    )
    booking = asked(
        "How does one book? A web address, an e-mail address or a number. Enter, if nobody has to.",
        _way_to_book,
        "",
        show=False,
    )
    cost = line_or_nothing("What does it cost? Enter, to say nothing of it.")
    access = line_or_nothing("What makes it possible to take part? With commas: step-free, BSL.")
    return NewEvent(
        form="" if form == "event" else form,
        starts=starts,
        ends=ends,
        place=place,
        booking=booking,
        join=join,
        cost=cost,
        access=tuple(filter(None, (one.strip() for one in access.split(",")))),
        programme=_asked_programme(cast),
    )


def _asked_programme(cast: PeopleSoFar) -> tuple[NewSession, ...]:
    found: list[NewSession] = []
    click.echo("The programme, line by line: when, what, where, who.")
    while True:
        question = "When? (10:00-10:30, or 2026-03-31 10:00-10:30; Enter, if there are no more)"
        when = asked(question, _when, "", show=False)
        if not (when.day or when.at):
            return tuple(found)
        title = line("What?")
        room = line_or_nothing("In which room? Enter, to say nothing of it.")
        who = cast.ask_names("Who has it? Names with commas, or Enter for nobody.", _SPEAKS)
        found.append(
            NewSession(
                title=title, day=when.day, at=when.at, until=when.until, room=room, voices=who
            )
        )


class _When(Struct, frozen=True, kw_only=True):
    """When a session is, as front matter has it."""

    day: str = ""
    at: str = ""
    until: str = ""


def _when(said: str) -> _When:
    """A day, a time, or both; a time may be from and until."""
    found = _WHEN.match(said.strip())
    try:
        if found is None:
            raise ValueError
        return _When(
            day=known(IsoDate, found["day"] or ""),
            at=known(ClockTime, _clock(found["at"])),
            until=known(ClockTime, _clock(found["until"])),
        )
    except ValueError:
        raise click.UsageError("write it like 10:00-10:30, or 2026-03-31 10:00-10:30") from None


def _clock(said: str | None) -> str:
    return said.replace(".", ":").rjust(5, "0") if said else ""


def _end_of(starts: str) -> Callable[[str], str]:
    """Reads when what begins at `starts` ends, or nothing."""

    def read(said: str) -> str:
        ends = DAY_OR_TIME.convert(said, None, None) if said.strip() else ""
        # Days and times as they are written have the order of what they say.
        whole = len(starts) if len(starts) == len(ends) else _DAY
        if ends and ends[:whole] < starts[:whole]:
            raise click.UsageError("this is before it begins")
        return ends

    return read


def _way_to_book(said: str) -> Mapping[str, str]:
    if not said.strip():
        return {}
    if said.strip().casefold().startswith(("http:", "https:")):
        return {"url": ADDRESS(said)}
    if key := way_of(one_line(said)):
        return {key: one_line(said)}
    raise click.UsageError("write it like https://example.org/, me@example.org or 01632 960199")


def _or_nothing(kind: Any) -> Any:
    return lambda said: kind(said) if said.strip() else ""
