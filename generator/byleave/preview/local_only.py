"""Who is answered and how: this machine's own browser, which may look and do nothing else."""

from collections.abc import Collection, Mapping, Sequence

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from byleave.pipeline.preview_site import PREVIEW_POLICY

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


def hosts_at(port: int) -> frozenset[str]:
    """What a browser calls this machine when it asks at `port`."""
    return frozenset({f"{name}:{port}" for name in NAMES} | set(NAMES if port == 80 else ()))


def origins_at(port: int) -> tuple[str, ...]:
    """The origins of pages that this machine serves at `port`."""
    return tuple(f"http://{host}" for host in sorted(hosts_at(port)))


def framed(headers: Mapping[str, str], by: Sequence[str]) -> Mapping[str, str]:
    """`headers` with which pages at the origins `by` may show a page within their own."""
    if not by:
        return headers
    policy = headers["Content-Security-Policy"]
    policy = policy.replace("frame-ancestors 'none'", f"frame-ancestors {' '.join(by)}")
    # It knows no list of origins; whoever does not know the other header shows no frame.
    others = {name: words for name, words in headers.items() if name != "X-Frame-Options"}
    return {**others, "Content-Security-Policy": policy}


def not_this_machine(scope: Scope, hosts: Collection[str]) -> ASGIApp | None:
    """The refusal of a request that is not made to one of `hosts`, and to one alone."""
    if Headers(scope=scope).getlist("host") in [[host] for host in hosts]:
        return None
    return PlainTextResponse("This answers on this machine alone, at its own address.", 421)


class LocalOnly:
    """Lets requests in that are made to this machine by name, and that only read.

    A name of somebody else's that leads here (DNS rebinding) is refused: else any website that an
    editor visits could read what is withheld.
    """

    def __init__(self, app: ASGIApp, port: int, framed_by: Sequence[str] = ()) -> None:
        """Answer to `port` alone; pages at the origins `framed_by` may show what is answered."""
        self.app = app
        self.hosts = hosts_at(port)
        self.headers = framed(HEADERS, framed_by)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.add_to(MutableHeaders(scope=message))
            await send(message)

        if scope["type"] != "http":
            return
        answer = not_this_machine(scope, self.hosts) or self.refusal(scope) or self.app
        await answer(scope, receive, send_with_headers)

    def add_to(self, headers: MutableHeaders) -> None:
        """Add to the `headers` of an answer what is told of every page."""
        headers.update(self.headers)

    def refusal(self, scope: Scope) -> ASGIApp | None:
        """The refusal of what is asked of this machine, and may not be; None for the rest."""
        if scope["method"] not in ("GET", "HEAD"):
            return PlainTextResponse(
                "This preview can only be looked at.", 405, {"Allow": "GET, HEAD"}
            )
        return None
