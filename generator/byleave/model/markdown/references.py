"""Brackets that refer to something in the same text, and nothing there says what."""

import re
from collections.abc import Iterator

from byleave.model.markdown.code import without_code
from byleave.model.markdown.definitions import defined, name_of

_BY_LABEL = re.compile(r"(?<![\\\[\]])!?\[((?!\^)[^\[\]\n]{1,500})\]\[((?!\^)[^\[\]\n]{0,500})\]")
_OF_A_NOTE = re.compile(r"(?<![\\\]!\[])\[(\^[^\[\]\s]{1,200})\](?![:(\[])")


def leading_nowhere(text: str) -> Iterator[int]:
    """Where `text` has `[words][name]`, `[words][]` or `[^name]` whose name it does not define."""
    if "][" not in text and "[^" not in text:
        return
    bare = without_code(text)
    known = defined(bare)
    for found in _BY_LABEL.finditer(bare):
        name = found[2] if found[2].strip() else found[1]
        if name.strip() and name_of(name) not in known:
            yield found.start()
    for found in _OF_A_NOTE.finditer(bare):
        if name_of(found[1]) not in known:
            yield found.start()
