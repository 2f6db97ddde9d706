"""Links to other sites: asked politely, remembered by digests, and of what is published alone."""

import json
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from byleave.asking_elsewhere import Answers, look_at
from byleave.asking_elsewhere.asking import Answer, asked
from tests.cli.running import run
from tests.read.folders import WITHDRAWN, put, story, voice

DAY = date(2026, 6, 1)
TILDA = voice("tilda", "Tilda", part="author")
KIT = voice("kit", "Kit Moss", identity="named", part="quoted", consent=WITHDRAWN)
THERE, GONE = Answer(kind="there", status=200), Answer(kind="gone", status=404)


class _Site(BaseHTTPRequestHandler):
    asked: list[str]

    def do_HEAD(self) -> None:
        self._answer(405 if self.path == "/no-head" else 404 if "gone" in self.path else 200)

    def do_GET(self) -> None:
        self._answer(404 if "gone" in self.path else 503 if "busy" in self.path else 200)

    def _answer(self, status: int) -> None:
        self.asked.append(f"{self.command} {self.path}")
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def other() -> Iterator[tuple[str, list[str]]]:
    """Another site, on this machine, and what it was asked."""
    said: list[str] = []
    handler = type("Handler", (_Site,), {"asked": said})
    server = HTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=[0.01], daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", said
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_head_is_asked_first(other: tuple[str, list[str]]) -> None:
    """No page is fetched that says by its head that it is there."""
    address, said = other
    assert asked(f"{address}/a").kind == "there"
    assert asked(f"{address}/no-head").kind == "there"
    assert asked(f"{address}/gone") == GONE
    assert said == ["HEAD /a", "HEAD /no-head", "GET /no-head", "HEAD /gone", "GET /gone"]
    assert asked("http://127.0.0.1:1/").kind == "unknown"


def test_a_host_is_asked_one_question_at_a_time(tmp_path: Path) -> None:
    """With a rest between two; what is made up is asked nowhere."""
    log: list[str] = []

    def ask(address: str) -> Answer:
        log.append(address)
        return GONE if "gone" in address else THERE

    links = ["https://a.org/1", "https://a.org/1", "https://a.org/gone", "https://b.example/"]
    answers = Answers(tmp_path, DAY)
    found = look_at(links, answers, ask, lambda seconds: log.append(f"rest {seconds}"))
    assert log == ["https://a.org/1", "rest 1.0", "https://a.org/gone"]
    assert (dict(found.gone), found.asked, found.unsure) == ({"https://a.org/gone": 404}, 2, 0)


def test_answers_are_remembered_for_a_while(tmp_path: Path) -> None:
    """And the file says nothing of where links lead."""

    def never(address: str) -> Answer:
        raise AssertionError(address)

    look_at(["https://a.org/"], Answers(tmp_path, DAY), lambda _: THERE, print)
    assert "a.org" not in (tmp_path / "links.json").read_text()
    assert look_at(["https://a.org/"], Answers(tmp_path, DAY), never, print).asked == 0
    later = Answers(tmp_path, date(2026, 6, 20))
    assert look_at(["https://a.org/"], later, lambda _: GONE, print).gone


def test_offline_nothing_is_said_to_be_gone(tmp_path: Path) -> None:
    """A name that nobody knows is a dead one only where somebody else answers."""
    nowhere = Answer(kind="nowhere")
    alone = look_at(["https://a.org/"], Answers(tmp_path, DAY), lambda _: nowhere, print)
    assert (dict(alone.gone), alone.unsure) == ({}, 1)
    answers = {"https://a.org/": nowhere, "https://b.org/": THERE}
    both = look_at(answers, Answers(tmp_path, DAY), answers.__getitem__, print)
    assert dict(both.gone) == {"https://a.org/": 0}


def test_only_what_is_published_is_asked(
    tmp_path: Path, other: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address that a withheld text alone has is told to nobody."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    address, said = other
    quiet = f"::: voice kit\n[Kit's page]({address}/secret)\n:::\n"
    folder = put(
        tmp_path / "site",
        {
            "stories/a.md": story(f"[What was there]({address}/gone)\n\n{quiet}", TILDA, KIT),
            "stories/b.md": story(f"[A draft]({address}/draft)\n", TILDA, date=None),
            "stories/c.md": story(
                f"[Kept]({address}/gone-2)\n", TILDA, allow="{link-gone: It is history}"
            ),
            "site_src/pages/about.md": f"---\ntitle: About\n---\n[Us]({address}/us)\n",
        },
    )
    told = run("check", "--site", folder, "--links")
    assert told.code == 0
    assert "advice[link-gone]" in told.err
    assert "stories/a.md" in told.err
    assert {one.split()[1] for one in said} == {"/gone", "/us"}
    before = list(said)
    run("build", "--site", folder)
    found = json.loads(run("check", "--site", folder, "--format", "json").out)
    assert said == before
    assert not any(one["code"] == "link-gone" for one in found)
