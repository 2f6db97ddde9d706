"""What the page of a story takes from the rest of the site; the story itself is all else."""

from collections.abc import Mapping

from msgspec import Struct

from byleave.cache import Digest, digest, to_bytes
from byleave.model.addresses import series_address, theme_address
from byleave.model.permission import words_in
from byleave.model.pieces import ListItem, PageLink, Response, Version
from byleave.model.published import Story, StoryHead
from byleave.relate.index.digests import PageDigests
from byleave.relate.index.index import Index, responses_address
from byleave.relate.pages.bodies import Texts, resolved
from byleave.relate.pages.events import Occasion, occasion
from byleave.relate.pages.nearby import Nearby
from byleave.relate.pages.responses import by_page, threads
from byleave.relate.pages.versions import versions
from byleave.relate.search.shared_words import WordsInCommon


class Surroundings(Struct, frozen=True, kw_only=True):
    """What stands around a story on its page: as in `StoryView`, and `links` as in `Body`.

    It is a value, so that what stands for it stands for all that a page takes from the site.
    """

    shareable: bool
    links: Mapping[str, str]
    themes: tuple[PageLink, ...]
    series: PageLink | None
    series_items: tuple[ListItem, ...]
    similar: tuple[ListItem, ...]
    versions: tuple[Version, ...]
    report_of: PageLink | None
    responses: tuple[Response, ...]
    responses_address: str
    earlier: PageLink | None
    later: PageLink | None
    occasion: Occasion | None


class AroundStories:
    """Finds what stands around each story; it alone knows the index."""

    def __init__(self, known: Index, nearby: Nearby, words: WordsInCommon, texts: Texts) -> None:
        """Find nothing yet."""
        self._known, self._nearby, self._words, self._texts = known, nearby, words, texts
        self._themes = {theme.slug: theme.title for theme in known.content.themes}
        self._last: tuple[str, Surroundings] | None = None

    def of(self, path: str) -> tuple[Story, Surroundings]:
        """The story at `path`, and what is around it: all that its page is made of.

        It is asked for twice in turn, for what stands for it and for the page.
        """
        if self._last is None or self._last[0] != path:
            self._last = path, self._around(self._texts[path])
        return self._texts[path], self._last[1]

    def _around(self, story: Story) -> Surroundings:
        known, path = self._known, story.path
        found = by_page(story, known)
        earlier, later = self._nearby.neighbours(story)
        return Surroundings(
            shareable="social" in known.uses[path],
            links=resolved(story.links, known),
            themes=tuple(
                PageLink(address=theme_address(slug), title=self._themes[slug])
                for slug in story.themes
            ),
            series=_series(story, known),
            series_items=self._nearby.in_series(story),
            similar=self._nearby.similar(story, self._words.others(path)),
            versions=tuple(versions(story, known)),
            report_of=known.place(story.report_of),
            responses=tuple(threads(found.beside, known, self._texts)),
            responses_address=responses_address(story) if found.apart else "",
            earlier=earlier,
            later=later,
            occasion=occasion(story, story.event, known) if story.event else None,
        )


def parts_of(path: str, around: AroundStories, digests: PageDigests) -> Digest:
    """What stands for a story and all that is around it."""
    return digest(digests.of_story(path), to_bytes(around.of(path)[1]))


def _series(story: StoryHead, known: Index) -> PageLink | None:
    slug = story.series
    if slug is None or slug not in known.by_series:
        return None
    settings = known.content.settings
    title, tongue = words_in(settings.series[slug].title, story.language, settings.language)
    return PageLink(address=series_address(slug), title=title, language=tongue)
