"""Every page of a site: as an earlier build left it, or made and looked through, by any worker."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from msgspec import Struct, field

from byleave.cache import Digest
from byleave.check import LookedThroughFiles, PageCheck, check_file, dead_links, look_through
from byleave.diagnostics import Diagnostic
from byleave.executors import Executor
from byleave.model.output import KeptFile, LostLine, OutputFile
from byleave.model.site import View
from byleave.pipeline.kept_pages import KeptPage, KeptPages
from byleave.relate import PlannedPages
from byleave.render import Renderer, SharedByPages, file_path
from byleave.spooling import Spool
from byleave.text_in_files.guarded_names import GuardSearch
from byleave.values import replace


class MadePage(Struct, frozen=True, kw_only=True):
    """A page or a file that machines read, and what was found in it.

    `key` is what it is known by, `seen` what stands for all that it is made of, and `page` what is
    to be remembered of it, where anything is. Of a page that is kept nothing is found: it was
    looked through when it was made. `looked` is None where it was not looked through for guarded
    names.
    """

    file: OutputFile
    key: Digest = b""
    seen: Digest = b""
    page: KeptPage | None = None
    findings: tuple[Diagnostic, ...] = ()
    lost: tuple[LostLine, ...] = ()
    looked: LookedThroughFiles | None = None

    @property
    def is_kept(self) -> bool:
        """Whether it lies in the output folder as it has to be."""
        return isinstance(self.file.content, KeptFile)


class _Rendered(Struct, frozen=True, kw_only=True):
    """A page as any worker makes it, and what was found in it, whatever else is on the site.

    `used` are the names of the settings that it uses, `lost` the lines of texts that lost words.
    """

    path: str
    content: bytes
    used: tuple[str, ...]
    lost: tuple[LostLine, ...]
    check: PageCheck
    looked: LookedThroughFiles | None


class PageWork(Struct, frozen=True, kw_only=True):
    """What is needed for making pages.

    `views` are all of them by address, each made when it is asked for, and `there` are the paths of
    all files of the site. Pages wait in `spool`. Where workers cannot share the memory of this
    process, they are sent `shared` and `base_path` alone.
    """

    shared: SharedByPages
    base_path: str
    views: Mapping[str, View]
    there: Collection[str] = ()
    spool: Spool = field(default_factory=Spool)
    memory: KeptPages | None = None
    search: GuardSearch | None = None

    def recalled(self) -> Iterator[MadePage | None]:
        """The pages that need not be made, each in its place in the order of `views`.

        They are known without their views, so this process alone is quicker than several.
        """
        for address in self.views:
            yield self._recalled(address) if self._is_any_known else None

    def made(self, executor: Executor, addresses: Sequence[str]) -> Iterator[MadePage]:
        """The pages at `addresses`, in their order; raises what rendering raises."""
        if not executor.shares_memory:
            return self._made_elsewhere(executor, addresses)
        maker = _Maker(self)
        if addresses and not self._is_any_known:
            # All pages have to be made, by all workers: none of them has to compile anything then,
            # nor to find out once more what stands for all lists.
            maker.renderer.compile_templates()
            self._seen(addresses[0])
        return executor.map_in_order(_start, maker, addresses)

    def known(self, address: str, view: View) -> MadePage:
        """The page at `address`, which is still empty where it has to be made."""
        path = file_path(address)
        if self.memory is None:
            return MadePage(file=OutputFile(path=path, content=b""))
        key = self._key_of_parts(address) or self.memory.key(path, view)
        seen = self._seen(address)
        page = self._kept(path, key, seen)
        return page or MadePage(file=OutputFile(path=path, content=b""), key=key, seen=seen)

    @property
    def _is_any_known(self) -> bool:
        return self.memory is not None and bool(self.memory.known)

    def _recalled(self, address: str) -> MadePage | None:
        seen = self._seen(address)
        key = self.memory.key_of(seen) if self.memory and seen else None
        key = key or self._key_of_parts(address)
        return self._kept(file_path(address), key, seen) if key else None

    def _seen(self, address: str) -> Digest:
        seen = self.views.seen(address) if isinstance(self.views, PlannedPages) else b""
        return self.memory.seen(file_path(address), seen) if self.memory else b""

    def _key_of_parts(self, address: str) -> Digest | None:
        """What the page at `address` is known by, where that can be told without its view."""
        parts = self.views.of_parts(address) if isinstance(self.views, PlannedPages) else b""
        path = file_path(address)
        return self.memory.key_of_parts(path, parts) if self.memory and parts else None

    def _kept(self, path: str, key: Digest, seen: Digest) -> MadePage | None:
        page = self.memory.kept(key, path) if self.memory else None
        if page is None:
            return None
        file = OutputFile(path=path, content=KeptFile(facts=page.facts))
        return MadePage(file=file, key=key, seen=seen, page=page)

    def _made_elsewhere(self, executor: Executor, addresses: Sequence[str]) -> Iterator[MadePage]:
        """The same, the new ones by workers that know nothing but what they are sent."""
        pages: list[MadePage] = []
        new: list[View] = []
        for address in addresses:
            view = self.views[address]
            pages.append(self.known(address, view))
            if not pages[-1].is_kept:
                new.append(view)
        alone = PageWork(shared=self.shared, base_path=self.base_path, views={})
        made = executor.map_in_order(_start_elsewhere, alone, new)
        for page in pages:
            yield page if page.is_kept else self.looked_through(page, next(made))

    def looked_through(self, page: MadePage, made: _Rendered) -> MadePage:
        """`page` as it was `made`, with what is found in it on this site.

        The names of what it links to are not kept: of all pages, they would be as much as a third
        of what the pages are.
        """
        linked = made.check.linked
        return replace(
            page,
            file=OutputFile(path=made.path, content=self.spool.put(made.content)),
            page=self.memory.made(made.content, made.used, linked) if self.memory else None,
            findings=(*made.check.findings, *dead_links(made.path, linked, self.there)),
            lost=made.lost,
            looked=made.looked,
        )


class _Maker:
    """Makes pages in one process."""

    def __init__(self, work: PageWork) -> None:
        self.work = work
        self.renderer = Renderer(work.shared)

    def at(self, address: str) -> MadePage:
        """The page at an address."""
        view = self.work.views[address]
        page = self.work.known(address, view)
        return page if page.is_kept else self.work.looked_through(page, self.of(view))

    def of(self, view: View) -> _Rendered:
        """The page of a view."""
        path = file_path(view.address)
        page = self.renderer.whole_page(view)
        file = OutputFile(path=path, content=page.content)
        search = self.work.search
        return _Rendered(
            path=path,
            content=page.content,
            used=page.used,
            lost=page.lost,
            check=check_file(file, self.work.base_path),
            looked=look_through(file, search) if search else None,
        )


def _start(maker: _Maker) -> Callable[[str], MadePage]:
    return maker.at


def _start_elsewhere(work: PageWork) -> Callable[[View], _Rendered]:
    return _Maker(work).of
