"""Stories and events to their pages."""

from collections.abc import Iterator, Mapping
from functools import cached_property, partial

from byleave.cache import Digest, digest, to_bytes
from byleave.model.addresses import RESPONSES, alike, page_address, series_address, theme_address
from byleave.model.permission import words_in
from byleave.model.pieces import PageLink
from byleave.model.published import StoryHead
from byleave.model.site import RedirectView, StoryView
from byleave.relate.index.digests import PageDigests
from byleave.relate.index.index import Index, responses_address
from byleave.relate.index.list_lines import kind, listed_voices, person, recordings, signed
from byleave.relate.page_plan import PlannedPage, Section
from byleave.relate.pages.bodies import Texts, story_body
from byleave.relate.pages.events import event_view
from byleave.relate.pages.lead import with_lead
from byleave.relate.pages.nearby import Nearby
from byleave.relate.pages.responses import by_page, responses_page, threads
from byleave.relate.pages.versions import versions
from byleave.relate.search.shared_words import WordsInCommon


class StorySection(Section):
    """The pages of every story: its own, that of its responses, and its old addresses."""

    def __init__(
        self,
        known: Index,
        nearby: Nearby,
        words: WordsInCommon,
        texts: Texts,
        digests: PageDigests,
    ) -> None:
        """Plan nothing yet."""
        # It plans by itself: a method of its own here would be a circle, and keep the site alive.
        super().__init__(tuple)
        self._known = known
        self._themes = {theme.slug: theme.title for theme in known.content.themes}
        self._nearby, self._words = nearby, words
        self._texts = texts
        self._digests = digests
        self._last: Mapping[str, Mapping[str, PlannedPage]] = {}

    @cached_property
    def pages(self) -> Mapping[str, PlannedPage]:
        """What is planned, by address."""
        stories = self._known.by_path.values()
        # Found before the pages are spread over processes, each of which would do it again.
        _ = self._words.all
        return {page.address: page for story in stories for page in self._pages(story)}

    def planned(self, address: str) -> PlannedPage | None:
        """What is planned at `address`. For one page, those of all other stories stay unplanned."""
        path = self._path_at(address)
        return self._pages_of(path)[address] if path else None

    def seen(self, address: str) -> Digest:
        """See `Section`. The words of those who respond are on the pages of a story as well, and
        words that it shares with others say which others are.
        """
        path = self._path_at(address)
        if not path:
            return b""
        responses = self._known.responses.get(path, ())
        page = self._digests.of_page(path, *(one.path for one in responses))
        return digest(page, to_bytes(sorted(self._words.others(path).items())))

    def _path_at(self, address: str) -> str:
        """The path of the story of which there is a page at `address`; "" if there is none."""
        at = self._known.stories_at
        paths = at.get(address) or at.get(address.removesuffix(RESPONSES), ())
        return next((one for one in reversed(paths) if address in self._pages_of(one)), "")

    def _pages_of(self, path: str) -> Mapping[str, PlannedPage]:
        """What is planned of one story, by address: its old ones may be many, and are all asked."""
        if path not in self._last:
            pages = self._pages(self._known.by_path[path])
            self._last = {path: {page.address: page for page in pages}}
        return self._last[path]

    def _pages(self, story: StoryHead) -> Iterator[PlannedPage]:
        known = self._known
        if story.responds_to:
            return
        near = self._nearby, self._words
        make = partial(_story, story.path, self._themes, *near, known, self._texts)
        yield PlannedPage(story.address, make, known.uses[story.path], story.updated or story.date)
        if story.path in known.responses:
            yield from responses_page(story, known, self._texts)
        if story.aliases:
            yield from _redirects(story, known)


def _story(
    path: str,
    themes: Mapping[str, str],
    nearby: Nearby,
    words: WordsInCommon,
    known: Index,
    texts: Texts,
) -> StoryView:
    story = texts[path]
    found = by_page(story, known)
    uses = known.uses[story.path]
    item = known.items[story.path]
    earlier, later = nearby.neighbours(story)
    lead, blocks = with_lead(story)
    page = StoryView(
        address=story.address,
        title=item.title,
        language=story.language,
        summary=item.summary,
        what_happened=story.what_happened,
        notice=story.notice,
        rights=story.rights,
        checked_with=story.checked_with,
        pull=story.pull,
        shareable="social" in uses,
        source=story.path,
        kind=kind(story),
        date=story.date,
        updated=story.updated,
        lead=lead,
        body=story_body(story, known, blocks),
        voices=tuple(map(person, listed_voices(story))),
        themes=tuple(
            PageLink(address=theme_address(slug), title=themes[slug]) for slug in story.themes
        ),
        series=_series(story, known),
        series_items=nearby.in_series(story),
        similar=nearby.similar(story, words.others(path)),
        versions=tuple(versions(story, known)),
        easy_read=story.easy_read_of is not None,
        recordings=recordings(story),
        signed=signed(story),
        report_of=known.place(story.report_of),
        responses=tuple(threads(found.beside, known, texts)),
        responses_address=responses_address(story) if found.apart else "",
        earlier=earlier,
        later=later,
        withheld=story.withheld,
    )
    return event_view(page, story, story.event, known) if story.event else page


def _series(story: StoryHead, known: Index) -> PageLink | None:
    slug = story.series
    if slug is None or slug not in known.by_series:
        return None
    settings = known.content.settings
    title, tongue = words_in(settings.series[slug].title, story.language, settings.language)
    return PageLink(address=series_address(slug), title=title, language=tongue)


def _redirects(story: StoryHead, known: Index) -> Iterator[PlannedPage]:
    """The old addresses of a story, as far as nothing else is there now."""
    for alias in story.aliases:
        address = page_address(alias)
        there = (address, address.rstrip("/"), f"{alike(address)}/")
        if not any(known.addresses.get(one) == one for one in there):
            uses = known.uses[story.path] - {"engines"}
            yield PlannedPage(address, partial(_redirect, address, story, known), uses)


def _redirect(address: str, story: StoryHead, known: Index) -> RedirectView:
    title = known.items[story.path].title
    return RedirectView(
        address=address,
        title=title,
        language=story.language,
        source=story.path,
        to=PageLink(address=story.address, title=title, language=story.language),
    )
