"""What counts as a name in a text: one way to cut texts into words, for all who look for names."""

from byleave.model.names.lost_letters import LOST, with_letters_replaced, with_losses
from byleave.model.names.naming import Names, SearchableText, is_named_at, is_named_in
from byleave.model.names.words import letters, pieces, row, rows

__all__ = [
    "LOST",
    "Names",
    "SearchableText",
    "is_named_at",
    "is_named_in",
    "letters",
    "pieces",
    "row",
    "rows",
    "with_letters_replaced",
    "with_losses",
]
