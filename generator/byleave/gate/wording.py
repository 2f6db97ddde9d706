"""Words of front matter with public names in the place of the ids that they mention."""

from collections.abc import Mapping
from typing import TypeVar

from byleave.model.marks import in_words
from byleave.model.parts import Part
from byleave.model.said import reworded

Record = TypeVar("Record")


def worded(record: Record, names: Mapping[str, str], *at: str) -> Record:
    """A record of front matter as readers meet it; `at` are keys to it, if it is not all of it.

    The words of files stay as they are: they are set with the body, in which these stand.
    """

    def said(part: Part, text: str) -> str:
        return in_words(text, names) if part.kind == "words" and part.of != "file" else text

    return reworded(record, said, *at)
