"""The server of the desk: its own pages, the live site, and the site as the public sees it.

Each has a port, so that no page of a site is of the same origin as the pages that change it.
"""

import secrets
import socket
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from byleave.desk.as_published import AsPublished
from byleave.desk.asking import answering, link
from byleave.desk.findings import told_plainly
from byleave.desk.guarding import Guard
from byleave.desk.pages import OWN_FILES, nothing_page, own_file
from byleave.desk.routes import PAGES
from byleave.desk.workplace import Machine, Origins, Workplace
from byleave.desk.writing.outlived import drop_outlived
from byleave.preview import (
    Answering,
    Keys,
    KnownOnly,
    Served,
    SiteInMemory,
    TakenChange,
    address_of,
    live_app,
    origins_at,
)

_EDITED = ("stories/", "themes/", "site_src/")


class Sockets(Struct, frozen=True, kw_only=True):
    """Where each of the three listens, on this machine alone."""

    desk: socket.socket
    live: socket.socket
    public: socket.socket

    @property
    def all(self) -> Sequence[socket.socket]:
        """Every one."""
        return (self.desk, self.live, self.public)

    @property
    def origins(self) -> Origins:
        """Their addresses."""
        desk, live, public = (address_of(one) for one in self.all)
        return Origins(desk=desk, live=live, public=public)


class Desk(Served):
    """Serves the desk of one site until it is told to stop."""

    def __init__(
        self,
        held: SiteInMemory,
        machine: Machine,
        at: Sockets,
        keys: Keys,
        tell: Callable[[TakenChange], None],
    ) -> None:
        """Serve the site that is `held` to whoever has a key; `tell` is told of each change."""
        origins = at.origins
        live = Answering(held, tell, _Links(origins.desk))
        public = AsPublished(held.folder, machine, origins.public)
        place = Workplace(held.folder, machine, origins, secrets.token_urlsafe(32), public)
        ports = [one.getsockname()[1] for one in at.all]
        drop_outlived(place.site, place.drafts)
        framed_by = origins_at(ports[0])
        apps: dict[int, ASGIApp] = {
            ports[0]: desk_app(place, live, ports[0]),
            ports[1]: live_app(live, ports[1], framed_by),
            ports[2]: _OnDemand(public, ports[2], framed_by),
        }
        doors = {port: KnownOnly(app, keys, is_door=port == ports[0]) for port, app in apps.items()}
        super().__init__(_by_port(doors), at.all, _Both(live, public, place))


def desk_app(place: Workplace, live: Answering, port: int) -> ASGIApp:
    """What answers with the pages of the desk."""

    def own(request: Request) -> Response:
        return own_file(request.url.path)

    return Starlette(
        routes=[
            *(Route(path, own) for path in OWN_FILES),
            *(
                Route(path, answering(told_plainly(one), place, live), methods=[method])
                for (method, path), one in PAGES.items()
            ),
            Route("/{path:path}", answering(nothing_page, place, live), methods=["GET"]),
        ],
        middleware=[Middleware(Guard, port=port, frames=place.origins.frames)],
    )


def _by_port(apps: Mapping[int, ASGIApp]) -> ASGIApp:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await apps[scope["server"][1]](scope, receive, send)

    return app


class _Links:
    """The way from a page of the live site to the desk."""

    def __init__(self, desk: str) -> None:
        self._desk = desk.rstrip("/")
        self.findings = f"{self._desk}/findings"

    def edit(self, path: str) -> str:
        """See `byleave.preview.marks.Desk`."""
        if not path.startswith(_EDITED) or not path.endswith(".md"):
            return ""
        return self._desk + link("/story" if path.startswith("stories/") else "/file", path=path)


class _OnDemand:
    def __init__(self, public: AsPublished, port: int, framed_by: Sequence[str]) -> None:
        self._public = public
        self._port = port
        self._framed_by = framed_by

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = live_app(await self._public.answering(), self._port, self._framed_by)
        await app(scope, receive, send)


class _Both:
    """Both sites that are held hear of what changes."""

    def __init__(self, live: Answering, public: AsPublished, place: Workplace) -> None:
        self._live = live
        self._public = public
        self._place = place

    @property
    def folder(self) -> Path:
        """See `byleave.preview.serving.Following`."""
        return self._live.folder

    async def take_in(self, changed: Collection[str]) -> None:
        """See `byleave.preview.serving.Following`."""
        await self._live.take_in(changed)
        await self._live.ask(lambda _: drop_outlived(self._place.site, self._place.drafts))
        await self._public.take_in(changed)

    async def look_through(self) -> None:
        """See `byleave.preview.serving.Following`."""
        await self._live.look_through()

    def close(self) -> None:
        """See `byleave.preview.serving.Following`."""
        self._live.close()
        self._public.close()
