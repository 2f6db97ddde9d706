"""A preview that runs in this process, and what it answers."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from http.client import HTTPConnection
from pathlib import Path

from byleave.preview import Keys, Preview, SiteInMemory, TakenChange, address_of, listening

NOON = datetime(2026, 6, 1, 12)  # noqa: DTZ001 - a moment in the site's own time zone
PATIENCE = 10  # seconds after which something is not going to happen any more


class Answer:
    """What came back for one request."""

    def __init__(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8")


class Previewed:
    """A preview that runs: its address, and what it told of changes."""

    def __init__(self, folder: Path, address: str, port: int) -> None:
        self.folder = folder
        self.keys = Keys(port)
        self.address = address
        self.port = port
        self.told: list[TakenChange] = []

    def get(
        self,
        path: str,
        *,
        method: str = "GET",
        headers: dict[str, str] | None = None,
        is_known: bool = True,
    ) -> Answer:
        """What is answered to one request; `Host` is as a browser sends it unless it is given.

        It comes from a browser that `is_known`: one that came by the address which was printed.
        """
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            known = {"Cookie": self.cookie} if is_known else {}
            connection.request(method, path, headers=known | (headers or {}))
            response = connection.getresponse()
            return Answer(response.status, dict(response.getheaders()), response.read())
        finally:
            connection.close()

    @cached_property
    def cookie(self) -> str:
        """What a browser is given that comes by the address which was printed."""
        opened = self.get(self.keys.address("/"), is_known=False)
        return opened.headers["set-cookie"].partition(";")[0]

    def put(self, path: str, content: str) -> None:
        """Save a file of the site, as an editor's program does."""
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(content, "utf-8")

    def comes(self, path: str, words: str, *, status: int = 200) -> Answer:
        """The answer as soon as it holds `words`."""
        return self._until(path, lambda answer: words in answer.text, status)

    def goes(self, path: str, words: str, *, status: int = 200) -> Answer:
        """The answer as soon as it holds `words` no more."""
        return self._until(path, lambda answer: words not in answer.text, status)

    def _until(self, path: str, holds: Callable[[Answer], bool], status: int) -> Answer:
        end = time.monotonic() + PATIENCE
        while True:
            answer = self.get(path)
            if answer.status == status and holds(answer):
                return answer
            assert time.monotonic() < end, (answer.status, answer.text[:3000])
            time.sleep(0.01)


@contextmanager
def previewing(folder: Path, *, published: bool = False) -> Iterator[Previewed]:
    """A preview of the site in `folder`, at a free port."""
    with listening(0) as at:
        previewed = Previewed(folder, address_of(at), at.getsockname()[1])
        held = SiteInMemory(
            folder, lambda: NOON, previewed.address, published=published, hurried=True
        )
        server = Preview(held, at, previewed.keys, previewed.told.append)
        thread = threading.Thread(target=server.run_until_told, daemon=True)
        thread.start()
        try:
            previewed.goes("/", " so far<")
            yield previewed
        finally:
            server.stop()
            thread.join(PATIENCE)
            assert not thread.is_alive()
