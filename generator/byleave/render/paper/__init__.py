"""What is handed to a storyteller: a document that is one file and asks nothing of any other.

The receipt of a form has the fields of a consent record by ISO/IEC TS 27560:2023 in everyday words,
as far as a small group has something to say in them: schema, record and receipt identifier, who is
asked (by the record's number alone), privacy notice, language, purposes, lawful basis, the data and
whether it is of a special kind, collection, processing, storage, retention, jurisdiction, who gets
it, withdrawal, rights, the authority, the parties, and the event with its time, its state and how
long it is valid. The list is that of "Consent Records and Receipts as per ISO/IEC TS 27560:2023
using DPV" (W3C Data Privacy Vocabularies and Controls Community Group, 1 August 2024),
https://w3id.org/dpv/guides/consent-27560.
"""

from dataclasses import dataclass, field
from functools import cache, partial
from importlib.resources import files as files_of
from importlib.resources.abc import Traversable

from markupsafe import Markup

from byleave.model.forms import Paper, PermissionForm, ShownText
from byleave.model.published import Media
from byleave.model.site import SitePlan
from byleave.render.addresses import Addresses
from byleave.render.bodies import PageProse
from byleave.render.paper.excerpts import excerpt
from byleave.render.paper.pictures import data_uri
from byleave.render.strings import Strings, has_catalogue
from byleave.render.templates import environment

__all__ = ["has_catalogue", "render_paper"]

_FOLDERS = ("look/permission", "look/templates")
_BRAND = "#1d4d3b"


def render_paper(paper: Paper, plan: SitePlan, *, language: str, easy_read: bool) -> str:
    """The HTML of a form or a letter about the site of `plan`, its own words in `language`.

    Raises UnrenderableError for a text that cannot be rendered.
    """
    kind = "form" if isinstance(paper, PermissionForm) else "letter"
    template = f"easy-{kind}.html" if easy_read else f"{kind}.html"
    brand = plan.settings.brand.colour or _BRAND
    strings = Strings(plan.look)
    printer = _Printer(plan=plan, strings=strings, language=language)
    words = strings.translations(language)
    templates = environment({}, words, language, plan.settings.timezone, _FOLDERS)
    shown = templates.get_template(template)
    return shown.render(
        paper=paper,
        settings=plan.settings,
        language=language,
        brand=brand,
        styles=_styles(brand),
        absolute=printer.addresses.absolute,
        excerpt=printer.excerpt,
        picture=printer.picture,
    )


@cache
def _styles(brand: str) -> Markup:
    """The stylesheet, which stands in the document; `brand` is a colour, as settings check it."""
    folder: Traversable = files_of("byleave") / "look" / "permission"
    own = (folder / "styles.css").read_text("utf-8")
    return Markup(f":root {{ --brand: {brand}; }}\n{own}")  # noqa: S704 - they are our own words


@dataclass(slots=True, kw_only=True)
class _Printer:
    """Renders the texts of one document, no two with the same ids."""

    plan: SitePlan
    strings: Strings
    language: str
    addresses: Addresses = field(init=False)
    taken: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.addresses = Addresses(base_url=self.plan.settings.url)

    def excerpt(self, text: ShownText, gap: str, level: int) -> Markup:
        """What of a text concerns the voice; `gap` stands where words of others do.

        Its highest heading is of `level`, and so belongs to a heading of the document's own.
        """
        settings = self.plan.settings
        sources = {media.file.address: media.file.source for media in text.body.media.values()}
        link = partial(self.link, sources)
        engine, own = settings.prose.engine, self.language
        prose = PageProse(text.view, engine, settings.url, link, self.strings, own, marked=True)
        prose.taken |= self.taken
        done = prose.prose(text.body, level)
        self.taken |= done.ids
        return excerpt(done.html, text.blocks, gap if text.unmarked else "")

    def link(self, sources: dict[str, str], address: str) -> str:
        """A picture itself in the place of its address, and else where a link would lead."""
        found = data_uri(sources[address]) if address in sources else ""
        return found or (self.addresses.absolute(address) if address[:1] == "/" else address)

    def picture(self, media: Media) -> str:
        """A picture as a data URI; empty for what is none."""
        return data_uri(media.file.source) if media.file.kind == "image" else ""
