"""A sheet of what is on to a document that is one file, in large print."""

from typing import Literal

from byleave.model.published import LookFile
from byleave.model.settings import Settings
from byleave.model.whats_on import WhatsOn
from byleave.render.strings import Strings
from byleave.render.templates import environment
from byleave.render.written_addresses import WrittenAddresses

Size = Literal["A4", "A5"]

_FOLDERS = ("look/whats-on", "look/templates")
_BRAND = "#1d4d3b"


def render_whats_on(
    sheet: WhatsOn,
    settings: Settings,
    look: tuple[LookFile, ...],
    *,
    language: str,
    size: Size,
    in_short: bool = False,
) -> str:
    """The HTML of a sheet in `language`, for paper of a size; `in_short` without summaries."""
    words = Strings(look).translations(language)
    templates = environment({}, words, language, settings.timezone, _FOLDERS)
    absolute = WrittenAddresses(base_url=settings.url).absolute
    return templates.get_template("sheet.html").render(
        sheet=sheet,
        settings=settings,
        language=language,
        brand=settings.brand.colour or _BRAND,
        absolute=absolute,
        size=size,
        in_short=in_short,
    )
