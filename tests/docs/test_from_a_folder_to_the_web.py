"""The way from a folder to a private repository, typed; a bare repository stands for the host's."""

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from tests.beginning.trying import FETCHED
from tests.cli.running import run
from tests.docs.pages import DOCS, fences
from tests.docs.test_tutorial import steps

PAGE = DOCS / "how-to/from-a-folder-to-the-web.md"
_HOSTS = re.compile(r"https://gitlab\.com/\S+\.git")


def typed(command: str) -> str:
    """What somebody sees who types a command of the page; it has to succeed."""
    words = shlex.split(command)
    if words[0] == "byleave":
        more = FETCHED if words[1] == "new" else ()
        said = run(*words[1:], *more)
        assert (said.code, said.err) == (0, ""), said.all
        return said.out
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.mark.slow
def test_every_command_of_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It shows what stands there, and what the host needs has arrived at the end; no page has."""
    commands = [
        step for one in fences(PAGE) if one.language == "console" for step in steps(one.text)
    ]
    (address,) = {found[0] for command, _ in commands if (found := _HOSTS.search(command))}
    bare = tmp_path / "bare"
    subprocess.run(["git", "init", "-q", "--bare", str(bare)], check=True)
    # For git, the address of the page is that of the repository here, and nothing else is set up.
    for number, (key, words) in enumerate((
        (f"url.{bare}.insteadOf", address),
        ("init.defaultBranch", "main"),
    )):  # fmt: skip
        monkeypatch.setenv(f"GIT_CONFIG_KEY_{number}", key)
        monkeypatch.setenv(f"GIT_CONFIG_VALUE_{number}", words)
    monkeypatch.setenv("GIT_CONFIG_COUNT", "2")
    monkeypatch.chdir(tmp_path)
    for command, shown in commands:
        if command.startswith("cd "):
            os.chdir(command.removeprefix("cd "))
        elif shown != "...\n":
            assert typed(command) == shown, command
        else:
            typed(command)
    known = subprocess.run(
        ["git", "-C", str(bare), "ls-tree", "-r", "--name-only", "main"],
        capture_output=True,
        text=True,
        check=True,
    )
    names = known.stdout.splitlines()
    assert {"build.sh", ".gitlab-ci.yml", "site_src/site.yaml", ".gitignore"} <= set(names)
    assert not [name for name in names if name.startswith((".byleave", "public"))]
