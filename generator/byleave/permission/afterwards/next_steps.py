"""What to do once somebody has taken their permission back: beyond the files on this machine."""

import shlex
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from byleave.model.settings import Host
from byleave.permission.afterwards.publishing import ChangedFiles, publishing

_WHICH_HOST = (
    "Of the lines that begin with a host, only those of your own are for you. To see no others, "
    "write it into site_src/site.yaml, such as host: github-pages"
)
_PURGE: Mapping[Host, tuple[str, ...]] = {
    "github-pages": (
        "GitHub Pages keeps pages for about ten minutes in its network. Wait, then look again.",
        "Delete old artifacts: Actions, the run that published, Artifacts. Anybody who may read "
        "the repository can download them.",
        "If a workflow keeps public/ or .byleave/ in a cache, delete that: Actions, Caches.",
    ),
    "gitlab-pages": (
        "Delete older deployments: Deploy, Pages. A parallel deployment stays public otherwise.",
        "Delete the artifacts of older pipelines: Build, Artifacts.",
        "Clear the caches of jobs: Build, Pipelines, Clear runner caches.",
    ),
    "netlify": (
        "Delete older deploys: Deploys, the deploy, Options, Delete deploy. Each has an address of "
        "its own that stays public.",
        "Clear the cache of builds: Deploys, Trigger deploy, Clear cache and deploy site.",
        "Netlify takes old pages out of its network when it publishes; nothing needs purging.",
    ),
    "cloudflare-pages": (
        "Delete older deployments: Workers & Pages, the project, Deployments. Each has an address "
        "of its own that stays public.",
        "Clear the cache of builds: the project, Settings, Build, Clear cache.",
        "With a domain of your own: Caching, Configuration, Purge Everything.",
    ),
    "own-server": (
        "Copy public/ to the server so that files that are gone here go there too, and first: "
        "byleave publish does.",
        "If there is a cache or a CDN before the server, purge all of it; one page is not enough, "
        "because lists and feeds change too.",
    ),
}
_PULL_REQUESTS: Mapping[Host, str] = {
    "github-pages": "Close pull requests that show the text, and delete their branches and "
    "previews. GitHub keeps what they showed: ask its support to remove cached views.",
    "gitlab-pages": "Close merge requests that show the text, delete their branches, and stop "
    "their review environments: Operate, Environments.",
    "netlify": "Close pull requests that show the text, and delete their deploy previews.",
    "cloudflare-pages": "Close pull requests that show the text, and delete their previews: "
    "Deployments, Preview.",
    "own-server": "Close pull requests that show the text, and take test copies of the site down.",
}


class Whereabouts(Struct, frozen=True, kw_only=True):
    """What is concerned: every address at which it was, and what of it is in git.

    `files` are those in which nobody else is, by each name that git knows; `words` is the path of
    a file with what is to go from all others, empty where there is nothing, or where it could not
    be written (`has_unwritten_words`). `output_in_git` says that git has what was built today,
    which each build then adds to.
    """

    addresses: tuple[str, ...]
    files: tuple[str, ...]
    in_git: bool
    words: str = ""
    has_unwritten_words: bool = False
    output_in_git: bool = False


def what_to_do_next(
    host: Host | None, place: Whereabouts, changed: ChangedFiles
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Headings, each with what to do about it, in the order in which it helps most.

    For every host where `host` is None.
    """
    hosts = [host] if host else list(_PURGE)
    yield (
        "Publish now",
        (
            *publishing(host, changed),
            "If nothing was written, there is an error in site_src/site.yaml or site_src/look, and "
            "the site stays as it was. Mend it; or take both back from the last commit with which "
            "it was built: git log -- site_src/site.yaml site_src/look",
            "If neither can be done today, take the site off the net at your host, or delete what "
            "is at these addresses: " + " ".join(place.addresses),
        ),
    )
    which = () if host else (_WHICH_HOST,)
    yield "What your host keeps", (*which, *_named(hosts, _PURGE))
    yield (
        "Previews, pull requests and forks",
        (
            *(line for _, line in _pairs(hosts, host)),
            "A fork is somebody else's copy: ask its owner, and your host if there is no answer.",
        ),
    )
    yield "Search engines", _search_engines(place.addresses)
    yield (
        "Archives",
        (
            "Wayback Machine: write to info@archive.org from an address of the site's own domain, "
            "name the addresses and say that the person asked. Look first: "
            "https://web.archive.org/web/*/ and the address.",
        ),
    )
    yield (
        "Feed readers and e-mail",
        (
            "A reader that has taken an entry keeps it; nobody can call it back. Newsletters and "
            "posts on social media that quoted it: delete what is yours.",
        ),
    )
    yield "The history of the repository", tuple(history(place))


def _named(hosts: Sequence[Host], lines: Mapping[Host, tuple[str, ...]]) -> Iterator[str]:
    for host in hosts:
        for line in lines[host]:
            yield line if len(hosts) == 1 else f"{host}: {line}"


def _pairs(hosts: Sequence[Host], known: Host | None) -> Iterator[tuple[Host, str]]:
    for host in hosts:
        yield host, _PULL_REQUESTS[host] if known else f"{host}: {_PULL_REQUESTS[host]}"


def _search_engines(addresses: tuple[str, ...]) -> tuple[str, ...]:
    return (
        "Google: https://search.google.com/search-console/removals (yours), or "
        "https://search.google.com/search-console/remove-outdated-content (anybody's).",
        "Bing: https://www.bing.com/webmasters/tools/contentremoval",
        "Name each of these: " + " ".join(addresses),
    )


def history(place: Whereabouts) -> Iterator[str]:
    """What git still has of it, and how it is taken out; nothing can take it out of copies."""
    if not place.in_git:
        yield "This folder is in no repository of git. If it has copies elsewhere, see to them."
        return
    if place.output_in_git:
        yield "git has public/ too, and keeps each build for ever. Keep it out from now on:"
        yield "git rm -r --cached --quiet public/ && echo /public/ >> .gitignore"
    if place.has_unwritten_words:
        yield (
            "Their lines in files that are others' too could not be listed for --replace-text, "
            "since permission-forms/ in this folder cannot be written or may be committed. Mend "
            "that, and give the command again: without it, those lines stay in git's history."
        )
    if not place.files and not place.words:
        return
    yield (
        "Only if it was agreed, and by somebody who knows git: the words stay in git's history. To "
        "take them out gives every later commit another number, so that your papers alone prove "
        "what was permitted. First delete the words from the files, and commit. Then, in a fresh "
        "clone:"
    )
    yield _filtering(place)
    if place.words:
        yield (
            "The file named last has their lines as git has them, each to be taken out wherever it "
            "stands; what others wrote stays. Add what it has not: their name, a title, a line of "
            "one word. Look at what is left with git log -p, and then delete it."
        )
    if place.files:
        yield (
            "The paths go altogether, since nobody else is in them: copy what remains of them to "
            "another folder before, put it back afterwards, and commit."
        )
    yield (
        "filter-repo takes the remote away: add it again with git remote add origin, then "
        "git push --force --all and --tags. Everybody who has a clone makes a new one."
    )
    yield (
        "It cannot reach clones and forks, pull requests and views that the host has cached, "
        "artifacts and logs of builds, backups, and what anybody has saved."
    )


def _filtering(place: Whereabouts) -> str:
    """The command that takes out what is theirs, and nothing of anybody else's."""
    command = ["git", "filter-repo"]
    if place.files:
        command += ["--invert-paths"]
        command += [word for path in place.files for word in ("--path", path)]
    if place.words:
        command += ["--replace-text", place.words]
    return shlex.join(command)
