"""What is handed to a storyteller: a document that is one file and asks nothing of any other.

A receipt has the fields of a consent record by ISO/IEC TS 27560:2023 in everyday words, as far as
a group has told them in its settings: schema, record and receipt identifier, who is asked (by the
record's number alone), privacy notice, language, purposes, lawful basis, the data and whether it is
of a special kind, collection, processing, storage, retention, jurisdiction, who gets it,
withdrawal, rights, the authority, the parties, and the event with its day, its state and how long
it is valid. The list is that of "Consent Records and Receipts as per ISO/IEC TS 27560:2023 using
DPV" (W3C Data Privacy Vocabularies and Controls Community Group, 1 August 2024),
https://w3id.org/dpv/guides/consent-27560.
"""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from gettext import NullTranslations
from importlib.resources import files as files_of
from importlib.resources.abc import Traversable
from types import MappingProxyType

from jinja2 import Environment
from markupsafe import Markup

from byleave.model.forms import (
    ConsentReceipt,
    Paper,
    PermissionForm,
    PictureCards,
    Proof,
    RefusalLetter,
    ShownText,
    WithdrawalLetter,
)
from byleave.model.permission import missing_of_law
from byleave.model.published import PublishedMedia
from byleave.model.quotations import NONE
from byleave.model.settings import Settings
from byleave.model.site import StoryView
from byleave.model.site_plan import SitePlan
from byleave.model.uses import asked_uses
from byleave.render.bodies import PageProse
from byleave.render.paper.camera_codes import WayCode, way_codes
from byleave.render.paper.excerpts import excerpt
from byleave.render.paper.pictures import data_uri
from byleave.render.paper.receipt_data import ReceiptWords, receipt_data
from byleave.render.quotations import Said, quotations_of
from byleave.render.strings import Strings, direction
from byleave.render.templates import environment
from byleave.render.written_addresses import WrittenAddresses

_KINDS: Mapping[type[Paper], str] = {
    PermissionForm: "form",
    ConsentReceipt: "receipt",
    Proof: "proof",
    WithdrawalLetter: "letter",
    RefusalLetter: "refusal",
    PictureCards: "cards",
}
_NONE: Mapping[str, str] = MappingProxyType({})
_FOLDERS = ("look/permission", "look/templates")
_BRAND = "#1d4d3b"


def render_paper(
    paper: Paper,
    plan: SitePlan,
    *,
    language: str,
    easy_read: bool,
    large_print: bool = False,
    symbols: Mapping[str, str] = _NONE,
) -> str:
    """The HTML of a form, a receipt or a letter about the site of `plan`, in `language`.

    `symbols` are pictures of the group's own, by the names of those of Easy Read that they stand
    for: paths of files.

    Raises UnrenderableError for a text that cannot be rendered.
    """
    kind = _KINDS[type(paper)]
    template = f"easy-{kind}.html" if easy_read else f"{kind}.html"
    settings = plan.settings
    brand = settings.brand.colour or _BRAND
    strings = Strings(plan.look)
    printer = _Printer(plan=plan, strings=strings, language=language)
    words = strings.translations(language)
    shown = _templates(words, language, settings).get_template(template)
    return shown.render(
        paper=paper,
        settings=settings,
        language=language,
        brand=brand,
        styles=_styles(brand),
        absolute=printer.addresses.absolute,
        excerpt=printer.excerpt,
        alone=printer.alone,
        picture=printer.picture,
        codes=_codes(paper, settings, words),
        large_print=large_print,
        saving=_saving(),
        saving_digest=_digest(_saving()),
        law_is_told=not missing_of_law(settings.permission),
        symbols={name: data_uri(path) for name, path in symbols.items()},
    )


def render_receipt_data(receipt: ConsentReceipt, plan: SitePlan, *, language: str) -> str:
    """The receipt as JSON-LD, its words in `language`."""
    settings = plan.settings
    words = Strings(plan.look).translations(language)
    templates = _templates(words, language, settings)
    known = templates.get_template("uses.html").make_module({"settings": settings})
    asked = asked_uses(receipt.form.identity, tuple(settings.uses))
    titles = {use: str(title) for use, title in known.titles if use in asked}  # type: ignore[attr-defined] # set by the template
    codes = _codes(receipt, settings, words)
    post = next(iter((settings.permission.post or {}).values()), "")
    said = ReceiptWords(
        uses=titles,
        language=language,
        absolute=WrittenAddresses(base_url=settings.url).absolute,
        way=codes[0].address if codes else post,
    )
    return receipt_data(receipt, settings, said)


def _templates(words: NullTranslations, language: str, settings: Settings) -> Environment:
    return environment({}, words, language, settings.timezone, _FOLDERS)


def _codes(paper: Paper, settings: Settings, words: NullTranslations) -> tuple[WayCode, ...]:
    """Those of a receipt: its number stands in the message, so that nobody has to write it."""
    if not isinstance(paper, ConsentReceipt):
        return ()
    said = words.gettext("About my permission, number {number}:")
    return way_codes(settings.permission, said.format(number=paper.form.record))


@cache
def _saving() -> Markup:
    """The script by which answers are saved as a file."""
    folder: Traversable = files_of("byleave") / "look" / "permission"
    return Markup((folder / "saving.js").read_text("utf-8"))  # noqa: S704 - it is our own


def _digest(script: str) -> str:
    """By what a page says that this script may run, and no other (Content Security Policy 3)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}"


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
    addresses: WrittenAddresses = field(init=False)
    taken: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.addresses = WrittenAddresses(base_url=self.plan.settings.url)

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
        said_as = {"lang": own, "dir": direction(own)} if own != text.language else {}
        return excerpt(done.html, text.blocks, gap if text.unmarked else "", said_as)

    def alone(self, form: PermissionForm) -> list[Said]:
        """The words of the voice that may stand by themselves, as other pages show them."""
        settings, found = self.plan.settings, list[Said]()
        for text in form.texts:
            if not isinstance(text.view, StoryView) or text.body is not text.view.body:
                continue
            made = PageProse(
                text.view,
                settings.prose.engine,
                settings.url,
                self.addresses.absolute,
                self.strings,
                self.language,
            )
            if text.view.pull.casefold() != NONE:
                html = made.prose(text.body, 2).html
                found += quotations_of(html, {form.voice.name})
        return found

    def link(self, sources: dict[str, str], address: str) -> str:
        """A picture itself in the place of its address, and else where a link would lead."""
        found = data_uri(sources[address]) if address in sources else ""
        return found or (self.addresses.absolute(address) if address[:1] == "/" else address)

    def picture(self, media: PublishedMedia) -> str:
        """A picture as a data URI; empty for what is none."""
        return data_uri(media.file.source) if media.file.kind == "image" else ""
