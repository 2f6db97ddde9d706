"""The letters of a language, for lists that run from A to Z.

Byleave has no collation of its own to fall back on: CLDR's lies outside Babel. Where a language
counts two signs as one letter, or an accented one as a letter of its own, its alphabet stands
here; elsewhere accents do not count and letters stand in the order of their code points.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from string import ascii_lowercase
from typing import TypeVar

from byleave.model.languages import base_language

_LATIN = " ".join(ascii_lowercase)
_NORDIC = f"{_LATIN} æ ø å"
_ALPHABETS = {
    "cy": "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z",
    "da": _NORDIC,
    "es": _LATIN.replace("n", "n ñ"),
    "fi": f"{_LATIN} å ä ö",
    "nb": _NORDIC,
    "nn": _NORDIC,
    "no": _NORDIC,
    "sv": f"{_LATIN} å ä ö",
}
# Words that begin a title and by which nobody looks for it.
_ARTICLES = {"en": ("the", "an", "a"), "cy": ("yr", "y")}

DIGITS = "0–9"
OTHERS = "#"

# Where Unicode has signs for private use, which are in no word.
_FIRST = 0xE000
_WORD = re.compile(r"[^\W_]+")

Key = tuple[str, str]
Entry = TypeVar("Entry")


class _Places(dict[int, str]):
    """For each sign of a word, what stands for it when words are sorted by their signs."""

    def __init__(self, letters: Sequence[str]) -> None:
        """One sign for each of `letters`, in their order, which stands for itself as well."""
        # A gap between words comes before every letter: "ground" before "groundnut".
        super().__init__({ord(" "): chr(0)})
        for number, letter in enumerate(letters):
            self[_FIRST + number] = chr(_FIRST + number)
            if len(letter) == 1:
                self[ord(letter)] = chr(_FIRST + number)
        self._beyond = chr(_FIRST + len(letters))

    def __missing__(self, sign: int) -> str:
        """What is no letter of this language comes after all that are."""
        return self._beyond + chr(sign)


class Alphabet:
    """The letters of one language, and the order in which they put words."""

    def __init__(self, language: str) -> None:
        """`language` is a tag such as en-GB; unknown ones have the Latin letters."""
        letters = _ALPHABETS.get(base_language(language), _LATIN).split()
        self.order = {letter: number for number, letter in enumerate(letters)}
        self.accented = frozenset(letter for letter in letters if not letter.isascii())
        longest_first = sorted(letters, key=len, reverse=True)
        self.next_letter = re.compile("|".join(map(re.escape, longest_first)) + "|.", re.S)
        self.places = _Places(letters)
        of_two_signs = [letter for letter in longest_first if len(letter) > 1]
        self.of_two_signs = re.compile("|".join(of_two_signs)) if of_two_signs else None

    def filed(self, words: str, language: str = "") -> tuple[str, Key]:
        """The heading under which `words` stand, such as "B" or "Ll", and what sorts them there."""
        plain = self._plain(words, language)
        return self._heading(plain), self._key(plain, words)

    def in_letters(
        self, entries: Iterable[Entry], told: Callable[[Entry], tuple[str, str, str]]
    ) -> Iterator[tuple[str, list[Entry]]]:
        """The headings in their order, and the `entries` that stand under each.

        Of an entry, `told` gives its words, their language, and what sorts it among its likes.
        """
        found: dict[str, list[tuple[Key, str, Entry]]] = defaultdict(list)
        for entry in entries:
            words, language, last = told(entry)
            heading, key = self.filed(words, language)
            found[heading].append((key, last, entry))
        for heading in sorted(found, key=self.heading_key):
            yield heading, [one for _, _, one in sorted(found[heading], key=itemgetter(0, 1))]

    def key(self, words: str, language: str = "") -> Key:
        """What sorts words as this language does; words that differ in nothing else by code."""
        return self._key(self._plain(words, language), words)

    def _heading(self, plain: str) -> str:
        found = self.next_letter.match(plain)
        if found is None:
            return OTHERS
        first = found[0]
        if first.isdigit():
            return DIGITS
        return first.capitalize() if first.isalpha() else OTHERS

    def _key(self, plain: str, words: str) -> Key:
        if self.of_two_signs:
            plain = self.of_two_signs.sub(lambda found: chr(_FIRST + self.order[found[0]]), plain)
        return plain.translate(self.places), words

    def heading_key(self, heading: str) -> tuple[int, int, str]:
        """What sorts headings: this language's letters, other letters, then what is no letter."""
        letter = heading.casefold()
        last = {DIGITS: 2, OTHERS: 3}.get(heading, 0 if letter in self.order else 1)
        return last, self.order.get(letter, 0), letter

    def _plain(self, words: str, language: str) -> str:
        """Small letters and digits, without accents that do not count and a leading article."""
        letters = unicodedata.normalize("NFC", words).casefold()
        if not letters.isascii():
            letters = "".join(one if one in self.accented else _bare(one) for one in letters)
        parts = _WORD.findall(letters.replace("'", "").replace("’", ""))
        if len(parts) > 1 and parts[0] in _ARTICLES.get(base_language(language), ()):
            del parts[0]
        return " ".join(parts)


def letter_name(letter: str) -> str:
    """A heading as a part of an address."""
    names = {DIGITS: "0-9", OTHERS: "other"}
    return names.get(letter) or unicodedata.normalize("NFC", letter.casefold())


def _bare(letter: str) -> str:
    """A letter without its accents."""
    if letter.isascii():
        return letter
    apart = unicodedata.normalize("NFKD", letter)
    return "".join(one for one in apart if not unicodedata.combining(one))
