"""The smaller files of published pictures: made once, by all processes, and known by content.

What there is of a picture is remembered, as digests and sizes alone, and only of what was
published; the files themselves lie in the output folder and nowhere else.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from msgspec import Struct

from byleave.cache import Digest, Memo, code_digest, digest, from_bytes, to_bytes
from byleave.cleaning import UnreadableMediaError, Why, is_picture, recipe_of, renditions_of
from byleave.executors import of_this_memory
from byleave.model.addresses import file_path
from byleave.model.output import OutputFile, RenditionCopy, SpooledFile
from byleave.model.renditions import (
    Focus,
    PictureFile,
    Rendition,
    ShownPicture,
    rendition_address,
)
from byleave.model.site_plan import PictureShape, SitePlan
from byleave.observing import Observer
from byleave.pipeline.decoded_pictures import BrokenPicturesError
from byleave.spooling import Spool
from byleave.values import replace
from byleave.write import WriteError

# A new number wherever the same shape of a picture is made otherwise.
_MAKER = "rendition 2"
KEY = b"rendition"  # what the keys of shapes in a cache begin with
# To make the files of a photograph takes as long as to make so many pages.
_PAGES = 50
_SPOOLED = 8  # pictures: the files of fewer may wait in memory

Content = bytes | SpooledFile
Known = tuple[str, Focus | None]  # the digest of a picture, and how it is cut


class _Job(Struct, frozen=True, kw_only=True):
    """A picture, and the shapes of it that are to be made."""

    sha256: str
    source: str
    cuts: tuple[Focus | None, ...]


_Found = tuple[tuple[tuple[Rendition, Content], ...], ...]


class MadeRenditions(AbstractContextManager["MadeRenditions"]):
    """The smaller files of the pictures of a site that is being built into the folder `output`.

    Without such a folder nothing is made: pages show each picture as it is.
    """

    def __init__(
        self, memo: Memo, executor: str | None, output: Path | None, observer: Observer
    ) -> None:
        """Know what `memo` knows; `executor` is as for `byleave.executors.executor`."""
        self._memo, self._executor, self._output = memo, executor, output
        self._observer = observer
        self._spool = Spool()
        self._known: dict[Known, tuple[Rendition, ...]] = {}
        self._made: dict[Known, tuple[Content, ...]] = {}

    def __exit__(self, *exception: object) -> None:
        """Let go of the files that were made."""
        self._spool.__exit__(*exception)

    def of(self, plan: SitePlan) -> SitePlan:
        """`plan` with the smaller files of its pictures.

        Raises BrokenPicturesError for those of which nothing can be published, WriteError for one
        that was changed since it was read.
        """
        shapes = [one for one in plan.shapes if is_picture(Path(one.file.source).suffix)]
        if self._output is None or not shapes:
            return plan
        self._make([one for one in shapes if not self._is_there(one, self._output)])
        there = [one for one in shapes if self._known[_known(one)]]
        files = (file for one in there for file in self._files(one))
        return replace(
            plan,
            pictures={one.key: self._shown(one) for one in there},
            renditions=tuple({file.path: file for file in files}.values()),
        )

    def remember(self, plan: SitePlan) -> None:
        """Remember which files there are of the pictures of `plan`, which is public by now."""
        for one in plan.shapes:
            if (known := _known(one)) in self._known:
                self._memo.put(_key(known), to_bytes(self._known[known]))

    def _is_there(self, shape: PictureShape, output: Path) -> bool:
        """Whether it is known which files there are of a shape, and all have been made."""
        known = _known(shape)
        if known not in self._known:
            row = self._memo.get(_key(known), use=False)
            if row is None:
                return False
            self._known[known] = from_bytes(row, tuple[Rendition, ...])
        paths = (file_path(_address(shape, one)) for one in self._known[known])
        return known in self._made or all((output / path).exists() for path in paths)

    def _make(self, shapes: Sequence[PictureShape]) -> None:
        """Make the files of `shapes`; the bytes of many wait outside of the memory."""
        jobs = tuple(_jobs(shapes))
        self._spool.begin(len(jobs), smallest=_SPOOLED)
        broken: dict[str, Why] = {}
        self._observer.did("pictures to come", len(jobs))
        with of_this_memory(self._executor, _PAGES * len(jobs)) as workers:
            made = workers.map_in_order(_start, self._spool, jobs)
            for job, (found, why) in zip(jobs, made, strict=True):
                if why is not None:
                    broken[job.source] = why
                for cut, files in zip(job.cuts, found, strict=False):
                    self._known[job.sha256, cut] = tuple(one for one, _ in files)
                    self._made[job.sha256, cut] = tuple(content for _, content in files)
                self._observer.did("pictures", 1)
        if broken:
            raise BrokenPicturesError(broken)

    def _files(self, shape: PictureShape) -> Iterator[OutputFile]:
        known = _known(shape)
        contents = self._made.get(known)
        for number, one in enumerate(self._known[known]):
            address = _address(shape, one)
            copy = RenditionCopy(
                path=shape.file.source,
                sha256=shape.file.sha256,
                recipe=recipe_of(f"{_MAKER} {_shown_by(shape)} {address}"),
                cut=shape.cut,
                rendition=one,
                content=contents[number] if contents else None,
            )
            yield OutputFile(path=file_path(address), content=copy)

    def _shown(self, shape: PictureShape) -> ShownPicture:
        """All that browsers choose among: of a whole picture, itself where nothing else will do."""
        files = [
            (
                one.kind,
                PictureFile(address=_address(shape, one), width=one.width, height=one.height),
            )
            for one in self._known[_known(shape)]
        ]
        webp = tuple(file for kind, file in files if kind == "webp")
        plain = tuple(file for kind, file in files if kind != "webp")
        widest = max(file.width for _, file in files)
        if shape.cut is None and (not plain or plain[-1].width < widest):
            own = shape.file
            plain += (PictureFile(address=own.address, width=own.width, height=own.height),)
        return ShownPicture(plain=plain, webp=webp)


def _known(shape: PictureShape) -> Known:
    return shape.file.sha256, shape.cut


def _key(known: Known) -> Digest:
    sha256, cut = known
    return KEY + digest(code_digest(), sha256, to_bytes(cut))


def _shown_by(shape: PictureShape) -> str:
    """What stands for all that a picture shows."""
    return shape.file.recipe or shape.file.sha256


def _address(shape: PictureShape, one: Rendition) -> str:
    return rendition_address(shape.key, _shown_by(shape), one)


def _jobs(shapes: Sequence[PictureShape]) -> Iterator[_Job]:
    """Each picture once, with all shapes that are to be made of it."""
    cuts: dict[str, dict[Focus | None, None]] = {}
    sources = {one.file.sha256: one.file.source for one in shapes}
    for one in shapes:
        cuts.setdefault(one.file.sha256, {})[one.cut] = None
    for sha256, source in sources.items():
        yield _Job(sha256=sha256, source=source, cuts=tuple(cuts[sha256]))


def _start(spool: Spool) -> Callable[[_Job], tuple[_Found, Why | None]]:
    return partial(_done, spool)


def _done(spool: Spool, job: _Job) -> tuple[_Found, Why | None]:
    """The files of one picture, or why nothing can be published of it."""
    content = Path(job.source).read_bytes()
    if hashlib.sha256(content).hexdigest() != job.sha256:
        raise WriteError(f"{job.source}: this file was changed while the site was being built")
    try:
        found = renditions_of(content, job.cuts)
    except UnreadableMediaError as fault:
        return (), fault.why
    return tuple(
        tuple((one.rendition, spool.put(one.content)) for one in shape) for shape in found
    ), None
