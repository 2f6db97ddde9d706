"""Which files of a site folder change, told as soon as they have rested for a moment."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Collection
from contextlib import aclosing
from pathlib import Path

from watchfiles import Change, awatch

from byleave.model.site_folder import FOLDERS

# Milliseconds: a change is told when nothing more has happened for one step, or at the latest
# after the other time, however much goes on.
STEP = 5
AT_THE_LATEST = 100
SELDOM = 200  # milliseconds between looks at whether a whole folder is there

Found = set[tuple[Change, str]]


async def changes(folder: Path, stop: asyncio.Event) -> AsyncGenerator[Collection[str]]:
    """The paths of what changes below `folder`, relative to it, in POSIX form, until `stop`.

    None at all means that anything may have changed: before it was looked at, or with one of the
    folders that a site is made of. No other folders are looked at.
    """
    root = folder.resolve()
    while not stop.is_set():
        again = asyncio.Event()
        tops = asyncio.create_task(_until_others(root, _there(root), again, stop))
        try:
            async with aclosing(_of_each(root, again)) as found:
                async for paths in found:
                    yield paths
        finally:
            tops.cancel()


def _there(root: Path) -> tuple[Path, ...]:
    return tuple(root / name for name in FOLDERS if (root / name).is_dir())


async def _of_each(root: Path, stop: asyncio.Event) -> AsyncGenerator[Collection[str]]:
    """The changes in the folders that are there now."""
    if not _there(root):
        yield ()
        await stop.wait()
        return
    watch = awatch(
        *_there(root), watch_filter=None, debounce=AT_THE_LATEST, step=STEP, stop_event=stop
    )
    following = asyncio.create_task(_next(watch))
    # One turn of the loop is enough for the system to be asked to look.
    await asyncio.sleep(0)
    yield ()
    try:
        while found := await following:
            following = asyncio.create_task(_next(watch))
            yield {Path(path).relative_to(root).as_posix() for _, path in found}
    finally:
        following.cancel()


async def _next(watch: AsyncIterator[Found]) -> Found:
    return await anext(watch, set())


async def _until_others(
    root: Path, there: tuple[Path, ...], again: asyncio.Event, stop: asyncio.Event
) -> None:
    """Set `again` when other folders than `there` are in `root`, or when all is to `stop`."""
    async for _ in awatch(root, watch_filter=None, recursive=False, step=SELDOM, stop_event=stop):
        if there != _there(root):
            break
    again.set()
