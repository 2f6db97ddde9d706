"""What is withheld on a day, in plain values: what must not be found in what was published.

It is for the editors of a site alone; nothing of it is ever rendered, written or remembered.
"""

from collections.abc import Iterable
from typing import Literal, TypeVar

from msgspec import Struct

from byleave.model.addresses import addresses_meant
from byleave.model.records import record_key
from byleave.values import replace

WithheldKind = Literal["title", "words"]


class WithheldWords(Struct, frozen=True, kw_only=True):
    """A run of words that is withheld, as readers would meet it.

    `story` is the path of its file; `records` are those of the voices because of whom it is
    withheld, and empty where it is a draft, faulty or not due yet.
    """

    story: str
    kind: WithheldKind
    text: str
    records: tuple[str, ...] = ()


class WithheldName(Struct, frozen=True, kw_only=True):
    """The public name of a withheld voice who is not anonymous."""

    name: str
    records: tuple[str, ...] = ()


class WithheldFile(Struct, frozen=True, kw_only=True):
    """A picture, recording or document that is withheld.

    `name` is what it is called in the site folder, `address` where it would be published,
    `source` its absolute path, `sha256` the hex digest of its bytes.
    """

    name: str
    address: str
    source: str
    sha256: str
    records: tuple[str, ...] = ()


class Withheld(Struct, frozen=True, kw_only=True):
    """All that is withheld, and what of it may be found all the same.

    `addresses` are those of withheld stories, `records` those of withheld voices. `public_texts`
    are the words that may be public, `public_names` what published voices are called, the other
    `public_` fields what published things share with withheld ones.
    """

    words: tuple[WithheldWords, ...]
    names: tuple[WithheldName, ...]
    addresses: tuple[str, ...]
    records: tuple[str, ...]
    files: tuple[WithheldFile, ...]
    public_texts: tuple[str, ...]
    public_names: frozenset[str]
    public_records: frozenset[str]
    public_files: tuple[WithheldFile, ...]
    languages: tuple[str, ...]


_Recorded = TypeVar("_Recorded", WithheldWords, WithheldName, WithheldFile)


def of_record(withheld: Withheld, number: str) -> Withheld:
    """What is withheld because of the record with this number, with no other number beside it.

    Of addresses there are those of stories whose title is withheld because of it. All is empty
    where nothing is.
    """
    key = record_key(number)
    own = tuple(one for one in withheld.records if record_key(one) == key)

    def theirs(found: Iterable[_Recorded]) -> tuple[_Recorded, ...]:
        kept = (one for one in found if any(record_key(record) == key for record in one.records))
        return tuple(replace(one, records=own) for one in kept)

    words = theirs(withheld.words)
    stories = {one.story for one in words if one.kind == "title"}
    gone = {address for story in stories for address in addresses_meant(story)}
    return replace(
        withheld,
        words=words,
        names=theirs(withheld.names),
        addresses=tuple(one for one in withheld.addresses if one in gone),
        records=own,
        files=theirs(withheld.files),
    )
