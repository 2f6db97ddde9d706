"""The tasks on the command line, typed at a real terminal as the docs say them."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.beginning.test_first_ten_minutes import SITE, STORY, typed
from tests.cleaning.originals import photograph
from tests.importing.documents import filled_in, paragraph
from tests.importing.exports import export, item
from tests.steps.counting import Count

_AGREE = re.compile(r"byleave (consent agree .*) --by … --uses …")
_PATH = re.compile(r"stories/\S+\.md")
_POSTS = 40
ROUNDTABLE = [
    *("Roundtable on plums", "roundtable", "2027-02-02 10:00", "2027-02-02 12:00", "Lea hall"),
    *("", "", "", "step-free, BSL"),
    *("10:00-10:30", "Welcome", "", "Ona Marsh", "named"),
    *("10:30-11:15", "Plums", "", "Sam Ito, Della Reed", "named", "named"),
    *("", "Nine people and a basket.", ""),
]
PICTURE = ["A basket of plums.", "", ""]
LAST = ["", "2026-05-01"]


class Terminal:
    """Somebody at a terminal in a folder."""

    def __init__(self, folder: Path, count: Count) -> None:
        self.folder = folder
        self.count = count

    def type(self, *words: str, answers: Sequence[str] = ()) -> str:
        """Type a command and the answers to its questions; what is shown."""
        self.count.step(" ".join(("byleave", *words)))
        for one in answers:
            self.count.step(one)
        with self.count.machine():
            return typed(self.folder, *words, answers=list(answers))

    def ask_and_agree(self, path: str) -> None:
        """Make the forms of a story, and record a yes of each."""
        for line in _AGREE.findall(self.type("consent", "form", path)):
            said = (*line.split(), "--by", "self", "--uses", "web,engines")
            self.type(*said, answers=["y"])

    def build(self) -> str:
        """Build the site."""
        return self.type("build")


def counted(folder: Path) -> Iterator[Count]:
    """Each task, in a folder that is empty."""
    yield _first_story(at := Terminal(folder, Count("a first story, from nothing", "commands")))
    site = folder / "street"
    del at
    for task, do in (
        ("a roundtable", _roundtable),
        ("a Word file", _word),
        ("forty WordPress posts", _wordpress),
        ("a withdrawal", _withdrawal),
    ):
        yield do(Terminal(site, Count(task, "commands")))


def _first_story(at: Terminal) -> Count:
    at.type("new", "site", "street", answers=SITE)
    at.folder /= "street"
    at.count.step("cd street")
    (path,) = set(_PATH.findall(at.type("new", "story", answers=STORY)))
    at.ask_and_agree(path)
    assert "1 story published" in at.build()
    return at.count


def _roundtable(at: Terminal) -> Count:
    picture = at.folder.parent / "basket.jpg"
    picture.write_bytes(photograph())
    answers = [*ROUNDTABLE, str(picture), *PICTURE, *LAST]
    (path,) = set(_PATH.findall(at.type("new", "event", answers=answers)))
    at.ask_and_agree(path)
    assert "2 stories published" in at.build()
    return at.count


def _word(at: Terminal) -> Count:
    body = (paragraph("We began early."), paragraph("It was cold.", style="said2"))
    filled_in(at.folder.parent / "garden.docx", *body)
    at.type("import", "word", "../garden.docx")
    (path,) = (one for one in _stories(at.folder) if "garden" in one)
    at.ask_and_agree(path)
    assert "3 stories published" in at.build()
    return at.count


def _wordpress(at: Terminal) -> Count:
    posts = [item(number, f"Post {number}", "<p>Words.</p>") for number in range(_POSTS)]
    (at.folder.parent / "export.xml").write_text(export(posts), "utf-8")
    at.type("import", "wordpress", "../export.xml")
    assert len(_stories(at.folder)) >= _POSTS
    at.build()
    return at.count


def _withdrawal(at: Terminal) -> Count:
    (path,) = (one for one in _stories(at.folder) if "urn" in one)
    at.type("consent", "withdraw", path, "--voice", "betty-farrow")
    at.build()
    return at.count


def _stories(site: Path) -> list[str]:
    return [one.relative_to(site).as_posix() for one in sorted((site / "stories").rglob("*.md"))]
