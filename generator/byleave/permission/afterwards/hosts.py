"""Where a site is published: as its settings say, or as its files let one guess."""

from pathlib import Path

from byleave.build.permission import host_of
from byleave.model.settings import Host

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


def guessed_host(site: Path) -> Host | None:
    """The host of `site`, from `host:` in its settings or else from its files; None if unknown."""
    said = host_of(site)
    if said:
        return said
    return next((host for place, text, host in _SIGNS if _has(site / place, text)), None)


def _has(place: Path, text: str) -> bool:
    files = sorted(place.glob("*.y*ml")) if place.is_dir() else [place]
    return any(file.is_file() and text in file.read_text("utf-8", "replace") for file in files)
