"""Who may ask the desk for something, and who may change something at it.

Whatever else is open in an editor's browser can send requests to this machine. So a change needs
three things that no other website has: the name of this machine, a page of the desk that it comes
from, and the word that was drawn when the desk was started, which is in its own forms alone.
"""

import hmac
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Scope

from byleave.preview import HEADERS, LocalOnly

_READING, _CHANGING = ("GET", "HEAD"), "POST"
# Where nothing at all is told of a page, browsers do not tell either where a form comes from.
_TO_ITSELF = "same-origin"
_ALLOWED = ", ".join((*_READING, _CHANGING))


class Guard(LocalOnly):
    """Lets requests in that are made to this machine by name; changes from its own pages alone."""

    def __init__(self, app: ASGIApp, port: int, frames: str) -> None:
        """Answer to `port` alone; pages may show what is at the origin `frames` within them."""
        super().__init__(app, port)
        self.headers = desk_headers(frames)

    def add_to(self, headers: MutableHeaders) -> None:
        """Add what is told of every page, where a page does not say it otherwise."""
        for name, words in self.headers.items():
            headers.setdefault(name, words)

    def refusal(self, scope: Scope) -> ASGIApp | None:
        """The refusal of a change that no page of the desk asks for; see `LocalOnly`."""
        if scope["method"] in _READING:
            return None
        if scope["method"] != _CHANGING:
            return PlainTextResponse("This is not how the desk is used.", 405, {"Allow": _ALLOWED})
        headers = Headers(scope=scope)
        # A browser says where a form comes from; who does not say it, or says another place, is
        # some other program or page.
        if headers.getlist("origin") != [f"http://{headers.get('host')}"]:
            return PlainTextResponse("Only a page of the desk itself may change something.", 403)
        return None


def desk_headers(frames: str) -> Mapping[str, str]:
    """What browsers are told of the pages of the desk; `frames` is the origin of the live site."""
    policy = (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        f"frame-src 'self' {frames}",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
    own = {"Content-Security-Policy": "; ".join(policy), "Referrer-Policy": _TO_ITSELF}
    return {**HEADERS, **own}


def is_the_word(said: str, word: str) -> bool:
    """Whether a form has the word of this start; how long it takes to find out tells nothing."""
    return hmac.compare_digest(said.encode(), word.encode())
