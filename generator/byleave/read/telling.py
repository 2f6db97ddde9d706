"""Story files told of one by one, each by whichever process has the time for it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from byleave.cache import facts_of
from byleave.executors import of_this_memory
from byleave.read.found_files import FoundFile
from byleave.read.story_files import ToldStory, tell_story


class ToldFile(Struct, frozen=True, kw_only=True):
    """What a story file says by itself, and the facts that it had just before it was read."""

    facts: bytes | None
    story: ToldStory


def told_in_order(
    files: Sequence[FoundFile], site_url: str, executor: str | None
) -> Iterator[ToldFile]:
    """What each of `files` says; `executor` is as for `byleave.executors.executor`."""
    # The first makes what all of them need, so that no other process makes it once more.
    yield from map(_teller(site_url), files[:1])
    with of_this_memory(executor, len(files)) as workers:
        yield from workers.map_in_order(_teller, site_url, files[1:])


def _teller(site_url: str) -> Callable[[FoundFile], ToldFile]:
    return partial(_told, site_url)


def _told(site_url: str, file: FoundFile) -> ToldFile:
    facts = facts_of(file.real)
    return ToldFile(facts=facts, story=tell_story(file, site_url))
