"""The site for the readers of each of its languages: which stories it has, and at which addresses.

The first is the whole site, so that whatever makes its pages makes those of a language too.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from byleave.model.addresses import (
    CALENDAR,
    EASY_READ,
    FEED,
    FOLLOWING,
    HOME,
    JSON_FEED,
    LISTEN,
    edition_address,
)
from byleave.model.languages import is_in
from byleave.model.permission import is_said_in, words_in
from byleave.model.published import StoryHead
from byleave.model.settings import Settings
from byleave.relate.index.groups import RelatedStories, by_year, is_of_language


class StoriesOfEdition(Struct, frozen=True, kw_only=True):
    """The stories that the readers of one language find, newest first; `home` is their first page.

    `years` has them by year; `in_easy_read` are those in Easy Read, and `recorded` those in which
    there is something to hear or to watch.
    """

    language: str
    home: str
    listed: tuple[StoryHead, ...]
    years: Mapping[int, tuple[StoryHead, ...]]
    in_easy_read: tuple[StoryHead, ...]
    recorded: tuple[StoryHead, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole site, in every language."""
        return self.home == HOME

    @property
    def stories(self) -> str:
        """The address of the list of its stories."""
        return f"{self.home}stories/"

    def stories_of(self, year: int) -> str:
        """The address of its stories of a year; no story can be at one that is so deep."""
        return f"{self.stories}years/{year}/"

    @property
    def following(self) -> str:
        """The address of the page that tells of feeds."""
        return self.at(FOLLOWING)

    def at(self, address: str) -> str:
        """The address here of a page that the whole site has at `address`."""
        return self.home + address.lstrip("/")

    @property
    def feeds(self) -> tuple[str, str]:
        """The addresses of its feeds: Atom's, and JSON's."""
        return self.home + FEED, self.home + JSON_FEED

    @property
    def addresses(self) -> Iterator[str]:
        """Every address that it has."""
        yield from (self.home, self.stories, self.at(CALENDAR), self.following, *self.feeds)
        if self.in_easy_read:
            yield self.at(EASY_READ)
        if self.recorded:
            yield self.at(LISTEN)
        yield from map(self.stories_of, self.years)


def editions(settings: Settings, known: RelatedStories) -> tuple[StoriesOfEdition, ...]:
    """The whole site, and each further language in `settings`, also where no story is in it yet.

    So an address for which somebody asks each day does not come and go with one story.
    """
    whole = StoriesOfEdition(
        language=settings.language,
        home=HOME,
        listed=known.listed,
        years=known.years,
        in_easy_read=known.easy_read,
        recorded=known.recorded,
    )
    further = (one for one in dict.fromkeys(settings.languages) if one != settings.language)
    return whole, *(_in_language(language, known) for language in further)


def tagline_in(edition: StoriesOfEdition, settings: Settings) -> str:
    """The group's one sentence, where machines are told it: only in the language of the edition."""
    said, own = settings.tagline, settings.language
    if said is None or not is_said_in(said, edition.language, own):
        return ""
    return words_in(said, edition.language, own)[0]


def _in_language(language: str, known: RelatedStories) -> StoriesOfEdition:
    stories = tuple(
        story
        for story in known.by_path.values()
        if is_in(story.language, language) and is_of_language(story)
    )
    return StoriesOfEdition(
        language=language,
        home=edition_address(language),
        listed=stories,
        years=by_year(stories),
        in_easy_read=tuple(one for one in known.easy_read if is_in(one.language, language)),
        recorded=tuple(one for one in known.recorded if is_in(one.language, language)),
    )
