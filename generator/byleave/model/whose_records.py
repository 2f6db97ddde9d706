"""Whether a record's number is one, and one person's: what commands refuse and builds warn of."""

from msgspec import Struct

from byleave.model.names.naming import is_named_at


def is_number(record: str) -> bool:
    """Whether what stands for a record is the number of a form, and no name or word."""
    return any(sign.isdigit() for sign in record)


def tells_name(record: str, name: str, identity: str) -> bool:
    """Whether a number tells what readers call whoever it is; it stands in the repository."""
    return identity != "anonymous" and is_named_at(name, record)


class RecordHolder(Struct, frozen=True, kw_only=True):
    """Who somebody is, as far as an entry tells; `person` is empty where it says nothing."""

    person: str
    name: str
    identity: str


def is_same_person(one: RecordHolder, other: RecordHolder) -> bool:
    """Whether two voices are one person's, as far as their entries tell.

    By `person` if both have one, and else by a name that is somebody's alone.
    """
    if one.person and other.person:
        return one.person == other.person
    is_a_name = "anonymous" not in (one.identity, other.identity)
    return is_a_name and one.name.casefold() == other.name.casefold()
