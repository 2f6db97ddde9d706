"""What is measured of each entrant: a build of everything, of nothing new, of one edit, and so on.

A round runs all entrants one after another, so that whatever befalls the machine befalls all.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tests.bench.corpus import SETTINGS, theme_path, with_tagline, withdrawing
from tests.bench.entrants import Entrant, page_of, theme_page, with_title, with_words
from tests.bench.live import NEVER, Lives, NeverServedError, is_there, live
from tests.bench.measuring import Timed, peak_of, timed
from tests.bench.stories import in_the_middle, newest, not_yet_told
from tests.bench.words import THEMES

COLD, UNCHANGED, EDIT, WITHDRAWAL = "cold", "unchanged", "one edit", "one withdrawal"
# As a machine that publishes has it: a fresh copy, and what the last run left in another one.
COPY = "one edit in a fresh copy"
TITLE, NEW = "one title", "a new story"
THEME, TAGLINE = "the words of a theme", "the tagline"
ALL = (COLD, UNCHANGED, EDIT, TITLE, NEW, THEME, TAGLINE, COPY, WITHDRAWAL)


class WrongPagesError(Exception):
    """A build was quick and wrong: the pages do not show what they should."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What was measured of one entrant at one size; `live` is None where there is no such thing."""

    entrant: Entrant
    runs: dict[str, list[Timed]]
    peak: int
    live: Lives | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The site of one entrant, at one size, in a folder of its own."""

    entrant: Entrant
    folder: Path
    count: int

    def log(self) -> Path:
        """Where commands say what they have to say."""
        return self.folder.with_suffix(".log")

    def forget(self) -> None:
        """Put all that earlier builds made out of their way.

        It is not deleted: ext4 without a journal passes over what was deleted in the last minutes
        when it looks for room (RECENTCY_MIN, in fs/ext4/ialloc.c of Linux), file by file, and who
        builds after that waits for the disk.
        """
        for name in (self.entrant.output, *self.entrant.kept):
            place = self.folder / name
            if place.exists():
                place.rename(tempfile.mkdtemp(dir=self.folder.parent, prefix="earlier-") + "/made")

    def build(self) -> Timed:
        """Build it, and measure."""
        return timed(self.entrant.building(self.folder), self.log())

    def page(self, address: str) -> Path:
        """The file of the page at an address."""
        return self.folder / self.entrant.output / address.strip("/") / "index.html"

    def shown(self, address: str) -> str:
        """The page at an address; "" if there is none."""
        page = self.page(address)
        return page.read_text("utf-8") if page.exists() else ""


def trials(
    entrants: Sequence[Entrant], count: int, work: Path, rounds: int, tell: Callable[[str], None]
) -> list[Trial]:
    """Measure all entrants at one size, below the folder `work`.

    Raises FailedError and WrongPagesError.
    """
    sites = []
    for entrant in entrants:
        tell(f"{count} stories: writing them for {entrant.name}")
        folder = work / f"{entrant.name}-{count}"
        entrant.write(folder, count)
        sites.append(Site(entrant=entrant, folder=folder, count=count))
    found: list[dict[str, list[Timed]]] = [{} for _ in sites]
    for number in range(rounds):
        for site, runs in zip(sites, found, strict=True):
            tell(f"{count} stories: {site.entrant.name}, round {number + 1} of {rounds}")
            for what, run in _round(site, f"Words of round {number}, nowhere else."):
                runs.setdefault(what, []).append(run)
    return [_rest(site, runs, tell) for site, runs in zip(sites, found, strict=True)]


def _rest(site: Site, runs: dict[str, list[Timed]], tell: Callable[[str], None]) -> Trial:
    """What is measured once, and last, since looking on disturbs."""
    tell(f"{site.count} stories: {site.entrant.name}, memory and preview")
    site.forget()
    peak = peak_of(site.entrant.building(site.folder), site.log())
    try:
        there = is_there(site.entrant.serving(site.folder, 0))
        found = live(site.entrant, site.folder, site.count) if there else None
    except NeverServedError as fault:
        tell(str(fault))
        found = NEVER
    return Trial(entrant=site.entrant, runs=runs, peak=peak, live=found)


def _round(site: Site, words: str) -> Iterator[tuple[str, Timed]]:
    """Each kind of build once; the stories are as before in the end."""
    story = in_the_middle(site.count)
    address, file = page_of(story), site.folder / site.entrant.path_of(story)
    site.forget()
    yield COLD, site.build()
    _expect(site, address, story.title)
    yield UNCHANGED, site.build()
    with _changed(file, lambda text: with_words(text, words)):
        yield EDIT, site.build()
        _expect(site, address, words)
    site.build()
    yield from _listed(site, words)
    with _copied(site) as copy:
        place = copy.folder / site.entrant.path_of(story)
        place.write_text(with_words(place.read_text("utf-8"), words), encoding="utf-8")
        yield COPY, copy.build()
        _expect(copy, address, words)
    if site.entrant.has_permission:
        yield from _of_the_group(site, words)
        with _changed(file, withdrawing):
            yield WITHDRAWAL, site.build()
            if site.shown(address):
                raise WrongPagesError(f"{address} is there after a withdrawal")


def _listed(site: Site, words: str) -> Iterator[tuple[str, Timed]]:
    """What lists show too: another title of the newest story, and a story that is newer."""
    entrant, last, new = site.entrant, newest(site.count), not_yet_told(site.count)
    with _changed(site.folder / entrant.path_of(last), lambda text: with_title(text, words)):
        yield TITLE, site.build()
        for address in (page_of(last), "/", entrant.listing):
            _expect(site, address, f"{last.title} {words}")
    site.build()
    file = site.folder / entrant.path_of(new)
    file.write_text(entrant.text_of(new), encoding="utf-8")
    yield NEW, site.build()
    for address in (page_of(new), "/", entrant.listing):
        _expect(site, address, new.title)
    file.unlink()
    site.build()


def _of_the_group(site: Site, words: str) -> Iterator[tuple[str, Timed]]:
    """What the group says itself: of a theme, and in the settings; its stories stay as they are."""
    page = site.page(page_of(in_the_middle(site.count)))
    before = page.stat()
    for what, path, change, address in (
        (THEME, theme_path(THEMES[0]), with_words, theme_page(THEMES[0])),
        (TAGLINE, SETTINGS, with_tagline, "/"),
    ):
        with _changed(site.folder / path, partial(change, words=words)):
            yield what, site.build()
            _expect(site, address, words)
        site.build()
    if page.stat().st_mtime_ns != before.st_mtime_ns:
        raise WrongPagesError(f"{page} was written, and shows neither")


def _expect(site: Site, address: str, words: str) -> None:
    if words not in site.shown(address):
        raise WrongPagesError(f"{site.entrant.name}: {address} does not show {words!r}")


@contextmanager
def _copied(site: Site) -> Iterator[Site]:
    """The site and what builds left of it in another folder, where each file has other times."""
    folder = site.folder.with_name(f"{site.folder.name}-copy")
    shutil.copytree(site.folder, folder, copy_function=shutil.copyfile, symlinks=True)
    yield replace(site, folder=folder)
    # Out of the way and not deleted, as in `Site.forget`.
    folder.rename(tempfile.mkdtemp(dir=folder.parent, prefix="earlier-") + "/made")


@contextmanager
def _changed(file: Path, change: Callable[[str], str]) -> Iterator[None]:
    """The file changed within the block, and then as it was."""
    text = file.read_text("utf-8")
    file.write_text(change(text), encoding="utf-8")
    try:
        yield
    finally:
        file.write_text(text, encoding="utf-8")
