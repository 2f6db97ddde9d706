"""`byleave preview` as people start and end it."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

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


def test_a_folder_that_is_no_site_is_said(tmp_path: Path) -> None:
    """Nobody waits in front of a preview of nothing."""
    said = run("preview", "--site", tmp_path, "--port", "0")
    assert said.code == 3
    assert "error[no-site]" in said.err


def test_a_port_that_there_is_not_is_a_wrong_use() -> None:
    """Exit code 2, as for every command."""
    assert run("preview", "--port", "70000").code == 2
    assert USUAL_PORT == 8000


@pytest.mark.slow
def test_it_says_where_it_is_and_ends_quietly(tmp_path: Path) -> None:
    """One line at the start, one for a change, none at the end."""
    put(tmp_path, {"stories/a.md": story(), "stories/b.md": story(date=None)})
    command = [sys.executable, "-m", "byleave", "preview", "--site", tmp_path, "--port", "0"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        first = running.stdout.readline()
        address, _, rest = first.partition("  ")
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
        assert rest == "1 story published, 1 withheld. Ctrl-C ends it.\n"
        with urlopen(address) as answer:  # noqa: S310 - the address was just printed
            assert answer.status == 200
        put(tmp_path, {"stories/a.md": story("Other words.\n")})
        assert re.fullmatch(r"stories/a\.md: taken in within \d+ ms.*\n", running.stdout.readline())
        running.send_signal(signal.SIGINT)
        out, err = running.stdout.read(), running.stderr.read()
        assert (running.wait(10), out, err) == (0, "", "")
