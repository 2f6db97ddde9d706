"""The words of the site's own that readers see, in each language that has a catalogue."""

import gettext
import io
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from babel import Locale, UnknownLocaleError
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE_LANGUAGE = "en"


def has_catalogue(language: str) -> bool:
    """Whether the site's own words are there in `language`; English is their source."""
    return _base(language) == SOURCE_LANGUAGE or _catalogue(language) is not None


@cache
def translations(language: str) -> gettext.NullTranslations:
    """The site's own words in `language`, English where there is no catalogue."""
    file = _catalogue(language)
    if file is None:
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    with file.open("rb") as stream:
        write_mo(compiled, read_po(stream, locale=file.name.removesuffix(".po")))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@cache
def locale(language: str) -> Locale:
    """CLDR's facts for `language`; those of English where it is unknown to CLDR."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        base = _base(language)
        return locale(base) if base != language else Locale.parse("en_GB")


def direction(language: str) -> str:
    """The direction of writing of `language`: "ltr" or "rtl"."""
    return "rtl" if locale(language).character_order == "right-to-left" else "ltr"


def language_name(language: str) -> str:
    """What speakers of `language` call it, such as Cymraeg."""
    return locale(language).get_language_name() or language


def _base(language: str) -> str:
    return language.partition("-")[0]


def _catalogue(language: str) -> Traversable | None:
    """The words of a language as one country has it, such as pt_BR.po, else those of all, pt.po."""
    folder = files("byleave") / "look" / "locale"
    named = (folder / f"{name}.po" for name in (language.replace("-", "_"), _base(language)))
    return next((file for file in named if file.is_file()), None)
