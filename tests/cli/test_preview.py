"""`byleave preview` as people start and end it."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from byleave.cli.preview import USUAL_PORT
from tests.cli.running import run
from tests.read.folders import put, story


def test_a_port_in_use_is_said(tmp_path: Path) -> None:
    """One line tells what to do, without a traceback."""
    put(tmp_path, {"stories/a.md": story()})
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = run("preview", "--site", tmp_path, "--port", str(port))
    assert said.code == 3
    assert said.err == (
        f"error: port {port} is in use: choose another with --port, or any free one with --port 0\n"
    )


@pytest.mark.slow
def test_a_folder_that_is_no_site_is_said(tmp_path: Path) -> None:
    """Nobody waits in front of a preview of nothing."""
    said = run("preview", "--site", tmp_path, "--port", "0")
    assert said.code == 3
    assert "error[no-site]" in said.err


def test_a_port_that_there_is_not_is_a_wrong_use() -> None:
    """Exit code 2, as for every command."""
    assert run("preview", "--port", "70000").code == 2
    assert USUAL_PORT == 8000


@contextmanager
def started(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """The command in a process of its own, which does not outlive the test."""
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "byleave", "preview", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def line_of(running: subprocess.Popen[str]) -> str:
    """The next line that it says."""
    assert running.stdout is not None
    return running.stdout.readline()


@pytest.mark.slow
def test_it_says_where_it_is_and_ends_quietly(tmp_path: Path) -> None:
    """One line at the start, one for a change, none at the end."""
    put(tmp_path, {"stories/a.md": story(), "stories/b.md": story(date=None)})
    with started("--site", str(tmp_path), "--port", "0") as running:
        address, _, rest = line_of(running).partition("  ")
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?key=[\w-]{43}", address)
        assert rest == "1 story published, 1 withheld. Ctrl-C ends it.\n"
        browser = build_opener(HTTPCookieProcessor())
        for shown in (address, address.partition("?")[0]):
            with browser.open(shown) as answer:
                assert answer.status == 200
        (tmp_path / "stories/a.md").write_text(story("Other words.\n"), "utf-8")
        assert re.fullmatch(r"stories/a\.md: taken in within \d+ ms.*\n", line_of(running))
        running.send_signal(signal.SIGINT)
        assert (*running.communicate(timeout=20), running.returncode) == ("", "", 0)
