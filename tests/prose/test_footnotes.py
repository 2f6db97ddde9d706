"""Footnotes: numbered as they are read, with a way there and back."""

from byleave.render.prose import EngineName, ProseLabels, compose
from byleave.values import replace
from tests.prose.making import USUAL, every_engine, html, one_line, page, passages


@every_engine
def test_a_note_and_the_way_back(engine: EngineName) -> None:
    """Who follows a note's number comes back to where they were (DPUB-ARIA 1.1)."""
    assert html("a[^x] b\n\n[^x]: It's *so*.", engine) == (
        '<p>a<sup class="note"><a href="#note-1" id="note-1-text" role="doc-noteref" '
        'aria-label="Note 1">1</a></sup> b</p>'
        '<section class="footnotes" role="doc-endnotes" aria-labelledby="notes">'
        '<h2 id="notes">Notes</h2><ol><li id="note-1"><p>It’s <em>so</em>. '
        '<a href="#note-1-text" role="doc-backlink" aria-label="Back to note 1 in the text">'
        "↩\ufe0e</a></p></li></ol></section>"
    )


@every_engine
def test_numbers_run_through_the_whole_page(engine: EngineName) -> None:
    """Each passage has notes of its own, and yet no number comes twice or is missing."""
    parts = passages(
        "a[^1] b[^2]\n\n[^2]: two\n\n[^1]: one",
        "c[^1]\n\n[^1]: three",
        "d[^9] e[^1]\n\n[^9]: four",
    )
    body = page(compose(parts, replace(USUAL, engine=engine)).html)
    numbers = [link.text for link in body.iterfind(".//sup/a")]
    assert numbers == ["1", "2", "3", "4", "1"]
    items = body.findall(".//section/ol/li")
    assert [item.text_content().split()[0] for item in items] == ["one", "two", "three", "four"]


@every_engine
def test_every_way_leads_somewhere(engine: EngineName) -> None:
    """A note that is referred to twice has two ways back, told apart by their words."""
    body = page(html("a[^1] b[^1]\n\n[^1]: c", engine))
    ids = {element.get("id") for element in body.iter() if element.get("id")}
    links = [link.get("href", "") for link in body.iterfind(".//a")]
    assert len(links) == 4
    assert {link.removeprefix("#") for link in links} <= ids
    back = [link.get("aria-label") for link in body.iterfind(".//section//a")]
    assert back == ["Back to note 1 in the text", "Back to note 1 in the text (2)"]


@every_engine
def test_a_note_may_have_paragraphs_and_notes(engine: EngineName) -> None:
    """The way back stands at the end of the note, and a note in a note comes after the text's."""
    body = page(html("a[^1] b[^2]\n\n[^1]: c[^3]\n\n    d\n\n[^2]: e\n\n[^3]: f", engine))
    items = [item.findall("p") for item in body.iterfind(".//section/ol/li")]
    assert [[p.text.strip() for p in paragraphs] for paragraphs in items] == [
        ["c", "d"],
        ["e"],
        ["f"],
    ]
    assert [p.findall("a[@role='doc-backlink']") != [] for p in items[0]] == [False, True]


@every_engine
def test_a_note_that_nothing_refers_to_is_left_out(engine: EngineName) -> None:
    """Nobody could come to it; and its reference may have been in a passage that is gone."""
    assert html("a\n\n[^1]: b", engine) == "<p>a</p>"


@every_engine
def test_a_label_defined_twice_loses_no_text(engine: EngineName) -> None:
    """Word's and people's own numbering starts again; the text after it must still be there."""
    body = page(html("a[^1]\n\n[^1]: one\n\nb[^1]\n\n[^1]: two\n\nc", engine))
    assert [p.text for p in body.xpath(".//p[not(ancestor::section[@class])]")] == ["a", "b", "c"]


@every_engine
def test_a_table_in_a_note_is_one(engine: EngineName) -> None:
    """Notes are read on phones and by ear like all the rest."""
    note = "[^1]: b\n\n    | c |\n    | - |\n    | d |\n    Table: e"
    body = page(html(f"a[^1]\n\n{note}", engine))
    (frame,) = body.findall(".//li/div")
    assert frame.get("aria-label") == "Table"
    assert [caption.text for caption in frame.iterfind(".//caption")] == ["e"]
    assert [cell.get("data-label") for cell in frame.iterfind(".//tbody/tr/td")] == ["c"]


@every_engine
def test_a_heading_in_a_note_is_none(engine: EngineName) -> None:
    """Notes are no chapters: the contents leave them out."""
    prose = compose(passages("a[^1]\n\n[^1]:\n    ## b\n\n    c"), replace(USUAL, engine=engine))
    assert prose.contents == ()


@every_engine
def test_the_words_can_be_put_in_another_language(engine: EngineName) -> None:
    """A Welsh page says Nodiadau."""
    labels = ProseLabels(notes="Nodiadau", note="Nodyn {number}", back="Yn ôl i nodyn {number}")
    body = html("a[^1]\n\n[^1]: b", engine, replace(USUAL, labels=labels, language="cy"))
    assert "Nodiadau" in body
    assert 'aria-label="Nodyn 1"' in body
    assert 'aria-label="Yn ôl i nodyn 1"' in body


def test_notes_by_hand_are_kept() -> None:
    """What looks like an engine's footnotes but is not referred to is ordinary text."""
    text = "<section data-footnotes><ol><li>kept</li></ol><p>also</p></section>"
    assert one_line(html(text)) == "<section><ol><li>kept</li></ol><p>also</p></section>"
