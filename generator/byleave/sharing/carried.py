"""What two files say beside their words, key by key: what only one person changed is taken.

Where both changed how readers know somebody who was asked, or whom a picture shows, no program can
tell what was agreed to: people have to bring that together.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from byleave.editing.front_matter import Data, Edit, edited_at, record_of, value_at
from byleave.sharing.careful import as_value

_CONSENT = "consent"
# Groups of which each key is looked at by itself, and the event, which is all in the form.
_GROUPS = frozenset(("voices", "media", "event"))


class ByHandError(Exception):
    """Two changes that only people can bring together; its words say of what."""


class Versions(Struct, frozen=True, kw_only=True):
    """What a front matter said, and what two people made of it; `first` was chosen."""

    was: Data
    first: Data
    second: Data

    def at(self, *path: str) -> tuple[Data | None, Data | None, Data | None]:
        """What each of the three says at `path`."""
        was, first, second = (value_at(one, *path) for one in (self.was, self.first, self.second))
        return was, first, second

    def names(self, *path: str) -> tuple[str, ...]:
        """The keys that one of the three has in the group at `path`."""
        groups = self.at(*path) if path else (self.was, self.first, self.second)
        return tuple(
            dict.fromkeys(key for one in groups if isinstance(one, Mapping) for key in one)
        )


def versions(base: str, first: str, second: str) -> Versions:
    """The three front matters; raises CannotEditError."""
    was = record_of(base) if base else {}
    return Versions(was=was, first=record_of(first), second=record_of(second))


def both_changed_keys(three: Versions, in_form: frozenset[str]) -> Iterator[str]:
    """The keys that are in no form and that both have changed, each otherwise."""
    for key in three.names():
        if key not in in_form | _GROUPS and _is_torn(*three.at(key)):
            yield key


def with_carried_keys(path: str, text: str, three: Versions, in_form: frozenset[str]) -> str:
    """`text` with what each of the two changed in keys that are in no form, in names and pictures.

    Raises ByHandError, and CannotEditError where a key cannot be written.
    """
    record = record_of(text)
    edits = [*_others(three, in_form), *_voices(record, three), *_media(three)]
    text = edited_at(path, text, edits)
    for name in _gone(three):
        if name in text:
            raise ByHandError(f"the picture {name}, which one of you took away")
    return text


def _others(three: Versions, in_form: frozenset[str]) -> Iterator[Edit]:
    for key in three.names():
        if key not in in_form | _GROUPS:
            yield _edit(three, key)


def _voices(record: Data, three: Versions) -> Iterator[Edit]:
    for id_ in three.names("voices"):
        entries = three.at("voices", id_)
        if any(value_at(one, _CONSENT) for one in entries if isinstance(one, Mapping)):
            _refuse_torn(id_, entries)
        is_new_or_stays = entries[0] is None or None not in entries
        if is_new_or_stays and value_at(record, "voices", id_) is not None:
            for key in three.names("voices", id_):
                if key != _CONSENT:
                    yield _edit(three, "voices", id_, key)


def _refuse_torn(id_: str, entries: tuple[Data | None, ...]) -> None:
    was, first, second = map(_but_consent, entries)
    if _is_torn(was, first, second) or (was is not None and None in (first, second)):
        raise ByHandError(f"how readers know “{id_}”, who was asked")


def _but_consent(entry: Data | None) -> Data | None:
    if not isinstance(entry, Mapping):
        return entry
    return {key: said for key, said in entry.items() if key != _CONSENT}


def _media(three: Versions) -> Iterator[Edit]:
    gone = set(_gone(three))
    names = three.names("media")
    if names and gone.issuperset(names):
        yield Edit(path=("media",), value=None)
        return
    for name in names:
        if name in gone:
            yield Edit(path=("media", name), value=None)
            continue
        if _is_torn(*three.at("media", name, "shows")):
            raise ByHandError(f"who is in the picture {name}")
        for key in three.names("media", name):
            yield _edit(three, "media", name, key)


def _gone(three: Versions) -> Iterator[str]:
    """The pictures that one of the two took away."""
    for name in three.names("media"):
        was, first, second = three.at("media", name)
        if was is not None and (first is None or second is None):
            yield name


def _edit(three: Versions, *path: str) -> Edit:
    was, first, second = three.at(*path)
    said = second if first == was else first
    return Edit(path=path, value=None if said is None else as_value(said))


def _is_torn(was: Data | None, first: Data | None, second: Data | None) -> bool:
    return first not in (was, second) and second != was
