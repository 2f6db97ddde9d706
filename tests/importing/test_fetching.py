"""Pictures from the old site: from its own host, within bounds, and from nowhere else."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from byleave.importing import files as of_files
from byleave.importing.files import from_web, in_folder

ASKED: list[str] = []


class _Old(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        ASKED.append(self.path)
        port = self.headers["Host"].rpartition(":")[2]
        if self.path == "/away.jpg":
            self.send_response(302)
            self.send_header("Location", f"http://localhost:{port}/taken.jpg")
            self.end_headers()
        elif self.path in ("/urn.jpg", "/large.jpg"):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"x" * (30 if self.path == "/urn.jpg" else 60))
        else:
            self.send_error(404)

    def log_message(self, *_told: object) -> None:
        """Say nothing."""


@pytest.fixture
def place() -> Iterator[str]:
    """Where an old site answers."""
    ASKED.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Old)
    Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def test_pictures_come_from_the_own_host_alone(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole one before a smaller one; no other host is asked, also where one sends there."""
    monkeypatch.setattr(of_files, "MOST_BYTES", 50)
    told: list[str] = []
    found = from_web(place, {"127.0.0.1"}, told.append)
    file, _ = found("/urn-300x200.jpg", "")
    assert file is not None
    assert (file.name, len(file.content)) == ("urn.jpg", 30)
    assert found(f"{place}urn.jpg", "")[0] == file
    assert ASKED == ["/urn.jpg"]
    for address, why in (
        ("/none.jpg", "did not send it"),
        ("/large.jpg", "larger than"),
        ("/away.jpg", "did not send it"),
        ("https://elsewhere.example/urn.jpg", "another site"),
        (place.replace("http://", "http://me:secret@") + "urn.jpg", "another site"),
        ("file:///etc/hostname", "another site"),
    ):
        nothing, said = found(address, "")
        assert nothing is None, address
        assert why in said, address
    assert "/taken.jpg" not in ASKED
    assert told[0] == f"{place}urn.jpg"


def test_a_copied_folder_is_searched_by_the_end_of_addresses(tmp_path: Path) -> None:
    """As deep as it was copied, and never above it."""
    (tmp_path / "up/2019").mkdir(parents=True)
    (tmp_path / "up/2019/a.jpg").write_bytes(b"a")
    (tmp_path / "b.jpg").write_bytes(b"b")
    found = in_folder(tmp_path / "up")
    for address in ("https://x.example/wp-content/uploads/2019/a-150x150.jpg", "2019/a.jpg"):
        assert found(address, "")[0] is not None
    assert found("https://x.example/../b.jpg", "")[0] is None
    assert found("../b.jpg", "")[0] is None
