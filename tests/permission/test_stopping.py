"""Somebody takes their permission back, or the group holds it back: in every file at once."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from byleave.permission.afterwards.hosts import guessed_host
from byleave.permission.afterwards.next_steps import Place, what_to_do_next
from tests.permission.sites import WORDS, commit, consent, git, published, record
from tests.read.folders import SETTINGS, YES, put, story, voice

SHED, PLOT = "stories/shed.md", "stories/plot.md"
OTHER = YES.replace("R-1", "R-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two stories with Sam's record, and one with another of hers."""
    sam = voice("sam", "Sam", YES, person="sam-c")
    elsewhere = voice("s", "Sam", OTHER, person="sam-c")
    ann = voice("ann", "Ann", YES.replace("R-1", "R-9"))
    return put(
        tmp_path / "site",
        {
            SHED: story(WORDS, sam, ann),
            PLOT: story("::: voice sam\nBeans.\n:::\n", sam, title="The plot"),
            "stories/else.md": story("::: voice s\nKale.\n:::\n", elsewhere, title="Else"),
        },
    )


@pytest.mark.parametrize("words", [(SHED, "--voice", "sam"), ("--record", "R-1")])
def test_one_command_takes_everything_back(site: Path, tmp_path: Path, words: list[str]) -> None:
    """Wherever the record is, and nothing of anybody else's."""
    assert "green gate" in published(site, tmp_path / "before")
    said = consent(site, "withdraw", *words, "--day", "2026-03-02")
    assert said.code == 0, said.all
    assert record(site)["withdrawn"] == record(site, PLOT)["withdrawn"] == "2026-03-02"
    assert "withdrawn" not in record(site, voice="ann")
    after = published(site, tmp_path / "after")
    assert "green gate" not in after
    assert "Beans" not in after
    assert "Kale" in after


def test_the_same_person_elsewhere_is_told_of(site: Path) -> None:
    """They may mean that too, and only they know."""
    said = consent(site, "withdraw", "--record", "R-1")
    assert "stories/else.md: s is the same person, under another record: ask them" in said.out


def test_one_story_can_be_left(site: Path) -> None:
    """Where that is what they asked for."""
    assert consent(site, "withdraw", SHED, "--voice", "sam", "--only-here").code == 0
    assert "not_here" in record(site)
    assert record(site, PLOT).keys().isdisjoint(("withdrawn", "not_here"))


def test_a_second_time_changes_nothing(site: Path) -> None:
    """The first day is the one that counts."""
    consent(site, "withdraw", "--record", "R-1", "--day", "2026-03-02")
    before = (site / SHED).read_bytes()
    assert consent(site, "withdraw", "--record", "R-1").code == 0
    assert (site / SHED).read_bytes() == before


def test_an_error_in_a_file_keeps_nobody_in(site: Path) -> None:
    """It is withheld today by its error; mended, it must stay without them."""
    text = (site / SHED).read_text().replace("date: 2026-01-01", "date: soon\ndate: later")
    (site / SHED).write_text(text)
    assert consent(site, "withdraw", "--record", "R-1").code == 0
    assert "withdrawn" in (site / SHED).read_text()


BROKEN = {
    "a key that nobody knows": f"{SETTINGS}colour: red\n",
    "not YAML": "title: [\n",
    "nothing": "",
    "an unfinished merge": f"<<<<<<< a\n{SETTINGS}=======\n{SETTINGS}>>>>>>> b\n",
}


@pytest.mark.parametrize("settings", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("command", ["withdraw", "hold"])
def test_an_error_in_the_settings_keeps_nobody_in(site: Path, settings: str, command: str) -> None:
    """It stops every build, and may not stop the words from being taken back meanwhile."""
    put(site, {"site_src/site.yaml": settings})
    said = consent(site, command, "--record", "R-1")
    assert said.code == 0, said.all
    key = "withdrawn" if command == "withdraw" else "held"
    assert key in record(site)
    assert key in record(site, PLOT)


def test_what_to_do_where_no_build_is_possible_is_said(site: Path) -> None:
    """Which files to take back, and else which pages to take off the net."""
    said = " ".join(consent(site, "withdraw", SHED, "--voice", "sam").all.split())
    assert "git log -- site_src/site.yaml site_src/look" in said
    assert "https://lea.example.org/stories/shed/" in said.partition("2. What your host")[0]


def test_a_file_that_nobody_can_read_is_named(site: Path) -> None:
    """The others are written, and this one is not passed over in silence."""
    (site / SHED).write_text((site / SHED).read_text().replace("voices:", "voices: ["))
    said = consent(site, "withdraw", "--record", "R-1")
    assert said.code == 1
    assert "stories/shed.md cannot be read" in said.err
    assert "withdrawn" in record(site, PLOT)


def test_a_file_that_is_asked_for_says_where_it_cannot_be_read(site: Path) -> None:
    """So that it can be mended, or written by hand."""
    (site / SHED).write_text((site / SHED).read_text().replace("voices:", "voices: ["))
    said = consent(site, "withdraw", SHED, "--voice", "sam")
    assert (said.code, f"error: {SHED}:" in said.err) == (3, True)


def test_a_full_disk_leaves_the_files_as_they_were(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And says of each that it was not written, the list of records among them."""
    before = {path: (site / path).read_bytes() for path in (SHED, PLOT)}

    def full(*_arguments: Any, **_options: Any) -> Iterator[None]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("byleave.permission.files.whole_files.os.fsync", full)
    said = consent(site, "withdraw", "--record", "R-1")
    assert (said.code, said.err.count("no space left on device")) == (3, 3)
    assert "is withdrawn" not in said.out
    assert {path: (site / path).read_bytes() for path in (SHED, PLOT)} == before
    assert [one for one in (site / "stories").iterdir() if one.name.startswith(".")] == []


def test_a_write_that_fails_half_way_says_how_far_it_came(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is interrupted knows which files still have to be done."""
    real = Path.replace

    def once(self: Path, target: Path) -> Path:
        if str(target).endswith("shed.md"):
            raise OSError(13, "Permission denied")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", once)
    said = consent(site, "withdraw", "--record", "R-1")
    assert said.code == 1
    assert f"error: {SHED}: permission denied" in said.err
    assert f"{SHED}: sam is withdrawn" not in said.out
    assert "withdrawn" in record(site, PLOT)


def test_what_is_held_can_be_lifted(site: Path) -> None:
    """And the files are then as they were, byte for byte."""
    before = {path: (site / path).read_bytes() for path in (SHED, PLOT)}
    assert consent(site, "hold", "--record", "R-1", "--day", "2026-03-02").code == 0
    assert record(site)["held"] == record(site, PLOT)["held"] == "2026-03-02"
    assert consent(site, "hold", "--record", "R-1", "--lift").code == 0
    assert {path: (site / path).read_bytes() for path in (SHED, PLOT)} == before


def test_what_is_not_held_is_not_said_to_be_lifted(site: Path) -> None:
    """Nor that somebody who has left may be published again."""
    assert consent(site, "withdraw", "--record", "R-1").code == 0
    before = {path: (site / path).read_bytes() for path in (SHED, PLOT)}
    said = consent(site, "hold", "--record", "R-1", "--lift")
    assert said.code == 3
    assert "this is not held" in said.err
    assert said.out == ""
    assert {path: (site / path).read_bytes() for path in (SHED, PLOT)} == before


MISTYPED: list[list[str]] = [
    [],
    [SHED],
    ["--voice", "sam"],
    [SHED, "--voice", "sam", "--record", "R-1"],
    ["--record", "R-1", "--only-here"],
]


@pytest.mark.parametrize("words", MISTYPED)
@pytest.mark.parametrize("command", ["withdraw", "hold"])
def test_whose_permission_is_meant_is_said(command: str, words: list[str], site: Path) -> None:
    """In one of two ways; nothing is guessed."""
    before = (site / SHED).read_bytes()
    assert consent(site, command, *words).code == 2
    assert (site / SHED).read_bytes() == before


def test_a_record_that_nobody_has_is_told(site: Path) -> None:
    """A slip in the number must not look as if it had worked."""
    assert consent(site, "withdraw", "--record", "R-11").code == 3


STEPS = ["Publish now", "host keeps", "pull requests", "Search", "Archives", "Feed", "history"]


@pytest.mark.parametrize(
    "host", [None, "github-pages", "gitlab-pages", "netlify", "cloudflare-pages", "own-server"]
)
def test_what_to_do_next_is_there_for_every_host(host: Any) -> None:
    """Each step of it, with the addresses and the exact call for the history."""
    place = Place(addresses=("https://a.example.org/x/",), files=("stories/a b.md",), in_git=True)
    steps = list(what_to_do_next(host, place))
    assert [word for word in STEPS if not any(word in head for head, _ in steps)] == []
    text = "\n".join(line for _, lines in steps for line in lines)
    assert "git filter-repo --invert-paths --path 'stories/a b.md'" in text
    assert "https://a.example.org/x/" in text
    assert all(lines for _, lines in steps)


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
