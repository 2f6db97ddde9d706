"""The server of the preview: one socket of this machine, until Ctrl-C."""

import asyncio
import contextlib
import errno
import socket
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from types import FrameType
from typing import Protocol

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.types import ASGIApp

from byleave.preview.answering import Answering
from byleave.preview.entering import Keys, KnownOnly
from byleave.preview.local_only import LocalOnly
from byleave.preview.site_in_memory import SiteInMemory, TakenChange
from byleave.preview.watching import changes

HOST = "127.0.0.1"


class Following(Protocol):
    """Whoever is to hear of changes in a folder."""

    @property
    def folder(self) -> Path:
        """The site folder."""

    async def take_in(self, changed: Collection[str]) -> None:
        """Take in the files at the paths `changed`; anything, where there are none."""

    async def look_through(self) -> None:
        """Find out what can be told later than the first page is shown."""

    def close(self) -> None:
        """End the connections that are open, and what is still looked through."""


class PortTakenError(Exception):
    """Nobody can listen at the port; the message says why and what to do."""


def listening(port: int) -> socket.socket:
    """A socket of this machine alone at `port`, or at a free one for 0; raises PortTakenError."""
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((HOST, port))
        found.listen()
    except OSError as fault:
        found.close()
        if fault.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        words = "is in use" if fault.errno == errno.EADDRINUSE else "may not be used by everybody"
        message = f"port {port} {words}: choose another with --port, or any free one with --port 0"
        raise PortTakenError(message) from None
    return found


def address_of(at: socket.socket) -> str:
    """The address at which a browser finds what is served at the socket `at`."""
    return f"http://{HOST}:{at.getsockname()[1]}/"


class Served(uvicorn.Server):
    """Serves an application at sockets of this machine, and takes in what changes in a folder."""

    def __init__(self, app: ASGIApp, at: Sequence[socket.socket], following: Following) -> None:
        """Serve `app` at the sockets `at`."""
        self._at = at
        self._following = following
        self._over: Callable[[], object] = lambda: None
        super().__init__(
            uvicorn.Config(
                app,
                log_config=None,
                log_level="error",
                lifespan="off",
                ws="none",
                proxy_headers=False,
                server_header=False,
                timeout_graceful_shutdown=2,
            )
        )

    def run_until_told(self) -> None:
        """Serve until `stop` or Ctrl-C."""
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(self._run())

    def stop(self) -> None:
        """End it, from whatever thread."""
        self.should_exit = True
        self._over()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Ctrl-C: pages that are open wait for news, and would keep the server waiting too."""
        super().handle_exit(sig, frame)
        self._over()

    async def _run(self) -> None:
        stopped, loop = asyncio.Event(), asyncio.get_running_loop()

        def end() -> None:
            stopped.set()
            self._following.close()

        self._over = lambda: loop.call_soon_threadsafe(end)
        watch = asyncio.create_task(self._watch(stopped))
        # Without its eyes the preview would show old pages as if they were new.
        watch.add_done_callback(lambda _: self.stop())
        looking = asyncio.create_task(self._following.look_through())
        looking.add_done_callback(self._looked)
        try:
            await self.serve(sockets=list(self._at))
        finally:
            end()
            await watch
            await looking

    def _looked(self, looking: "asyncio.Task[None]") -> None:
        """Nothing that is to be said may stay away unnoticed."""
        if looking.cancelled() or looking.exception():
            self.stop()

    async def _watch(self, stopped: asyncio.Event) -> None:
        async with contextlib.aclosing(changes(self._following.folder, stopped)) as found:
            async for paths in found:
                await self._following.take_in(paths)


class Preview(Served):
    """Serves the site that is held at a socket, and takes in what changes."""

    def __init__(
        self,
        held: SiteInMemory,
        at: socket.socket,
        keys: Keys,
        tell: Callable[[TakenChange], None],
    ) -> None:
        """Serve `held` at `at` to whoever has a key; `tell` is told of each change."""
        answering = Answering(held, tell)
        app = KnownOnly(live_app(answering, at.getsockname()[1]), keys, is_door=True)
        super().__init__(app, [at], answering)


def live_app(answering: Answering, port: int, framed_by: Sequence[str] = ()) -> ASGIApp:
    """What answers at `port` with the pages of a site, which only those origins may frame."""
    return Starlette(
        routes=[
            Route("/-byleave/changes", answering.changes),
            Route("/{path:path}", answering.answer),
        ],
        middleware=[Middleware(LocalOnly, port=port, framed_by=framed_by)],
    )
