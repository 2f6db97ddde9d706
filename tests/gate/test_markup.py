"""What an editor is told of markup of which readers see another thing (law 7)."""

from pathlib import Path

import pytest

from byleave.diagnostics import Diagnostic
from byleave.gate import admit
from tests.gate.sites import NOON, Files
from tests.read.folders import SETTINGS, WITHDRAWN, read, story, voice

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
    "a short code": ("{{< film abc >}}\n", "leftover"),
    "a tag of a template": ("{% include x.html %}\n", "leftover"),
    "one of two notes of a name": ("A[^a]\n\n[^a]: One.\n[^a]: Two.\n", "defined-for-nothing"),
    "a letter of JSON": ("don\\u2019t\n", "leftover"),
    "a value of a template": ("By {{ page.author }}.\n", "leftover"),
    "a short code in brackets": ('[caption width="3"] A door[/caption]\n', "leftover"),
    "a short code of any name": ('[tea-cup size="3"]\n', "leftover"),
    "attributes of a paragraph": ("A paragraph.\n{: .lead}\n", "leftover"),
    "the id of a heading": ("## Next {#next}\n\nWords.\n", "leftover"),
    "Markdown in HTML": ('<div markdown="1">**Words**</div>\n', "leftover"),
    "HTML that is far in": ("<div>\n\n        <p>Words.</p>\n</div>\n", "html-as-code"),
    "a heading alone": ("Words.\n\n## Next\n", "heading-alone"),
    "a heading before one of its level": ("## A\n\n## B\n\nWords.\n", "heading-alone"),
    "a heading that is underlined": ("Words.\n\nNext\n----\n", "heading-alone"),
    "a heading over a comment": ("## A\n\n<!-- later -->\n", "heading-alone"),
    "a link to no place here": ("See [there](#nowhere).\n", "link-place"),
    "bullets of a font of symbols": ("\uf0b7 one\n\uf0b7 two\n", "word-bullet"),
    "bullets": ("• one\n• two\n", "word-bullet"),
    "an o for a bullet": ("o one\no two\n", "word-bullet"),
    "a table without headings": ("|  |  |\n| --- | --- |\n| 1 | 2 |\n", "table-heads"),
    "an element that HTML does not have": ("A <x-card src='a'>word</x-card>.\n", "tag-left-out"),
    "words in a field of a form": ("<input placeholder='Your name'>\n", "tag-left-out"),
    "a title of nothing": ("<span title='Words'></span> more\n", "tag-left-out"),
    "an instruction for a server": ("One <?php two ?> three\n", "left-out"),
    "an item with another number": ("1. one\n3. three\n", "list-numbers"),
    "an item behind an empty one": ("1. one\n2.\n3. three\n", "list-numbers"),
    "what somebody says, like an address": ("[Ada]: Yes\n\nWords.\n", "defined-for-nothing"),
    "a note that nothing refers to": ("Words.\n\n[^1]: A note.\n", "defined-for-nothing"),
    "words behind a fence": ("``` and then\ncode\n```\n", "behind-fence"),
    "HTML without headings": (
        "<table><tr><td>1</td></tr><tr><td>2</td></tr></table>\n",
        "table-heads",
    ),
    "rows without a rule": ("| a | b |\n| 1 | 2 |\n", "table-rule"),
    "a rule that does not fit": ("| a | b |\n| - |\n| 1 | 2 |\n", "table-rule"),
    "a cell too many": ("| a | b |\n| - | - |\n| c | d | e |\n", "table-cells"),
    "a heading over a rule": ("Words.\n\n## Next\n\n****\n", "heading-alone"),
    "a heading in a quotation": ("Words.\n\n> ## Next\n", "heading-alone"),
    "a heading as an element": ("Words.\n\n<h2>\nNext\n</h2>\n", "heading-alone"),
    "another kind of link": ("[files](ftp://files.example.org/a)\n", "link-kind"),
    "a page of one's own computer": ("[us](http://localhost:8000/us/)\n", "link-at-home"),
    "a page of one's own network": ("See <http://192.168.0.3/x>.\n", "link-at-home"),
    "a password": ("[rota](https://me:word@rota.example.org/)\n", "link-password"),
    "a place on a computer": ("![Tea](C:/hall.jpg)\n", "shown-from-nowhere"),
    "a place on Windows": ("![Tea](C:\\Users\\ann\\hall.jpg)\n", "shown-from-nowhere"),
    "a file on a computer": ("![Tea](file:///home/ann/hall.jpg)\n", "shown-from-nowhere"),
    "a picture within the text": ("![Tea](data:image/png;base64,iVBOR)\n", "shown-from-nowhere"),
    "a picture elsewhere on a computer, by its label": (
        "![Tea][t]\n\n[t]: file:///home/ann/hall.jpg\n",
        "shown-from-nowhere",
    ),
    "such a picture in HTML": ("<img src='C:\\hall.jpg' alt='Tea'>\n", "shown-from-nowhere"),
    "a document on a computer": ("[rota](C:\\Users\\ann\\rota.pdf)\n", "link-at-home"),
    "a document in a folder": ("[rota](file:///home/ann/rota.pdf)\n", "link-at-home"),
    "a name that nothing has": ("See [the rota][nope].\n", "reference-missing"),
    "words that are no name": ("See [the rota][].\n", "reference-missing"),
    "a picture by a name that nothing has": ("![Tea][nope]\n", "reference-missing"),
    "a note that is not there": ("Tea[^1] and soup.\n", "reference-missing"),
    "cells with tabs between": ("Day\tWho\nThursday\t31\nFriday\t12\n", "table-pasted"),
    "cells with gaps between": ("Day      Who\nThursday  31\nFriday   12\n", "table-pasted"),
    "cells with commas between": ("Day,Who,Tea\nThursday,31,yes\n", "table-pasted"),
    "cells with quotes": ('Who,Tea\n"Ann, of 3",yes\nBen,no\n', "table-pasted"),
    "cells with semicolons between": ("Day;Who\nThursday;31\nFriday;12\n", "table-pasted"),
    "a letter that nobody can read": ("Tea at the caf\ufffd.\n", "letter-lost"),
    "a sign that is no letter": ("Tea\0and soup.\n", "letter-lost"),
    "letters of another code page": ("She didn\u00e2\u20ac\u2122t.\n", "letter-lost"),
    "an accent of another code page": ("Tea at the caf\u00c3\u00a9.\n", "letter-lost"),
    "nothing": ("", "text-empty"),
    "a paragraph as in a letter": ("    Dear all, we had tea.\n\nMore.\n", "words-as-code"),
    "one behind a tab": ("Words.\n\n\tWe had tea on Tuesday.\n", "words-as-code"),
    "code without an end": ("Words.\n\n```\nx = 1\n\nMore words.\n", "code-open"),
    "a remark alone": ("<!-- Tea\nand soup. -->\n", "text-empty"),
    "another kind of link, in HTML": ("<a href='whatsapp://send'>us</a>\n", "link-kind"),
}


# One of each kind that other programs have, which no reader should see.
LEFT_OVER = {
    "a note of GitHub": "> [!NOTE]\n> Tea.\n",
    "a note of MkDocs": '!!! note "Tea"\n    Soup.\n',
    "what is folded": "??? note\n    Soup.\n",
    "a name as wikis write it": "See [[the oven]].\n",
    "a file as Obsidian shows it": "![[oven.png]]\n",
    "a remark of Obsidian": "Tea %%for us%% soup.\n",
    "a list of contents": "[TOC]\n\nTea.\n",
    "a little picture": "Tea :smile: soup.\n",
    "marked words": "Tea ==and== soup.\n",
    "raised words": "Tea^2^.\n",
    "inserted words": "Tea ++and++ soup.\n",
    "a proposed change": "Tea {++and++} soup.\n",
    "a proposed remark": "Tea {>>really?<<} soup.\n",
    "a note within the text": "Tea^[or soup].\n",
    "a formula": "$$tea$$\n",
    "an import of MDX": "import Tea from './tea'\n\nSoup.\n",
    "a directive": ".. note::\n\n   Tea.\n",
    "Org": "#+TITLE: Tea\n\nSoup.\n",
    "bold as wikis write it": "'''Tea''' and soup.\n",
    "a heading as wikis write it": "== Tea ==\n\nSoup.\n",
    "a frame": "+---+\n| a |\n+---+\n",
    "the end of a short code": "[b]Tea[/b]\n",
    "a tag of a server": "Tea <%= soup %>.\n",
    "a remark of a template": "Tea {# soup #}.\n",
    "a value behind a link": "[Tea](https://lea.example.org/x){target=_blank}\n",
    "a class behind words": "[Tea]{.small}\n",
    "a heading that is none": "##Tea\n\nSoup.\n",
    "the size of a picture": "![Tea](https://lea.example.org/x.png =300x200)\n",
    "a link in two pieces": "[Tea] (https://lea.example.org/x)\n",
    "what a word means": "Tea\n: Soup\n",
    "what a short form means": "*[OT]: Tea\n\nThe OT\n",
}


@pytest.mark.parametrize("body", LEFT_OVER.values(), ids=LEFT_OVER)
def test_markup_of_other_programs_is_told(tmp_path: Path, body: str) -> None:
    """Whoever moves in from another program has not seen yet what this one does not know."""
    assert "leftover" in codes(tmp_path, body)


@pytest.mark.parametrize(("body", "code"), TOLD.values(), ids=TOLD)
def test_what_readers_see_otherwise_is_told(tmp_path: Path, body: str, code: str) -> None:
    """Nothing vanishes in silence."""
    assert codes(tmp_path, body) == [code]


NOT_TOLD = {
    "elements": "A <b>bold</b> <br> word, <time datetime='2021-01-01'>then</time>.\n",
    "comments": "One <!-- two --> three\n",
    "code": "`<select>` and `![x](https://a.example/b.jpg)`\n\n```\n<title>\n<!--\n```\n",
    "a destination": "[a](<a.md>) [b](<https://b.example/c d>) [e](<our hall.md>)\n",
    "signs": "3 < 4 > 2 and <3 <https://a.example> <us@a.example>\n",
    "links": "[a](https://a.example) [b](mailto:b@a.example) [c](tel:+44) [d](sms:123)\n",
    "braces": "A set {1, 2} and \\{x} and {sam} and `{{ x }}` and [a note].\n",
    "code that is far in": "So:\n\n    x = 1\n",
    "a list with HTML": "- a\n\n    <p>b</p>\n",
    "headings": "# A\n\n## B\n\nWords.\n\n## C\n\n::: voice sam\nMore.\n:::\n",
    "no heading": "Words.\n\n```\n# comment\n```\n\n    # far in\n",
    "rules": "Words.\n\n---\n\nMore.\n",
    "places": "## The *tea* urn\n\n[a](#the-tea-urn) [b](#spot) [c](#main) <b id='spot'>x</b>\n",
    "a dash or an o": "– so she said.\n\no rare day, and so on.\n",
    "numbers": "1. one\n2. two\n\nThen:\n\n1. one\n1. two\n\nIt was\n1998. So.\n",
    "numbers set right": " 9. nine\n10. ten\n",
    "a year": "1998\\. It rained.\n\n3. three\n4. four\n    1. one\n    2. two\n5. five\n",
    "addresses": "[a][b] [c] d[^1]\n\n[b]: https://b.example\n[c]: tel:+44\n\n[^1]: Note.\n",
    "code with a language": "```python\nx\n```\n\n> ```\n> y\n> ```\n\n- ```\n  z\n  ```\n",
    "short rows": "| a | b |\n| - | - |\n| c |\n| d \\| e | f |\n",
    "titles": "<abbr title='Words'>W</abbr> <span title='More'>m</span>\n",
    "a table": "| a | |\n| --- | --- |\n| 1 | 2 |\n",
    "signs of other tools, meant": (
        "At 10:30:45: a == b, C++ and G++, x ^ y, ^_^ 50%% off, it's 'so'. +1: [1]. a | b\n"
    ),
    "code that is meant": (
        "So:\n\n    for one in list:\n    Total = 1\n\n- a\n\n    Words of an item.\n\n> ```\n> x\n"
    ),
    "commas and numbers": (
        "Some 1,200 came on Monday, and\n2,500 on Tuesday.\n\n1,200 men\n2,500 women\n3,100 all\n"
    ),
    "an address on paper": "12, Tanner Street,\nLeeds, LS1 2AB,\nEngland, of course\n",
    "items with tabs": "-\tone\n-\ttwo\n\n1.\tone\n2.\ttwo\n",
    "letters with accents": "S\u00c3O, \u00c2ME and caf\u00e9\n",
    "spaces behind a sentence": "Tea.   \nSoup.   \nCake.\n",
    "brackets of one's own": "Tea [sic] and \\[^1] [so](https://a.example)[1] `[a][b]`\n",
    "a row alone": "| not a table |\n",
    "a table for the look": "<table><tr><td>1</td><td>2</td></tr></table>\n",
    "the site itself": "[a](https://lea.example.org/a/)\n",
}


@pytest.mark.parametrize("body", NOT_TOLD.values(), ids=NOT_TOLD)
def test_what_readers_see_as_it_is_meant_is_not_told(tmp_path: Path, body: str) -> None:
    """Editors who are warned of everything read no warnings."""
    assert codes(tmp_path, body) == []


def test_an_event_needs_no_text(tmp_path: Path) -> None:
    """When and where says enough of a coffee morning."""
    event = "{starts: 2026-12-10 10:00}"
    assert said(tmp_path, {"stories/a.md": story("", TILDA, event=event)}) == []


def test_letters_that_a_title_lost_are_told(tmp_path: Path) -> None:
    """A title is read more often than its text."""
    (one,) = said(tmp_path, {"stories/a.md": story("Words.\n", TILDA, title="Tea\ufffd")})
    assert (one.code, one.line) == ("letter-lost", 2)


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


PYTHON_MARKDOWN = """\
## Next {#next}

A paragraph.
{: .lead}

<div markdown="1">
**Words**
</div>
"""


def test_what_the_engine_of_the_site_reads_is_no_leftover(tmp_path: Path) -> None:
    """Groups chose Python-Markdown for its lists of attributes."""
    files = {"stories/a.md": story(PYTHON_MARKDOWN, TILDA)}
    assert [one.code for one in said(tmp_path / "a", files)] == ["leftover"] * 3
    settings = SETTINGS + "prose: {engine: python-markdown}\n"
    assert said(tmp_path / "b", {**files, "site_src/site.yaml": settings}) == []


def test_a_heading_is_told_of_by_what_is_left_under_it(tmp_path: Path) -> None:
    """As if what is withheld had never been: the same is said of the story without it."""
    body = "Words.\n\n## Next\n\n::: voice sam\nMore.\n:::\n"
    assert codes(tmp_path / "there", body) == []
    gone = said(tmp_path / "gone", {"stories/a.md": story(body, TILDA, GONE)})
    never = said(tmp_path / "never", {"stories/a.md": story("Words.\n\n## Next\n", TILDA)})
    assert [one.code for one in gone] == [one.code for one in never] == ["heading-alone"]


@pytest.mark.parametrize("anchor", ["<a name='sam-carter'></a>", "<p id='sam-carter'>Words.</p>"])
def test_a_place_that_is_called_after_somebody_names_them(tmp_path: Path, anchor: str) -> None:
    """It stands in the page, so it goes with them."""
    files = {"stories/a.md": story(f"Words.\n\n{anchor}\n\nMore.\n", TILDA, GONE)}
    published, _ = admit(read(tmp_path, files).tree, NOON)
    assert published.stories == ()


@pytest.mark.parametrize("front", [{"date": "2030-01-01"}, {"date": None}])
def test_what_is_said_of_a_story_before_its_day_is_private(
    tmp_path: Path, front: dict[str, str | None]
) -> None:
    """Its path may tell what is to come; whoever asks for everything is told."""
    files = {"stories/a.md": story("Words.\n\n## Next\n", TILDA, SAM, **front)}
    assert [(one.code, one.private) for one in said(tmp_path, files)] == [("heading-alone", True)]
