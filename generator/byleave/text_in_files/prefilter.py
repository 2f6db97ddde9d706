"""Whether a text may hold what a pattern finds: one quick look, after which most texts are done."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from pydantic_core import SchemaValidator, core_schema

# What `re` takes for a space, and the other engine does not.
_GAP = r"[\s\x1c-\x1f]"
# Letters that `re` takes for an i in any letter case.
_ALSO_I = "İı"


def likely(*patterns: str) -> Callable[[str], bool]:
    """A function that tells whether one of `patterns`, in any letter case, may be in a text.

    It is always right when it says no. The engine is that of pydantic: where nothing is to be
    found, it reads a text in a twentieth of the time that `re` takes. `patterns` may not look ahead
    or behind, which it cannot do; where words end it does not ask, which would make it slow.
    """
    either = "|".join(patterns).replace(r"\b", "").replace(r"\s", _GAP).replace(r"\w", r"\S")
    is_there = SchemaValidator(core_schema.str_schema(pattern=f"(?i){either}")).isinstance_python
    # A text that the engine is given would keep its bytes beside its letters for good.
    return lambda text: (
        is_there(text.encode("utf-8", "replace")) or any(letter in text for letter in _ALSO_I)
    )


class QuickPattern:
    """A pattern, in any letter case, that is tried only where one quick look says it may be there.

    Both are compiled when they are first needed: most sites are in one language, and to compile a
    long list of words takes as long as some stories.
    """

    def __init__(self, pattern: str, not_before: str = "") -> None:
        """Keep the pattern, which is as for `likely`, and what may not follow it."""
        self.pattern = pattern
        self._not_before = not_before

    @cached_property
    def may_be_in(self) -> Callable[[str], bool]:
        """Tells whether the pattern may be in a text; always right when it says no."""
        return likely(self.pattern)

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern + self._not_before, re.I)

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """Wherever it is in `text`."""
        return self.whole.finditer(text) if self.may_be_in(text) else iter(())
