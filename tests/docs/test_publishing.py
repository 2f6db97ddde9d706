"""The script that publishes, as the docs have it: it cannot be fooled by a build that did not end.

Who copies it trusts it with everybody who withdraws.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from byleave.beginning.publishing import text_of
from byleave.cli.exit_codes import INTERRUPTED
from tests.docs.pages import DOCS, fences

PAGE = DOCS / "how-to/publish-every-day.md"
SCRIPT = next(fence.text for fence in fences(PAGE) if fence.language == "sh")

FILES = {
    "build.sh",
    "github-publish.yml",
    "github-watch.yml",
    "github-check.yml",
    "github-daily.yml",
    "gitlab-ci.yml",
    "netlify.toml",
}


def test_the_page_has_what_a_new_site_gets() -> None:
    """Whoever begins a site has the script that is tried below, and whoever copies it has too."""
    blanks = {
        "https://github.com/OWNER/byleave": "BYLEAVE_ADDRESS",
        "--quiet COMMIT": "--quiet BYLEAVE_COMMIT",
    }
    found = set()
    for fence in fences(PAGE):
        text = fence.text
        for blank, name in blanks.items():
            text = text.replace(blank, name)
        found.add(text)
    assert {name for name in FILES if text_of(name) in found} == FILES


def test_the_page_has_what_a_server_of_ones_own_gets() -> None:
    """The same for whoever lets a timer of their own start it."""
    found = {fence.text for fence in fences(DOCS / "how-to/publish-on-your-own-server.md")}
    assert text_of("publish.sh") in found


FETCHING = """#!/bin/sh
# git and make: what they would leave is a program that ends as the test wants.
case "$*" in
  *setup*)
    mkdir -p "$3/.venv/bin"
    cp "$BUILDING" "$3/.venv/bin/byleave"
    ;;
esac
"""


def published(
    folder: Path, building: str, *, how: str = "sh build.sh", at: str | None = None
) -> bool:
    """Whether the script lets a site be published where a build goes like that.

    `at` is the address of the site, if the host tells it.
    """
    for name, text in {
        "bin/git": FETCHING,
        "bin/make": FETCHING,
        "building": f"#!/bin/sh\n{building}\n",
        "site/build.sh": SCRIPT,
    }.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
        place.chmod(0o755)
    environment = os.environ | {
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "BUILDING": str(folder / "building"),
        "TMPDIR": str(folder),
        **({"SITE_URL": at} if at is not None else {}),
    }
    command = ["sh", "-c", f"{how} && exit 77"]
    done = subprocess.run(
        command, cwd=folder / "site", env=environment, capture_output=True, check=False, timeout=60
    )
    return done.returncode == 77


MADE = "mkdir public; echo home > public/index.html; "


@pytest.mark.parametrize("code", [0, 1])
def test_a_build_that_ended_is_published(tmp_path: Path, code: int) -> None:
    """Also where a file has an error: it must keep nobody online who withdrew this morning."""
    assert published(tmp_path, f"{MADE} exit {code}")


@pytest.mark.parametrize(
    ("at", "told"),
    [(None, "build"), ("", "build"), ("https://a.org/b c", "build --base-url https://a.org/b c")],
)
def test_a_host_tells_the_address(tmp_path: Path, at: str | None, told: str) -> None:
    """A site is right at its first build, before anybody has written its address down."""
    assert published(tmp_path, f'{MADE} echo "$@" > "$BUILDING.told"', at=at)
    assert (tmp_path / "building.told").read_text() == f"{told}\n"


# The last are a program that was killed, one whose machine had no memory, and one that is missing.
NEVER = [2, 3, 126, 127, 130, 137, 143]


@pytest.mark.parametrize("code", NEVER)
def test_a_build_that_did_not_end_is_not_published(tmp_path: Path, code: int) -> None:
    """Half a site may still have somebody who is gone from the other half."""
    assert not published(tmp_path, f"{MADE} exit {code}")


@pytest.mark.parametrize("code", NEVER)
def test_nor_where_nothing_stops_at_a_fault(tmp_path: Path, code: int) -> None:
    """A shell forgets `set -e` in a script that is read into another, behind `||`."""
    assert not published(tmp_path, f"{MADE} exit {code}", how="(. ./build.sh || exit 5)")


def test_a_killed_build_is_not_published(tmp_path: Path) -> None:
    """A machine without memory kills without asking."""
    assert not published(tmp_path, f"{MADE} kill -9 $$")


@pytest.mark.parametrize("code", [0, 1])
def test_an_earlier_site_is_not_published_again(tmp_path: Path, code: int) -> None:
    """Python itself ends with 1 where a program cannot even be loaded."""
    (tmp_path / "site/public").mkdir(parents=True)
    (tmp_path / "site/public/index.html").write_text("yesterday's", "utf-8")
    assert not published(tmp_path, f"exit {code}")


# Whoever starts the tests in the background has signals ignored; a build of one's own has not.
INTERRUPTED_BUILD = """
import os, signal
signal.signal(signal.{name}, signal.default_int_handler)
import byleave.cli.site as site
from byleave.cli import main
site.build_site = lambda *_, **__: os.kill(os.getpid(), signal.{name})
main(["build"], prog_name="byleave")
"""


@pytest.mark.slow
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_an_interrupted_build_is_not_published(tmp_path: Path, name: str) -> None:
    """Our own program, and what it says at the end."""
    program = tmp_path / "interrupted.py"
    program.write_text(INTERRUPTED_BUILD.format(name=name), "utf-8")
    ended = subprocess.run([sys.executable, program], cwd=tmp_path, check=False).returncode
    assert ended == INTERRUPTED
    assert not published(tmp_path, f"{MADE} exec {sys.executable} {program}")
