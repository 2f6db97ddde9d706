"""How what was changed gets onto the site: on a host that builds from git, or on any other.

Which host it is, the settings say, or files of the site let one guess.
"""

import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from byleave.model.settings import Host
from byleave.pipeline.for_permission_tools import host_of

# Whoever reads the repository's history learns nothing of anybody.
MESSAGE = "Update the site"
_WATCH: Mapping[Host, str] = {
    "github-pages": "Watch the run: Actions, the newest run, until it is green.",
    "gitlab-pages": "Watch the pipeline: Build, Pipelines, the newest, until it has passed.",
    "netlify": "Watch the deploy: Deploys, the newest, until it says Published.",
    "cloudflare-pages": "Watch the deployment: Workers & Pages, the project, Deployments, until "
    "it says Success.",
}
_FAILED = "If it failed, nothing was published, and the site is as it was: mend what it says."

# What each host leaves in a site's repository, the surest sign first; a text is sought in it.
_SIGNS: tuple[tuple[str, str, Host], ...] = (
    ("netlify.toml", "", "netlify"),
    ("wrangler.toml", "", "cloudflare-pages"),
    ("wrangler.jsonc", "", "cloudflare-pages"),
    (".gitlab-ci.yml", "pages", "gitlab-pages"),
    (".github/workflows", "deploy-pages", "github-pages"),
    (".github/workflows", "netlify", "netlify"),
    (".github/workflows", "cloudflare", "cloudflare-pages"),
)


class ChangedFiles(Struct, frozen=True, kw_only=True):
    """What has to get onto the site: the `files` that were written, by their paths below it.

    `pages` are addresses to look at afterwards, and `in_git` says whether git has the site.
    """

    files: tuple[str, ...]
    pages: tuple[str, ...]
    in_git: bool


def publishing(host: Host | None, changed: ChangedFiles) -> Iterator[str]:
    """What to do, line by line; a line that begins with `git` is a command. Both ways for None."""
    if host is not None and host in _WATCH and changed.in_git:
        yield "The host builds from git: what is only on this machine changes nothing there."
        yield from _pushing(changed)
        yield f"{_WATCH[host]} {_FAILED}"
    elif host is None and changed.in_git:
        yield "If your host builds the site from git, it changes once this is pushed:"
        yield from _pushing(changed)
        yield f"Then watch its run until it is done. {_FAILED}"
        yield "If you build the site yourself: byleave build, and publish public/ today."
    else:
        yield "Run: byleave build"
        yield "Publish public/ as you always do (byleave publish), today, not with the next story."
        if changed.in_git:
            yield "Keep it in git too, so that nobody builds the site from what was there before:"
            yield from _pushing(changed)
    yield from _looking(changed)


def _pushing(changed: ChangedFiles) -> Iterator[str]:
    files = shlex.join(changed.files)
    yield f"git add -- {files}"
    yield f"git commit -m {shlex.quote(MESSAGE)} -- {files}"
    yield "git push"
    yield (
        "Push to the branch that is published. A pull request, or a message that says more, would "
        "tell of it."
    )


def _looking(changed: ChangedFiles) -> Iterator[str]:
    pages = " ".join(changed.pages)
    yield (
        f"Then look at the live site, in a private window: {pages}"
        if pages
        else ("Then look at the live site, in a private window.")
    )


def guessed_host(site: Path) -> Host | None:
    """The host of `site`, from `host:` in its settings or else from its files; None if unknown."""
    said = host_of(site)
    if said:
        return said
    return next((host for place, text, host in _SIGNS if _has(site / place, text)), None)


def _has(place: Path, text: str) -> bool:
    files = sorted(place.glob("*.y*ml")) if place.is_dir() else [place]
    return any(file.is_file() and text in file.read_text("utf-8", "replace") for file in files)
