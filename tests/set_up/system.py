"""What the tests need of the system: a browser, what sets forms on paper, and a server over ssh.

Each is tried and not only looked up. For the superuser the system's own installer brings what is
missing, all of it at once and nothing that is merely recommended; Playwright's own download of
Chromium is the last resort, and the first for everybody else. What is missing then is asked for
in one line.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.set_up.chromium import chromium_starts
from tests.set_up.missing import MissingError

_SYSTEM_PROGRAMS = "/usr/sbin:/usr/local/sbin:/sbin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something that the system has to have; `works` tries it.

    `packages` holds what brings it, for each system of SYSTEMS.
    """

    what: str
    works: Callable[[], bool]
    packages: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """How the superuser of a system installs packages, and what is done before."""

    program: str
    before: tuple[str, ...] = ()
    install: tuple[str, ...]


def sshd() -> str | None:
    """The path of the server, which is not among the programs that everybody uses."""
    return shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:{_SYSTEM_PROGRAMS}")


def pango_loads() -> bool:
    """Whether WeasyPrint finds the libraries that it loads; it says so when it is imported."""
    return _ran((sys.executable, "-c", "import weasyprint"))


def driver_runs() -> bool:
    """Whether the program runs with which Playwright drives a browser."""
    return _ran((sys.executable, "-m", "playwright", "--version"))


NEEDS = {
    "pango": Need(
        what="Pango",
        works=pango_loads,
        packages={
            "Debian": ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"),
            "Fedora": ("pango",),
            "Homebrew": ("pango",),
        },
    ),
    "chromium": Need(
        what="Chromium",
        works=lambda: driver_runs() and chromium_starts(),
        packages={
            # The program that Playwright brings to drive a browser loads libatomic.
            "Debian": ("chromium-headless-shell", "libatomic1"),
            "Fedora": ("chromium", "libatomic"),
            "Homebrew": ("google-chrome",),
        },
    ),
    "rsync": Need(
        what="rsync",
        works=lambda: _ran(("rsync", "--version")),
        packages={"Debian": ("rsync",), "Fedora": ("rsync",), "Homebrew": ("rsync",)},
    ),
    "sshd": Need(
        what="sshd",
        works=lambda: sshd() is not None and shutil.which("ssh-keygen") is not None,
        packages={
            "Debian": ("openssh-server", "openssh-client"),
            "Fedora": ("openssh-server", "openssh-clients"),
            "Homebrew": ("openssh",),
        },
    ),
}
SYSTEMS = {
    "Debian": System(
        program="apt-get",
        before=("apt-get", "update", "-qq"),
        install=("apt-get", "install", "-y", "-qq", "--no-install-recommends"),
    ),
    "Fedora": System(
        program="dnf", install=("dnf", "install", "-y", "-q", "--setopt=install_weak_deps=False")
    ),
}


def set_up_system(needs: Sequence[Need]) -> None:
    """Bring what is missing of `needs`; raises MissingError with all that cannot be had."""
    missing = _missing(needs)
    if missing and os.geteuid() == 0:
        _install(missing)
        missing = _missing(missing)
    if NEEDS["chromium"] in missing:
        _download_chromium()
        missing = _missing(missing)
    if missing:
        raise MissingError(asked_for(missing))


def asked_for(missing: Sequence[Need]) -> str:
    """One line that names all that is missing, and how it is called on each system."""
    what = " and ".join(need.what for need in missing)
    systems = (
        f"{system}: {' '.join(name for need in missing for name in need.packages[system])}"
        for system in missing[0].packages
    )
    return f"the tests need {what}: install, and run this again ({'; '.join(systems)})"


def _missing(needs: Sequence[Need]) -> list[Need]:
    return [need for need in needs if not need.works()]


def _install(missing: Sequence[Need]) -> None:
    """All at once, or, where a system knows one of the packages not, one need after another."""
    found = ((name, one) for name, one in SYSTEMS.items() if shutil.which(one.program))
    for name, system in found:
        print(  # noqa: T201 - a command
            f"Installing {' and '.join(need.what for need in missing)} ({system.program}) ...",
            flush=True,
        )
        if system.before:
            _ran(system.before)
        each = [need.packages[name] for need in missing]
        if not _ran((*system.install, *(package for packages in each for package in packages))):
            for packages in each:
                _ran((*system.install, *packages))
        return


def _download_chromium() -> None:
    """As Playwright does it for itself; for the superuser with the libraries that it knows of."""
    print("Downloading Chromium (Playwright) ...", flush=True)  # noqa: T201 - a command
    playwright = (sys.executable, "-m", "playwright")
    if os.geteuid() == 0:
        _ran((*playwright, "install-deps", "chromium-headless-shell"))
    _ran((*playwright, "install", "chromium-headless-shell"))


def _ran(command: tuple[str, ...]) -> bool:
    if shutil.which(command[0]) is None:
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    return done.returncode == 0
