"""Adding, listing and taking away names that must never appear."""

import secrets
from collections.abc import Iterable
from pathlib import Path

from byleave.model.guard import GUARD_FILE, Guard, GuardedName
from byleave.text_in_files import Text
from byleave.text_in_files.guard_text import guard_as_text
from byleave.text_in_files.guarded_names import GuardSearch, guarded_name, key_id
from byleave.values import replace


class NoteError(ValueError):
    """A note beside a guarded name holds a guarded name."""


def empty_guard(key: bytes) -> Guard:
    """A guard without names, made by `key`."""
    return Guard(key_id=key_id(key))


def with_name(
    guard: Guard, key: bytes, name: str, *, record: str | None, story: str | None
) -> Guard:
    """`guard` with `name` too; its notes are taken over where it is there already.

    Raises ValueError where the name has no word or more than four, NoteError where the record or
    the story tells a guarded name.
    """
    new = guarded_name(name, key, record=record, story=story)
    names = (*(one for one in guard.names if one.whole != new.whole), new)
    made = replace(guard, names=in_order(names))
    search = GuardSearch(made, key)
    for note in (record, story):
        if note and search.names_in(Text(kind="name", text=note, address=True)):
            raise NoteError
    return made


def without_name(guard: Guard, key: bytes, name: str) -> Guard:
    """`guard` without `name`; the same where it is not there. Raises ValueError as `with_name`."""
    whole = guarded_name(name, key).whole
    return replace(guard, names=tuple(one for one in guard.names if one.whole != whole))


def without_number(guard: Guard, number: int) -> Guard:
    """`guard` without the name at `number` of its list, from 1; the same where none is there."""
    names = (one for place, one in enumerate(in_order(guard.names), 1) if place != number)
    return replace(guard, names=tuple(names))


def in_order(names: Iterable[GuardedName]) -> tuple[GuardedName, ...]:
    """Names in the order of the file, which is by chance: that of their hashes."""
    return tuple(sorted(names, key=lambda name: name.whole))


def write_guard(guard: Guard, site: Path) -> None:
    """Write the names of `guard` into the site folder `site`, whole or not at all."""
    place = site / GUARD_FILE
    draft = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
    draft.write_text(guard_as_text(guard), "utf-8", newline="\n")
    draft.replace(place)
