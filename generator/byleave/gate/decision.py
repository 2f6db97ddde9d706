"""What the gate decided: who and what is withheld."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec import Struct

from byleave.gate.facts import Facts
from byleave.gate.families import Families, VoiceKey
from byleave.gate.standing import Standing
from byleave.gate.voices import VoiceReason


class Meeting(Struct, frozen=True, kw_only=True):
    """The file at `path` claims `address`, and so does the one at `other`; "" is Byleave itself."""

    path: str
    other: str
    address: str


@dataclass(slots=True, kw_only=True)
class Decision:
    """What is withheld: voices and stories with the reason, passages by their block's index.

    `waiting` are paths of stories that are withheld for nothing but a fault in some file.
    `address_twice` says which stories are at one address with another file, `giving_way` which
    aliases no page is made for. `own_words` are paths of pages and themes whose text is withheld,
    `files` names of group files, `navigation` numbers of its items, and `series` slugs of those
    whose titles tell.
    """

    families: Families
    standing: Standing
    facts: Mapping[str, Facts]
    voices: dict[VoiceKey, VoiceReason] = field(default_factory=dict)
    stories: dict[str, str] = field(default_factory=dict)
    passages: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    waiting: frozenset[str] = frozenset()
    address_twice: tuple[Meeting, ...] = ()
    giving_way: tuple[Meeting, ...] = ()
    own_words: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()
    navigation: frozenset[int] = frozenset()
    series: frozenset[str] = frozenset()

    def gone(self, path: str) -> frozenset[int]:
        """The indexes of the withheld passages of the story at `path`."""
        return frozenset(self.passages.get(path, ()))
