"""Whether others may copy a story: after asking, under a licence, or as a group says it itself.

The licences are those of Creative Commons, version 4.0, that ask to be told whose the words are.
"""

from msgspec import Struct

ASK_FIRST = "ask-first"
_PREFIX, _VERSION = "cc-by", "4.0"
_CONDITIONS = ("", "-sa", "-nd", "-nc", "-nc-sa", "-nc-nd")


class Licence(Struct, frozen=True, kw_only=True):
    """A licence as a person reads it, where its text stands, and what it asks besides a name."""

    name: str
    address: str
    conditions: frozenset[str]


def _licence(conditions: str) -> Licence:
    kind = f"by{conditions}"
    return Licence(
        name=f"CC {kind.upper()} {_VERSION}",
        address=f"https://creativecommons.org/licenses/{kind}/{_VERSION}/",
        conditions=frozenset(filter(None, conditions.split("-"))),
    )


LICENCES = {f"{_PREFIX}{one}-{_VERSION}": _licence(one) for one in _CONDITIONS}


def licence_of(rights: str) -> Licence | None:
    """The licence that `rights` names; None where they are words or a wish to be asked."""
    return LICENCES.get(rights.casefold())
