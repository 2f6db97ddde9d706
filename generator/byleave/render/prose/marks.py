"""The quotation marks of languages, from the delimiters of the Unicode CLDR, version 45."""

from typing import NamedTuple


class Marks(NamedTuple):
    """Marks around a quotation, and around one within it."""

    opens: str
    closes: str
    opens_inner: str
    closes_inner: str


_ENGLISH = Marks("“", "”", "‘", "’")
_GERMAN = Marks("„", "“", "‚", "‘")
_POLISH = Marks("„", "”", "«", "»")
_RUSSIAN = Marks("«", "»", "„", "“")
_ITALIAN = Marks("«", "»", "“", "”")
_SWEDISH = Marks("”", "”", "’", "’")
_ARABIC = Marks("”", "“", "’", "‘")
_PERSIAN = Marks("«", "»", "‹", "›")
# CLDR gives the bare marks; French sets a space inside them that never breaks, Swiss French none.
_FRENCH = Marks("«\u00a0", "\u00a0»", "«\u00a0", "\u00a0»")

_MARKS = {
    "ar": _ARABIC,
    "bg": Marks("„", "“", "„", "“"),
    "ca": _ITALIAN,
    "cs": _GERMAN,
    "cy": _ENGLISH,
    "da": _ENGLISH,
    "de": _GERMAN,
    "el": _ITALIAN,
    "en": _ENGLISH,
    "es": _ENGLISH,
    "fa": _PERSIAN,
    "fi": _SWEDISH,
    "fr": _FRENCH,
    "fr-ch": _PERSIAN,
    "ga": _ENGLISH,
    "gd": _ENGLISH,
    "he": _SWEDISH,
    "hr": _GERMAN,
    "hu": Marks("„", "”", "»", "«"),
    "it": _ITALIAN,
    "ja": Marks("「", "」", "『", "』"),
    "lt": Marks("„", "“", "„", "“"),
    "nb": Marks("«", "»", "‘", "’"),
    "nl": Marks("‘", "’", "‘", "’"),
    "nn": Marks("«", "»", "‘", "’"),
    "no": Marks("«", "»", "‘", "’"),
    "pl": _POLISH,
    "pt": _ENGLISH,
    "pt-pt": _ITALIAN,
    "ro": _POLISH,
    "ru": _RUSSIAN,
    "sk": _GERMAN,
    "sv": _SWEDISH,
    "tr": _ENGLISH,
    "uk": _RUSSIAN,
    "ur": _ARABIC,
    "zh": _ENGLISH,
}


def marks_of(language: str) -> Marks:
    """The marks for a BCP 47 tag, by its region, else its language, else the English ones."""
    tag = language.lower()
    while tag:
        if tag in _MARKS:
            return _MARKS[tag]
        tag = tag.rpartition("-")[0]
    return _ENGLISH
