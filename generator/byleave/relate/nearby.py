"""The stories that stand near another: by date, in its series, on its themes."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from byleave.model.pieces import Item, Place
from byleave.model.published import Story
from byleave.relate.index import Index
from byleave.relate.kin import newest_first
from byleave.relate.uses import SHOWN_USES, Uses

# How many others of its series a page shows on each side, and how many on its themes.
BESIDE_IN_SERIES = 4
SIMILAR = 3
# How many neighbours on each side are looked at within each theme.
_LOOKED_AT = 3


class _Shelf(Struct, frozen=True, kw_only=True):
    """The stories of a list that a page of some uses may show, newest first, and their places."""

    stories: tuple[Story, ...]
    places: Mapping[str, int]

    def around(self, path: str, reach: int) -> tuple[Story, ...]:
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

    def neighbours(self, story: Story) -> tuple[Place | None, Place | None]:
        """The story before and the one after, by date."""
        listed, needed = self.known.listed, self.known.uses[story.path] & SHOWN_USES
        here = bisect_left(listed, newest_first(story), key=newest_first)
        if listed[here : here + 1] != (story,):
            return None, None
        earlier = map(listed.__getitem__, range(here + 1, len(listed)))
        later = map(listed.__getitem__, range(here - 1, -1, -1))
        return self._first(earlier, needed), self._first(later, needed)

    def in_series(self, story: Story) -> tuple[Item, ...]:
        """The story between those before and after it in its series, oldest first."""
        if story.series is None:
            return ()
        group = self.known.by_series.get(story.series, ())
        shelf = self.shelf(story, "series", story.series, group)
        around = shelf.around(story.path, BESIDE_IN_SERIES)
        return tuple(self.known.items[one.path] for one in reversed(around))

    def similar(self, story: Story) -> tuple[Item, ...]:
        """A few others that share most themes with the story, the nearest by date first."""
        shared: Counter[str] = Counter()
        for theme in story.themes:
            shelf = self.shelf(story, "theme", theme, self.known.by_theme.get(theme, ()))
            shared.update(one.path for one in shelf.around(story.path, _LOOKED_AT))
        found = (self.known.by_path[path] for path in shared.keys() - self.shown_already(story))
        wanted = set(story.themes)
        best = sorted(
            found,
            key=lambda one: (
                -len(wanted.intersection(one.themes)),
                abs((one.date - story.date).days),
                one.path,
            ),
        )
        return tuple(self.known.items[one.path] for one in best[:SIMILAR])

    def shown_already(self, story: Story) -> set[str]:
        """The paths of stories that the page shows elsewhere."""
        known = self.known
        beside = (*known.sessions.get(story.path, ()), *known.reports.get(story.path, ()))
        paths = {one.path for one in beside}
        return paths | {story.path, story.part_of or "", story.report_of or ""}

    def shelf(self, story: Story, kind: str, name: str, group: tuple[Story, ...]) -> _Shelf:
        """Those of `group` that the page of `story` may show."""
        needed = self.known.uses[story.path] & SHOWN_USES
        key = kind, name, needed
        if key not in self.shelves:
            lines = self.known.line_uses
            stories = tuple(one for one in group if needed <= lines[one.path])
            places = {one.path: number for number, one in enumerate(stories)}
            self.shelves[key] = _Shelf(stories=stories, places=places)
        return self.shelves[key]

    def _first(self, stories: Iterable[Story], needed: Uses) -> Place | None:
        """The first of `stories` that a page of the uses `needed` may show, as a link shows it.

        What is passed by has no page of the same uses: so all pages together pass each story by
        a few times, and not each a whole list.
        """
        lines = self.known.line_uses
        found = next((one for one in stories if needed <= lines[one.path]), None)
        return self.known.place(found.path) if found else None
