"""What an editor is told of markup of which readers see another thing (law 7)."""

from pathlib import Path

import pytest

from byleave.diagnostics import Diagnostic
from byleave.gate import admit
from tests.gate.sites import NOON, Files
from tests.read.folders import WITHDRAWN, read, story, voice

TILDA = voice("tilda", "Tilda", part="author")
SAM = voice("sam", "Sam Carter", part="quoted")
GONE = voice("sam", "Sam Carter", WITHDRAWN, part="quoted")


def said(folder: Path, files: Files) -> list[Diagnostic]:
    """Every finding about a site."""
    result = read(folder, files)
    _, report = admit(result.tree, NOON)
    return [*result.findings, *report.findings]


def codes(folder: Path, body: str) -> list[str]:
    """The codes of what is told of a story with this body."""
    return [one.code for one in said(folder, {"stories/a.md": story(body, TILDA, SAM)})]


TOLD = {
    "a word in brackets": ("I was <this> close.\n", "tag-as-words"),
    "an element that is never closed": ("Press <select> on it.\n", "tag-as-words"),
    "a comment that is never closed": ("One <!-- two\n", "tag-as-words"),
    "an element with what is in it": ("One <style>p {}</style> two\n", "left-out"),
    "a drawing": ("<svg><text>One</text></svg>\n", "left-out"),
    "a picture elsewhere": ("![A table](https://old.example.org/a.jpg)\n", "shown-elsewhere"),
    "a picture elsewhere, by its label": (
        "![A table][t]\n\n[t]: //old.example.org/a.jpg\n",
        "shown-elsewhere",
    ),
    "a frame": ('<iframe src="https://film.example/x"></iframe>\n', "shown-elsewhere"),
    "a source": ("<video><source src='https://film.example/x'></video>\n", "shown-elsewhere"),
    "another kind of link": ("[files](ftp://files.example.org/a)\n", "link-kind"),
    "another kind of link, in HTML": ("<a href='whatsapp://send'>us</a>\n", "link-kind"),
}


@pytest.mark.parametrize(("body", "code"), TOLD.values(), ids=TOLD)
def test_what_readers_see_otherwise_is_told(tmp_path: Path, body: str, code: str) -> None:
    """Nothing vanishes in silence."""
    assert codes(tmp_path, body) == [code]


NOT_TOLD = {
    "elements": "A <b>bold</b> <br> word, <time datetime='2021-01-01'>then</time>.\n",
    "comments": "One <!-- two --> three\n",
    "code": "`<select>` and `![x](https://a.example/b.jpg)`\n\n```\n<title>\n<!--\n```\n",
    "signs": "3 < 4 > 2 and <3 <https://a.example> <us@a.example>\n",
    "links": "[a](https://a.example) [b](mailto:b@a.example) [c](tel:+44) [d](sms:123)\n",
    "the site itself": "[a](https://lea.example.org/a/)\n",
}


@pytest.mark.parametrize("body", NOT_TOLD.values(), ids=NOT_TOLD)
def test_what_readers_see_as_it_is_meant_is_not_told(tmp_path: Path, body: str) -> None:
    """Editors who are warned of everything read no warnings."""
    assert codes(tmp_path, body) == []


def test_each_kind_is_told_once_with_its_lines(tmp_path: Path) -> None:
    """A site that was moved here had three thousand lines of messages in one build."""
    body = "I was <this> close.\n\n::: voice sam\nAnd <that>.\n:::\n\n<Or> so.\n"
    (finding,) = said(tmp_path, {"stories/a.md": story(body, TILDA, SAM)})
    first = finding.line
    assert finding.message.endswith(f"(lines {first}, {first + 3}, {first + 6})")
    assert "this" not in finding.message.replace("this tag", "")


def test_nothing_is_said_of_a_passage_that_is_withheld(tmp_path: Path) -> None:
    """A finding about what nobody may read would tell that it is there."""
    body = "Words.\n\n::: voice sam\nPress <select> on it.\n:::\n"
    assert said(tmp_path, {"stories/a.md": story(body, TILDA, GONE)}) == []


def test_what_is_said_of_a_story_that_is_withheld_is_private(tmp_path: Path) -> None:
    """Its path alone would tell a log whose permission ended."""
    gone = voice("tilda", "Tilda", WITHDRAWN, part="author")
    found = said(tmp_path, {"stories/a.md": story("Press <select> on it.\n", gone)})
    assert found
    assert all(one.private for one in found)


def test_the_group_s_own_texts_are_told_of_too(tmp_path: Path) -> None:
    """A page or a theme is moved here like a story."""
    text = "---\ntitle: About\n---\n\nPress <select> on it.\n"
    files = {"site_src/pages/about.md": text, "themes/benches.md": text}
    assert [(one.path, one.line, one.code) for one in said(tmp_path, files)] == [
        ("themes/benches.md", 5, "tag-as-words"),
        ("site_src/pages/about.md", 5, "tag-as-words"),
    ]
