"""A desk that runs in this process, and what it answers to a browser that has no script."""

import re
import socket
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from functools import cached_property
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from byleave.desk import Desk, Machine, Sockets
from byleave.preview import Keys, SiteInMemory, address_of, listening
from tests.preview.running import PATIENCE, Answer

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
WORD = re.compile(r'name="word" value="([^"]+)"')
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
_BOUNDARY = "between-the-parts"
Fields = Mapping[str, str | Sequence[str]]


class AtDesk:
    """A desk that runs: its addresses, and what a browser does at it."""

    def __init__(self, folder: Path, at: Sockets, keys: Keys) -> None:
        self.folder = folder
        self.keys = keys
        self.address = at.origins.desk
        self.origins = at.origins
        self.port = _port(at.desk)
        self.live_port = _port(at.live)
        self.public_port = _port(at.public)

    @cached_property
    def word(self) -> str:
        """The word of this start, as its forms have it."""
        found = WORD.search(self.get("/new").text)
        assert found
        return found[1]

    def get(self, path: str, *, port: int = 0, headers: Mapping[str, str] | None = None) -> Answer:
        """What is answered to somebody who looks."""
        return self._answer("GET", path, port or self.port, headers or {}, None)

    def post(self, path: str, fields: Fields, **more: str | None) -> Answer:
        """What is answered to a form of the desk's own; `more` are other headers, None for none."""
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": self.address.rstrip("/"),
            **{name.replace("_", "-"): words for name, words in more.items()},
        }
        sent = {name: words for name, words in headers.items() if words is not None}
        body = urlencode(dict(fields), doseq=True).encode()
        return self._answer("POST", path, self.port, sent, body)

    def keep(self, path: str, fields: Fields) -> Answer:
        """The same with the word of this start, and on to where it leads."""
        answer = self.post(path, {"word": self.word, **fields})
        if answer.status == 303:
            return self.get(answer.headers["location"])
        return answer

    def upload(self, path: str, fields: Fields, files: Mapping[str, tuple[str, bytes]]) -> Answer:
        """The same with files, as a browser sends them."""
        parts: list[bytes] = []
        for name, said in {"word": self.word, **fields}.items():
            values = [said] if isinstance(said, str) else said
            parts += [_part(name, "", one.encode()) for one in values]
        parts += [_part(name, file, content) for name, (file, content) in files.items()]
        body = b"".join(parts) + f"--{_BOUNDARY}--\r\n".encode()
        headers = {
            "Content-Type": f"multipart/form-data; boundary={_BOUNDARY}",
            "Origin": self.address.rstrip("/"),
        }
        answer = self._answer("POST", path, self.port, headers, body)
        return self.get(answer.headers["location"]) if answer.status == 303 else answer

    def put(self, files: Mapping[str, str | bytes]) -> None:
        """Save files of the site as another program does, and no others."""
        for path, content in files.items():
            place = self.folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content if isinstance(content, bytes) else content.encode())

    def text(self, path: str) -> str:
        """What a file of the site says."""
        return (self.folder / path).read_text("utf-8")

    @cached_property
    def cookie(self) -> str:
        """What a browser is given that comes by the address which was printed."""
        opened = self.ask("GET", self.keys.address("/"), self.port, {}, None)
        return opened.headers["set-cookie"].partition(";")[0]

    def _answer(
        self, method: str, path: str, port: int, headers: Mapping[str, str], body: bytes | None
    ) -> Answer:
        return self.ask(method, path, port, {"Cookie": self.cookie, **headers}, body)

    def ask(
        self, method: str, path: str, port: int, headers: Mapping[str, str], body: bytes | None
    ) -> Answer:
        """What is answered to just that."""
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request(method, path.partition("#")[0], body, dict(headers))
            response = connection.getresponse()
            return Answer(response.status, dict(response.getheaders()), response.read())
        finally:
            connection.close()


def _part(name: str, file: str, content: bytes) -> bytes:
    called = f'; filename="{file}"' if file else ""
    head = f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{called}\r\n\r\n'
    return head.encode() + content + b"\r\n"


def _port(at: socket.socket) -> int:
    port: int = at.getsockname()[1]
    return port


def signs() -> Iterator[str]:
    """What the desk draws, in turn: nothing here is left to chance."""
    number = 0
    while True:
        number += 1
        yield f"{number:04}".translate(str.maketrans("01", "ZY"))


@contextmanager
def at_desk(folder: Path, state: Path, *, now: datetime = NOON) -> Iterator[AtDesk]:
    """The desk of the site in `folder`, at free ports; drafts are kept in `state`."""
    drawn = signs()
    with ExitStack() as opened:
        desk, live, public = (opened.enter_context(listening(0)) for _ in range(3))
        at = Sockets(desk=desk, live=live, public=public)
        machine = Machine(clock=lambda: now, signs=lambda count: next(drawn)[-count:], state=state)
        held = SiteInMemory(folder, machine.clock, address_of(live), published=False)
        keys = Keys(desk.getsockname()[1])
        server = Desk(held, machine, at, keys, lambda _: None)
        thread = threading.Thread(target=server.run_until_told, daemon=True)
        thread.start()
        try:
            yield AtDesk(folder, at, keys)
        finally:
            server.stop()
            thread.join(PATIENCE)
            assert not thread.is_alive()
