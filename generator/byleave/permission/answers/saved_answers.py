"""Answers that somebody saved from a form in a browser, as the file that they send."""

from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from byleave.editing.refusals import RefusedError
from byleave.model.paper_codes import read_code
from byleave.model.terms import Use
from byleave.values import replace

_LONGEST = 100_000  # bytes; a form has a dozen answers
_AGAIN = "ask them to save it again, or type what is on it: --form CODE --uses …"


class SavedAnswers(Struct, frozen=True, kw_only=True):
    """The code of the form, and yes or no to each use by its name; what is left out is a no.

    `right` says whether all of it is right like that, and `change` what is to be changed.
    """

    form: str
    uses: dict[Use, Literal["yes", "no"]]
    right: Literal["yes", "no"] = "yes"
    change: str = ""

    @property
    def agreed(self) -> frozenset[Use]:
        """What they said yes to."""
        return frozenset(use for use, said in self.uses.items() if said == "yes")


def read_answers(path: Path) -> SavedAnswers:
    """The answers in the file at `path`, in JSON; raises RefusedError where it holds none."""
    try:
        with path.open("rb") as stream:
            content = stream.read(_LONGEST)
    except OSError as fault:
        raise RefusedError(f"{path}: {fault.strerror}", "look at the name of the file") from None
    return answers_in(content, str(path))


def answers_in(content: bytes, name: str) -> SavedAnswers:
    """The answers that `content` is, of a file with this `name`; raises RefusedError as above."""
    try:
        found = msgspec.json.decode(content[:_LONGEST], type=SavedAnswers)
        code = read_code(found.form)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise RefusedError(f"{name}: these are no answers to a form", _AGAIN) from None
    except ValueError as fault:
        raise RefusedError(f"{name}: {fault}", _AGAIN) from None
    if found.right == "no" or found.change:
        wish = f": {found.change}" if found.change.isprintable() and found.change else ""
        message = f"{name}: they want something changed first{wish}"
        raise RefusedError(message, "look at their form with them; then make it again")
    if not found.agreed:
        message = f"{name}: they said yes to nothing"
        raise RefusedError(message, "write the no down: byleave consent refuse STORY --voice ID")
    return replace(found, form=code)
