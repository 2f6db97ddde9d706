"""Words about people that many of those who are meant do not want: the list as a value."""

from msgspec import Struct


class WordAboutPeople(Struct, frozen=True, kw_only=True):
    """An entry of the list: the `forms` of a term, why not, what to try instead, and who says so.

    With `as_people`, it counts only where no noun follows. One word of `not_before` behind it, or
    one of `not_after` before it, and it is left alone; with `only_after`, one of these has to be
    before it.
    """

    term: str
    forms: tuple[str, ...]
    why: str
    instead: str
    source: str = ""
    as_people: bool = False
    not_before: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    only_after: frozenset[str] = frozenset()


class WordList(Struct, frozen=True, kw_only=True):
    """All entries; the first that has a form counts."""

    entries: tuple[WordAboutPeople, ...] = ()
