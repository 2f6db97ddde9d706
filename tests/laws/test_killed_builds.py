"""Law 6: a build that is killed at any moment brings back nothing, and the next one completes it.

Two sites are built into one folder, the second without what was withdrawn in between, and the
second build is killed: before each of its changes to the disk, and then at random moments. What
has to hold each time: every file is wholly of one site or the other; once anything of the second
site can be seen, nothing that was withdrawn can; what was gone before never comes back; and
another build leaves, byte for byte, what an undisturbed one would have left.
"""

import json
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from byleave.write import refuse_foreign
from tests.architecture.sources import put
from tests.write import one_build
from tests.write.folders import everything_in, files_in, folders_in

KILLS = 60
REAL_KILLS = 15  # a whole build takes longer to start than to write

Texts = dict[str, str]

WITHDRAWN = "what Robin said about the allotment"

# In the second site Robin's stories are gone, pages that listed them are changed, a file stands
# where a folder was and a folder where a file was, and there are new pages.
FIRST: Texts = {
    "index.html": "home, with Robin",
    "about/index.html": "about",
    "stories/robin/index.html": WITHDRAWN,
    "stories/robin/responses/index.html": f"an answer to {WITHDRAWN}",
    "stories/sam/index.html": "Sam, and a line about Robin",
    "media/robin.txt": WITHDRAWN,
    "kind": "a file",
    "other/index.html": "a folder",
}
SECOND: Texts = {
    "index.html": "home",
    "about/index.html": "about",
    "stories/sam/index.html": "Sam",
    "stories/new/index.html": "a new story",
    "kind/index.html": "a folder",
    "other": "a file",
}


def build(texts: Texts, folder: Path, *stop_at: int) -> subprocess.CompletedProcess[str]:
    """Write a site in a process of its own, which kills itself before its given change."""
    return subprocess.run(
        [sys.executable, one_build.__file__, str(folder), *map(str, stop_at)],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=False,
    )


def after_a_kill(folder: Path, first: dict[str, bytes], second: dict[str, bytes]) -> None:
    """What must hold of a folder in which the second build was killed."""
    refuse_foreign(folder)
    found = {
        path: content
        for path, content in files_in(folder).items()
        # What was being written is not visible at any address, and the next build deletes it.
        if not path.startswith(".byleave-tmp/")
    }
    for path, content in found.items():
        assert content in {first.get(path), second.get(path)}, f"{path} is of neither site"
    seen = [path for path, content in found.items() if content != first.get(path)]
    if seen:
        back = found.keys() - second.keys()
        assert not back, f"{back} is still there although {seen} is there already"


@pytest.fixture(scope="module")
def first_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first site, as an undisturbed build leaves it."""
    folder = tmp_path_factory.mktemp("first") / "public"
    assert build(FIRST, folder).returncode == 0
    return folder


@pytest.mark.slow
def test_killed_before_each_change(tmp_path: Path, first_built: Path) -> None:
    """No step of writing is one at which a killed build would leave withdrawn words behind new."""
    undisturbed = tmp_path / "undisturbed"
    shutil.copytree(first_built, undisturbed)
    steps = build(SECOND, undisturbed).stdout.splitlines()[1:]
    first, second = files_in(first_built), files_in(undisturbed)
    for step in count():
        folder = tmp_path / f"killed-{step}"
        shutil.copytree(first_built, folder)
        killed = build(SECOND, folder, step)
        if killed.returncode == 0:
            break
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        after_a_kill(folder, first, second)
        assert build(SECOND, folder).returncode == 0
        assert everything_in(folder) == everything_in(undisturbed)
        assert folders_in(folder) == folders_in(undisturbed)
    assert step == len(steps) > 20


@pytest.mark.slow
def test_killed_again_and_again_before_it_completes(tmp_path: Path, first_built: Path) -> None:
    """Builds that are each killed one step later get there in the end, and never go back."""
    folder = tmp_path / "public"
    shutil.copytree(first_built, folder)
    undisturbed = tmp_path / "undisturbed"
    shutil.copytree(first_built, undisturbed)
    build(SECOND, undisturbed)
    gone: set[str] = set()
    for step in count():
        done = build(SECOND, folder, step).returncode == 0
        after_a_kill(folder, files_in(first_built), files_in(undisturbed))
        assert not gone & files_in(folder).keys()
        gone = FIRST.keys() - SECOND.keys() - files_in(folder).keys()
        if done:
            break
    assert everything_in(folder) == everything_in(undisturbed)


@pytest.mark.slow
def test_killed_at_random_moments(tmp_path: Path) -> None:
    """The system kills a build whenever it likes, and the law holds each time."""
    first = {f"stories/{n}/index.html": f"{WITHDRAWN} {n}" for n in range(24)}
    second = {f"stories/{n}/index.html": f"told by Sam {n}" for n in range(8, 32)}
    before, undisturbed = tmp_path / "before", tmp_path / "undisturbed"
    build(first, before)
    shutil.copytree(before, undisturbed)
    build(second, undisturbed)

    for folder in killed_at_random(lambda folder: started(second, folder), before):
        after_a_kill(folder, files_in(before), files_in(undisturbed))
        assert build(second, folder).returncode == 0
        assert everything_in(folder) == everything_in(undisturbed)


@pytest.mark.slow
def test_the_real_build_killed_at_random_moments(tmp_path: Path) -> None:
    """`byleave build` itself, in whichever phase it is killed, keeps the law."""
    site, before, undisturbed = tmp_path / "site", tmp_path / "before", tmp_path / "undisturbed"
    a_site(site, withdrawn=False)
    built(site, before)
    assert robin_in(before)
    a_site(site, withdrawn=True)
    shutil.copytree(before, undisturbed)
    built(site, undisturbed)
    assert not robin_in(undisturbed)

    for folder in killed_at_random(lambda folder: building(site, folder), before, REAL_KILLS):
        after_a_kill(folder, files_in(before), files_in(undisturbed))
        built(site, folder)
        assert everything_in(folder) == everything_in(undisturbed)


def a_site(folder: Path, *, withdrawn: bool) -> None:
    """A site of thirty stories, of which Robin tells ten, and may have withdrawn."""
    put(
        folder,
        {
            "site_src/site.yaml": SETTINGS,
            "themes/gardens.md": "---\ntitle: Gardens\n---\n\nAll that grows.\n",
            **{
                f"stories/told-{number}.md": STORY.format(
                    number=number,
                    name="Robin" if number % 3 == 0 else "Sam",
                    withdrawn="withdrawn: 2026-02-01" if withdrawn and number % 3 == 0 else "",
                )
                for number in range(30)
            },
        },
    )


SETTINGS = """\
format: 1
title: A small site
url: https://stories.example.org/
language: en-GB
timezone: Europe/London
contact: stories@example.org
permission: {person: Jo, email: jo@example.org, within: two days}
"""

STORY = """\
---
title: Story {number}
date: 2026-01-01
themes: [gardens]
voices:
  teller:
    name: {name}
    identity: first-name
    part: storyteller
    consent:
      record: T-{number}
      given: 2025-12-01
      by: self
      until: 2036-12-01
      uses: [web, search, feed, engines, social]
      {withdrawn}
---

{name} told this story, and it is number {number}.
"""


def robin_in(folder: Path) -> bool:
    """Whether Robin is anywhere on the site."""
    return any(b"Robin" in content for content in files_in(folder).values())


def build_command(site: Path, folder: Path) -> list[str]:
    """How a person builds that site into that folder."""
    command = [sys.executable, "-m", "byleave", "build"]
    return [*command, "--site", str(site), "--output", str(folder), "--as-of", "2026-06-01"]


def built(site: Path, folder: Path) -> None:
    """Build without a disturbance."""
    subprocess.run(build_command(site, folder), check=True, capture_output=True)


def building(site: Path, folder: Path) -> subprocess.Popen[str]:
    """A build that begins now."""
    return subprocess.Popen(
        build_command(site, folder),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def started(texts: Texts, folder: Path) -> subprocess.Popen[str]:
    """A build that knows what it will write, and begins now."""
    process = subprocess.Popen(
        [sys.executable, one_build.__file__, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(texts))
    process.stdin.close()
    assert process.stdout.readline() == "ready\n"
    return process


def killed_at_random(
    start: Callable[[Path], subprocess.Popen[str]], before: Path, kills: int = KILLS
) -> Iterator[Path]:
    """Copies of a folder, in each of which a build was killed at some moment of its life.

    How long a build takes is not known and changes with what else the machine does, so the
    longest wait grows when builds are always killed, and shrinks when they end before.
    """
    moments = random.Random(6)
    longest = 0.1
    killed = 0
    while killed < kills:
        folder = before.with_name(f"{before.name}-{killed}")
        shutil.copytree(before, folder)
        with start(folder) as process:
            time.sleep(moments.uniform(0, longest))
            process.kill()
        if process.returncode == -signal.SIGKILL:
            killed += 1
            longest *= 1.1
            yield folder
        else:
            assert process.returncode == 0
            longest *= 0.8
        shutil.rmtree(folder)
