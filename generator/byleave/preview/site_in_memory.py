"""The site that is held in memory, and how a change of its files is taken into it."""

import gc
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from byleave.cleaning import Why
from byleave.diagnostics import Diagnostic, SiteError
from byleave.model.site_folder import FOLDERS
from byleave.pipeline.preview_site import (
    LiveSite,
    UnrenderableError,
    live_site,
    look_through_some,
    looked_through,
    with_edited_story,
    without_damaged,
    without_text,
)

# A file that could not be taken in by itself may be half-written: it is read when it has rested.
REST = 0.03  # seconds
# Whoever asks for a page waits until so many are looked through: about ten milliseconds.
_AT_ONCE = 16  # stories


class TakenChange(Struct, frozen=True, kw_only=True):
    """What was done about a change: how many files were read as one, or everything, and how long.

    `paths` are relative to the site folder, `seconds` the time that it took.
    """

    paths: tuple[str, ...]
    everything: bool
    seconds: float


@contextmanager
def _kept_for_good() -> Iterator[None]:
    """Make something large that will be held: nobody looks through it for garbage, now or later.

    In a site of 10,000 stories that takes 0.7 seconds, which come upon some request or other. There
    are no circles in a site, so that it still goes when nothing refers to it; those that templates
    left are taken away first.
    """
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


class SiteInMemory:
    """One site as it is now. Either `live` is it, or `faults` say why there is none.

    `number` grows with every change that somebody could see. `clock` gives the moment for which
    the site is shown, aware or in the site's time zone. Where it is read `hurried`, what the words
    of stories give rise to is left to `look_through`.
    """

    def __init__(
        self,
        folder: Path,
        clock: Callable[[], datetime],
        base_url: str,
        *,
        published: bool,
        hurried: bool = False,
    ) -> None:
        """Read the site in `folder`."""
        self.folder = folder
        self.clock = clock
        self.base_url = base_url
        self.published = published
        self.hurried = hurried
        self._looked = 0
        self.number = 0
        self.live: LiveSite | None = None
        self.faults: tuple[Diagnostic, ...] = ()
        self._last: LiveSite | None = None
        self._read(())

    def take_in(self, changed: Collection[str]) -> TakenChange | None:
        """See to it that the files at the paths `changed` are shown as they are now.

        The paths are relative to the site folder, in POSIX form; without any, each file may have
        changed. None where nothing that is to be seen has.
        """
        paths = tuple(sorted(filter(self._matters, changed)))
        if changed and not paths:
            return None
        start, number = time.perf_counter(), self.number
        short = bool(paths) and self._one_by_one(paths)
        if paths and not short:
            time.sleep(REST)
            short = self._one_by_one(paths)
        if not short:
            self._read(paths)
        if self.number == number:
            return None
        seconds = time.perf_counter() - start
        return TakenChange(paths=paths, everything=not short, seconds=seconds)

    def keep_up(self, source: str) -> TakenChange | None:
        """The same for the story file at `source`, and for a new day, before a page is shown."""
        if self.live is not None and not self.live.is_for(self.clock()):
            self._read(())
        if self.live is not None and source and not self.live.is_as_read(source):
            return self.take_in([source])
        return None

    def look_through(self) -> bool:
        """Look through the words of some more stories; whether others are left.

        When none is, all that is to be said of the site is shown, and it is `hurried` no more.
        """
        live, begin = self.live, self._looked
        self._looked += _AT_ONCE
        if live and live.hurried and look_through_some(live, range(begin, self._looked)):
            return True
        self.hurried = False
        if live and live.hurried:
            self._show(looked_through(live))
        return False

    def without(self, fault: UnrenderableError) -> tuple[Diagnostic, ...]:
        """Show the site without the text of which no page can be made; what is said of that."""
        if self.live is not None:
            try:
                self._show(without_text(self.live, fault))
            except SiteError as error:
                self._stop(error)
                return error.findings
        found = self.live.findings if self.live else ()
        return tuple(one for one in found if one.path == fault.path)

    def without_file(self, source: str, why: Why) -> None:
        """Show the site without the file at the absolute path `source`; `why` nothing is of it."""
        if self.live is not None:
            self._show(without_damaged(self.live, source, why))

    def _one_by_one(self, paths: Collection[str]) -> bool:
        """Take in edited stories by themselves; False where one of them may touch others."""
        for path in paths:
            live = self.live and with_edited_story(self.live, path)
            if not live:
                return False
            self._show(live)
        return True

    def _read(self, changed: Collection[str]) -> None:
        try:
            with _kept_for_good():
                self._read_all(changed)
        except SiteError as error:
            self._stop(error)

    def _read_all(self, changed: Collection[str]) -> None:
        live = live_site(
            self.folder,
            self.clock(),
            base_url=self.base_url,
            published=self.published,
            before=self._last,
            changed=changed,
            hurried=self.hurried,
        )
        self._show(live)

    def _show(self, live: LiveSite) -> None:
        before = self.live
        if before is None or live.plan is not before.plan or live.hurried != before.hurried:
            self.number += 1
        self.live, self.faults, self._last = live, (), live

    def _stop(self, error: SiteError) -> None:
        if self.live is not None or error.findings != self.faults:
            self.number += 1
        self.live, self.faults = None, error.findings

    def _matters(self, path: str) -> bool:
        """Whether a change at `path` can be one of the site's: not what editors leave beside it."""
        folder, _, name = path.partition("/")
        if folder not in FOLDERS:
            return False
        if not path.startswith("site_src/root/"):
            parts = name.split("/")
            if any(part.startswith(".") for part in parts) or name.endswith("~"):
                return False
        if folder == "stories" and self._last is not None:
            # A file that came and went between two looks was never part of the site.
            return (self.folder / path).exists() or self._last.knows_of(path)
        return True
