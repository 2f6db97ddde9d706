"""Who is answered and how: this machine's own browser, which may look and do nothing else."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from byleave.build.live import PREVIEW_POLICY

NAMES = ("127.0.0.1", "localhost", "[::1]")
# What a built site asks servers to send, as far as it makes sense on one's own machine; and that
# nothing is kept, nor shown within other sites.
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": PREVIEW_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Door:
    """Lets requests in that are made to this machine by name, and that only read.

    A name of somebody else's that leads here (DNS rebinding) is refused: else any website that an
    editor visits could read what is withheld.
    """

    def __init__(self, app: ASGIApp, port: int) -> None:
        """Answer to `port` alone."""
        self.app = app
        self.hosts = {f"{name}:{port}" for name in NAMES} | set(NAMES if port == 80 else ())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        if scope["type"] != "http":
            return
        answer = self._refusal(scope) or self.app
        await answer(scope, receive, send_with_headers)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        if Headers(scope=scope).getlist("host") not in [[host] for host in self.hosts]:
            words = "This preview answers on this machine alone, at its own address."
            return PlainTextResponse(words, 421)
        if scope["method"] not in ("GET", "HEAD"):
            return PlainTextResponse(
                "This preview can only be looked at.", 405, {"Allow": "GET, HEAD"}
            )
        return None
