"""The texts of one page to HTML: each once, no two with the same ids."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from markupsafe import Markup
from msgspec import Struct

from byleave.model.glossary import Glossary
from byleave.model.media_kinds import RECORDINGS
from byleave.model.output import LostLine
from byleave.model.pieces import Body, Quotable
from byleave.model.published import PublishedMedia
from byleave.model.quotations import MOST_LETTERS, NONE, begins_with
from byleave.model.renditions import ShownPicture
from byleave.model.site import ResponsesView, StoryView, View
from byleave.render.dates import lasting, weighing
from byleave.render.pictures import candidates, shown_picture
from byleave.render.prose import (
    ExplainedWord,
    Heading,
    Prose,
    ProseContext,
    ProseError,
    ProseLabels,
    ProseMedia,
    ProsePart,
    compose,
)
from byleave.render.quotations import Said, first_sentence, further_down, quotations_of
from byleave.render.strings import Strings
from byleave.render.voices import authors, who_speaks
from byleave.values import replace

_NOT_PUBLISHED = Markup('<p class="not-published">Not published:</p>')
_TAG = re.compile("<[^>]*>")
# A calm pace, for words that nobody has to hurry through.
_WORDS_A_MINUTE = 180
# How wide a picture stands in a text. Screens of phones have three dots where eyes see two: so they
# are told two thirds, and ask for no more than that.
_SIZES = "(min-width: 48em) 42rem, 66vw"
_SIZES_EASY = "(min-width: 48em) 15rem, 66vw"
# Ids that the templates give.
TEMPLATE_IDS = frozenset(
    {"main", "permission", "responses", "voices", "contents", "answer", "words-explained"}
)


class UnrenderableError(Exception):
    """The text of the file at `path` cannot be rendered; `message` and `do` say why."""

    def __init__(self, path: str, message: str, do: str) -> None:
        """Keep what is to be said."""
        self.path, self.message, self.do = path, message, do
        super().__init__(path, message, do)


class HeardWords(Struct, frozen=True, kw_only=True):
    """What somebody says by themselves on a page, and the story in which they say it."""

    said: Said
    story: Quotable


class PageProse:
    """Renders the texts of one page when its template asks for them.

    `link` makes a link of an address on the site, `site_url` is the address of the site itself,
    `own` the language of the site's own words on the page. With `marked`, passages bear the
    numbers of their blocks, so that they can be told apart afterwards. `pictures` are the files of
    the pictures of the site, by their keys; without them, each is shown as it is.
    """

    pictures: Mapping[str, ShownPicture] = MappingProxyType({})

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
        self.glossary: Glossary = ()
        self.own = own
        self.view = view
        self.engine = engine
        self.site_url = site_url
        self.link = link
        self.taken = TEMPLATE_IDS | frozenset(_anchors(view))
        self.withheld = frozenset(_withheld(view))
        self.easy_read = isinstance(view, StoryView) and view.easy_read
        self.done: dict[int, Prose] = {}
        self.lasts: dict[int, int] = {}
        self.lost: list[LostLine] = []
        self.said: list[Said] = []

    def html(self, body: Body, level: int = 2) -> Markup:
        """The HTML of a text of this page; its highest heading is of `level`."""
        html = Markup(self.prose(body, level).html)  # noqa: S704 - prose is sanitised
        return _NOT_PUBLISHED + html if id(body) in self.withheld else html

    def contents(self, body: Body, level: int = 2) -> tuple[Heading, ...]:
        """The headings of a text of this page."""
        return self.prose(body, level).contents

    def minutes(self, body: Body) -> int:
        """About how many minutes it takes to read a text of this page; at least one."""
        if id(body) not in self.lasts:
            words = _TAG.sub(" ", self.prose(body, 2).html).split()
            self.lasts[id(body)] = max(1, round(len(words) / _WORDS_A_MINUTE))
        return self.lasts[id(body)]

    def explained(self, body: Body) -> tuple[ExplainedWord, ...]:
        """The words of the group's glossary that are to be explained below a text of this page."""
        return self.prose(body, 2).explained

    def recording(self, body: Body, level: int = 2) -> str:
        """The id of the first recording in a text of this page; empty where there is none."""
        return self.prose(body, level).recording

    def pull(self, body: Body, begins: str) -> Said | None:
        """What stands beside a text: the quotation of it that `begins` so, or the longest.

        The longest of those further down, for what can be read beside itself says nothing twice.
        """
        if begins.casefold() == NONE or any(block.withheld for block in body.blocks):
            return None
        html, names = self.prose(body, 2).html, {*body.names.values()}
        chosen = [one for one in quotations_of(html, names) if begins_with(one.words, begins)]
        said = chosen or [*quotations_of(further_down(html), names)]
        return max(said, key=lambda one: len(one.words), default=None)

    def heard(self, stories: Iterable[Quotable], most: int = MOST_LETTERS) -> HeardWords | None:
        """What somebody says in one of `stories`, of which this page has not said it yet.

        In the first of them, unless another has something whole in at most `most` letters.
        """
        first = None
        for story in stories:
            for said in quotations_of(self.apart(story.body), {*story.body.names.values()}):
                if said in self.said:
                    continue
                one = HeardWords(said=said, story=story)
                if len(said.words) <= most and not said.cut:
                    self.said.append(said)
                    return one
                first = first or one
        if first:
            self.said.append(first.said)
        return first

    def opening(self, body: Body) -> str:
        """The sentence with which a text begins that stands on a page of its own."""
        return first_sentence(self.apart(body))

    def apart(self, body: Body) -> str:
        """The HTML of a text of which only words are taken."""
        if not body.blocks:
            return ""
        try:
            return compose(self.parts(body), self.context(body, 2)).html
        except ProseError as fault:
            raise UnrenderableError(body.source, fault.message, fault.do) from None

    def prose(self, body: Body, level: int) -> Prose:
        """The text, rendered once; raises UnrenderableError."""
        if id(body) not in self.done:
            try:
                done = compose(self.parts(body), self.context(body, level))
            except ProseError as fault:
                raise UnrenderableError(body.source, fault.message, fault.do) from None
            self.taken |= done.ids
            self.lost += [
                LostLine(path=body.source, line=line, begins=begins) for line, begins in done.lost
            ]
            self.done[id(body)] = done
        return self.done[id(body)]

    def parts(self, body: Body) -> Iterable[ProsePart]:
        """The parts of the text, each with who speaks in it where that is not its authors."""
        theirs = {*authors(body)}
        return [
            ProsePart(
                text=one.text,
                by=one.by,
                about=one.about,
                who=self.who(one.by, body) if one.by and theirs != {*one.by} else "",
                mark=str(number) if self.marked else "",
                withheld=bool(one.withheld),
            )
            for number, one in enumerate(body.blocks)
        ]

    def who(self, by: tuple[str, ...], body: Body) -> str:
        """Who speaks, in the words that a text in its language has for it."""
        language = self.language(body.language)
        return who_speaks(by, body, self.strings.translations(language), language)

    def context(self, body: Body, level: int) -> ProseContext:
        """All that the text may show."""
        language = self.language(body.language)
        return ProseContext(
            engine=self.engine,
            language=body.language,
            names=body.names,
            links={written: self.link(address) for written, address in body.links.items()},
            media={written: self.media(one, language) for written, one in body.media.items()},
            site_url=self.site_url,
            reserved_ids=self.taken,
            heading_level=level,
            authors=self.who(authors(body), body) if self.easy_read else "",
            in_ideas=self.easy_read and not self.marked,
            glossary=self.glossary if body is getattr(self.view, "body", None) else (),
            labels=self.labels(body.language),
        )

    def labels(self, language: str) -> ProseLabels:
        """The words that a text in `language` shows and that nobody wrote."""
        return labels(self.strings, self.language(language))

    def language(self, language: str) -> str:
        """The language of our own words in a text that is in `language`."""
        return language if self.strings.has(language) else self.own

    def told(self, media: PublishedMedia, language: str) -> str:
        """How long a recording lasts and how large it is, so that nobody loads it unawares."""
        if media.file.kind not in RECORDINGS:
            return ""
        lasts = lasting(media.file.seconds, language)
        return ", ".join(filter(None, (lasts, weighing(media.file.size, language))))

    def media(self, media: PublishedMedia, language: str) -> ProseMedia:
        """A file as a text in `language` shows it."""
        file = media.file
        shown = ProseMedia(
            address=self.link(file.address),
            kind=file.kind,
            alt=media.alt,
            caption=media.caption,
            transcript=media.transcript,
            track=self.link(media.track) if media.track else "",
            told=self.told(media, language),
            is_signed=bool(media.signed),
            width=file.width or None,
            height=file.height or None,
        )
        if file.address not in self.pictures:
            return shown
        picture = shown_picture(self.pictures, media)
        return replace(
            shown,
            source=self.link(picture.usual.address),
            plain=candidates(picture.plain, self.link) if len(picture.plain) > 1 else "",
            webp=candidates(picture.webp, self.link),
            sizes=_SIZES_EASY if self.easy_read else _SIZES,
            width=picture.width,
            height=picture.height,
        )


@lru_cache(maxsize=64)  # a site has few languages; a preview makes many sites
def labels(strings: Strings, language: str) -> ProseLabels:
    """The words that a text shows and that nobody wrote, in its language."""
    _ = strings.translations(language).gettext
    return ProseLabels(
        language=language,
        notes=_("Notes"),
        note=_("Note {number}"),
        back=_("Back to note {number} in the text"),
        table=_("Table"),
        done=_("Done"),
        to_do=_("To do"),
        recording=_("Recording"),
        transcript=_("Transcript"),
        captions=_("Captions"),
    )


def _withheld(view: View) -> Iterable[int]:
    """The bodies of responses that are not published; only the view of a rehearsal has such."""
    if isinstance(view, StoryView | ResponsesView):
        yield from (id(response.body) for response in view.responses if response.withheld)


def _anchors(view: View) -> Iterable[str]:
    if isinstance(view, StoryView | ResponsesView):
        yield from (response.anchor for response in view.responses)
