"""An address to an answer: a page, a file, or what is wrong."""

import asyncio
import mimetypes
import secrets
from collections.abc import AsyncIterator, Callable, Collection
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)

from byleave.cleaning import UnreadableMediaError, cleaned
from byleave.diagnostics import SiteError
from byleave.model.output import CleanedCopy, CopyOf
from byleave.pipeline.preview_site import LiveSite, UnrenderableError
from byleave.preview.marks import OWN, Desk, marked, styles_of_withheld, with_script
from byleave.preview.own_pages import fault_page, faulty_story_page, findings_page, own_file
from byleave.preview.site_in_memory import SiteInMemory, TakenChange

# They are there whatever is wrong with the site: the page that says so needs them.
_OWN_FILES = {f"{OWN}reload.js": "text/javascript", f"{OWN}preview.css": "text/css"}
_NOT_FOUND = "404.html"
# Seconds after which an open connection is written to, so that one that nobody holds is noticed.
_BEAT = 15
# So many pictures are kept as they are published: cleaning one takes long, and pages show several.
_KEPT_CLEAN = 64


Told = TypeVar("Told")


class Answering:
    """Answers for one site. `tell` is told of each change that was taken in.

    Changes and answers wait for each other: whoever asks while a change is being worked on is
    answered from the new state.
    """

    def __init__(
        self, held: SiteInMemory, tell: Callable[[TakenChange], None], desk: Desk | None = None
    ) -> None:
        """Answer from `held`; pages lead to the `desk` at which they can be changed."""
        self.held = held
        self.tell = tell
        self.desk = desk
        self.closed = False
        self._lock = asyncio.Lock()
        self._news = asyncio.Event()
        # A page that another preview made is told apart from those of this one.
        self._start = secrets.token_hex(4)

    @property
    def shown(self) -> str:
        """What is to be seen now, in a word that changes with it."""
        return f"{self._start}-{self.held.number}"

    @property
    def folder(self) -> Path:
        """The site folder."""
        return self.held.folder

    async def ask(self, question: Callable[[SiteInMemory], Told]) -> Told:
        """What `question` finds out from the site, or does to it, in its turn."""
        async with self._lock:
            before = self.held.number
            said = await asyncio.to_thread(_told, question, self.held)
            if self.held.number != before:
                self._ring()
        return said

    async def take_in(self, changed: Collection[str]) -> None:
        """Take in the files at the paths `changed`, and tell the pages that are open."""
        async with self._lock:
            self._told(await asyncio.to_thread(self.held.take_in, changed))

    async def look_through(self) -> None:
        """Look through the words of all stories, and answer in between."""
        while not self.closed and await self.ask(SiteInMemory.look_through):
            pass

    async def answer(self, request: Request) -> Response:
        """The answer to one request for a file of the site or a page of the preview's own."""
        return await self.ask(lambda _: self._answer(request.scope["path"]))

    async def changes(self, request: Request) -> Response:
        """What is shown, now and after every change, as server-sent events."""
        del request
        return StreamingResponse(self._events(), media_type="text/event-stream")

    def close(self) -> None:
        """End the connections that are open."""
        self.closed = True
        self._ring()

    async def _events(self) -> AsyncIterator[str]:
        while not self.closed:
            news = self._news
            yield f"data: {self.shown}\n\n"
            try:
                await asyncio.wait_for(news.wait(), _BEAT)
            except TimeoutError:
                continue

    def _ring(self) -> None:
        self._news.set()
        self._news = asyncio.Event()

    def _told(self, taken: TakenChange | None) -> None:
        if taken is not None:
            self.tell(taken)
            self._ring()

    def _answer(self, address: str) -> Response:
        """The answer, made in a thread of its own; nobody else touches the site meanwhile."""
        if address in _OWN_FILES:
            return Response(own_file(address.removeprefix(OWN)), media_type=_OWN_FILES[address])
        path = address.removeprefix("/") + ("index.html" if address.endswith("/") else "")
        live = self.held.live
        view = live.files.view(path) if live else None
        taken = self.held.keep_up(view.source if view else "")
        if taken is not None:
            self.tell(taken)
        if self.held.live is None:
            return self._page(with_script(fault_page(self.held.faults), self.shown), 500)
        if address.startswith(OWN):
            return self._own(address.removeprefix(OWN), self.held.live)
        try:
            return self._file(address, path, self.held.live)
        except UnrenderableError as fault:
            findings = self.held.without(fault)
            return self._page(with_script(faulty_story_page(findings), self.shown), 500)
        except SiteError as fault:
            return self._page(with_script(fault_page(fault.findings), self.shown), 500)

    def _own(self, name: str, live: LiveSite) -> Response:
        match name:
            case "findings":
                return self._page(with_script(findings_page(live), self.shown))
            case "withheld.css":
                return Response(styles_of_withheld(live), media_type="text/css")
        return PlainTextResponse("There is nothing here.", 404)

    def _file(self, address: str, path: str, live: LiveSite) -> Response:
        content = live.files.content(path)
        if content is None:
            return self._nothing(address, path, live)
        if isinstance(content, CopyOf | CleanedCopy):
            return self._copy(content, path)
        if not path.endswith(".html"):
            return Response(content, media_type=_kind(path))
        return self._page(self._seen(content, path, live))

    def _copy(self, copy: CopyOf | CleanedCopy, path: str) -> Response:
        place = Path(copy.path)
        if not place.is_file():
            return PlainTextResponse("This file is not there any more.", 404)
        if isinstance(copy, CopyOf):
            return FileResponse(place, media_type=_kind(path))
        try:
            return Response(_cleaned(place, copy.recipe), media_type=_kind(path))
        except UnreadableMediaError as fault:
            self.held.without_file(copy.path, fault.why)
            return PlainTextResponse("This file is damaged.", 404)

    def _nothing(self, address: str, path: str, live: LiveSite) -> Response:
        if live.files.content(f"{path}/index.html") is not None:
            return RedirectResponse(f"{address}/")
        if (source := live.faulty.get(address)) and not self.held.published:
            findings = (one for one in live.findings if one.path == source)
            return self._page(with_script(faulty_story_page(findings), self.shown), 500)
        content = live.files.content(_NOT_FOUND)
        page = content if isinstance(content, bytes) else b""
        return self._page(self._seen(page, _NOT_FOUND, live), 404)

    def _seen(self, page: bytes, path: str, live: LiveSite) -> bytes:
        if self.held.published:
            return with_script(page, self.shown)
        return marked(page, live.files.view(path), live, self.shown, self.desk)

    def _page(self, page: bytes, status: int = 200) -> Response:
        return Response(page, status, media_type="text/html")


def _told(question: Callable[[SiteInMemory], Told], held: SiteInMemory) -> Told:
    try:
        return question(held)
    except StopIteration as fault:
        # No task ends with this one: everybody would wait for it for ever.
        raise RuntimeError("nothing comes next") from fault


@lru_cache(maxsize=_KEPT_CLEAN)
def _cleaned(path: Path, recipe: str) -> bytes:
    """What is published of the file at `path`, which is the same as long as `recipe` is."""
    del recipe
    return cleaned(path.read_bytes(), path.suffix)


def _kind(path: str) -> str:
    return mimetypes.guess_type(path)[0] or "application/octet-stream"
