"""What an event says of itself: when, where, what it costs, how to take part."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, ConfigDict

from byleave.model.scalars import (
    STRICT,
    ClockTime,
    DayTime,
    IsoDate,
    Line,
    ListOf,
    VoiceId,
    WebAddress,
    YesNo,
)
from byleave.model.terms import EventStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """How to book: at least one way, and until when."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    url: WebAddress | None = None
    telephone: Line | None = None
    email: Line | None = None
    closes: DayTime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessItem:
    """One thing that makes taking part possible, and whether it is there."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    what: Line
    answer: Line = "yes"


def _access(value: Any) -> Any:
    """A list names what is there; a mapping says of each thing whether it is."""
    if isinstance(value, dict):
        return [{"what": what, "answer": answer} for what, answer in value.items()]
    if isinstance(value, list):
        return [{"what": what} for what in value]
    return value


_WrittenAccess = tuple[Line, ...] | Mapping[str, Line]
Access = Annotated[
    tuple[AccessItem, ...], ListOf, BeforeValidator(_access, json_schema_input_type=_WrittenAccess)
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeItem:
    """One line of a programme; `voices` are ids of the event's own voices."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    title: Line
    day: IsoDate | None = None
    at: ClockTime | None = None
    until: ClockTime | None = None
    room: Line | None = None
    voices: Annotated[tuple[VoiceId, ...], ListOf] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The `event` group of front matter, as it was written."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    starts: DayTime
    ends: DayTime | None = None
    form: Line = "event"
    status: EventStatus = "planned"
    place: Line | None = None
    address: Line | None = None
    map: WebAddress | None = None
    booking: Booking | None = None
    join: WebAddress | None = None
    join_public: YesNo = False
    cost: Line | None = None
    access: Access = ()
    access_contact: Line | None = None
    programme: Annotated[tuple[ProgrammeItem, ...], ListOf] = ()
