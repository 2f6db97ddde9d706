"""Invented words, each used once in a site, so that a trace of a text cannot be a coincidence."""

import re

ONSETS = ("b", "br", "d", "dr", "f", "fl", "g", "gl", "k", "kl", "m", "n", "p", "pl", "r", "s")
VOWELS = ("a", "e", "i", "o", "u")
SYLLABLES = tuple(onset + vowel for onset in ONSETS for vowel in VOWELS)
INVENTED = re.compile(rf"(?:(?:{'|'.join(ONSETS)})[{''.join(VOWELS)}]){{3}}(?:sk|n|rt|mp)")
HTML_WORDS = ("Mark", "Code", "Span", "Li")
SCRIPTS = (
    dict(zip("bdfgklmnprstaeiou", "βδφγκλμνπρσταειου", strict=True)),
    dict(zip("bdfgklmnprstaeiou", "бдфгклмнпрстаеиоу", strict=True)),
    dict(zip("bdfgklmnprstaeiou", "בדפגקלמנצרסטאעיוח", strict=True)),
    dict(zip("bdfgklmnprstaeiou", "بدفغكلمنخرستاعيوح", strict=True)),
    dict(zip("bdfgklmnprstaeiou", "बदफगकलमनपरसटाेिोु", strict=True)),
    dict(zip("bdfgklmnprstaeiou", "ハタフカクラマナホルサトアエイオウ", strict=True)),
    dict(zip("bdfgklmnprstaeiou", "บดฟกคลมนปรสตอเไโย", strict=True)),
)
"""The letters of names in Greek, Cyrillic, Hebrew, Arabic, Devanagari, Japanese and Thai."""
RAISED = ("™", "²", "ª")
STEP = 188_791  # prime, so that neighbours look unlike each other and nothing comes twice


def _invented(number: int, ending: str) -> str:
    number = number * STEP % len(SYLLABLES) ** 3
    first, rest = number % len(SYLLABLES), number // len(SYLLABLES)
    second, third = rest % len(SYLLABLES), rest // len(SYLLABLES)
    return SYLLABLES[first] + SYLLABLES[second] + SYLLABLES[third] + ending


class Vocabulary:
    """A supply of words for one site; no word is ever given out twice."""

    def __init__(self) -> None:
        self._given_out = 0

    def _next(self, ending: str) -> str:
        self._given_out += 1
        return _invented(self._given_out, ending)

    def words(self, how_many: int = 9) -> str:
        """Running text without punctuation; some words have letters beyond ASCII."""
        run = [self._next("sk") for _ in range(how_many)]
        run[-1] = run[-1].replace("a", "á").replace("o", "ö")
        return " ".join(run)

    def sentence(self, how_many: int = 9) -> str:
        """A sentence of words that occur nowhere else in the site."""
        return self.words(how_many).capitalize() + "."

    def given_name(self) -> str:
        """One name; every third has letters beyond ASCII."""
        name = self._next("n").capitalize()
        return name.replace("a", "á").replace("u", "ü") if self._given_out % 3 == 0 else name

    def name_in_script(self, number: int) -> str:
        """A name in the letters of another script."""
        letters = SCRIPTS[number % len(SCRIPTS)]
        return "".join(letters[letter] for letter in self._next("n")).capitalize()

    def family_name(self) -> str:
        """One family name; some have an apostrophe."""
        return ("O'" if self._given_out % 4 == 0 else "") + self._next("rt").capitalize()

    def group_name(self) -> str:
        """A name with characters that HTML, addresses and JSON write in other ways."""
        return f"{self._next('n').capitalize()} & {self._next('rt').capitalize()}"

    def stem(self) -> str:
        """The name of a file."""
        return self._next("mp")


def is_invented(word: str) -> bool:
    """Whether a word, without letter case and accents, is one of those given out here."""
    return bool(INVENTED.fullmatch(word))


HELLO = "\nHello {nobody-here}.\n"
"""What a file with an id that nobody declares says at its end."""
