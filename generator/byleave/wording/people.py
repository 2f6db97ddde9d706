"""Words about people that many of those who are meant do not want: a list, and its uses in a text.

Whole words in the forms that the list has, in any letter case, whatever parts them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import Any

from msgspec import Struct

from byleave.model.words_about_people import WordAboutPeople, WordList
from byleave.text_in_files.prefilter import likely

_GAP = r"[\s\u00a0‐‑-]+"
_BESIDE = re.compile(r"[\w'’]+")
# What may follow people who are named by an adjective: no noun does.
_NO_NOUN = (
    r"(?=\s*(?:[.,;:!?)\]”\"’]|\Z)|\s+(?:are|is|were|was|who|have|has|had|in|of|to|from|with|can"
    r"|could|will|would|do|does|did|need|needs|get|live|at|on|by|as|but|than|that|because|when"
    r"|should|must|may|might|themselves|for|without|into|deserve|want)\b)"
)


class WordUse(Struct, frozen=True, kw_only=True):
    """A use of an entry in a text, and where it begins there."""

    entry: WordAboutPeople
    at: int


def entry_of(term: str, said: Mapping[str, Any]) -> WordAboutPeople:
    """The entry for a `term` as it is written in a list; `said` are its other keys."""
    as_people = term.endswith("_")
    forms = _forms(term.removesuffix("_"))
    first = " ".join(word.partition("/")[0] for word in term.removesuffix("_").split())
    return WordAboutPeople(term=first, forms=forms, as_people=as_people, **said)


def _forms(term: str) -> tuple[str, ...]:
    words = re.sub(r"[‐‑-]", " ", term).split()
    return tuple(" ".join(one) for one in product(*(word.split("/") for word in words)))


def written(term: str) -> str:
    """The first form of a term, by which it is known."""
    return _forms(term.removesuffix("_"))[0].casefold()


def with_others(
    words: WordList, added: Iterable[WordAboutPeople], left_out: Iterable[str]
) -> WordList:
    """The list with entries of a group's own before all others, and without those `left_out`."""
    gone = {written(one) for one in left_out}
    kept = (one for one in words.entries if gone.isdisjoint(map(str.casefold, one.forms)))
    return WordList(entries=(*added, *kept))


class SoughtWords(Struct, frozen=True, kw_only=True):
    """A list as it is looked for: a quick look, the `form` of all its words, and the entry of each.

    Where `may_be_in` says no, no word of it is in a text.
    """

    may_be_in: Callable[[str], bool]
    form: str
    by_form: Mapping[str, WordAboutPeople]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The form of all words as a pattern."""
        return _compiled(self.form)


@lru_cache(maxsize=4)
def _compiled(form: str) -> re.Pattern[str]:
    # Only where a word may be in a text: to compile a list of hundreds takes as long as ten pages.
    return re.compile(form, re.I)


@lru_cache(maxsize=4)
def sought_words(words: WordList) -> SoughtWords:
    """How the words of a list are looked for."""
    by_form: dict[str, WordAboutPeople] = {}
    for entry in words.entries:
        for form in entry.forms:
            by_form.setdefault(form.casefold(), entry)
    if not by_form:
        return SoughtWords(may_be_in=lambda _: False, form=r"(?!)", by_form={})
    longest = sorted(by_form, key=len, reverse=True)
    spaced = {form: _GAP.join(map(re.escape, form.split())) for form in longest}
    patterns = [
        rf"{spaced[form]}\b{_NO_NOUN if by_form[form].as_people else ''}" for form in longest
    ]
    return SoughtWords(
        may_be_in=likely("|".join(spaced.values())),
        form=rf"\b(?:{'|'.join(patterns)})",
        by_form=by_form,
    )


def uses(text: str, sought: SoughtWords) -> Iterator[WordUse]:
    """The uses of the words of a list in `text`, in its order."""
    for found in sought.pattern.finditer(text):
        form = " ".join(re.split(_GAP, found[0].casefold()))
        entry = sought.by_form.get(form)
        if entry is not None and _counts(entry, text, found):
            yield WordUse(entry=entry, at=found.start())


def _counts(entry: WordAboutPeople, text: str, found: re.Match[str]) -> bool:
    before = _BESIDE.findall(text[max(0, found.start() - 40) : found.start()].casefold())
    after = _BESIDE.search(text[found.end() : found.end() + 40].casefold())
    last = before[-1] if before else ""
    if entry.only_after and last not in entry.only_after:
        return False
    return last not in entry.not_after and (after is None or after[0] not in entry.not_before)
