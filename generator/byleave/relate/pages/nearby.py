"""The stories that stand near another: by date, in its series, on its themes, by their words."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from msgspec import Struct

from byleave.model.pieces import ListItem, PageLink
from byleave.model.published import StoryHead
from byleave.relate.index.common_uses import SHOWN_USES, Uses
from byleave.relate.index.groups import newest_first
from byleave.relate.index.index import Index

# How many others of its series a page shows on each side, and how many on its themes.
BESIDE_IN_SERIES = 4
SIMILAR = 3
# How many neighbours on each side are looked at within each theme, and how many that share words.
_LOOKED_AT, _ALIKE = 3, 6
# A theme weighs as much as this, shared out among the stories that have it.
_WHOLE = 1_000_000


class _Shelf(Struct, frozen=True, kw_only=True):
    """The stories of a list that a page of some uses may show, newest first, and their places."""

    stories: tuple[StoryHead, ...]
    places: Mapping[str, int]

    def around(self, path: str, reach: int) -> tuple[StoryHead, ...]:
        """The story at `path` and up to `reach` on each side of it; none where it is not here."""
        here = self.places.get(path)
        return () if here is None else self.stories[max(here - reach, 0) : here + reach + 1]


class Nearby:
    """Finds the stories near others.

    A page that search engines may show, or that may be shared, shows only such others of which
    the same is true. Each list is made once for each kind of page, so that all pages together
    take time in proportion to the stories, not to their square.
    """

    def __init__(self, known: Index) -> None:
        """Nothing is made before it is asked for."""
        self.known = known
        self.shelves: dict[tuple[str, str, Uses], _Shelf] = {}

    def neighbours(self, story: StoryHead) -> tuple[PageLink | None, PageLink | None]:
        """The story before and the one after, by date."""
        listed, needed = self.known.listed, self.known.uses[story.path] & SHOWN_USES
        here = bisect_left(listed, newest_first(story), key=newest_first)
        if here == len(listed) or listed[here].path != story.path:
            return None, None
        earlier = map(listed.__getitem__, range(here + 1, len(listed)))
        later = map(listed.__getitem__, range(here - 1, -1, -1))
        return self._first(earlier, needed), self._first(later, needed)

    def in_series(self, story: StoryHead) -> tuple[ListItem, ...]:
        """The story between those before and after it in its series, oldest first."""
        if story.series is None:
            return ()
        group = self.known.by_series.get(story.series, ())
        shelf = self.shelf(story, "series", story.series, group)
        around = shelf.around(story.path, BESIDE_IN_SERIES)
        return tuple(self.known.items[one.path] for one in reversed(around))

    def similar(self, story: StoryHead, alike: Mapping[str, int]) -> tuple[ListItem, ...]:
        """A few others that share its themes, those first that share what few others have.

        Of those that share as much, and where none shares any, it is those first that are `alike`,
        by their paths, and then the nearest by date.
        """
        found: dict[str, StoryHead] = {}
        rarity: dict[str, int] = {}
        for theme in story.themes:
            shelf = self.shelf(story, "theme", theme, self.known.by_theme.get(theme, ()))
            rarity[theme] = _WHOLE // max(len(shelf.stories), 1)
            found.update((one.path, one) for one in shelf.around(story.path, _LOOKED_AT))
        found.update((path, self.known.by_path[path]) for path in self._most(alike, story))
        for path in self.shown_already(story):
            found.pop(path, None)
        day = story.date.toordinal()
        likeness = [
            (
                -sum([rarity[theme] for theme in one.themes if theme in rarity]),
                -alike.get(path, 0),
                abs(one.date.toordinal() - day),
                path,
            )
            for path, one in found.items()
        ]
        return tuple(self.known.items[path] for *_, path in sorted(likeness)[:SIMILAR])

    def _most(self, alike: Mapping[str, int], story: StoryHead) -> Iterable[str]:
        """The paths of those that are most `alike`, of all that the page of `story` may show."""
        needed, lines = self.known.uses[story.path] & SHOWN_USES, self.known.line_uses
        shown = self.shown_already(story) if alike else ()
        found = (
            (-much, path)
            for path, much in alike.items()
            if path not in shown and needed <= lines[path]
        )
        return (path for _, path in sorted(found)[:_ALIKE])

    def shown_already(self, story: StoryHead) -> set[str]:
        """The paths of stories that the page shows elsewhere."""
        known = self.known
        beside = (*known.sessions.get(story.path, ()), *known.reports.get(story.path, ()))
        paths = {one.path for one in beside}
        return paths | {story.path, story.part_of or "", story.report_of or ""}

    def shelf(self, story: StoryHead, kind: str, name: str, group: tuple[StoryHead, ...]) -> _Shelf:
        """Those of `group` that the page of `story` may show."""
        needed = self.known.uses[story.path] & SHOWN_USES
        key = kind, name, needed
        if key not in self.shelves:
            lines = self.known.line_uses
            stories = tuple(one for one in group if needed <= lines[one.path])
            places = {one.path: number for number, one in enumerate(stories)}
            self.shelves[key] = _Shelf(stories=stories, places=places)
        return self.shelves[key]

    def _first(self, stories: Iterable[StoryHead], needed: Uses) -> PageLink | None:
        """The first of `stories` that a page of the uses `needed` may show, as a link shows it.

        What is passed by has no page of the same uses: so all pages together pass each story by
        a few times, and not each a whole list.
        """
        lines = self.known.line_uses
        found = next((one for one in stories if needed <= lines[one.path]), None)
        return self.known.place(found.path) if found else None
