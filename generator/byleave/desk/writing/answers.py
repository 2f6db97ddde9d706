"""What somebody wrote into the form of a story, back as a sheet."""

from collections.abc import Iterator

from byleave.beginning.front_matter import one_line
from byleave.desk.asking import Asked
from byleave.desk.writing.sheet import (
    BOOKING_LINES,
    EVENT_LINES,
    NOBODY,
    SESSION_LINES,
    STORY_LINES,
    VOICE_LINES,
    Access,
    EventSheet,
    PersonSheet,
    PictureSheet,
    Session,
    Sheet,
)

# More rows than anybody writes, so that a form cannot keep the desk busy.
_MOST = 500


def answered(asked: Asked) -> Sheet:
    """The sheet that the fields of a form say; rows that were emptied are left out."""
    return Sheet(
        lines={name: one_line(asked.said(name)) for name in STORY_LINES},
        themes=tuple(map(one_line, asked.all("theme"))),
        event=_event(asked) if asked.said("event") else None,
        people=tuple(_people(asked)),
        pictures=tuple(_pictures(asked)),
        body=asked.said("body").replace("\r\n", "\n").replace("\r", "\n"),
    )


def _numbered(asked: Asked, name: str) -> Iterator[str]:
    """The beginnings of the names of fields in each row, such as `session-0-`."""
    said = asked.said(f"{name}-count")
    for number in range(min(int(said), _MOST) if said.isdecimal() else 0):
        yield f"{name}-{number}-"


def _event(asked: Asked) -> EventSheet:
    def said(name: str) -> str:
        return one_line(asked.said(f"event-{name}"))

    return EventSheet(
        starts_day=said("starts-day"),
        starts_time=said("starts-time"),
        ends_day=said("ends-day"),
        ends_time=said("ends-time"),
        status=said("status"),
        lines={name: said(name) for name in EVENT_LINES},
        join_public=bool(said("join_public")),
        booking={name: said(f"booking-{name}") for name in BOOKING_LINES},
        closes=said("closes"),
        access=tuple(_access(asked)),
        programme=tuple(one for one in _programme(asked) if not one.is_empty),
    )


def _access(asked: Asked) -> Iterator[Access]:
    for row in _numbered(asked, "access"):
        if what := one_line(asked.said(f"{row}what")):
            yield Access(what=what, answer=one_line(asked.said(f"{row}answer")) or "yes")


def _programme(asked: Asked) -> Iterator[Session]:
    for row in _numbered(asked, "session"):
        lines = {name: one_line(asked.said(f"{row}{name}")) for name in SESSION_LINES}
        yield Session(**lines, voices=asked.all(f"{row}voices"))


def _people(asked: Asked) -> Iterator[PersonSheet]:
    for row in _numbered(asked, "person"):
        if id_ := asked.said(f"{row}id"):
            lines = {name: one_line(asked.said(f"{row}{name}")) for name in VOICE_LINES}
            yield PersonSheet(id=id_, lines=lines, is_open=bool(asked.said(f"{row}open")))


def _pictures(asked: Asked) -> Iterator[PictureSheet]:
    for row in _numbered(asked, "picture"):
        if name := asked.said(f"{row}name"):
            shows = asked.all(f"{row}shows")
            yield PictureSheet(
                name=name,
                alt=one_line(asked.said(f"{row}alt")),
                caption=one_line(asked.said(f"{row}caption")),
                is_decorative=bool(asked.said(f"{row}decorative")),
                shows=tuple(one for one in shows if one != NOBODY) if shows else None,
            )
