"""Files of stories that are not what they should be: one is withheld and told of, the rest stays.

A story with an error is as if it never was: the public folder is the one without it, byte for byte.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from byleave.read import read_site
from tests.bad_input.trying import GOOD, Attempt, attempt
from tests.read.folders import put, story, voice

pytestmark = pytest.mark.slow

BAD = "stories/bad.md"

# Of these not even the address is known, so they are counted as errors and not as stories.
UNREAD = {"not-a-file", "broken-link", "link-outside", "link-to-folder"}


def assert_withheld(tried: Attempt, place: str, code: str) -> None:
    """The story at fault is told of at its place, and nothing public has changed."""
    assert (place, code) in tried.findings
    assert tried.said.code == 1
    assert tried.after == tried.before
    assert " withheld by its error" in tried.said.out or code in UNREAD
    assert 0 < len(tried.dos) <= len(tried.findings)


LAUGHS = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)

TEXTS: dict[str, tuple[str | bytes, int, int, str]] = {
    "an empty file": ("", 1, 1, "no-front-matter"),
    "a blank file": ("\n\n \n", 1, 1, "no-front-matter"),
    "no front matter": ("Just words.\n", 1, 1, "no-front-matter"),
    "front matter with an end in it": (
        "---\ntitle: Bad\n---\ndate: 2026-01-01\nvoices:\n  sam:\n    name: Sam\n---\n\nWords.\n",
        3,
        1,
        "early-end",
    ),
    "front matter without an end": ("---\ntitle: Bad\n\nWords.\n", 1, 1, "endless-front-matter"),
    "an end of YAML's own": (story().replace("}\n---\n", "}\n...\n"), 5, 1, "endless-front-matter"),
    "an end with more behind it": (
        story().replace("}\n---\n", "}\n--- and so\n"),
        5,
        1,
        "endless-front-matter",
    ),
    "a path with backslashes": (story(title='"C:\\garden"'), 2, 11, "yaml"),
    "a second story in it": (story("Words.\n\n" + story()), 8, 1, "second-front-matter"),
    "an empty line before it all": ("\n" + story(), 2, 1, "no-front-matter"),
    "dashes of a word processor": (story().replace("---", "\u2014"), 1, 1, "no-front-matter"),
    "front matter of TOML": ('+++\ntitle = "Bad"\n+++\n', 1, 1, "no-front-matter"),
    "keys without a line above": ("title: Bad\ndate: 2026-01-01\n", 1, 1, "no-front-matter"),
    "a document with another name": (b"PK\x03\x04\x14", 1, 1, "no-front-matter"),
    "a page of the web": ("<!doctype html>\n<p>Bad</p>\n", 1, 1, "no-front-matter"),
    "nothing in the front matter": ("---\n---\nWords.\n", 1, 1, "title-missing"),
    "words in the front matter": ("---\nHello, I am Bad.\n---\n", 2, 1, "not-keys"),
    "not UTF-8": ("---\ntitle: Bad\n---\nCafé\n".encode("latin-1"), 4, 4, "not-utf-8"),
    "UTF-16": (story().encode("utf-16"), 1, 1, "not-utf-8"),
    "UTF-16 without a mark": (story().encode("utf-16-le"), 1, 1, "not-utf-8"),
    "UTF-32": (story().encode("utf-32"), 1, 1, "not-utf-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 1, 1, "not-utf-8"),
    "a billion laughs": (f"---\n{LAUGHS}---\n", 2, 5, "yaml-alias"),
    "an alias of itself": ("---\ntitle: &a [*a]\n---\n", 2, 8, "yaml-alias"),
    "deep lists in one line": (f"---\ntitle: {'[' * 100_000}\n---\n", 2, 20, "too-deep"),
    "deep groups in one line": (f"---\ntitle: {'{a: ' * 20_000}\n---\n", 2, 56, "too-deep"),
    "deep lists": (f"---\n{'- ' * 20_000}\n---\n", 2, 1, "not-keys"),
    "deep groups": (
        "---\n" + "".join(f"{' ' * n}a:\n" for n in range(500)) + "---\n",
        15,
        14,
        "too-deep",
    ),
    "keys of keys": (f"---\n{'? ' * 20_000}a\n---\n", 2, 3, "key"),
    "an unfinished merge": (
        story("A\n<<<<<<< a\nB\n=======\nC\n>>>>>>> b\n"),
        7,
        1,
        "unfinished-merge",
    ),
    "a voice without an end": (story("::: voice sam\nA\n", voice("sam", "Sam")), 11, 1, "passage"),
    "a voice inside another": (
        story("::: voice sam\nA\n::: voice sam\nB\n:::\n:::\n", voice("sam", "Sam")),
        13,
        1,
        "passage",
    ),
    "an undeclared id": (story("One.\n\nSaid {sam}.\n"), 8, 6, "unknown-voice"),
    "a tab": ("---\ntitle: Bad\nvoices:\n\tsam:\n---\n", 4, 1, "yaml"),
    "a colon in the title": ("---\ntitle: Bad: worse\n---\n", 2, 11, "yaml"),
    "a quotation mark that stays open": ('---\ntitle: "Bad\ndate: 2026-01-01\n---\n', 2, 8, "yaml"),
    "a bracket that stays open": ("---\nthemes: [a, b\ndate: 2026-01-01\n---\n", 2, 9, "yaml"),
    "an apostrophe in quotes": ("---\ntitle: 'Tilda's shed'\n---\n", 2, 15, "yaml"),
    "no colon": ("---\ntitle: Bad\ndate 2026-01-01\nvoices: {}\n---\n", 3, 1, "yaml"),
    "a mention": ("---\ntitle: @lea\n---\n", 2, 8, "yaml"),
    "a date in another order": (story(date="01/06/2026"), 3, 1, "date"),
    "a day that never was": (story(date="2026-02-30"), 3, 1, "date"),
    "a key in other letters": (story(Summary="x"), 4, 1, "unknown-key"),
    "voices in a list": (story().replace("voices: {}", "voices: []"), 4, 1, "wrong-type"),
    "a title that nobody sees": (story(title='"\u200b\u2800"'), 2, 1, "empty"),
    "a list for a title": (story(title="[a, b]"), 2, 1, "not-text"),
    "a key twice": (story(title="a\ntitle: b"), 3, 1, "duplicate-key"),
    "five thousand links and more": (story("[a](/b/)\n" * 5_001), 6, 1, "too-many-links"),
    "a picture of another site": (story("![a](../../../etc/a.png)\n"), 6, 2, "media-undeclared"),
}


@pytest.mark.parametrize(("text", "line", "column", "code"), TEXTS.values(), ids=TEXTS)
def test_a_bad_text_is_withheld(
    tmp_path: Path, text: str | bytes, line: int, column: int, code: str
) -> None:
    """The message says where to look, and nobody's typing error keeps anybody else waiting."""
    assert_withheld(attempt(tmp_path, {BAD: text}), f"{BAD}:{line}:{column}", code)


PLAIN = {
    "a tab": "put spaces in place of the tab",
    "a colon in the title": "put straight quotes around words with a colon in them",
    "a quotation mark that stays open": "put the same mark after the last word",
    "no colon": "with a space after the colon",
    "a mention": "put quotes around the words",
    "not UTF-8": "choose UTF-8",
    "a date in another order": "write it like 2026-03-31",
    "an undeclared id": "declare it under `voices:`",
    "front matter without an end": "put a line --- after the last key",
    "a second story in it": "two stories are two files",
    "an empty line before it all": "take out what stands before the line ---",
    "dashes of a word processor": "type --- there",
    "keys without a line above": "put a line --- above the first key",
    "a document with another name": "bring it with `byleave import word`",
    "a voice without an end": "put a line ::: after its last line",
}


@pytest.mark.parametrize(("name", "do"), PLAIN.items(), ids=PLAIN)
def test_the_message_says_what_to_do(tmp_path: Path, name: str, do: str) -> None:
    """In words for a volunteer who has never heard of YAML or encodings."""
    tried = attempt(tmp_path, {BAD: TEXTS[name][0]})
    assert do in tried.dos[0]
    assert "YAML" not in tried.said.err.replace("[yaml]", "")


LINKS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a folder": (lambda bad: bad.mkdir(), "not-a-file"),
    "a folder with a story in it": (
        lambda bad: put(bad, {"in.md": "---\ntitle: Inside\n---\n"}),
        "not-a-file",
    ),
    "a link that leads nowhere": (lambda bad: bad.symlink_to("nowhere.md"), "broken-link"),
    "a link to itself": (lambda bad: bad.symlink_to("bad.md"), "broken-link"),
    "a link out of the site": (lambda bad: bad.symlink_to("../../outside.md"), "link-outside"),
    "a link to another place altogether": (lambda bad: bad.symlink_to(os.devnull), "link-outside"),
    "a link to a folder": (lambda bad: bad.symlink_to("."), "link-to-folder"),
    "a pipe": (os.mkfifo, "not-a-file"),
}


@pytest.mark.parametrize(("make", "code"), LINKS.values(), ids=LINKS)
def test_what_is_no_file_is_told(tmp_path: Path, make: Callable[[Path], object], code: str) -> None:
    """A folder, a link or a pipe in the place of a story is never followed out of the site."""
    (tmp_path / "outside.md").write_text(story("Unripe plums.\n", title="Unripe plums"))
    assert_withheld(attempt(tmp_path, {}, make=lambda site: make(site / BAD)), f"{BAD}:1:1", code)


def test_links_between_folders_are_not_walked(tmp_path: Path) -> None:
    """Two folders that lead to each other would be read for ever; each is told of once."""

    def make(site: Path) -> None:
        put(site / "stories", {"a/x.md": story(title="X"), "b/y.md": story(title="Y")})
        (site / "stories/a/b").symlink_to("../b")
        (site / "stories/b/a").symlink_to("../a")

    tried = attempt(tmp_path, {}, make=make)
    assert tried.findings == [
        ("stories/a/b:1:1", "link-to-folder"),
        ("stories/b/a:1:1", "link-to-folder"),
    ]
    assert {"stories/x/index.html", "stories/y/index.html"} <= tried.after.keys()


def test_a_link_beside_its_file_is_followed(tmp_path: Path) -> None:
    """A file may have a second name in its own folder."""
    put(tmp_path / "site", {"stories/kept.md": story("Kept words.\n", title="Kept")})
    tried = attempt(
        tmp_path, {}, make=lambda site: (site / "stories/again.md").symlink_to("kept.md")
    )
    assert tried.said.code == 0
    assert "Kept words." in tried.words("stories/again/index.html")


ELSEWHERE = {
    "a story as a picture": ("stories/h.jpg", "hush.md"),
    "a picture of another story": ("stories/b/h.jpg", "../z/p.jpg"),
    "a story at the top": ("site_src/root/z.txt", "../../stories/hush.md"),
    "the repository's own settings": ("site_src/root/c.txt", "../../.git/config"),
    "a hidden file": ("stories/h.md", ".secret.md"),
}


@pytest.mark.parametrize(("path", "target"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_link_to_another_kind_or_folder_is_refused(
    tmp_path: Path, path: str, target: str
) -> None:
    """What is withheld under its own name must not come out under another."""
    files = {".git/config": "x", "stories/z/p.jpg": "x", "stories/.secret.md": "x", **GOOD}
    site = put(tmp_path, files)
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).symlink_to(target)
    assert (path, "link-elsewhere") in [(one.path, one.code) for one in read_site(site).findings]


NAMES = {
    "not Unicode": (b"\xff.md", r"\udcff.md"),
    "a new line": (b"a\nb.md", r"a\nb.md"),
    "colours": (b"a\x1b[31m.md", r"a\x1b[31m.md"),
    "turned around": ("a\u202edm.md".encode(), r"a\u202edm.md"),
}


@pytest.mark.parametrize(("name", "shown"), NAMES.values(), ids=NAMES)
def test_a_name_that_cannot_be_shown_is_told(tmp_path: Path, name: bytes, shown: str) -> None:
    """A file's name can neither break the terminal nor pretend to be another."""

    def make(site: Path) -> None:
        Path(os.fsdecode(bytes(site / "stories") + b"/" + name)).write_text(story())

    assert_withheld(attempt(tmp_path, {}, make=make), f"stories/{shown}:1:1", "file-name")


def test_a_name_that_grows_is_told(tmp_path: Path) -> None:
    """Before anything is written: no disk could hold the folder of its page."""
    path = f"stories/{chr(0x149) * 90}.md"
    assert_withheld(attempt(tmp_path, {path: story()}), f"{path}:1:1", "name-too-long")


def test_two_stories_at_one_address_are_both_withheld(tmp_path: Path) -> None:
    """Whoever wrote second does not replace what somebody else wrote first."""
    files = {"stories/a/bad.md": story(title="One"), "stories/b/bad/index.md": story(title="Two")}
    tried = attempt(tmp_path, dict(files))
    assert tried.findings == [
        ("stories/a/bad.md:1:1", "address-twice"),
        ("stories/b/bad/index.md:1:1", "address-twice"),
    ]
    assert tried.after == tried.before


def test_a_file_of_many_mistakes_is_told_in_short(tmp_path: Path) -> None:
    """Twenty thousand messages would hide the first, which is the one to mend."""
    tried = attempt(tmp_path, {BAD: story("{x}\n" * 20_000)})
    assert_withheld(tried, f"{BAD}:6:1", "unknown-voice")
    assert tried.said.out.startswith("51 errors")
    assert "there are 19950 more after these" in tried.said.err


def test_files_that_are_nearly_stories_are_told(tmp_path: Path) -> None:
    """Somebody waits for them to appear."""
    names = ("BAD.MD", "bad.markdown", "bad.md.txt")
    tried = attempt(tmp_path, {f"stories/{name}": story() for name in names})
    assert tried.findings == [(f"stories/{name}:1:1", "not-a-story") for name in names]
    assert (tried.said.code, tried.after == tried.before) == (0, True)


@pytest.mark.parametrize("name", [".md", ".bad.md", "bad.md~", ".hidden/bad.md", "._bad.md"])
def test_hidden_files_are_passed_by(tmp_path: Path, name: str) -> None:
    """Systems and editors leave such files behind; nobody means them."""
    tried = attempt(tmp_path, {f"stories/{name}": story()})
    assert (tried.said.code, tried.findings, tried.after) == (0, [], tried.before)
