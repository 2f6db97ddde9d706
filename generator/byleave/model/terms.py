"""The closed and open lists of words that front matter uses."""

from datetime import date
from typing import Literal

# One of `model.uses`, or a use of the site's own.
Use = str
Identity = Literal["named", "first-name", "pseudonym", "anonymous"]
ConsentBy = Literal["self", "supported", "parent", "group", "successor"]
EventStatus = Literal["planned", "full", "postponed", "cancelled"]
EngineName = Literal["commonmark", "python-markdown"]

# An open list: a story may name another part, but not a misspelling of one of these,
# because whether somebody is an author decides what goes when they leave.
KNOWN_PARTS = frozenset(
    "author storyteller speaker respondent participant convenor quoted told-about pictured "
    "posted translator illustrator photographer interviewer facilitator performer organiser "
    "contributor".split()
)
# Text outside passages is theirs.
AUTHOR_PARTS = frozenset({"author", "storyteller"})
# They are in a story by what is said or shown of them alone: not listed where nothing is.
TOLD_PARTS = frozenset({"told-about", "quoted", "pictured"})

# Private-use characters stand for names and literal braces from reading to rendering,
# so that no Markdown engine sees a brace. All of MARKER_CHARACTERS are taken out of what is read.
NAME_OPEN, NAME_CLOSE = "\ue000", "\ue001"
BRACE_OPEN, BRACE_CLOSE = "\ue002", "\ue003"
MARKER_CHARACTERS = "".join(map(chr, range(0xE000, 0xE010)))

OF_AGE = 18  # years
# How long a permission holds if nothing else was agreed: guidance names one to five years.
USUAL_YEARS = 5
# Whoever says yes for longer is as good as never asked again.
MOST_YEARS = 20


def is_at_most(years: int, given: date, until: date) -> bool:
    """Whether a permission from `given` to `until` ends no more than `years` after it was given."""
    return (until.year - years, until.month, until.day) <= (given.year, given.month, given.day)


def may_be_a_parents(given: date, until: date) -> bool:
    """Whether a parent's permission from `given` to `until` can end before a child is of age.

    No birthday is kept, so this is as much as can be known: who is not born when it is given is of
    age OF_AGE years later, and everybody else sooner.
    """
    return is_at_most(OF_AGE, given, until)


# How long before the end of a permission editors are reminded: long enough to ask again.
LAPSING_DAYS = 30
