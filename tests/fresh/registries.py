"""How this machine reaches the registries of packages, handed on to a bare one beside it.

Everything is asked of apt, pip and npm as they are set up here when this runs, so a mirror, a proxy
or an authority of one's own serves the bare machine as it serves this one.
"""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_VARIABLES = re.compile(
    r"(?:pip|npm_config)_\w+|(?:https?|no|all)_proxy|\w*CA_BUNDLE|SSL_CERT_FILE|NODE_EXTRA_CA_CERTS",
    re.IGNORECASE,
)
_APT_OPTIONS = re.compile(r"Acquire::(?:https?|Check-|Retries)[\w:-]* ")
_NPMRC = Path("/etc/npmrc-of-this-machine")
_PATHS = re.compile(r"(?:(?<=file://)|(?<![\w/:.]))/[\w./+-]+")


class NoSourcesError(Exception):
    """This machine is no Debian, or not one whose sources apt can tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A line of apt's sources: where packages are, for which release, and of which kind."""

    address: str
    suite: str
    component: str

    def line(self) -> str:
        """As apt reads it."""
        return f"deb {self.address} {self.suite} {self.component}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Registries:
    """What a bare machine gets: texts of files by their paths, variables, and what they name.

    `files` are copied to places of their own: where they were, a package may bring another. Of
    `folders` those are shared that the bare machine has not.
    """

    texts: dict[Path, str]
    variables: dict[str, str]
    files: dict[Path, Path]
    folders: tuple[Path, ...]


def sources(release: str | None = None) -> list[Source]:
    """The sources of Debian that this machine has, told for another `release` if it is given.

    The first is that of the release itself. Raises NoSourcesError where there is none.
    """
    form = "$(REPO_URI) $(CODENAME) $(COMPONENT) $(ORIGIN)"
    told = _said("apt-get", "indextargets", "--format", form, "Created-By: Packages")
    found = [
        Source(address=words[0], suite=words[1], component=words[2])
        for words in map(str.split, told.splitlines())
        if words[3:] == ["Debian"] and words[2] == "main"
    ]
    found.sort(key=lambda one: len(one.suite))
    if not found:
        raise NoSourcesError("apt has no sources of Debian here: run this on a Debian")
    own = found[0].suite
    return [
        Source(
            address=one.address,
            suite=one.suite.replace(own, release or own, 1),
            component=one.component,
        )
        for one in found
    ]


def registries(release: str | None = None) -> Registries:
    """What a bare machine needs to have the registries that this one has."""
    texts = {
        Path("/etc/apt/sources.list"): "".join(f"{one.line()}\n" for one in sources(release)),
        Path("/etc/apt/apt.conf.d/90-of-this-machine"): _apt_options(),
        Path("/etc/pip.conf"): _pip_settings(),
        Path("/etc/resolv.conf"): _text(Path("/etc/resolv.conf")),
        _NPMRC: _text(Path.home() / ".npmrc"),
    }
    variables = {name: value for name, value in os.environ.items() if _VARIABLES.fullmatch(name)}
    variables["npm_config_userconfig"] = str(_NPMRC)
    files, folders = _named_in([*texts.values(), *variables.values()])
    copies = {path: Path("/etc/of-this-machine") / str(n) for n, path in enumerate(sorted(files))}

    def moved(text: str) -> str:
        return _PATHS.sub(lambda found: str(copies.get(Path(found[0]), found[0])), text)

    return Registries(
        texts={path: moved(text) for path, text in texts.items()},
        variables={name: moved(value) for name, value in variables.items()},
        files={copy: path for path, copy in copies.items()},
        folders=tuple(sorted(folders)),
    )


def _named_in(texts: list[str]) -> tuple[set[Path], set[Path]]:
    """The files and the folders here that settings name."""
    paths = {Path(found) for text in texts for found in _PATHS.findall(text)}
    return {one for one in paths if one.is_file()}, {one for one in paths if one.is_dir()}


def _apt_options() -> str:
    lines = _said("apt-config", "dump").splitlines()
    return "".join(f"{line}\n" for line in lines if _APT_OPTIONS.match(line))


def _pip_settings() -> str:
    sections: dict[str, str] = {}
    for section, key, value in _told_by_pip():
        sections[section] = sections.get(section, f"[{section}]\n") + f"{key} = {value}\n"
    return "".join(sections.values())


def _told_by_pip() -> Iterator[tuple[str, str, str]]:
    """What files of settings say; what variables say is handed on as it is."""
    for line in _said(sys.executable, "-m", "pip", "config", "list").splitlines():
        name, _, value = line.partition("=")
        section, _, key = name.partition(".")
        if section and not section.startswith(":"):
            yield section, key, " ".join(str(ast.literal_eval(value)).split())


def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
