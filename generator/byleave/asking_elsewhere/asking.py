"""One question to another site: is something at this address? Its page is not fetched."""

import socket
import ssl
from http.client import HTTPException
from typing import Literal
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from msgspec import Struct

from byleave import __version__

# "nowhere" is what a host says whose name nobody has: it may be this machine that is offline.
Kind = Literal["there", "gone", "nowhere", "unknown"]

_TIMEOUT = 15  # seconds
_GONE = frozenset((404, 410))
_HEADERS = {
    "User-Agent": f"Byleave/{__version__} (looks whether links still lead somewhere)",
    "Accept": "*/*",
}


class Answer(Struct, frozen=True, kw_only=True):
    """What another site said, in a word, and the number by which it said so; 0 for none."""

    kind: Kind
    status: int = 0


def asked(address: str) -> Answer:
    """What is at `address`: by its head, and where that says nothing, by the beginning of it."""
    first = _asked(address, "HEAD")
    # Some sites do not know the question, and some say that there is nothing to whoever asks so.
    return first if first.kind in ("there", "nowhere") else _asked(address, "GET")


def _asked(address: str, method: str) -> Answer:
    try:
        request = Request(address, headers=_HEADERS, method=method)  # noqa: S310 - http(s) alone
        with urlopen(request, timeout=_TIMEOUT) as reply:  # noqa: S310 - as above
            return Answer(kind="there", status=reply.status)
    except HTTPError as fault:
        with fault:
            return Answer(kind="gone" if fault.code in _GONE else "unknown", status=fault.code)
    except URLError as fault:
        is_nowhere = isinstance(fault.reason, socket.gaierror)
        return Answer(kind="nowhere" if is_nowhere else "unknown")
    except (OSError, HTTPException, ssl.SSLError, ValueError):
        return Answer(kind="unknown")
