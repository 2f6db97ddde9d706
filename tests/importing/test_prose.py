"""HTML of others as Markdown of ours: each word stays, in its order, and none of it is run."""

from random import Random

import pytest
from bs4 import BeautifulSoup

from byleave.importing.found import Passage, Picture
from byleave.importing.prose import Surroundings, html_as_markdown, markdown_as_ours, plain_line
from byleave.render.prose.engines import engine

_WORDS = (
    "urn {sam} *stars* _lines_ [link] (round) <less & 1. 2) - + # > | ` ~~ ::: \\ "
    "Table: ![x] [^1] &amp; café word—word it's \u2018so\u2019 100% [x] --- === {{x}} snake_case"
).split()
_INLINE = ("b", "strong", "i", "em", "span", "code", "u", "sup", "a href='https://a.example/'", "q")
_BLOCKS = ("p", "div", "h2", "h4", "blockquote", "section", "pre")


def _text(dice: Random) -> str:
    words = [dice.choice(_WORDS) for _ in range(dice.randint(1, 6))]
    return " ".join(words).replace("&", "&amp;").replace("<", "&lt;")


def _inline(dice: Random, depth: int = 0) -> str:
    parts = []
    for _ in range(dice.randint(1, 4)):
        if depth < 3 and dice.random() < 0.5:
            # Neither links nor code hold others of their kind.
            tag = dice.choice(_INLINE if depth == 0 else _INLINE[:5])
            parts.append(f"<{tag}>{_inline(dice, depth + 1)}</{tag.split()[0]}>")
        else:
            parts.append(_text(dice))
        parts.append(dice.choice(("", " ", "<br>", "\n")))
    return "".join(parts)


def _blocks(dice: Random, depth: int = 0) -> str:
    parts = []
    for _ in range(dice.randint(1, 4)):
        kind = dice.random()
        if depth < 3 and kind < 0.3:
            tag = dice.choice(("div", "blockquote", "ul", "ol", "section", "td"))
            inner = _blocks(dice, depth + 1)
            if tag in ("ul", "ol"):
                inner = "".join(f"<li>{_inline(dice)}{inner}</li>" for _ in range(2))
            if tag == "td":
                row = "".join(f"<td>{_inline(dice)}</td>" for _ in range(dice.randint(1, 3)))
                parts.append(f"<table><tr>{row}</tr><tr><td>{_inline(dice)}</td></tr></table>")
            else:
                parts.append(f"<{tag}>{inner}</{tag}>")
        elif kind < 0.85:
            tag = dice.choice(_BLOCKS)
            parts.append(f"<{tag}>{_inline(dice)}</{tag}>")
        else:
            parts.append(_inline(dice))
    return "".join(parts)


def _letters(html: str) -> str:
    soup = BeautifulSoup(html, "html.parser")
    return "".join(sign for sign in soup.get_text() if sign.isalnum())


@pytest.mark.slow
def test_no_letter_is_lost_or_moved() -> None:
    """Whatever HTML is made of, all of its letters are shown in their order."""
    for seed in range(30):
        html = _blocks(Random(seed), depth=2)
        for classic in (False, True):
            prose = html_as_markdown(html, Surroundings(), classic=classic)
            shown = engine("commonmark")(prose.text.replace("\\{", "{"))
            assert _letters(shown) == _letters(html), f"{seed}: {html}\n{prose.text}"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>a <b>bold:</b>next</p>", "a <strong>bold:</strong>next"),
        ("<p>a <b>bold</b> <i>word</i>.</p>", "a **bold** *word*."),
        ("<h1>One</h1><p>x</p><h2>Two</h2><p>y</p>", "## One\n\nx\n\n### Two\n\ny"),
        ("<ul><li>a<ol start='3'><li>b</li></ol></li></ul>", "- a\n  3. b"),
        ("<blockquote>One<br>- Two</blockquote>", "> One\\\n> \\- Two"),
        ("<table><tr><th>a</th></tr><tr><td>b</td></tr></table>", "a\n\nb"),
        (
            "<table><tr><td> </td></tr><tr><td>a</td><td>b</td></tr></table>",
            "| a | b |\n| --- | --- |",
        ),
        (
            "<table><tr><td>a</td></tr><tr><td>b</td><td><table><tr><td>c</td><td>d</td></tr>"
            "</table></td></tr></table>",
            "| a |  |\n| --- | --- |\n| b | c; d |",
        ),
        ("<dl><dt>Tea</dt><dd>Hot.</dd></dl>", "**Tea**\n\nHot."),
        (
            "<p>x<sup><a href='#n'>1</a></sup></p><ol><li id='n'>Note <a href='#r'>^</a></li></ol>",
            "x[^1]\n\n[^1]: Note",
        ),
        ("<p onclick='x()'>a<script>b</script><style>c</style><!-- d --></p>", "a"),
        ("<p style='display: none'>a</p><p hidden>b</p><form>c</form>", "b"),
        ("<a href='javascript:x'>a</a>", "a"),
        ("<pre>a {b}\n::: c</pre>", "```\na \\{b}\n\\::: c\n```"),
        ("<video src='https://a.example/f.mp4'></video>", "[a.example](https://a.example/f.mp4)"),
        (
            "<iframe src='https://player.vimeo.com/video/7'></iframe>",
            "[vimeo.com](https://vimeo.com/7)",
        ),
        ("<div>" * 2000 + "deep" + "</div>" * 2000, "deep"),
        ("<blockquote>" * 200 + "deep" + "</blockquote>" * 200, "> " * 20 + "deep"),
    ],
)
def test_html_becomes_what_an_editor_would_write(html: str, markdown: str) -> None:
    """Plain Markdown where there is some for it, and words where there is none."""

    def link(address: str) -> str:
        return "" if address.startswith("javascript") else address

    assert html_as_markdown(html, Surroundings(link=link)).text == markdown


def test_what_is_made_simpler_is_told() -> None:
    """Each kind once, with how often."""
    html = "<form>a</form>" * 2 + "<p style='visibility:hidden'>b</p>"
    assert html_as_markdown(html, Surroundings()).notes == (
        "text that readers did not see was left out",
        "a form was left out (2 times)",
    )


def test_a_note_of_a_passage_stands_in_it() -> None:
    """A passage is a text of its own: outside, nothing would lead to its note."""
    html = (
        "<div class='p'><p>Said<sup><a href='#n'>1</a></sup></p></div><p>After.</p>"
        "<ol><li id='n'>A note.</li></ol>"
    )
    passages = {"p": Passage(by=("sam",), about=("ada", "joe"))}
    assert html_as_markdown(html, Surroundings(passages=passages)).text == (
        "::: voice sam about ada joe\nSaid[^1]\n\n[^1]: A note.\n:::\n\nAfter."
    )


def test_a_caption_stays_where_its_picture_does_not_come() -> None:
    """It is words of the story; with the picture it stands below it."""
    html = "<figure><img src='a.jpg' alt='x'><figcaption>The <b>urn</b></figcaption></figure>"
    seen: list[Picture] = []

    def picture(said: Picture) -> str:
        seen.append(said)
        return "picture.jpg"

    assert html_as_markdown(html, Surroundings()).text == "The urn"
    assert html_as_markdown(html, Surroundings(picture=picture)).text == "![](picture.jpg)"
    assert seen == [Picture(address="a.jpg", alt="x", caption="The urn")]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("Fish &amp; chips", "Fish & chips"),
        ("Fish &amp;amp; <b>chips</b>\n", "Fish & chips"),
        ("<script>x</script>a\x00", "a"),
        ("1 < 2 & 3", "1 < 2 & 3"),
    ],
)
def test_titles_are_plain_words(html: str, words: str) -> None:
    """However often they were escaped."""
    assert plain_line(html) == words


def test_markdown_stays_as_it_was_written() -> None:
    """But for what means something to Byleave alone, or to another program."""
    said = "# A\n\n* one {x}\n\n`{y}` [z](/z) <!-- gone -->\n\n<table><tr><td>a<td>b</table>\n"
    around = Surroundings(link=lambda address: f"/new{address}")
    assert markdown_as_ours(said, around).text == (
        "# A\n\n* one \\{x}\n\n`\\{y}` [z](/new/z) \n\n\n\n| a | b |\n| --- | --- |"
    )
