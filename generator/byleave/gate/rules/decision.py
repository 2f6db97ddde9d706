"""What the gate decided: who and what is withheld."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec import Struct

from byleave.gate.rules.families import Families, VoiceKey
from byleave.gate.rules.linked_stories import LinkedStories
from byleave.gate.rules.one_voice import VoiceReason
from byleave.gate.rules.record_states import Standing
from byleave.gate.rules.who_is_named import NamedVoices
from byleave.values import replace

_NONE: frozenset[int] = frozenset()


class AddressClash(Struct, frozen=True, kw_only=True):
    """The file at `path` claims `address`, and so does the one at `other`; "" is Byleave itself."""

    path: str
    other: str
    address: str


@dataclass(slots=True, kw_only=True)
class Decision:
    """What is withheld: voices and stories with the reason, passages by their block's index.

    `families`, `linked`, `standing` and `facts` are what is decided by.

    `because` gives, for each story that another one took along, the path of that one.
    `waiting` are paths of stories that are withheld for nothing but a fault in some file.
    `address_twice` says which stories are at one address with another file, `giving_way` which
    aliases no page is made for. `own_words` are paths of pages and themes whose text is withheld,
    `files` names of group files, `navigation` numbers of its items, and `series` slugs of those
    whose titles tell. `for_search` is what would be decided if whoever did not give the use
    `search` had not given `web`; None where there is nobody of whom that is so.
    """

    families: Families
    linked: LinkedStories
    standing: Standing
    facts: Mapping[str, NamedVoices]
    voices: dict[VoiceKey, VoiceReason] = field(default_factory=dict)
    stories: dict[str, str] = field(default_factory=dict)
    passages: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    because: dict[str, str] = field(default_factory=dict)
    waiting: frozenset[str] = frozenset()
    address_twice: tuple[AddressClash, ...] = ()
    giving_way: tuple[AddressClash, ...] = ()
    own_words: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()
    navigation: frozenset[int] = frozenset()
    series: frozenset[str] = frozenset()
    for_search: "Decision | None" = None

    def with_withheld(self, voices: Mapping[VoiceKey, VoiceReason]) -> "Decision":
        """The same with more `voices` withheld, which is not yet carried through."""
        gone = defaultdict(set, {path: set(numbers) for path, numbers in self.passages.items()})
        return replace(
            self,
            voices={**self.voices, **voices},
            stories=dict(self.stories),
            passages=gone,
            because=dict(self.because),
        )

    def by_error_of(self, path: str) -> str:
        """The file whose error took along the story at `path`; "" where it was no error of others.

        The story would be published without that error.
        """
        if self.stories.get(path) not in ("fault", "follows") or path not in self.because:
            return ""
        seen: set[str] = set()
        while path in self.because and path not in seen:
            seen.add(path)
            path = self.because[path]
        return path if self.stories.get(path) == "error" else ""

    def gone(self, path: str) -> frozenset[int]:
        """The indexes of the withheld passages of the story at `path`."""
        found = self.passages.get(path)
        return frozenset(found) if found else _NONE
