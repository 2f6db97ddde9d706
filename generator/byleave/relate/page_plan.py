"""The pages of a site as they are planned: by address, each made when somebody asks for it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from byleave.cache import Digest, digest
from byleave.model.site import View
from byleave.relate.index.common_uses import ALL_USES, Uses
from byleave.values import replace


def _not_known() -> Digest:
    return b""


class PlannedPage(NamedTuple):
    """A page that there will be, and how to make what it shows.

    Its `uses` are those that everybody on it gave, and it has `changed` on a day if it says so.
    That can be told without making it, so that the sitemap need not make every page. `seen` is what
    stands for all that pages such as this are made of, and `parts` for just what this one is made
    of, where its view is made of that and of nothing else: both for whoever asks for it.
    """

    address: str
    make: Callable[[], View]
    uses: Uses = ALL_USES
    changed: date | None = None
    seen: Callable[[], Digest] = _not_known
    parts: Callable[[], Digest] = _not_known

    @property
    def indexable(self) -> bool:
        """Whether search engines may show it."""
        return "engines" in self.uses

    def view(self) -> View:
        """What the page shows, marked with what it may be used for."""
        return replace(self.make(), indexable=self.indexable, trainable="ai" in self.uses)

    def of_parts(self) -> Digest:
        """What stands for all that `view` is made of; nothing where the view alone can tell."""
        parts = self.parts()
        return digest(parts, *sorted(self.uses)) if parts else b""


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
        return {page.address: page._replace(seen=self._seen) for page in self._plan()}

    def planned(self, address: str) -> PlannedPage | None:
        """What is planned at `address`."""
        may_be = address.startswith(self._below) and address.endswith(self._ending)
        return self.pages.get(address) if may_be else None


class PlannedPages(Mapping[str, View]):
    """All pages by address. Where two are at one address, the one that was planned last is there.

    A view is made anew each time it is looked up, and nothing of it is kept.
    """

    def __init__(self, sections: Iterable[Section]) -> None:
        """Plan nothing yet."""
        self._sections = tuple(sections)

    def planned(self, address: str) -> PlannedPage | None:
        """What is planned at `address`; only the sections that may have it are looked through."""
        if "all_planned" in self.__dict__:
            return self.all_planned.get(address)
        found = (section.planned(address) for section in reversed(self._sections))
        return next(filter(None, found), None)

    def seen(self, address: str) -> Digest:
        """What stands for all that pages such as that at `address` are made of, and for its words.

        Nothing where its view alone can tell.
        """
        page = self.planned(address)
        return page.seen() if page else b""

    def of_parts(self, address: str) -> Digest:
        """What stands for just what the page at `address` is made of; see `PlannedPage`."""
        page = self.planned(address)
        return page.of_parts() if page else b""

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
