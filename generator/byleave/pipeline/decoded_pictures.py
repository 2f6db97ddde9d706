"""Published pictures: each is decoded once, before anything is made of it.

What was found out is remembered by a picture's content, and only of what was published.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from byleave.cache import Digest, Memo, code_digest, digest
from byleave.cleaning import (
    UnreadableMediaError,
    Why,
    holds_only_pixels,
    is_picture,
    recipe_of,
)
from byleave.executors import of_this_memory
from byleave.model.published import MediaFile, RootFile
from byleave.model.site_plan import SitePlan
from byleave.values import replace
from byleave.write import WriteError

File = TypeVar("File", MediaFile, RootFile)

KEY = b"picture"  # what the keys of pictures in a cache begin with
_PURE, _MIXED = b"1", b"0"
# To decode a picture takes as long as to make some ten pages: by that, work is spread.
_PAGES = 10


class BrokenPicturesError(Exception):
    """Nothing can be published of pictures: their absolute paths, and why."""

    def __init__(self, found: Mapping[str, Why]) -> None:
        """Keep them."""
        self.found = found
        super().__init__(*found)


class DecodedPictures:
    """What is known of the pictures of a site that is being built."""

    def __init__(self, memo: Memo, executor: str | None) -> None:
        """Know what `memo` knows; `executor` is as for `byleave.executors.executor`."""
        self._memo, self._executor = memo, executor
        self._known: dict[str, bytes] = {}

    def proven(self, plan: SitePlan) -> SitePlan:
        """`plan` with each picture that hides something to be made anew.

        Raises BrokenPicturesError for those of which nothing can be published, WriteError for one
        that was changed since it was read.
        """
        pictures = {one.sha256: one.source for one in _pictures(plan)}
        self._find_out({key: path for key, path in pictures.items() if not self._recall(key)})
        return replace(
            plan,
            media=tuple(map(self._as_known, plan.media)),
            root_files=tuple(map(self._as_known, plan.root_files)),
            shapes=tuple(replace(one, file=self._as_known(one.file)) for one in plan.shapes),
        )

    def remember(self, plan: SitePlan) -> None:
        """Remember what was found out of the pictures of `plan`, which is public by now."""
        for one in _pictures(plan):
            self._memo.put(_key(one.sha256), self._known[one.sha256])

    def _recall(self, sha256: str) -> bool:
        if sha256 not in self._known and (found := self._memo.get(_key(sha256), use=False)):
            self._known[sha256] = found
        return sha256 in self._known

    def _find_out(self, unknown: Mapping[str, str]) -> None:
        broken: dict[str, Why] = {}
        with of_this_memory(self._executor, _PAGES * len(unknown)) as workers:
            found = workers.map_in_order(_start, None, tuple(unknown.items()))
            for (sha256, source), (value, why) in zip(unknown.items(), found, strict=True):
                if why is None:
                    self._known[sha256] = value
                else:
                    broken[source] = why
        if broken:
            raise BrokenPicturesError(broken)

    def _as_known(self, file: File) -> File:
        if file.recipe or self._known.get(file.sha256) != _MIXED:
            return file
        return replace(file, recipe=recipe_of(file.sha256))


def _pictures(plan: SitePlan) -> Iterator[MediaFile | RootFile]:
    files: tuple[MediaFile | RootFile, ...] = (*plan.media, *plan.root_files)
    for one in files:
        if is_picture(Path(one.source).suffix):
            yield one


def _key(sha256: str) -> Digest:
    return KEY + digest(code_digest(), sha256)


def _start(_context: None) -> Callable[[tuple[str, str]], tuple[bytes, Why | None]]:
    return _looked_at


def _looked_at(picture: tuple[str, str]) -> tuple[bytes, Why | None]:
    """What is remembered of a picture, or why nothing can be published of it."""
    sha256, source = picture
    content = Path(source).read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise WriteError(f"{source}: this file was changed while the site was being built")
    try:
        return (_PURE if holds_only_pixels(content) else _MIXED), None
    except UnreadableMediaError as fault:
        return b"", fault.why
