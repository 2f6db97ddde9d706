"""What the permission tools know of each voice: its record, and the words that it agrees to.

It is for the editors of a site alone; nothing of it is ever rendered, written or remembered.
"""

from collections.abc import Mapping, Set
from datetime import date
from typing import Literal

from msgspec import Struct

from byleave.model.fingerprints import covers_everything, in_agreement, is_by_former_rule
from byleave.model.paper_codes import SeenRound
from byleave.model.published import PublishedMedia, Rehearsal
from byleave.model.records import RecordState
from byleave.model.terms import ConsentBy, Identity, Use

# "published", or why the voice is not: what its own record says first, then what its story says.
VoiceState = Literal[
    "published",
    "asked",
    "refused",
    "held",
    "withdrawn",
    "not here",
    "closed",
    "held here",
    "not yet given",
    "expired",
    "no web",
    "words",
    "named",
    "story",
]
WordsKind = Literal[
    "title",
    "summary",
    "passage",
    "text",
    "outcome",
    "notice",
    "rights",
    "checked",
    "file",
    "voice",
    "line",
]
# The runs of a text; an agreement under the former rule of fingerprints covers these alone.
OF_TEXTS: frozenset[WordsKind] = frozenset(
    {"title", "summary", "passage", "text", "outcome", "notice", "rights", "checked"}
)


class ShownWords(Struct, frozen=True, kw_only=True):
    """A run of words by or about a voice, as the file at `story` has it.

    `kind` "text" is what stands outside passages, which all authors agree to as one; "outcome" is
    what happened since, "notice" what readers are told before they begin, "rights" whether they may
    copy it, "checked" with whom it was tried; "file" are words of a picture, recording or document,
    "voice" of an entry, "line" of a programme. `text` has names marked as in `model.terms`;
    `fingerprint` is what `words:` keeps of it. `line` is where it begins, counted from 1. They
    are `plainly` by or about the voice if they are headed so, mention its id, or name it in plain
    words.
    """

    story: str
    kind: WordsKind
    line: int
    text: str
    fingerprint: str
    plainly: bool = True

    def is_agreed(self, agreed: Set[str]) -> bool:
        """Whether the fingerprints `agreed` cover these words, as far as their rule binds."""
        if self.kind not in OF_TEXTS and not covers_everything(agreed):
            return True
        # Other forms of a name did not count when it was agreed to.
        if not self.plainly and is_by_former_rule(agreed):
            return True
        return in_agreement(self.fingerprint, agreed) is not None


class RegisterEntry(Struct, frozen=True, kw_only=True):
    """One voice of one story, and what its record says on the day that was asked about.

    `story` is the path of the file that declares it, `line` where, counted from 1; `dated` is the
    day on which that story is published, and `has_outcome` says that it tells what happened since.
    `agreed` are the fingerprints in `words:`, or None without them; `shown` is what would be public
    of the voice today if its words did not matter, and `waiting` are the stories of these words
    that are not published today, such as a version that is a draft. `record_state` is what is said
    of the record anywhere.
    """

    story: str
    title: str
    dated: date | None
    has_outcome: bool
    voice: str
    line: int
    name: str
    identity: Identity
    part: str
    person: str | None
    state: VoiceState
    record: str | None
    asked: date | None
    given: date | None
    by: ConsentBy | None
    uses: frozenset[Use]
    until: date | None
    review: date | None
    agreed: frozenset[str] | None
    corrected: date | None
    seen: tuple[SeenRound, ...]
    assent: date | None
    refused: bool
    held: bool
    withdrawn: bool
    not_here: bool
    held_here: bool
    record_state: RecordState
    shown: tuple[ShownWords, ...]
    waiting: frozenset[str] = frozenset()

    @property
    def has_other_words(self) -> bool:
        """Whether something of today was not agreed to, also where the story is not published."""
        agreed = self.agreed
        if agreed is None or self.given is None or self.is_over:
            return False
        return not all(one.is_agreed(agreed) for one in self.shown)

    @property
    def is_over(self) -> bool:
        """Whether the voice said no, here or to all that its record is about."""
        return self.refused or self.withdrawn or self.not_here or self.record_state == "closed"


class ShownMedia(Struct, frozen=True, kw_only=True):
    """A picture or recording that shows a voice, and the path of the file that uses it."""

    story: str
    media: PublishedMedia


class Expectation(Struct, frozen=True, kw_only=True):
    """What would be public of a story if all who have not answered yet said yes to everything.

    What is withheld for another reason is left out of the `rehearsal`, as on the site itself.
    By the id of each voice asked about, `shown` is what it would agree to, and `media` what would
    show it. `deciding` are the ids of those without whom the whole story is withheld. `day` is the
    day that was asked about.
    """

    rehearsal: Rehearsal
    day: date
    story: str
    shown: Mapping[str, tuple[ShownWords, ...]]
    media: Mapping[str, tuple[ShownMedia, ...]]
    deciding: frozenset[str]
