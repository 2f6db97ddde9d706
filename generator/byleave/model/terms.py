"""The closed and open lists of words that front matter uses."""

from datetime import date
from typing import Literal

# One of `model.uses`, or a use of the site's own.
Use = str
Identity = Literal["named", "first-name", "pseudonym", "anonymous"]
ConsentBy = Literal["self", "supported", "parent", "group", "successor"]
# How somebody was shown their part. What is signed was on paper as well.
SignLanguage = Literal["BSL", "ISL"]
SeenHow = Literal["read-aloud", "on-paper", "on-screen", "signed"]
# Who else was there when somebody answered, how it was seen that they understood, and what their
# answer is kept on: facts of a record, none of which says who, or why.
Attendant = Literal["supporter", "interpreter", "witness"]
Understood = Literal["told-back", "questions", "pictures"]
KeptOn = Literal["paper", "sound", "film"]
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

# Who is in a picture or a recording, where it is not ids of voices: nobody, or nobody has said yet,
# and then it is not published.
NOBODY = "nobody"
NOT_KNOWN_YET = "not known yet"

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


def parents_end(until: date) -> date:
    """The end of a parent's permission of which `until` may be the child's coming of age.

    It is the first day of the month before, so that nobody can read a birthday from it. An end that
    is such a first day stays.
    """
    if until.day == 1:
        return until
    years, month = divmod(until.year * 12 + until.month - 2, 12)
    return date(years, month + 1, 1)


# How long before the end of a permission editors are reminded: long enough to ask again.
LAPSING_DAYS = 30
