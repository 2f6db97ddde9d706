"""The site as the public sees it, today or on another day, held in memory beside the live one."""

import asyncio
from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from byleave.desk.workplace import Machine
from byleave.preview import Answering, SiteInMemory


class AsPublished:
    """The site as the public sees it, today or on another day; made when somebody looks at it."""

    def __init__(self, folder: Path, machine: Machine, address: str) -> None:
        """Begin with today."""
        self.folder = folder
        self.machine = machine
        self.address = address
        self.day: datetime | None = None
        self._answering: Answering | None = None

    async def answering(self) -> Answering:
        """Whoever answers with it."""
        if self._answering is None:
            held = await asyncio.to_thread(self._read)
            self._answering = Answering(held, lambda _: None)
        return self._answering

    async def take_in(self, changed: Collection[str]) -> None:
        """Hear of changes, if anybody has looked at it."""
        if self._answering is not None:
            await self._answering.take_in(changed)

    def close(self) -> None:
        """End the connections that are open."""
        if self._answering is not None:
            self._answering.close()

    def _read(self) -> SiteInMemory:
        return SiteInMemory(
            self.folder, lambda: self.day or self.machine.clock(), self.address, published=True
        )
