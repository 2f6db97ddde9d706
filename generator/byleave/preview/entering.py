"""Who may look: whoever has the address that this start printed.

Every account of a computer reaches what listens on it, and what is withheld is shown here. So the
address has a key in it, which becomes a cookie of this browser; without one nothing is answered.
"""

import hmac
import secrets
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from byleave.preview.local_only import HEADERS

_KEY = "key"
_NAME = "byleave"
_REFUSED = 403
_NOT_KNOWN = (
    "This is for whoever started it. Open it by the address that it has printed there, with all "
    "that stands behind the question mark.\n"
)
# A browser keeps a strict cookie back where another program led it here, so it is not sent on by
# the answer itself: this page goes on by itself, or by its link.
_GO_ON = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Byleave</title>'
    '<meta http-equiv="refresh" content="0;url=/"><p><a href="/">Go on</a></p></html>\n'
)


class Keys:
    """The keys of one start; `port` is where the first page is.

    One is for the address that is printed, which may be opened in a second browser too. The other
    opens it once: it is handed to a browser on its command line, which other accounts can read.
    """

    def __init__(self, port: int) -> None:
        """Draw them."""
        self.cookie = f"{_NAME}-{port}"
        self._key = secrets.token_urlsafe(32)
        self._once = secrets.token_urlsafe(32)
        self._is_spent = False

    def address(self, first: str) -> str:
        """The address to print for what is at the address `first`."""
        return f"{first}?{urlencode({_KEY: self._key})}"

    def address_for_once(self, first: str) -> str:
        """The address by which a browser that is started here opens it, and nobody after."""
        return f"{first}?{urlencode({_KEY: self._once})}"

    def opened_by(self, said: str) -> bool:
        """Whether `said` is a key that opens; one of them does so once."""
        if _is_same(said, self._key):
            return True
        if self._is_spent or not _is_same(said, self._once):
            return False
        self._is_spent = True
        return True

    def is_known(self, headers: Headers) -> bool:
        """Whether a request comes from a browser that has come in by a key."""
        # Whatever else listens on this machine has left its own there, in whatever form.
        cookies = cookie_parser("; ".join(headers.getlist("cookie")))
        return _is_same(cookies.get(self.cookie, ""), self._key)

    def let_in(self) -> Response:
        """The answer to whoever comes with a key: their browser is known from now on."""
        answer = HTMLResponse(_GO_ON, headers=dict(HEADERS))
        answer.set_cookie(self.cookie, self._key, httponly=True, samesite="strict", path="/")
        return answer


class KnownOnly:
    """Answers browsers that have come in by a key, and nobody else."""

    def __init__(self, app: ASGIApp, keys: Keys, *, is_door: bool) -> None:
        """Guard `app`; only where `is_door` does a key open."""
        self._app = app
        self._keys = keys
        self._is_door = is_door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and not self._keys.is_known(Headers(scope=scope)):
            await self._refusal(scope)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _refusal(self, scope: Scope) -> ASGIApp:
        said = parse_qs(scope["query_string"].decode("latin-1")).get(_KEY, [""])
        if self._is_door and scope["method"] == "GET" and self._keys.opened_by(said[0]):
            return self._keys.let_in()
        return PlainTextResponse(_NOT_KNOWN, _REFUSED, headers=dict(HEADERS))


def _is_same(said: str, key: str) -> bool:
    """Whether two words are the same; how long it takes to find out tells nothing."""
    return hmac.compare_digest(said.encode("utf-8", "replace"), key.encode())
