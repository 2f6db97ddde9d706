"""Sending from the desk: to a bare repository, in people's words, also where it does not work."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from byleave.sharing.sending import send
from tests.desk.running import AtDesk, at_desk
from tests.preview.sites import FILES
from tests.read.folders import put, story, voice
from tests.sharing.repositories import git, sent, shared

pytestmark = pytest.mark.slow

PATH = "stories/hush.md"
JARGON = re.compile(r"\b(commit|push|rebase|merge|repository|front matter|YAML)\b", re.I)


class Sharing:
    """A desk at one copy of a site, the other copy, and what lies between them."""

    def __init__(self, desk: AtDesk, bare: Path, other: Path) -> None:
        self.desk = desk
        self.bare = bare
        self.other = other


@pytest.fixture
def sharing(tmp_path: Path) -> Iterator[Sharing]:
    """Two editors of one site."""
    bare, one, other = shared(tmp_path, FILES)
    with at_desk(one, tmp_path / "state") as desk:
        yield Sharing(desk, bare, other)


def plain(page: str) -> str:
    """A page without what is for whoever looks after the repository."""
    return re.sub(r"<details>.*?</details>", "", page, flags=re.S)


def test_what_is_written_is_sent_to_everybody(sharing: Sharing) -> None:
    """With the words of what becomes of it first; and nothing but files of the site goes along."""
    desk = sharing.desk
    desk.put({PATH: story("Two.\n", title="Ripe plums"), "private.txt": "Mine.\n"})
    page = desk.get("/send").text
    assert "Becomes public" in page
    assert "Ripe plums" in page
    assert not JARGON.search(plain(page))
    assert "It is sent" in desk.keep("/send", {"do": "send"}).text
    git(sharing.other, "pull", "-q")
    assert "Ripe plums" in (sharing.other / PATH).read_text("utf-8")
    assert "private.txt" not in git(sharing.bare, "ls-tree", "-r", "--name-only", "main")
    assert git(sharing.bare, "log", "-1", "--format=%s", "main").strip() == "Update the site"
    assert "nothing to send" in desk.keep("/send", {"do": "send"}).text.casefold()


def test_what_others_have_sent_comes_along(sharing: Sharing) -> None:
    """Two people who change different files hear nothing of it."""
    put(sharing.other, {"themes/sun.md": "---\ntitle: Sun\n---\nDry.\n"})
    sent(sharing.other)
    sharing.desk.put({PATH: story("Two.\n", title="Ripe plums")})
    assert "It is sent" in sharing.desk.keep("/send", {"do": "send"}).text
    assert (sharing.desk.folder / "themes/sun.md").is_file()


def test_two_changes_of_one_file_are_shown_and_the_careful_permission_holds(
    sharing: Sharing,
) -> None:
    """Whatever is chosen, whoever took permission back on either copy stays out."""
    path = "stories/fair.md"
    before = sharing.desk.text(path)
    yours = before.replace("title: The fair", "title: The fête").replace(
        "Tea at ten.", "Tea at two."
    )
    theirs = before.replace("title: The fair", "title: The market").replace(
        "until: 2040-01-01}", "until: 2040-01-01, withdrawn: 2026-05-05}", 1
    )
    assert theirs.count("withdrawn") == before.count("withdrawn") + 1
    put(sharing.other, {path: theirs})
    sent(sharing.other)
    sharing.desk.put({path: yours})
    page = sharing.desk.keep("/send", {"do": "send"})
    assert page.status == 409
    assert "The fête" in page.text
    assert "The market" in page.text
    assert not JARGON.search(plain(page.text))
    assert sharing.desk.text(path) == yours
    field = re.search(r'name="shown" value="(whose-[0-9a-f]+)"', page.text)
    assert field
    unasked = sharing.desk.keep("/send", {"do": "both", "whose-0": "yours"})
    assert unasked.status == 409
    answer = {"do": "both", "shown": field[1], field[1]: "yours"}
    done = sharing.desk.keep("/send", answer)
    assert "It is sent" in done.text
    git(sharing.other, "pull", "-q")
    together = (sharing.other / path).read_text("utf-8")
    assert "title: The fête" in together
    assert "Tea at two." in together
    assert together.count("withdrawn: ") == theirs.count("withdrawn: ")


def test_what_no_program_can_bring_together_is_not_sent(sharing: Sharing) -> None:
    """The page says what it is, and has no button; a form from elsewhere changes nothing."""
    path = "stories/fair.md"
    before = sharing.desk.text(path)
    put(sharing.other, {path: before.replace("title: The fair", "title: [The market")})
    sent(sharing.other)
    sharing.desk.put({path: before.replace("title: The fair", "title: The fête")})
    page = sharing.desk.keep("/send", {"do": "send"}).text
    assert "by hand" in page
    assert "Bring them together" not in page
    assert not JARGON.search(plain(page))
    field = re.search(r'name="shown" value="(whose-[0-9a-f]+)"', page)
    assert field
    answer = {"do": "both", "shown": field[1], field[1]: "yours"}
    assert sharing.desk.keep("/send", answer).status == 409
    assert "[The market" in git(sharing.bare, "show", f"main:{path}")
    desk = sharing.desk
    asked = {"story": path, "voice": "tom", "do": "sure-withdraw"}
    assert "Permission is taken back" in desk.keep("/voice", asked).text
    page = desk.keep("/send", {"do": "send"}).text
    assert "One thing is sent already" in page
    assert not JARGON.search(plain(page))
    assert "closed" in git(sharing.bare, "show", "main:site_src/records.tsv")
    assert "[The market" in git(sharing.bare, "show", f"main:{path}")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda one: git(one, "remote", "remove", "origin"), "Nobody has said yet where"),
        (lambda one: git(one, "remote", "set-url", "origin", str(one / "no")), "could not reach"),
        (lambda one: git(one, "checkout", "-q", "--detach"), "older state of the site"),
        (lambda one: git(one, "config", "user.name", ""), "Who are you?"),
    ],
    ids=["nowhere", "not there", "no branch", "nobody"],
)
def test_what_does_not_work_is_said_with_what_to_do(
    sharing: Sharing, spoil: Callable[[Path], object], said: str
) -> None:
    """In words that need no knowledge of git, and with nothing lost."""
    desk = sharing.desk
    desk.put({PATH: story("Two.\n", title="Ripe plums")})
    spoil(desk.folder)
    page = desk.keep("/send", {"do": "send"})
    assert page.status == 409
    assert said in page.text
    assert not JARGON.search(plain(page.text))
    assert "Ripe plums" in desk.text(PATH)


def test_a_site_that_is_in_no_repository(tmp_path: Path) -> None:
    """It is said, and nothing is made of it."""
    site = put(tmp_path / "site", {PATH: story("Two.\n", voice("tom", "Tom"))})
    assert send(site).how == "no repository"


def test_the_first_time_all_of_a_site_is_sent(tmp_path: Path) -> None:
    """What a new site has beside its stories, too; and not what is built or private."""
    git(tmp_path, "init", "-q", "--bare", "--initial-branch=main", "bare")
    site = put(
        tmp_path / "site",
        {**FILES, ".gitignore": "/public/\n", "build.sh": "true\n", "public/a": "b"},
    )
    git(site, "init", "-q", "--initial-branch=main")
    git(site, "config", "user.name", "Tilda")
    git(site, "config", "user.email", "tilda@lea.example.org")
    git(site, "remote", "add", "origin", str(tmp_path / "bare"))
    assert send(site).how == "sent"
    names = git(tmp_path / "bare", "ls-tree", "-r", "--name-only", "main").splitlines()
    assert {"build.sh", ".gitignore", "stories/cup.png"} <= set(names)
    assert "public/a" not in names


def test_the_public_view_on_another_day(sharing: Sharing) -> None:
    """An editor sees what the public will see on a day to come."""
    desk = sharing.desk
    assert desk.get("/stories/f%C3%AAte/", port=desk.public_port).status == 404
    assert "2 January 2030" in desk.keep("/public", {"day": "2030-01-02"}).text
    page = desk.post("/public", {"word": desk.word, "day": "2030-01-02"})
    assert "2 January 2030" in page.text
    assert desk.get("/stories/f%C3%AAte/", port=desk.public_port).status == 200
    desk.keep("/public", {"day": ""})
    assert desk.get("/stories/f%C3%AAte/", port=desk.public_port).status == 404
