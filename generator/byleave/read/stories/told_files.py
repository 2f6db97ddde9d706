"""Story files told of: as they are known, or anew by whichever process has the time for it."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from msgspec import Struct

from byleave.cache import Digest, FoundOut, Recollection, facts_of, from_bytes, to_bytes
from byleave.executors import of_this_memory
from byleave.model.source import SourceTree
from byleave.read.found_files import FileThere, UnreadableError
from byleave.read.looking import FindOut, Looking
from byleave.read.stories.story_files import ToldStory, said_by, tell_story
from byleave.read.text_files import read_bytes

_AT_ONCE = 16  # files; to do more of one kind in a row is hardly quicker


class _Heard(Struct, frozen=True, kw_only=True):
    """What a file says, and what else was found out of it on the way.

    It goes to another process as MessagePack, which takes half the time that a pickle takes.
    """

    told: ToldStory
    beside: tuple[FoundOut, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        told = to_bytes(self.told) if _is_sound(self.told) else self.told
        return _heard, (told, self.beside)


def _heard(told: bytes | ToldStory, beside: tuple[FoundOut, ...]) -> _Heard:
    whole = from_bytes(told, ToldStory) if isinstance(told, bytes) else told
    return _Heard(told=whole, beside=beside)


class WhatFileSaid(Struct, frozen=True, kw_only=True):
    """What stands for all that a file said when it was looked at."""

    said: Digest


def all_told(
    files: Sequence[FileThere], around: SourceTree, looking: Looking, executor: str | None
) -> tuple[ToldStory, ...]:
    """What each of `files` says; `executor` is as for `byleave.executors.executor`.

    `around` is everything that is around stories.
    """
    site_url = around.settings.url
    facts = [looking.facts(file) for file in files]
    known = [_known(file, saw, site_url, looking) for file, saw in zip(files, facts, strict=True)]
    unknown = [file for file, told in zip(files, known, strict=True) if not told]
    new = _in_order(unknown, around, looking, executor)
    found = zip(files, facts, known, strict=True)
    return tuple(
        told or _kept(file, saw, site_url, looking, next(new)) for file, saw, told in found
    )


def told_again(file: FileThere, site_url: str, looking: Looking) -> ToldStory:
    """What `file` says, which was edited, whatever its facts are."""
    facts = facts_of(file.real) or b""
    told = _known(file, b"", site_url, looking)
    heard = _Heard(told=told or tell_story(file, site_url))
    return _kept(file, facts, site_url, looking, heard)


def is_as_told(file: FileThere, site_url: str, looking: Looking) -> bool:
    """Whether a file has the facts that it had when it was told of; so has one with a fault."""
    if not looking.known.has(WhatFileSaid, file.path):
        return True
    facts = facts_of(file.real) or b""
    return looking.known.recall(WhatFileSaid, file.path, _saw(facts, site_url)) is not None


def _known(file: FileThere, facts: bytes, site_url: str, looking: Looking) -> ToldStory | None:
    """What is known of `file` by its facts or, where these are others or not known, its content."""
    known, path = looking.known, file.path
    if not known.has(ToldStory, path):
        return None
    if facts and (looked := known.recall(WhatFileSaid, path, _saw(facts, site_url))):
        return known.recall(ToldStory, path, looked.said)
    try:
        said = said_by(read_bytes(file), file.path, site_url)
    except UnreadableError:
        return None
    told = known.recall(ToldStory, path, said)
    if told and facts:
        known.keep(path, _saw(facts, site_url), WhatFileSaid(said=said))
    return told


def _kept(
    file: FileThere, facts: bytes, site_url: str, looking: Looking, heard: _Heard
) -> ToldStory:
    """What was told in what was `heard`, which is remembered where there is no fault in it."""
    told = heard.told
    if told.story and _is_sound(told):
        looking.known.keep(file.path, told.story.said, told)
        if facts:
            looking.known.keep(file.path, _saw(facts, site_url), WhatFileSaid(said=told.story.said))
    for one in heard.beside:
        looking.known.keep(*one)
    return told


def _is_sound(told: ToldStory) -> bool:
    """Whether there is no fault in what was told."""
    return bool(told.story and told.story.said and not told.findings)


def _saw(facts: bytes, site_url: str) -> bytes:
    """What tells that a file says what it said: at another address its links lead elsewhere."""
    return facts + site_url.encode()


def _in_order(
    files: Sequence[FileThere], around: SourceTree, looking: Looking, executor: str | None
) -> Iterator[_Heard]:
    find_out = looking.beforehand(around)
    hear = partial(_all_heard_of, site_url=around.settings.url, find_out=find_out)
    # The first makes what all of them need, so that no other process makes it once more.
    yield from hear(files[:1])
    rest = files[1:]
    some = [rest[begin : begin + _AT_ONCE] for begin in range(0, len(rest), _AT_ONCE)]
    with of_this_memory(executor, len(files)) as workers:
        for heard in workers.map_in_order(lambda _: hear, None, some):
            yield from heard


def _all_heard_of(files: Sequence[FileThere], site_url: str, find_out: FindOut) -> list[_Heard]:
    """What each of `files` says, and then what is found out of each beside that.

    One kind of work after the other is quicker than both in turn: what it needs stays at hand.
    """
    told = [tell_story(file, site_url) for file in files]
    return [_heard_beside(one, find_out) for one in told]


def _heard_beside(told: ToldStory, find_out: FindOut) -> _Heard:
    found = Recollection()
    if told.story and _is_sound(told):
        find_out(told.story, found)
    return _Heard(told=told, beside=found.found_out())
