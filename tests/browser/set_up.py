"""Finds or installs what the browser tests need: Chromium, Java, and the checkers from npm.

What is there is used; where it is not, the system's own installer brings it if this runs as
root; for Chromium, Playwright's own download is the last resort. What cannot be had ends in one
clear line. Run as `python -m tests.browser.set_up`.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
CHECKERS = HERE / "node_modules"
AXE = CHECKERS / "axe-core" / "axe.min.js"
NU = CHECKERS / "vnu-jar" / "build" / "dist" / "vnu.jar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A program under any of its `names`, and the packages that bring it.

    `packages` holds, for each installer of a system, what to ask it for.
    """

    what: str
    names: tuple[str, ...]
    packages: dict[str, tuple[str, ...]]
    setting: str = ""

    def found(self) -> str | None:
        """The path of the program, if it is there; the environment may name one."""
        named = os.environ.get(self.setting) if self.setting else None
        return named or next(filter(None, map(shutil.which, self.names)), None)


CHROMIUM = Need(
    what="Chromium",
    names=(
        "chromium-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ),
    packages={"apt-get": ("chromium-headless-shell",), "dnf": ("chromium",), "apk": ("chromium",)},
    setting="CHROMIUM",
)
JAVA = Need(
    what="Java",
    names=("java",),
    packages={
        "apt-get": ("default-jre-headless",),
        "dnf": ("java-latest-openjdk-headless",),
        "apk": ("openjdk21-jre-headless",),
    },
)
NPM = Need(
    what="npm",
    names=("npm",),
    packages={"apt-get": ("npm",), "dnf": ("npm",), "apk": ("npm",)},
)


class MissingError(Exception):
    """Something is not there and cannot be installed here."""


def ensure(need: Need) -> str | None:
    """The path of the program, installed by the system where it was not there; else None."""
    return need.found() or (_by_system(need) and need.found()) or None


def _by_system(need: Need) -> bool:
    if os.geteuid() != 0:
        return False
    for installer, packages in need.packages.items():
        if shutil.which(installer):
            print(f"Installing {need.what} ({installer}) ...", flush=True)  # noqa: T201 - a command
            return _ran(_update(installer)) and _ran(_install(installer, packages))
    return False


def _update(installer: str) -> tuple[str, ...]:
    return {"apt-get": ("apt-get", "update", "-qq"), "dnf": ("true",)}.get(
        installer, (installer, "update")
    )


def _install(installer: str, packages: tuple[str, ...]) -> tuple[str, ...]:
    if installer == "apk":
        return ("apk", "add", *packages)
    # What Debian recommends beside them is a whole desktop.
    lean = ("--no-install-recommends",) if installer == "apt-get" else ()
    return (installer, "install", "-y", "-q", *lean, *packages)


def _ran(command: tuple[str, ...]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
    return done.returncode == 0


def required(need: Need) -> str:
    """The path of the program; raises MissingError with what a person can do."""
    path = ensure(need)
    if path is None:
        packages = " or ".join(sorted({" ".join(names) for names in need.packages.values()}))
        raise MissingError(f"{need.what} is needed: install {packages} and run this again")
    return path


def browser() -> str:
    """The path of a Chromium; "" for the one that Playwright downloaded for itself."""
    path = ensure(CHROMIUM)
    if path:
        return path
    if _ran((sys.executable, "-m", "playwright", "install", "chromium-headless-shell")):
        return ""
    raise MissingError("Chromium is needed: install it, or name one in the variable CHROMIUM")


def checkers() -> None:
    """The checkers from npm, as the lock says; nothing that they would run is run."""
    command = (required(NPM), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")
    done = subprocess.run(command, cwd=HERE, stderr=subprocess.DEVNULL, check=False)
    if done.returncode or not (AXE.is_file() and NU.is_file()):
        raise MissingError("the checkers of tests/browser/package.json cannot be had from npm")


def main() -> None:
    """Set everything up, or say in one line what is missing."""
    try:
        browser()
        required(JAVA)
        checkers()
    except MissingError as fault:
        sys.exit(f"error: {fault}")


if __name__ == "__main__":
    main()
