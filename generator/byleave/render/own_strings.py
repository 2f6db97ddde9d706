"""The group's own catalogues of the site's words, in `site_src/look/locale/`."""

import io
import re
from collections.abc import Iterable, Mapping

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from byleave.diagnostics import SiteError, error
from byleave.model.published import LookFile
from byleave.positions import Position

_LOCALES = "locale/"
# What is put into a sentence, and percent signs, which would be taken for that.
_PLACES = re.compile(r"%\(\w+\)s|%%|%|\{\w+\}")


def own_catalogues(look: Iterable[LookFile]) -> Mapping[str, Catalog]:
    """The group's catalogues by language, as catalogues name it (`cy`, `pt_BR`).

    Raises SiteError where one cannot be read, or would break a page.
    """
    return {
        file.path.removeprefix(_LOCALES).removesuffix(".po"): _own_catalogue(file)
        for file in look
        if file.path.startswith(_LOCALES) and file.path.endswith(".po")
    }


def _own_catalogue(file: LookFile) -> Catalog:
    name = file.path.removeprefix(_LOCALES).removesuffix(".po")
    try:
        Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        message, do = (
            "no language has this name",
            f"call it {name.replace('-', '_')}.po, or as another language is called, such as cy.po"
            if "-" in name
            else "name it by a language, such as cy.po or pt_BR.po",
        )
        raise SiteError([error(file.source, "catalogue", message, do)]) from None
    try:
        catalogue = read_po(io.StringIO(file.text), locale=name, abort_invalid=True)
    except PoFileError as fault:
        at = Position(line=(fault.lineno or 0) + 1, column=1)
        message, do = f"this catalogue cannot be read: {fault}", "mend this line"
        raise SiteError([error(file.source, "catalogue", message, do, at)]) from None
    faults = [
        error(file.source, "catalogue", fault, do, Position(line=one.lineno or 1, column=1))
        for one in catalogue
        if one.id
        for fault, do in _faults(one)
    ]
    if faults:
        raise SiteError(faults)
    return catalogue


def _faults(message: Message) -> Iterable[tuple[str, str]]:
    """What would break a page: what is put in by another name, and markup."""
    sources = message.id if isinstance(message.id, tuple | list) else (message.id,)
    known = {place for source in sources for place in _PLACES.findall(source)}
    texts = message.string if isinstance(message.string, tuple | list) else (message.string,)
    for text in filter(None, texts):
        if not set(_PLACES.findall(text)) <= known:
            yield (
                "this translation puts in something that the page does not have",
                "copy what stands in %( )s or { } from the msgid, and write no other percent sign",
            )
        if "<" in text or ">" in text:
            yield "this translation has markup in it", "write words only"
