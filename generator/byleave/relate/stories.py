"""Stories and events to their pages."""

from collections.abc import Iterator, Mapping
from functools import cached_property, partial

from byleave.model.addresses import RESPONSES, page_address, series_address, theme_address
from byleave.model.pieces import Place
from byleave.model.published import Story, Voice
from byleave.model.site import RedirectView, StoryView
from byleave.model.terms import TOLD_PARTS
from byleave.relate.bodies import story_body
from byleave.relate.events import event_view
from byleave.relate.index import Index, responses_address
from byleave.relate.items import kind, person
from byleave.relate.nearby import Nearby
from byleave.relate.planned import Planned, Section
from byleave.relate.responses import responses_page, split, threads
from byleave.relate.versions import versions


class StorySection(Section):
    """The pages of every story: its own, that of its responses, and its old addresses."""

    def __init__(self, known: Index) -> None:
        """Plan nothing yet."""
        # It plans by itself: a method of its own here would be a circle, and keep the site alive.
        super().__init__(tuple)
        self._known = known
        self._themes = {theme.slug: theme.title for theme in known.content.themes}
        self._nearby = Nearby(known)
        self._last: Mapping[str, Mapping[str, Planned]] = {}

    @cached_property
    def pages(self) -> Mapping[str, Planned]:
        """What is planned, by address."""
        stories = self._known.content.stories
        return {page.address: page for story in stories for page in self._pages(story)}

    def planned(self, address: str) -> Planned | None:
        """What is planned at `address`. For one page, those of all other stories stay unplanned."""
        at = self._known.stories_at
        paths = at.get(address) or at.get(address.removesuffix(RESPONSES), ())
        found = (self._pages_of(path).get(address) for path in reversed(paths))
        return next(filter(None, found), None)

    def _pages_of(self, path: str) -> Mapping[str, Planned]:
        """What is planned of one story, by address: its old ones may be many, and are all asked."""
        if path not in self._last:
            pages = self._pages(self._known.by_path[path])
            self._last = {path: {page.address: page for page in pages}}
        return self._last[path]

    def _pages(self, story: Story) -> Iterator[Planned]:
        known = self._known
        if story.responds_to:
            return
        make = partial(_story, story, self._themes, self._nearby, known)
        yield Planned(story.address, make, known.uses[story.path], story.updated or story.date)
        if story.path in known.responses:
            yield from responses_page(story, known)
        if story.aliases:
            yield from _redirects(story, known)


def _story(story: Story, themes: Mapping[str, str], nearby: Nearby, known: Index) -> StoryView:
    found = split(story, known)
    uses = known.uses[story.path]
    item = known.items[story.path]
    earlier, later = nearby.neighbours(story)
    page = StoryView(
        address=story.address,
        title=item.title,
        language=story.language,
        summary=item.summary,
        shareable="social" in uses,
        source=story.path,
        kind=kind(story),
        date=story.date,
        updated=story.updated,
        body=story_body(story, known),
        voices=tuple(map(person, filter(partial(_listed, story), story.voices))),
        themes=tuple(
            Place(address=theme_address(slug), title=themes[slug]) for slug in story.themes
        ),
        series=_series(story, known),
        series_items=nearby.in_series(story),
        similar=nearby.similar(story),
        versions=tuple(versions(story, known)),
        easy_read=story.easy_read_of is not None,
        report_of=known.place(story.report_of),
        responses=tuple(threads(found.beside, known)),
        responses_address=responses_address(story) if found.apart else "",
        earlier=earlier,
        later=later,
        withheld=story.withheld,
    )
    return event_view(page, story, story.event, known) if story.event else page


def _listed(story: Story, voice: Voice) -> bool:
    """Whether a voice stands in the list of a story's voices.

    Who is told about, quoted or pictured where no word and no picture of it is left does not.
    """
    return voice.part.casefold() not in TOLD_PARTS or voice.id in story.present


def _series(story: Story, known: Index) -> Place | None:
    slug = story.series
    if slug is None or slug not in known.by_series:
        return None
    title = known.content.settings.series[slug]
    return Place(address=series_address(slug), title=title)


def _redirects(story: Story, known: Index) -> Iterator[Planned]:
    """The old addresses of a story, as far as nothing else is there now."""
    for alias in story.aliases:
        address = page_address(alias)
        if not any(known.addresses.get(one) == one for one in (address, address.rstrip("/"))):
            uses = known.uses[story.path] - {"engines"}
            yield Planned(address, partial(_redirect, address, story, known), uses)


def _redirect(address: str, story: Story, known: Index) -> RedirectView:
    title = known.items[story.path].title
    return RedirectView(
        address=address,
        title=title,
        language=story.language,
        source=story.path,
        to=Place(address=story.address, title=title, language=story.language),
    )
