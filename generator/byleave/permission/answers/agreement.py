"""What a storyteller agreed to, as it was told, and as it is about to be written."""

from datetime import date
from typing import Literal

from msgspec import Struct

from byleave.model.paper_codes import Round
from byleave.model.record_list import RecordList
from byleave.model.register import ShownWords
from byleave.model.terms import Attendant, ConsentBy, KeptOn, SeenHow, Understood, Use
from byleave.permission.answers.declared import Declared, DeclaredVoices

# Who says when a permission ends: whoever gave the command, the form, the story file, or nobody.
EndFrom = Literal["said", "form", "file", "usual", "rounded"]


class Circumstances(Struct, frozen=True, kw_only=True):
    """What else is kept of an answer: facts, none of which says who was there, or why.

    `assent` is the day of a child's own yes beside a parent's, `there` says who else was there,
    `group_of` how many of a group, `understood` how it was seen that they understood, and `kept`
    what their answer is kept on. What is empty is not known.
    """

    assent: date | None = None
    there: tuple[Attendant, ...] = ()
    group_of: int | None = None
    understood: tuple[Understood, ...] = ()
    kept: KeptOn | None = None


class Agreement(Struct, frozen=True, kw_only=True):
    """What a storyteller agreed to, as the form says it; `until` is the first day without.

    What is None stays as it stands in the file. `form` is the code of the paper that was answered,
    empty where none is known. With `same_person`, another name in another story under the same
    record is the same person's. `shown` is how they had the paper when they answered.
    """

    story: str
    voice: str
    record: str
    by: ConsentBy
    uses: frozenset[Use]
    given: date
    until: date | None
    review: date | None
    form: str = ""
    same_person: bool = False
    shown: SeenHow = "signed"
    how: Circumstances = Circumstances()


class Prepared(Struct, frozen=True, kw_only=True):
    """An agreement as it would be written: for whom, for how long, and to which words.

    `answered` is a day on which to ask again that stood there and is over by this answer. `form` is
    the round of the paper that was answered, if its code was given: its words are agreed to, also
    those that are not public today.
    """

    voice: Declared
    record: str
    by: ConsentBy
    uses: frozenset[Use]
    given: date
    until: date
    end_from: EndFrom
    review: date | None
    answered: date | None
    shown: tuple[ShownWords, ...]
    form: Round | None
    form_was: SeenHow
    how: Circumstances
    known: DeclaredVoices
    records: RecordList
