"""The programme of a day as a timetable: a row for each time, a column for each room."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter

from byleave.model.pieces import ProgrammeDay, ProgrammeLine, TimetableRow

# How many rooms fit beside each other, on a sheet of paper too.
_FEWEST, _MOST = 2, 5


def programme_day(day: date, lines: Sequence[ProgrammeLine]) -> ProgrammeDay:
    """The programme of a day of which `lines` are in order of time."""
    rooms = tuple(dict.fromkeys(line.room for line in lines if line.room))
    fits = _FEWEST <= len(rooms) <= _MOST
    return ProgrammeDay(
        day=day,
        rooms=rooms,
        lines=tuple(lines),
        timetable=tuple(_rows(lines, rooms)) if fits else (),
    )


def _rows(lines: Iterable[ProgrammeLine], rooms: tuple[str, ...]) -> Iterator[TimetableRow]:
    for _, found in groupby(lines, attrgetter("at")):
        beginning = tuple(found)
        everywhere = tuple(line for line in beginning if not line.room)
        inside = tuple(line for line in beginning if line.room)
        if everywhere:
            yield _row(everywhere, everywhere=everywhere)
        if inside:
            yield _row(inside, rooms=tuple(_in_room(room, inside) for room in rooms))


def _in_room(room: str, lines: Iterable[ProgrammeLine]) -> tuple[ProgrammeLine, ...]:
    return tuple(line for line in lines if line.room == room)


def _row(
    lines: tuple[ProgrammeLine, ...],
    rooms: tuple[tuple[ProgrammeLine, ...], ...] = (),
    everywhere: tuple[ProgrammeLine, ...] = (),
) -> TimetableRow:
    ends = {line.until for line in lines}
    until = ends.pop() if len(ends) == 1 else None
    return TimetableRow(at=lines[0].at, until=until, rooms=rooms, everywhere=everywhere)
