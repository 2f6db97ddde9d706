"""Two people's changes of one story: what only one of them changed is taken, the rest is shown.

Nothing is written by this: both see what the other wrote, and whoever came later keeps it or not.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from msgspec import Struct

from byleave.desk.writing.flat import flat
from byleave.desk.writing.sheet import EventSheet, PersonSheet, PictureSheet, Sheet
from byleave.values import field_names, replace

Row = TypeVar("Row", PersonSheet, PictureSheet)


class Differing(Struct, frozen=True, kw_only=True):
    """Something that both have changed: what it is, and what each says of it."""

    name: str
    yours: str
    theirs: str


def merged(base: Sheet, yours: Sheet, theirs: Sheet) -> Sheet:
    """What both changed since `base`; where both changed the same, it is `yours`."""
    return Sheet(
        lines=_lines(base.lines, yours.lines, theirs.lines),
        themes=_one(base.themes, yours.themes, theirs.themes),
        event=_event(base.event, yours.event, theirs.event),
        people=_rows(base.people, yours.people, theirs.people, lambda one: one.id),
        pictures=_rows(base.pictures, yours.pictures, theirs.pictures, lambda one: one.name),
        body=_one(base.body, yours.body, theirs.body),
    )


def differing(base: Sheet, yours: Sheet, theirs: Sheet) -> tuple[Differing, ...]:
    """What both have changed since `base`, each otherwise."""
    was, mine, other = flat(base), flat(yours), flat(theirs)
    return tuple(
        Differing(name=name, yours=mine.get(name, ""), theirs=other.get(name, ""))
        for name in dict.fromkeys((*mine, *other))
        if len({_bare(one.get(name, "")) for one in (was, mine, other)}) == 3
        or (_bare(mine.get(name, "")) != _bare(other.get(name, "")) and base == theirs)
    )


def _bare(words: str) -> str:
    return words.strip()


def _one(base: Any, yours: Any, theirs: Any) -> Any:
    return theirs if yours == base else yours


def _lines(
    base: Mapping[str, str], yours: Mapping[str, str], theirs: Mapping[str, str]
) -> dict[str, str]:
    return {name: _one(base.get(name, ""), yours[name], theirs.get(name, "")) for name in yours}


def _event(
    base: EventSheet | None, yours: EventSheet | None, theirs: EventSheet | None
) -> EventSheet | None:
    if base is None or yours is None or theirs is None:
        found: EventSheet | None = _one(base, yours, theirs)
        return found
    others = {
        name: _one(getattr(base, name), getattr(yours, name), getattr(theirs, name))
        for name in field_names(EventSheet)
    }
    lines = _lines(base.lines, yours.lines, theirs.lines)
    booking = _lines(base.booking, yours.booking, theirs.booking)
    return replace(yours, **{**others, "lines": lines, "booking": booking})


def _rows(
    base: Iterable[Row],
    yours: Iterable[Row],
    theirs: Iterable[Row],
    key: Callable[[Row], str],
) -> tuple[Row, ...]:
    was, mine, other = ({key(one): one for one in found} for found in (base, yours, theirs))
    return tuple(_kept(was, mine, other))


def _kept(
    was: Mapping[str, Row], mine: Mapping[str, Row], other: Mapping[str, Row]
) -> Iterator[Row]:
    for name in dict.fromkeys((*other, *mine)):
        found: Row | None = _one(was.get(name), mine.get(name), other.get(name))
        if found is not None:
            yield found
