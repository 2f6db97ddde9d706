"""Every destination in a text is found without parsing Markdown: too many rather than too few."""

import pytest

from byleave.read.links.in_text import MOST_LINKS, find_links

ONE = {
    "plain": ("[a b](x.md)", "x.md", "a b"),
    "in angle brackets": ("[a](<x y.md>)", "x y.md", "a"),
    "with a title": ('[a](x.md "Title")', "x.md", "a"),
    "with spaces": ("[a](  x.md  )", "x.md", "a"),
    "brackets in the words": ("[a [b] c](x.md)", "x.md", "a [b] c"),
    "escaped brackets in the words": (r"[a \] b](x.md)", "x.md", r"a \] b"),
    "parentheses in the address": ("[a](x_(y).md)", "x_(y).md", "a"),
    "over two lines": ("[a\nb](x.md)", "x.md", "a\nb"),
    "by its label": ("[a][l]\n\n[l]: x.md\n", "x.md", "a"),
    "by its own words": ("[a b][]\n\n[A  B]: x.md\n", "x.md", "a b"),
    "by its own words alone": ("[a b]\n\n[a b]: x.md\n", "x.md", "a b"),
    "by a label on two lines": ("[a][l]\n\n[l]:\n  <x.md>\n", "x.md", "a"),
    "in HTML": ('<a class="c" href="x.md">a <b>b</b></a> c', "x.md", "a <b>b</b>"),
    "in HTML without quotes": ("<A HREF=x.md>a</A>", "x.md", "a"),
    "in HTML with single quotes": ("<a href='x.md'>a</a>", "x.md", "a"),
    "in code": ("`[a](x.md)`", "x.md", "a"),
    "in a comment": ("<!-- [a](x.md) -->", "x.md", "a"),
}


@pytest.mark.parametrize(("text", "destination", "words"), ONE.values(), ids=ONE)
def test_a_link_is_found_with_its_words(text: str, destination: str, words: str) -> None:
    """However it is written: the words decide whether it may stay without its link."""
    found = [(one.destination, one.text) for one in find_links(text, 1)]
    assert (destination, words) in found


PICTURES = {
    "plain": ("![a](x.png)", "x.png"),
    "in a link": ("[![a](x.png)](y.md)", "x.png"),
    "in HTML": ('<img alt="a" src="x.png">', "x.png"),
    "a recording": ('<audio src="x.mp3"></audio>', "x.mp3"),
    "the still of a film": ('<video poster="x.png">', "x.png"),
}


@pytest.mark.parametrize(("text", "destination"), PICTURES.values(), ids=PICTURES)
def test_a_picture_is_found(text: str, destination: str) -> None:
    """So that nobody's picture is published who is not in its `shows`."""
    assert destination in [one.destination for one in find_links(text, 1) if one.picture]


def test_a_link_around_a_picture_is_found_too() -> None:
    """Both are there: what is shown, and where it leads."""
    found = {one.destination for one in find_links("[![a](x.png)](y.md)", 1)}
    assert found == {"x.png", "y.md"}


def test_a_bare_address_is_found() -> None:
    """GitHub's Markdown makes links of addresses that stand alone."""
    (link,) = find_links("See https://lea.example.org/stories/shed/, then rest.", 1)
    assert link.destination.startswith("https://lea.example.org/stories/shed/")


def test_an_address_to_which_words_lead_is_no_words() -> None:
    """A story that links to another by its whole address says no more of it than by its path."""
    (link,) = find_links("[over there](https://lea.example.org/stories/shed/ 'a title')", 1)
    assert (link.text, link.destination) == ("over there", "https://lea.example.org/stories/shed/")
    found = find_links("over there](https://lea.example.org/stories/shed/)", 1)
    assert [one.text for one in found] == ["https://lea.example.org/stories/shed/"]


@pytest.mark.parametrize(
    "text", ["[a] (x.md)", "a](x.md)", r"\[a](x.md)", "[a]", "(x.md)", "[a]()"]
)
def test_what_is_no_link_leads_nowhere(text: str) -> None:
    """Editors are not told of links that they did not make."""
    assert find_links(text, 1) == ()


def test_a_link_has_its_place() -> None:
    """The line and the column of the bracket with which its words begin."""
    text = "One.\n\nTwo [a](x.md), ![b](y.png).\n"
    assert [(one.at.line, one.at.column) for one in find_links(text, 40)] == [(42, 5), (42, 17)]


ENDLESS = {
    "brackets that open": "[",
    "brackets that close": "]",
    "parentheses": "(",
    "pictures that open": "![",
    "empty links": "[](",
    "pairs": "[]",
    "links in links": "[](x)",
    "tags that open": "<a ",
    "attributes": '<a href="',
    "backslashes": "\\[",
    "definitions": "[a]: ",
    "lines of definitions": "[a]: x\n",
}


@pytest.mark.parametrize("piece", ENDLESS.values(), ids=ENDLESS)
def test_an_endless_text_is_read_to_its_end(piece: str) -> None:
    """Fifty thousand of anything are read in one go, and give no more than the bound."""
    assert len(find_links(piece * 50_000, 1)) <= MOST_LINKS + 1
