"""Paragraphs that seem to be in another language than their text."""

import re

_OFTEN = {
    "en": "the and of to in is was that it with for on are be this at have from not they we you",
    "cy": "y yr yn ac i o ar mae oedd bod am gan wedi ei eu fel hefyd ond roedd sydd ni hyn gyda",
    "fr": "le la les des de et est une dans pour que qui pas nous vous avec sur il elle du au",
    "de": "der die das und ist nicht ein eine mit von zu den wir sie ich auf für dem es",
    "es": "el la los las de y es una en para que no con por se su lo como más pero",
    "pl": "i w na z się nie jest do to że o jak po co tak ale za od przez dla są",
}
_WORDS = {language: frozenset(words.split()) for language, words in _OFTEN.items()}
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST = 8  # words, of which a language shows
# Words that hardly any text in another language has.
LIKELY = (
    "mae |roedd |oedd |wedi |hefyd |sydd |gyda |nicht "
    "| und | dans | pour | avec | está | jest | się "
)


def in_other_script(words: str) -> bool:
    """Whether most letters of a paragraph are of a script that no language of ours here is in."""
    if words.isascii():
        return False
    letters = len(_LETTER.findall(words))
    return letters >= 3 * _FEWEST and len(_LATIN.findall(words)) * 2 < letters


def seems_other(words: str, language: str) -> bool:
    """Whether a paragraph of a text in `language` seems to be in another one."""
    own = _WORDS.get(language)
    if own is None:
        return False
    if in_other_script(words):
        return True
    said = [one.casefold() for one in _WORD.findall(words)]
    if len(said) < _FEWEST or len([one for one in said if one in own]) * 12 > len(said):
        return False
    return any(
        sum(one in often for one in said) * 10 >= 3 * len(said)
        for other, often in _WORDS.items()
        if other != language
    )
