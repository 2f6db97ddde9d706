"""What the pages of one desk share: the site, the moment, and what was seen and kept so far."""

from collections.abc import Callable, Collection
from datetime import date, datetime
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from msgspec import Struct

from byleave.desk.drafts import Drafts
from byleave.desk.texts import Texts
from byleave.diagnostics import SiteError
from byleave.pipeline.for_editors import Overview, overview_of
from byleave.preview import SiteInMemory

Clock = Callable[[], datetime]


class Machine(Struct, frozen=True, kw_only=True):
    """What the desk is given of the machine it runs on: its clock, chance, and a private folder.

    `signs` draws so many signs that nobody can tell beforehand; `state` is where drafts are kept,
    outside the site folder.
    """

    clock: Clock
    signs: Callable[[int], str]
    state: Path


class Origins(Struct, frozen=True, kw_only=True):
    """Where the desk, the live site and the site as the public sees it are, with "/" at the end."""

    desk: str
    live: str
    public: str

    @property
    def frames(self) -> str:
        """The origins of pages that the desk shows within its own."""
        return " ".join(one.rstrip("/") for one in (self.live, self.public))


class PublicView(Protocol):
    """The site as the public sees it: on a `day`, or today for None."""

    day: datetime | None

    async def take_in(self, changed: Collection[str]) -> None:
        """Take in the files at the paths `changed`; anything, where there are none."""


class Workplace:
    """The desk of one site: where it is, what it knows, and the word that its forms have."""

    def __init__(
        self,
        site: Path,
        machine: Machine,
        origins: Origins,
        word: str,
        public: PublicView,
    ) -> None:
        """Begin; `word` is drawn anew at each start."""
        self.site = site
        self.machine = machine
        self.origins = origins
        self.word = word
        self.public = public
        self._changed: list[Collection[str]] = []
        self.texts = Texts()
        self.drafts = Drafts(machine.state, site)
        self._overview: tuple[int, Overview] | None = None

    def overview(self, held: SiteInMemory) -> Overview:
        """The site at a glance, found out once after each change; raises SiteError."""
        if held.live is None:
            raise SiteError(held.faults)
        if self._overview is None or self._overview[0] != held.number:
            self._overview = held.number, overview_of(held.live)
        return self._overview[1]

    def take_in(self, held: SiteInMemory, changed: Collection[str]) -> None:
        """Show the files at the paths `changed` as they are now; anything, where there are none."""
        held.take_in(changed)
        self._changed.append(changed)

    async def tell_public(self) -> None:
        """Let the site as the public sees it take in what was changed here."""
        while self._changed:
            await self.public.take_in(self._changed.pop(0))

    def day(self, held: SiteInMemory) -> date:
        """The day for which the site is shown, in its time zone."""
        if held.live is None:
            raise SiteError(held.faults)
        return held.live.as_of.date()

    def moment(self, held: SiteInMemory) -> datetime:
        """The moment, in the time zone of the site where it is known."""
        moment = self.machine.clock()
        if held.live is None:
            return moment
        return moment.astimezone(ZoneInfo(held.live.plan.settings.timezone))
