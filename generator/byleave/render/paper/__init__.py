"""What is handed to a storyteller: a document that is one file and asks nothing of any other."""

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
# The level of the highest heading in an excerpt: it stands under a heading of the form's own.
_LEVEL = 4
_BRAND = "#1d4d3b"


def render_paper(paper: Paper, plan: SitePlan, *, language: str, easy_read: bool) -> str:
    """The HTML of a form or a letter about the site of `plan`, its own words in `language`.

    Raises UnrenderableError for a text that cannot be rendered.
    """
    kind = "form" if isinstance(paper, PermissionForm) else "letter"
    template = f"easy-{kind}.html" if easy_read else f"{kind}.html"
    strings = Strings(plan.look)
    printer = _Printer(plan=plan, strings=strings, language=language)
    words = strings.translations(language)
    templates = environment({}, words, language, plan.settings.timezone, _FOLDERS)
    shown = templates.get_template(template)
    return shown.render(
        paper=paper,
        settings=plan.settings,
        language=language,
        brand=plan.settings.brand.colour or _BRAND,
        styles=_styles(),
        absolute=printer.addresses.absolute,
        excerpt=printer.excerpt,
        picture=printer.picture,
    )


@cache
def _styles() -> Markup:
    folder: Traversable = files_of("byleave") / "look" / "permission"
    return Markup((folder / "styles.css").read_text("utf-8"))  # noqa: S704 - it is our own file


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

    def excerpt(self, text: ShownText, gap: str) -> Markup:
        """What of a text concerns the voice; `gap` stands where words of others do."""
        settings = self.plan.settings
        sources = {media.file.address: media.file.source for media in text.body.media.values()}
        link = partial(self.link, sources)
        engine, own = settings.prose.engine, self.language
        prose = PageProse(text.view, engine, settings.url, link, self.strings, own, marked=True)
        prose.taken |= self.taken
        done = prose.prose(text.body, _LEVEL)
        self.taken |= done.ids
        return excerpt(done.html, text.blocks, gap if text.unmarked else "")

    def link(self, sources: dict[str, str], address: str) -> str:
        """A picture itself in the place of its address, and else where a link would lead."""
        found = data_uri(sources[address]) if address in sources else ""
        return found or (self.addresses.absolute(address) if address[:1] == "/" else address)

    def picture(self, media: Media) -> str:
        """A picture as a data URI; empty for what is none."""
        return data_uri(media.file.source) if media.file.kind == "image" else ""
