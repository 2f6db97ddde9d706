"""Stories and events to their pages."""

from collections.abc import Iterator, Mapping
from functools import cached_property, partial

from byleave.cache import Digest, digest, to_bytes
from byleave.model.addresses import RESPONSES, alike, page_address
from byleave.model.pieces import PageLink
from byleave.model.published import StoryHead
from byleave.model.site import RedirectView, StoryView
from byleave.relate.index.digests import PageDigests
from byleave.relate.index.index import Index
from byleave.relate.page_plan import PlannedPage, Section
from byleave.relate.pages.bodies import Texts
from byleave.relate.pages.nearby import Nearby
from byleave.relate.pages.responses import responses_page
from byleave.relate.pages.story_surroundings import AroundStories, parts_of
from byleave.relate.pages.story_views import story_view
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
        self._known, self._words, self._texts = known, words, texts
        self._around = AroundStories(known, nearby, words, texts)
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
        known, path, around = self._known, story.path, self._around
        if story.responds_to:
            return
        seen = partial(_seen, path, known, self._words, self._digests)
        yield PlannedPage(
            story.address,
            partial(_story, path, around),
            known.uses[path],
            story.updated or story.date,
            seen,
            partial(parts_of, path, around, self._digests),
        )
        if path in known.responses:
            yield from (
                one._replace(seen=seen) for one in responses_page(story, known, self._texts)
            )
        if story.aliases:
            yield from (one._replace(seen=seen) for one in _redirects(story, known))


def _seen(path: str, known: Index, words: WordsInCommon, digests: PageDigests) -> Digest:
    """What stands for all that the pages of a story are made of.

    The words of those who respond are there as well, and words that it shares with others say
    which others are.
    """
    responses = known.responses.get(path, ())
    page = digests.of_page(path, *(one.path for one in responses))
    return digest(page, to_bytes(sorted(words.others(path).items())))


def _story(path: str, around: AroundStories) -> StoryView:
    return story_view(*around.of(path))


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
