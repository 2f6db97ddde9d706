"""What to do next once somebody has taken their permission back, by host and for git's history."""

import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest

from byleave.permission.afterwards.next_steps import Whereabouts, what_to_do_next
from byleave.permission.afterwards.publishing import ChangedFiles, guessed_host, publishing
from tests.laws.pictures import picture
from tests.permission.sites import PLOT, SHED, commit, consent, git, three_stories
from tests.read.folders import SETTINGS, YES, put, story, voice


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two stories with Sam's record, and one with another of hers."""
    return three_stories(tmp_path / "site")


STEPS = ["Publish now", "host keeps", "pull requests", "Search", "Archives", "Feed", "history"]


@pytest.mark.parametrize(
    "host", [None, "github-pages", "gitlab-pages", "netlify", "cloudflare-pages", "own-server"]
)
def test_what_to_do_next_is_there_for_every_host(host: Any) -> None:
    """Each step of it, with the addresses and the exact call for the history."""
    place = Whereabouts(
        addresses=("https://a.example.org/x/",), files=("stories/a b.md",), in_git=True
    )
    changed = ChangedFiles(
        files=("stories/a b.md",), pages=("https://a.example.org/x/",), in_git=True
    )
    steps = list(what_to_do_next(host, place, changed))
    assert [word for word in STEPS if not any(word in head for head, _ in steps)] == []
    text = "\n".join(line for _, lines in steps for line in lines)
    assert "git filter-repo --invert-paths --path 'stories/a b.md'" in text
    assert "https://a.example.org/x/" in text
    assert all(lines for _, lines in steps)
    assert ("lines that begin with a host" in text) == (host is None)


@pytest.mark.parametrize(
    ("host", "watched"),
    [
        ("github-pages", "Actions"),
        ("gitlab-pages", "Pipelines"),
        ("netlify", "Deploys"),
        ("cloudflare-pages", "Deployments"),
        (None, "its run"),
    ],
)
def test_a_host_that_builds_from_git_has_to_be_pushed_to(host: Any, watched: str) -> None:
    """What is committed is said, with a message that tells nothing, and the run is watched."""
    changed = ChangedFiles(
        files=("stories/a b.md",), pages=("https://a.example.org/x/",), in_git=True
    )
    lines = list(publishing(host, changed))
    assert lines[1:4] == [
        "git add -- 'stories/a b.md'",
        "git commit -m 'Update the site' -- 'stories/a b.md'",
        "git push",
    ]
    assert any(watched in line for line in lines[4:])
    assert "https://a.example.org/x/" in lines[-1]
    built = [line for line in lines if "byleave build" in line]
    assert len(built) == (host is None)


@pytest.mark.parametrize(
    ("host", "in_git"), [("own-server", True), ("own-server", False), ("netlify", False)]
)
def test_any_other_host_gets_what_was_built(host: Any, in_git: bool) -> None:
    """It is built first; git is there to keep what was changed."""
    changed = ChangedFiles(files=("a.md",), pages=("https://a.example.org/x/",), in_git=in_git)
    lines = list(publishing(host, changed))
    assert lines[0] == "Run: byleave build"
    assert any(line.startswith("git commit") for line in lines) == in_git


@pytest.mark.parametrize(
    "words",
    [
        ("withdraw", "--record", "R-1"),
        ("hold", "--record", "R-1"),
        ("change", "--record", "R-1", "--drop-use", "search"),
    ],
)
def test_each_command_that_takes_away_says_how_it_gets_onto_the_site(
    site: Path, words: list[str]
) -> None:
    """Until it is pushed, or published, nothing has changed for readers."""
    commit(put(site, {"netlify.toml": ""}))
    out = consent(site, *words).out
    (add,) = (line for line in out.splitlines() if line.startswith("   git add"))
    assert {SHED, PLOT} <= set(shlex.split(add))
    done = subprocess.run(["sh", "-ec", add], cwd=site, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "git push" in out
    assert "https://lea.example.org/stories/shed/" in out


def test_every_address_at_which_somebody_was_is_named(site: Path) -> None:
    """Pages, lists, feeds and pictures: search engines are told of each."""
    sam = voice("sam", "Sam", part="author")
    media = "{gate.png: {alt: A gate, shows: [sam]}}"
    files: dict[str, str | bytes] = {
        "stories/gate/index.md": story("![](gate.png)\n\nHi.\n", sam, title="A gate", media=media),
        "stories/gate/gate.png": picture("gate"),
    }
    out = consent(put(site, files), "withdraw", "--record", "R-1").out
    (named,) = (line for line in unwrapped(out) if "Name each of these" in line)
    for address in ("stories/gate/", "stories/", "feed.xml", "stories/plot/", "feed.json"):
        assert f"https://lea.example.org/{address} " in f"{named} ", address
    assert re.search(r"https://lea\.example\.org/media/(\S+)\.png https://\S+/media/\1\.\*", named)
    assert "https://lea.example.org/stories/else/" not in named


def unwrapped(out: str) -> list[str]:
    """The lines of what to do next, each whole again."""
    return re.sub(r"\n {3,}(?=\S)(?!git )", " ", out).replace("\n\n", "\n").splitlines()


def test_where_nobody_said_yes_nothing_is_said_to_be_public(site: Path) -> None:
    """They are not told to take down what never was there."""
    asked = voice("kit", "Kit", "{record: R-4, asked: 2026-01-05}")
    commit(put(site, {"stories/kit.md": story("::: voice kit\nHi.\n:::\n", asked)}))
    said = consent(site, "withdraw", "--record", "R-4")
    assert said.code == 0
    assert "still public" not in said.out
    assert "had not said yes" in said.out
    assert "Search engines" not in said.out
    assert "git commit" in said.out


def test_where_the_words_for_git_cannot_be_kept_it_is_said(site: Path) -> None:
    """Silence would pass for a history without them."""
    commit(put(site, {SHED: TWO, "permission-forms/old.txt": "x"}))
    out = consent(site, "withdraw", "--record", "R-1").out
    assert "--replace-text" not in next(line for line in out.splitlines() if "filter-repo" in line)
    assert "could not be listed" in out


def test_a_cache_that_git_has_is_named(site: Path) -> None:
    """It has what was public when it was kept."""
    commit(site)
    put(site, {".byleave/cache.db": "x"})
    commit(site)
    assert "--path .byleave/" in history(site)


def test_the_history_is_that_of_the_groups_own_copies_too(site: Path) -> None:
    """A picture of who left that is the site's icon as well stays in the history otherwise."""
    sam = voice("sam", "Sam", part="author")
    media = "{gate.png: {alt: A gate, shows: [sam]}}"
    files: dict[str, str | bytes] = {
        "stories/gate/index.md": story("![](gate.png)\n\nHi.\n", sam, title="A gate", media=media),
        "stories/gate/gate.png": picture("gate"),
        "site_src/root/icon.png": picture("gate"),
        "site_src/media/logo.png": picture("logo"),
    }
    commit(put(site, files))
    out = history(site)
    assert "--path site_src/root/icon.png" in out
    assert "logo.png" not in out


def test_the_history_is_that_of_each_name_of_the_file(site: Path) -> None:
    """A file that was renamed is in the history under its old name too."""
    commit(site)
    (site / PLOT).rename(site / "stories/hut.md")
    commit(site)
    out = consent(site, "withdraw", "--record", "R-1").out
    assert "--path stories/hut.md --path stories/plot.md" in out


LONG = "I mended the green gate that nobody had opened since the flood."


def shown(site: Path, folder: str) -> str:
    """All that git has of a folder."""
    done = subprocess.run(
        ["git", "-C", str(site), "grep", "-h", "-e", "", "HEAD", "--", folder],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


def history(site: Path) -> str:
    """The paths that the printed steps take out of git's history."""
    out = consent(site, "withdraw", "--record", "R-1").out
    return next(line for line in out.splitlines() if "filter-repo --invert" in line)


TWO = story(
    f"::: voice sam\n{LONG}\nIt was (too) late.\n:::\n\n::: voice bo\nI had gone home.\n:::\n",
    voice("sam", "Sam"),
    voice("bo", "Bo", YES.replace("R-1", "R-5")),
)


def expressions(site: Path) -> str:
    """What the printed steps let git take out of files that are others' too."""
    out = consent(site, "withdraw", "--record", "R-1").out
    command = next(line for line in out.splitlines() if "--replace-text" in line)
    return Path(shlex.split(command)[-1]).read_text("utf-8")


@pytest.mark.slow
def test_the_history_of_others_stays(site: Path) -> None:
    """A file in which somebody else speaks is not taken out: only the lines of who leaves are."""
    commit(put(site, {SHED: TWO}))
    out = consent(site, "withdraw", "--record", "R-1").out
    assert f"--path {SHED}" not in out
    said = expressions(site)
    assert f"literal:{LONG}==>" in said.splitlines()
    assert "gone home" not in said


def test_the_history_is_that_of_every_wording(site: Path) -> None:
    """What somebody said before it was put otherwise is in git as well."""
    commit(put(site, {SHED: TWO}))
    commit(put(site, {SHED: TWO.replace("since the flood", "for a year")}))
    said = expressions(site)
    assert "since the flood" in said
    assert "for a year" in said


def test_the_history_is_that_of_every_branch(site: Path) -> None:
    """A pull request that was never merged keeps words, too."""
    commit(put(site, {SHED: TWO}))
    git(site, "checkout", "-q", "-b", "other")
    commit(put(site, {SHED: TWO.replace("since the flood", "for a year")}))
    git(site, "checkout", "-q", "-")
    assert "for a year" in expressions(site)


def test_a_short_line_goes_only_where_it_stands_alone(site: Path) -> None:
    """It may be a part of what others said."""
    commit(put(site, {SHED: TWO}))
    (short,) = (one for one in expressions(site).splitlines() if "late" in one)
    pattern = short.removeprefix("regex:").removesuffix("==>")
    assert short.startswith("regex:")
    assert re.sub(pattern, "", "It was (too) late.\n") == "\n"
    others = "It was (too) late. We slept.\n"
    assert re.sub(pattern, "", others) == others


def test_the_words_of_who_left_are_kept_where_nobody_commits_them(site: Path) -> None:
    """The file for git is private, as forms are."""
    commit(put(site, {SHED: TWO}))
    expressions(site)
    commit(site)
    assert "flood" not in shown(site, "permission-forms")


@pytest.mark.slow
def test_what_was_built_is_named_where_git_has_it(site: Path) -> None:
    """Each page with the words is in it, and each list: all of it goes."""
    commit(site)
    put(site, {"public/index.html": "x", "public/a/index.html": "x", "permission-forms/a.html": ""})
    commit(site)
    assert "--path public/ --path permission-forms/" in history(site)
    out = consent(site, "withdraw", "--record", "R-1").out
    assert "git rm -r --cached --quiet public/" in out
    git(site, "rm", "-rq", "--cached", "public")
    commit(put(site, {".gitignore": "/public/\n"}))
    out = consent(site, "withdraw", "--record", "R-1").out
    assert "git rm" not in out
    assert "--path public/" in out


@pytest.mark.slow
def test_a_site_below_the_top_is_named_as_git_does(tmp_path: Path, site: Path) -> None:
    """filter-repo reads paths from the top of the repository."""
    git(tmp_path, "init", "-q")
    put(site, {"public/index.html": "x"})
    commit(tmp_path)
    assert f"--path site/{PLOT}" in history(site)
    assert "--path site/public/" in history(site)


SIGNS = [
    ("netlify.toml", "", "netlify"),
    (".github/workflows/site.yml", "uses: actions/deploy-pages@v4", "github-pages"),
    (".gitlab-ci.yml", "pages:\n", "gitlab-pages"),
    ("wrangler.toml", "", "cloudflare-pages"),
    (".github/workflows/test.yml", "run: make test", None),
]


@pytest.mark.parametrize(("path", "text", "host"), SIGNS)
def test_the_host_is_seen_from_its_files(
    path: str, text: str, host: str | None, tmp_path: Path
) -> None:
    """Nobody has to know what it is called."""
    assert guessed_host(put(tmp_path, {path: text})) == host


def test_what_the_settings_say_counts_more(tmp_path: Path) -> None:
    """A workflow may be left over from another host."""
    settings = {"site_src/site.yaml": f"{SETTINGS}host: own-server\n"}
    assert guessed_host(put(tmp_path, {"netlify.toml": "", **settings})) == "own-server"
