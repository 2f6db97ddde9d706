"""The pages of a site as they are planned: by address, each made when somebody asks for it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from byleave.cache import Digest
from byleave.model.site import View
from byleave.relate.index.common_uses import ALL_USES, Uses
from byleave.values import replace


class PlannedPage(NamedTuple):
    """A page that there will be, and how to make what it shows.

    Its `uses` are those that everybody on it gave, and it has `changed` on a day if it says so.
    That can be told without making it, so that the sitemap need not make every page.
    """

    address: str
    make: Callable[[], View]
    uses: Uses = ALL_USES
    changed: date | None = None

    @property
    def indexable(self) -> bool:
        """Whether search engines may show it."""
        return "engines" in self.uses

    def view(self) -> View:
        """What the page shows, marked with what it may be used for."""
        return replace(self.make(), indexable=self.indexable, trainable="ai" in self.uses)


def _not_known() -> Digest:
    return b""


class Section:
    """Some of the pages of a site, found out when somebody asks for one that may be among them.

    The addresses of all of them begin with `below` and end in `ending`. `seen` is what stands for
    all that they are made of, for whoever asks for it.
    """

    def __init__(
        self,
        plan: Callable[[], Iterable[PlannedPage]],
        below: str = "/",
        ending: str = "",
        seen: Callable[[], Digest] = _not_known,
    ) -> None:
        """Plan nothing yet."""
        self._plan = plan
        self._below, self._ending = below, ending
        self._seen = seen

    @cached_property
    def pages(self) -> Mapping[str, PlannedPage]:
        """What is planned, by address."""
        return {page.address: page for page in self._plan()}

    def planned(self, address: str) -> PlannedPage | None:
        """What is planned at `address`."""
        may_be = address.startswith(self._below) and address.endswith(self._ending)
        return self.pages.get(address) if may_be else None

    def seen(self, address: str) -> Digest:  # noqa: ARG002 - some sections know it of each page
        """See `PlannedPages`."""
        return self._seen()


class PlannedPages(Mapping[str, View]):
    """All pages by address. Where two are at one address, the one that was planned last is there.

    A view is made anew each time it is looked up, and nothing of it is kept.
    """

    def __init__(self, sections: Iterable[Section]) -> None:
        """Plan nothing yet."""
        self._sections = tuple(sections)

    def planned(self, address: str) -> PlannedPage | None:
        """What is planned at `address`; only the sections that may have it are looked through."""
        found = (section.planned(address) for section in reversed(self._sections))
        return next(filter(None, found), None)

    def seen(self, address: str) -> Digest:
        """What stands for all that the page at `address` is made of, which is not made for that.

        Nothing where its view alone can tell.
        """
        for section in reversed(self._sections):
            if section.planned(address):
                return section.seen(address)
        return b""

    @cached_property
    def all_planned(self) -> Mapping[str, PlannedPage]:
        """What is planned, by address."""
        return {at: page for section in self._sections for at, page in section.pages.items()}

    def __getitem__(self, address: str) -> View:
        """The view of the page at `address`."""
        page = self.planned(address)
        if page is None:
            raise KeyError(address)
        return page.view()

    def __contains__(self, address: object) -> bool:
        """Whether there is a page at `address`, without making it."""
        return isinstance(address, str) and self.planned(address) is not None

    def __iter__(self) -> Iterator[str]:
        """Every address."""
        return iter(self.all_planned)

    def __len__(self) -> int:
        """How many pages there are."""
        return len(self.all_planned)
