"""Pictures, recordings, and what is left where they are not shown."""

import pytest

from byleave.render.prose import EngineName
from tests.prose.making import every_engine, html, page

LAZY = 'loading="lazy" decoding="async"'
HALL = f'<img src="/media/hall.jpg" alt="People in a hall" {LAZY}>'
SUNNY = f'<img src="/media/hall.jpg" alt="People in a hall" width="640" height="480" {LAZY}>'
FIGURE = f"<figure>{SUNNY}<figcaption>The hall in June</figcaption></figure>"

SHOWN = {
    "words from the story": ("a ![](hall.jpg) b", f"<p>a {HALL} b</p>"),
    "alone without a caption": ("![](hall.jpg)", f"<p>{HALL}</p>"),
    "alone with a caption": ("![](sunny%20hall.jpg)", FIGURE),
    "with a caption, among words": (
        "a ![](<sunny hall.jpg>)",
        f"<p>a {SUNNY} <small>The hall in June</small></p>",
    ),
    "two alone": ("![](hall.jpg)\n![](sunny%20hall.jpg)", f"<p>{HALL}</p>{FIGURE}"),
    "alone in an item": ("- ![](sunny%20hall.jpg)", f"<ul><li>{FIGURE}</li></ul>"),
    "a link around it": (
        "[![](sunny%20hall.jpg)](garden.md)",
        f'<figure><a href="/stories/garden/">{SUNNY}</a>'
        "<figcaption>The hall in June</figcaption></figure>",
    ),
    "by hand": (
        '<img src="hall.jpg" onerror="x" style="y" srcset="//e.example/z 2x">',
        f"<p>{HALL}</p>",
    ),
    "a recording": (
        "![](talk.mp3)",
        '<p><audio controls="" preload="none" src="/media/talk.mp3" aria-label="Sam\'s talk" '
        'id="recording"><a href="/media/talk.mp3">Sam\'s talk</a></audio></p>',
    ),
    "a film": (
        "![Dancing](film.mp4)",
        '<p><video controls="" preload="none" src="/media/film.mp4" aria-label="Dancing" '
        'width="320" height="240" id="recording"><a href="/media/film.mp4">Dancing</a></video></p>',
    ),
    "a film by hand": (
        '<video autoplay><source src="//e.example/x.mp4"><source src="film.mp4">'
        '<track src="//e.example/t.vtt">old</video>',
        '<p><video controls="" preload="none" src="/media/film.mp4" aria-label="The day" '
        'width="320" height="240" id="recording"><a href="/media/film.mp4">The day</a></video></p>',
    ),
    "a document": ("![](report.pdf)", '<p><a href="/media/report.pdf">The report</a></p>'),
    "a link to a document": ("[Read](report.pdf)", '<p><a href="/media/report.pdf">Read</a></p>'),
}


@every_engine
@pytest.mark.parametrize("case", SHOWN)
def test_a_file_is_shown_as_its_entry_says(case: str, engine: EngineName) -> None:
    """Words for those who cannot see it, its size so that nothing jumps, a player that waits."""
    source, expected = SHOWN[case]
    assert html(source, engine) == expected


@every_engine
def test_what_the_writer_says_of_a_picture_comes_first(engine: EngineName) -> None:
    """The body may describe a picture for its place; the entry is for where it does not."""
    (image,) = page(html("![Our chairs](hall.jpg)", engine)).findall(".//img")
    assert image.get("alt") == "Our chairs"


GONE = "![Kim's face](gone.jpg)"

# What stands around a picture that is not shown, and the source in which it never was.
AS_IF = {
    "in a line": (f"a {GONE} b", "a b"),
    "at the start": (f"{GONE} b", "b"),
    "at the end": (f"a {GONE}", "a"),
    "before a comma": (f"a{GONE}, b", "a, b"),
    "on a line": (f"a\n{GONE}\nb", "a\nb"),
    "on a line with breaks": (f"a  \n{GONE}  \nb", "a  \nb"),
    "on the last line": (f"a  \n{GONE}", "a"),
    "on the first line": (f"{GONE}  \na", "a"),
    "in emphasis": (f"a *b {GONE}* c", "a *b* c"),
    "first in emphasis": (f"a *{GONE} b* c", "a *b* c"),
    "alone in emphasis": (f"a **{GONE}** b", "a b"),
    "in a link": (f"a [{GONE}](garden.md) b", "a b"),
    "a paragraph": (f"a\n\n{GONE}\n\nb", "a\n\nb"),
    "an item": (f"- a\n- {GONE}\n- b", "- a\n- b"),
    "an item of a list apart": (f"- a\n\n- {GONE}", "- a"),
    "a paragraph of an item": (f"- a\n\n    {GONE}\n\n- b", "- a\n- b"),
    "a whole list": (f"a\n\n- {GONE}\n- {GONE}\n\nb", "a\n\nb"),
    "between two lists": (f"- a\n\n{GONE}\n\n- b", "- a\n\n- b"),
    "between an item of two paragraphs and one of one": (
        f"- a\n\n    b\n\n{GONE}\n\n- c",
        "- a\n\n    b\n\n- c",
    ),
    "between two quotations": (f"> a\n\n{GONE}\n\n> b", "> a\n\n> b"),
    "a quotation": (f"a\n\n> {GONE}\n\nb", "a\n\nb"),
    "a line of a quotation": (f"> a\n> {GONE}\n> — b", "> a\n> — b"),
    "the words of a quotation": (f"> {GONE}\n>\n> — b", "> — b"),
    "a heading": (f"# {GONE}\n\na", "a"),
    "all under a heading": (f"a\n\n## b\n\n{GONE}", "a"),
    "a cell": (f"| a | b |\n| - | - |\n| c | {GONE} |", "| a | b |\n| - | - |\n| c | |"),
    "a row": (f"| a |\n| - |\n| {GONE} |\n| b |", "| a |\n| - |\n| b |"),
    "a table": (f"a\n\n| {GONE} |\n| - |\n| {GONE} |\n\nb", "a\n\nb"),
    "a note": (f"a[^1] b\n\n[^1]: {GONE}", "a b"),
    "a figure by hand": (
        "a\n\n<figure><img src='gone.jpg'><figcaption>Kim</figcaption></figure>\n\nb",
        "a\n\nb",
    ),
    "a recording by hand": ("a\n\n<audio src='gone.mp3'>Kim</audio>\n\nb", "a\n\nb"),
    "two at once": (f"a {GONE} {GONE}\n{GONE} b", "a\nb"),
}


@every_engine
@pytest.mark.parametrize("case", AS_IF)
def test_a_picture_that_is_not_shown_never_was(case: str, engine: EngineName) -> None:
    """Rule 5: no gap, no frame, no word of it is left."""
    with_picture, without = AS_IF[case]
    assert html(with_picture, engine) == html(without, engine)
