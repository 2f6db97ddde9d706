"""Which records of the program the reference describes, and under which headings."""

import typing
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from pathlib import Path
from typing import Any

from byleave.model.event import AccessItem, Booking, Event, ProgrammeItem
from byleave.model.permission import Keeping, Law, Permission, Recipient, Regulator
from byleave.model.renditions import Focus
from byleave.model.scalars import Moment
from byleave.model.settings import (
    Brand,
    Contact,
    HelpLine,
    NavigationItem,
    ProseSettings,
    Series,
    Settings,
)
from byleave.model.source import Consent, FrontMatter, Seen, SourceMedia, SourceVoice
from byleave.read.group.pages import PageRecord
from byleave.read.group.themes import ThemeRecord
from tests.docs.pages import REFERENCE

FRONT_MATTER = REFERENCE / "front-matter.md"
SETTINGS = REFERENCE / "settings.md"

RECORDS: dict[type, tuple[Path, str]] = {
    FrontMatter: (FRONT_MATTER, "The story"),
    SourceMedia: (FRONT_MATTER, "`media`"),
    Event: (FRONT_MATTER, "`event`"),
    Booking: (FRONT_MATTER, "`event.booking`"),
    ProgrammeItem: (FRONT_MATTER, "`event.programme`"),
    SourceVoice: (FRONT_MATTER, "`voices`"),
    Consent: (FRONT_MATTER, "`voices.consent`"),
    Seen: (FRONT_MATTER, "`voices.consent.seen`"),
    ThemeRecord: (FRONT_MATTER, "A theme"),
    PageRecord: (FRONT_MATTER, "A fixed page"),
    Settings: (SETTINGS, "The site"),
    NavigationItem: (SETTINGS, "`navigation`"),
    Permission: (SETTINGS, "`permission`"),
    Law: (SETTINGS, "`permission.law`"),
    Recipient: (SETTINGS, "`permission.law.recipients`"),
    Keeping: (SETTINGS, "`permission.law.keeps`"),
    Regulator: (SETTINGS, "`permission.law.regulator`"),
    Contact: (SETTINGS, "`contact`"),
    HelpLine: (SETTINGS, "`help_lines`"),
    Series: (SETTINGS, "`series`"),
    Brand: (SETTINGS, "`brand`"),
    ProseSettings: (SETTINGS, "`prose`"),
}

# Nobody writes their keys: a moment and a focus are one text, and access is a list or answers by
# thing.
NOT_WRITTEN = frozenset({Moment, Focus, AccessItem})


def keys(record: type) -> set[str]:
    """The keys of a record."""
    return {one.name for one in fields(record)}


def needed(record: type) -> set[str]:
    """The keys without which a record is not accepted."""
    return {one.name for one in fields(record) if _has_no_default(one)}


def _has_no_default(one: "Field[Any]") -> bool:
    return one.default is MISSING and one.default_factory is MISSING


def inside(record: type) -> set[type]:
    """The records that a record is made of, itself included."""
    found = {record}
    for hint in typing.get_type_hints(record).values():
        for one in _classes(hint):
            if one not in found:
                found |= inside(one)
    return found


def _classes(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for argument in typing.get_args(hint):
        yield from _classes(argument)
