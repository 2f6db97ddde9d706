"""Quotations that say whose they are: `> words` and then `> — {id}`, in a text that was read.

Here it is told where there may be such, and how words stand by themselves. What they say is taken
of the page that they make, so that nothing is shown that readers could not see in their text.
"""

import re
from itertools import islice

from byleave.model.terms import NAME_CLOSE, NAME_OPEN

# Where a story says so of its `pull`, no quotation in it stands by itself anywhere.
NONE = "no"
# What fits in a margin, and what is a sentence rather than a shout.
MOST_LETTERS, FEWEST_LETTERS = 220, 30

_RUN = re.compile(r"(?:^ {0,3}>[^\n]*(?:\n|\Z))+", re.M)
_BY = re.compile(
    rf"^ {{0,3}}> ?(?:—|―|--)[ \u00a0]+{NAME_OPEN}[^{NAME_CLOSE}]+{NAME_CLOSE}\s*\Z", re.M
)
# In a text with one of these, words may not be where they seem to be: in a remark, or in code.
_HIDES = re.compile(r"<(?!https?:|mailto:)|```|~~~")
_LABEL = re.compile(r"^ {0,3}\[[^\]^][^\]]{0,998}\]:[^\n]*$", re.M)
_SENTENCE = re.compile(r".+?[.!?…。！？؟।][\"')”’»]*(?=\s|\Z)", re.S)


def quotations_in(text: str) -> str:
    """The quotations in `text` that say whose they are, as a text of their own; empty without any.

    What says where labels lead is kept, by which a link is known from words in brackets.
    """
    if NAME_OPEN not in text or ">" not in text or _HIDES.search(text):
        return ""
    runs = [run for run in _RUN.findall(text) if _BY.search(run.rstrip("\n"))]
    return "\n\n".join((*runs, *_LABEL.findall(text))) if runs else ""


def begins_with(words: str, said: str) -> bool:
    """Whether `words` begin as `said`, however marks, capitals and gaps are typed."""
    return bool(said.strip()) and _plain(words).startswith(_plain(said))


def by_itself(words: str) -> str:
    """A quotation as it stands by itself: as many whole sentences as fit, or nothing.

    An ellipsis says that there are more.
    """
    shown = words if len(words) <= MOST_LETTERS else sentences(words, MOST_LETTERS)
    return shown + " …" * (bool(shown) and shown != words) if len(shown) >= FEWEST_LETTERS else ""


def sentences(words: str, most: int, how_many: int = 99) -> str:
    """The first whole sentences of `words`, so far as they fit in `most` characters."""
    end = 0
    # One sign more shows whether a sentence ends there; what is beyond may have no end at all.
    for sentence in islice(_SENTENCE.finditer(words, 0, most + 1), how_many):
        if sentence.end() > most:
            break
        end = sentence.end()
    return words[:end].rstrip()


def _plain(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words).strip().casefold()
