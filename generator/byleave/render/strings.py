"""The words of the site's own that readers see, in each language that has a catalogue."""

import gettext
import io
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from byleave.model.languages import base_language
from byleave.model.published import LookFile
from byleave.render.own_strings import own_catalogues

SOURCE_LANGUAGE = "en"
# In which they are said where there is no catalogue for what a page or a site is in.
LAST_RESORT = "en-GB"


class Strings:
    """The site's own words in each language that has a catalogue."""

    def __init__(self, look: Iterable[LookFile] = ()) -> None:
        """Read the group's catalogues, which stand before Byleave's; SiteError for a faulty one."""
        self._own = own_catalogues(look)
        self._made: dict[str, gettext.NullTranslations] = {}

    def has(self, language: str) -> bool:
        """Whether the site's own words are there in `language`; English is their source."""
        if base_language(language) == SOURCE_LANGUAGE or _catalogue(language) is not None:
            return True
        return any(name in self._own for name in _names(language))

    def translations(self, language: str) -> gettext.NullTranslations:
        """The site's own words in `language`, English where there is no catalogue.

        What a catalogue of the group's leaves out is in Byleave's words.
        """
        if language not in self._made:
            found = _translations(language)
            for name in reversed(_names(language)):
                if name in self._own:
                    own = _compiled(self._own[name])
                    own.add_fallback(found)
                    found = own
            self._made[language] = found
        return self._made[language]


def _compiled(catalogue: Catalog) -> gettext.GNUTranslations:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@cache
def _translations(language: str) -> gettext.NullTranslations:
    """Byleave's own words in `language`."""
    file = _catalogue(language)
    if file is None:
        return gettext.NullTranslations()
    with file.open("rb") as stream:
        return _compiled(read_po(stream, locale=file.name.removesuffix(".po")))


@cache
def locale(language: str) -> Locale:
    """CLDR's facts for `language`; those of English where it is unknown to CLDR."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        base = base_language(language)
        return locale(base) if base != language else Locale.parse("en_GB")


def direction(language: str) -> str:
    """The direction of writing of `language`: "ltr" or "rtl"."""
    return "rtl" if locale(language).character_order == "right-to-left" else "ltr"


def language_name(language: str) -> str:
    """What speakers of `language` call it, such as Cymraeg."""
    return locale(language).get_language_name() or language


def country_name(code: str, language: str) -> str:
    """What a country is called in `language`; `code` is its two letters of ISO 3166-1."""
    return str(locale(language).territories.get(code, code))


def has_catalogue(language: str) -> bool:
    """Whether Byleave itself speaks `language`; see `Strings.has` for what a group adds."""
    return Strings().has(language)


def _names(language: str) -> tuple[str, ...]:
    """The names of catalogues for a language: as one country has it, then as all have it."""
    return tuple(dict.fromkeys((language.replace("-", "_"), base_language(language))))


def _catalogue(language: str) -> Traversable | None:
    """Byleave's words of a language as one country has it, such as pt_BR.po, else pt.po."""
    folder = files("byleave") / "look" / "locale"
    named = (folder / f"{name}.po" for name in _names(language))
    return next((file for file in named if file.is_file()), None)
