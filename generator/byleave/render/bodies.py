"""The texts of one page to HTML: each once, no two with the same ids."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from markupsafe import Markup

from byleave.model.pieces import Body
from byleave.model.published import Media
from byleave.model.site import ResponsesView, StoryView, View
from byleave.render.prose import (
    Heading,
    Part,
    Prose,
    ProseContext,
    ProseError,
    ProseLabels,
    compose,
)
from byleave.render.prose import Media as ShownMedia
from byleave.render.strings import Strings

_NOT_PUBLISHED = Markup('<p class="not-published">Not published:</p>')
# Ids that the templates give.
TEMPLATE_IDS = frozenset({"main", "permission", "responses", "voices", "contents", "answer"})


class UnrenderableError(Exception):
    """The text of the file at `path` cannot be rendered; `message` and `do` say why."""

    def __init__(self, path: str, message: str, do: str) -> None:
        """Keep what is to be said."""
        self.path, self.message, self.do = path, message, do
        super().__init__(path, message, do)


class PageProse:
    """Renders the texts of one page when its template asks for them.

    `link` makes a link of an address on the site, `site_url` is the address of the site itself,
    `own` the language of the site's own words on the page. With `marked`, passages bear the
    numbers of their blocks, so that they can be told apart afterwards.
    """

    def __init__(
        self,
        view: View,
        engine: str,
        site_url: str,
        link: Callable[[str], str],
        strings: Strings,
        own: str,
        *,
        marked: bool = False,
    ) -> None:
        """Keep what all texts of the page share."""
        self.strings = strings
        self.marked = marked
        self.own = own
        self.view = view
        self.engine = engine
        self.site_url = site_url
        self.link = link
        self.taken = TEMPLATE_IDS | frozenset(_anchors(view))
        self.withheld = frozenset(_withheld(view))
        self.done: dict[int, Prose] = {}

    def html(self, body: Body, level: int = 2) -> Markup:
        """The HTML of a text of this page; its highest heading is of `level`."""
        html = Markup(self.prose(body, level).html)  # noqa: S704 - prose is sanitised
        return _NOT_PUBLISHED + html if id(body) in self.withheld else html

    def contents(self, body: Body, level: int = 2) -> tuple[Heading, ...]:
        """The headings of a text of this page."""
        return self.prose(body, level).contents

    def prose(self, body: Body, level: int) -> Prose:
        """The text, rendered once; raises UnrenderableError."""
        if id(body) not in self.done:
            try:
                done = compose(_parts(body, marked=self.marked), self.context(body, level))
            except ProseError as fault:
                raise UnrenderableError(body.source, fault.message, fault.do) from None
            self.taken |= done.ids
            self.done[id(body)] = done
        return self.done[id(body)]

    def context(self, body: Body, level: int) -> ProseContext:
        """All that the text may show."""
        return ProseContext(
            engine=self.engine,
            language=body.language,
            names=body.names,
            links={written: self.link(address) for written, address in body.links.items()},
            media={written: self.media(media) for written, media in body.media.items()},
            site_url=self.site_url,
            reserved_ids=self.taken,
            heading_level=level,
            labels=self.labels(body.language),
        )

    def labels(self, language: str) -> ProseLabels:
        """The words that a text in `language` shows and that nobody wrote."""
        return labels(self.strings, language if self.strings.has(language) else self.own)

    def media(self, media: Media) -> ShownMedia:
        """A file as the text shows it."""
        return ShownMedia(
            address=self.link(media.file.address),
            kind=media.file.kind,
            alt=media.alt,
            caption=media.caption,
            width=media.file.width or None,
            height=media.file.height or None,
        )


@lru_cache(maxsize=64)  # a site has few languages; a preview makes many sites
def labels(strings: Strings, language: str) -> ProseLabels:
    """The words that a text shows and that nobody wrote, in its language."""
    _ = strings.translations(language).gettext
    return ProseLabels(
        notes=_("Notes"),
        note=_("Note {number}"),
        back=_("Back to note {number} in the text"),
        table=_("Table"),
        done=_("Done"),
        to_do=_("To do"),
        recording=_("Recording"),
    )


def _parts(body: Body, *, marked: bool) -> Iterable[Part]:
    return [
        Part(
            text=one.text,
            by=one.by,
            about=one.about,
            mark=str(number) if marked else "",
            withheld=bool(one.withheld),
        )
        for number, one in enumerate(body.blocks)
    ]


def _withheld(view: View) -> Iterable[int]:
    """The bodies of responses that are not published; only the view of a rehearsal has such."""
    if isinstance(view, StoryView | ResponsesView):
        yield from (id(response.body) for response in view.responses if response.withheld)


def _anchors(view: View) -> Iterable[str]:
    if isinstance(view, StoryView | ResponsesView):
        yield from (response.anchor for response in view.responses)
