"""The first ten minutes, typed at a real terminal: from nothing to a published story.

Five commands, answers to their questions, and no file that is written or changed by hand.
"""

import os
import pty
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest

from byleave.cli.exit_codes import INTERRUPTED

PROGRAM = (sys.executable, "-m", "byleave")
MOST_SECONDS = 300
PATIENCE_SECONDS = 5
# The terminal that a program is started at sends it a signal for Ctrl-C only if it is its own, and
# whatever these tests were started by may have told them not to listen to it.
AT_A_TERMINAL = """
import fcntl, os, signal, sys, termios
signal.signal(signal.SIGINT, signal.SIG_DFL)
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""
NEWS = "The urn in our hall has two settings, off and roar: #1 in the street."
SITE = ["Voices of Tanner Street", "", "Ruth at the desk, 01632 960199", "netlify", ""]
STORY = ['The "urn": #4', "", "Betty Farrow", "", "", "", NEWS, ""]


def everything(terminal: int) -> bytes:
    """All that a terminal shows from now on, until nobody writes to it any more."""
    shown = b""
    try:
        while piece := os.read(terminal, 65_536):
            shown += piece
    except OSError:
        pass  # how the end of a terminal is told on Linux
    finally:
        os.close(terminal)
    return shown


def pressed_until_it_stops(terminal: int) -> bytes:
    """What a terminal shows where somebody presses Ctrl-C, and again as long as nothing happens.

    Python asks for signals before it waits for a line. One that comes between the two is heard at
    the next key alone, in any program of Python's.
    """
    shown = b""
    try:
        os.write(terminal, b"\x03")
        while True:
            if not select.select([terminal], [], [], PATIENCE_SECONDS)[0]:
                os.write(terminal, b"\x03")
            elif piece := os.read(terminal, 65_536):
                shown += piece
            else:
                break
    except OSError:
        pass  # how the end of a terminal is told on Linux
    finally:
        os.close(terminal)
    return shown


def typed(folder: Path, *words: str, answers: list[str] | None = None) -> str:
    """What a terminal shows where somebody types a command, and then their answers."""
    ours, theirs = pty.openpty()
    started = subprocess.Popen(
        [*PROGRAM, *words], cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    os.write(ours, "".join(f"{one}\n" for one in answers or []).encode())
    shown = everything(ours)
    ended = started.wait(MOST_SECONDS)
    said = shown.decode("utf-8", "replace").replace("\r\n", "\n")
    assert ended == 0, said
    return said


@pytest.mark.slow
def test_ctrl_c_at_a_question_leaves_nothing(tmp_path: Path) -> None:
    """Whoever stops is told that nothing was written, and nothing was."""
    terminal, theirs = pty.openpty()
    started = subprocess.Popen(
        [sys.executable, "-c", AT_A_TERMINAL, *PROGRAM, "new", "site", "street"],
        cwd=tmp_path,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    os.write(terminal, b"Voices of Tanner Street\n")
    shown = b""
    while b"Which language" not in shown:
        shown += os.read(terminal, 1024)
    shown += pressed_until_it_stops(terminal)
    assert started.wait(MOST_SECONDS) == INTERRUPTED
    assert b"interrupted: nothing was written" in shown
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_from_nothing_to_a_published_story(tmp_path: Path) -> None:
    """Whoever can write a letter gets there alone."""
    typed(tmp_path, "new", "site", "street", answers=SITE)
    street = tmp_path / "street"
    begun = typed(street, "new", "story", answers=STORY)
    path = re.search(r"stories/\S+\.md", begun)
    assert path, begun
    asked = typed(street, "consent", "form", path[0])
    line = re.search(r"byleave (consent agree .*) --by … --uses …", asked)
    assert line, asked
    said = typed(street, *line[1].split(), "--by", "self", "--uses", "web,engines", answers=["y"])
    assert "published" in said
    assert "1 story published" in typed(street, "build")
    (page,) = (street / "public/stories").glob("*urn*/index.html")
    text = page.read_text("utf-8")
    for words in ("The &#34;urn&#34;: #4", "Betty Farrow", NEWS, "01632 960199"):
        assert words in text or words.replace("&#34;", '"') in text, words
