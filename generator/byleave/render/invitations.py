"""What leads to another form of a story or of the site, in words for whoever wants that form.

Who reads Welsh finds “Darllenwch hwn yn Gymraeg” and not “Welsh”. Where there is no catalogue of a
language, it is called as its speakers call it.
"""

from collections.abc import Callable

from msgspec import Struct

from byleave.model.languages import base_language
from byleave.model.pieces import Version
from byleave.model.site import View
from byleave.render.strings import SOURCE_LANGUAGE, Strings, language_name

_Words = Callable[[str], str]


class Invitation(Struct, frozen=True, kw_only=True):
    """What a link says, and the language in which it says it."""

    words: str
    language: str


class Invitations:
    """Makes those of one page, on which the site's own words are in the language `own`."""

    def __init__(self, strings: Strings, own: str, view: View) -> None:
        """Nothing is said before a template asks for it."""
        self._strings, self._own = strings, own
        self._page = view.language

    def version(self, version: Version) -> Invitation:
        """What leads to another version of the story of the page."""
        if version.language != self._page:
            say = _read_easily_in if version.easy_read else _read_in
            return self._in_its_own(say, version)
        say = _read_easily if version.easy_read else _read_all
        language = version.language if self._strings.has(version.language) else self._own
        return Invitation(words=say(self._gettext(language)), language=language)

    def stories(self, language: str) -> Invitation:
        """What leads to the first page in `language`."""
        return self._said(_stories_in, language) or Invitation(
            words=language_name(language), language=language
        )

    def _in_its_own(self, say: Callable[[_Words], str], version: Version) -> Invitation:
        language = version.language
        if said := self._said(say, language):
            return said
        name = language_name(language)
        if not version.easy_read:
            return Invitation(words=name, language=language)
        _ = self._gettext(self._own)
        return Invitation(
            words=_("Easy Read (%(language)s)") % {"language": name}, language=self._own
        )

    def _said(self, say: Callable[[_Words], str], language: str) -> Invitation | None:
        """What is said in `language`; None where its catalogue lacks it: it tells of English."""
        words = say(self._gettext(language))
        is_english = base_language(language) == SOURCE_LANGUAGE
        if not is_english and words == say(str):
            return None
        return Invitation(words=words, language=language)

    def _gettext(self, language: str) -> _Words:
        return self._strings.translations(language).gettext


def _read_easily(_: _Words) -> str:
    return _("Read this in Easy Read")


def _read_all(_: _Words) -> str:
    return _("Read the whole story")


# Translators say their own language in these: who looks for it finds it so.


def _read_in(_: _Words) -> str:
    return _("Read this in English")


def _read_easily_in(_: _Words) -> str:
    return _("Read this in Easy Read, in English")


def _stories_in(_: _Words) -> str:
    return _("Stories in English")
