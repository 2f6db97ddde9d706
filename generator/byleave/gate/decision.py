"""What the gate decided: who and what is withheld."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from byleave.gate.facts import Facts
from byleave.gate.families import Families, VoiceKey
from byleave.gate.standing import Standing
from byleave.gate.voices import VoiceReason


@dataclass(slots=True, kw_only=True)
class Decision:
    """What is withheld: voices and stories with the reason, passages by their block's index.

    `own_words` are paths of pages and themes whose text is withheld, `files` names of group files,
    `navigation` numbers of its items, and `series` slugs of those whose titles tell.
    """

    families: Families
    standing: Standing
    facts: Mapping[str, Facts]
    voices: dict[VoiceKey, VoiceReason] = field(default_factory=dict)
    stories: dict[str, str] = field(default_factory=dict)
    passages: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    address_twice: tuple[str, ...] = ()
    own_words: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()
    navigation: frozenset[int] = frozenset()
    series: frozenset[str] = frozenset()

    def gone(self, path: str) -> frozenset[int]:
        """The indexes of the withheld passages of the story at `path`."""
        return frozenset(self.passages.get(path, ()))
