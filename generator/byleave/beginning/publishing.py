"""The files by which a host builds a site every day: the script that builds, and who starts it."""

from collections.abc import Mapping
from importlib.resources import files

from byleave.beginning.origin import Origin
from byleave.model.settings import Host

SCRIPT = "build.sh"
# What a repository on GitHub has where another host builds from it.
_ON_GITHUB: Mapping[str, str] = {
    ".github/workflows/daily.yml": "github-daily.yml",
    ".github/workflows/check.yml": "github-check.yml",
}
# Each file of a host by its path in the repository, with the one of ours that it is made of.
_FILES: Mapping[Host, Mapping[str, str]] = {
    "github-pages": {
        ".github/workflows/publish.yml": "github-publish.yml",
        ".github/workflows/check.yml": "github-check.yml",
        ".github/workflows/watch.yml": "github-watch.yml",
    },
    "gitlab-pages": {".gitlab-ci.yml": "gitlab-ci.yml"},
    "netlify": {"netlify.toml": "netlify.toml", **_ON_GITHUB},
    "cloudflare-pages": _ON_GITHUB,
    "own-server": {"publish.sh": "publish.sh"},
}
# How the address of a site ends at each host; any other is somebody's own.
_HOSTS: Mapping[str, Host] = {
    ".github.io": "github-pages",
    ".gitlab.io": "gitlab-pages",
    ".netlify.app": "netlify",
    ".pages.dev": "cloudflare-pages",
}


def host_at(name: str) -> Host | None:
    """The host that gives out `name`, such as group.github.io, or None."""
    return next((host for end, host in _HOSTS.items() if name.casefold().endswith(end)), None)


def publishing_files(host: Host, origin: Origin) -> dict[str, str]:
    """What `host` needs in the repository to build with the Byleave of `origin`, by its path."""
    named = {SCRIPT: "build.sh", **_FILES[host]}
    return {path: _filled(text_of(name), origin) for path, name in named.items()}


def text_of(name: str) -> str:
    """The text of a file of ours that a beginning is made of."""
    return (files("byleave") / "beginning" / "files" / name).read_text("utf-8")


def _filled(text: str, origin: Origin) -> str:
    return text.replace("BYLEAVE_ADDRESS", origin.address).replace("BYLEAVE_COMMIT", origin.commit)
