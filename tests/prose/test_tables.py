"""Tables: captions, headers, and the frame around them."""

import pytest

from byleave.render.prose import EngineName
from tests.prose.making import every_engine, html, name, page

TABLE = "| Who | When |\n| :-- | --: |\n| Sam | 10:00 |"


@every_engine
def test_a_table_can_be_used_by_ear_and_keyboard(engine: EngineName) -> None:
    """Headers say what they are for, the frame can be scrolled, cells can be stacked."""
    assert html(TABLE, engine) == (
        '<div class="table" role="group" aria-label="Table" tabindex="0"><table>'
        '<thead><tr><th scope="col">Who</th>'
        '<th class="align-right" scope="col">When</th></tr></thead>'
        '<tbody><tr><td data-label="Who">Sam</td>'
        '<td class="align-right" data-label="When">10:00</td></tr></tbody></table></div>'
    )


@every_engine
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_the_line_after_a_table_is_its_caption(between: str, engine: EngineName) -> None:
    """It names the table, once: the frame around it is not called so too."""
    body = page(html(f"{TABLE}{between}Table: {name('sam')}'s *day* | more\nand on", engine))
    (region,) = body.findall("div")
    (caption,) = region.findall("table/caption")
    assert caption.text_content() == "Sam’s day | more"
    assert region.get("aria-label") == "Table"
    assert "aria-labelledby" not in region.attrib
    assert "id" not in caption.attrib
    assert [p.text for p in body.findall("p")] == ["and on"]
    assert len(region.findall(".//tr")) == 2


@every_engine
@pytest.mark.parametrize(
    "text",
    [
        "Table: a",
        "a | b\nTable: c",
        f"{TABLE}\n\n\na\n\nTable: b",
        f"- x\n\nTable: {TABLE.partition('|')[0]}y",
    ],
)
def test_elsewhere_the_same_words_are_text(text: str, engine: EngineName) -> None:
    """Only a table has a caption; nobody's sentence disappears."""
    body = page(html(text, engine))
    assert not body.findall(".//caption")
    assert "Table: " in body.text_content()


def test_a_table_that_is_none_keeps_its_lines_together() -> None:
    """GFM 4.10: with more headers than columns it is a paragraph, and stays one."""
    assert html("x | a | b\n| - | - |\nTable: y") == "<p>x | a | b\n| - | - |\nTable: y</p>"


@every_engine
def test_a_table_in_code_stays_as_it_was_typed(engine: EngineName) -> None:
    """A page about writing pages shows the source unchanged."""
    body = page(html(f"```\n{TABLE}\nTable: a\n```", engine))
    (code,) = body.findall("pre/code")
    assert (code.text or "").strip() == f"{TABLE}\nTable: a"


@every_engine
def test_a_table_in_a_quotation_has_its_caption(engine: EngineName) -> None:
    """The margin of a quotation is no part of the line."""
    quoted = "> ".join(f"> {TABLE}\nTable: a".splitlines(keepends=True))
    (caption,) = page(html(quoted, engine)).findall(".//blockquote//caption")
    assert caption.text == "a"


@every_engine
def test_empty_headers_are_no_headers(engine: EngineName) -> None:
    """A screen reader would read out nothing before each cell (WCAG 1.3.1)."""
    assert "<thead>" not in html("| | |\n| - | - |\n| a | b |", engine)
    body = page(html("| | a |\n| - | - |\n| b | c |", engine))
    assert [cell.tag for cell in body.iterfind(".//thead/tr/*")] == ["td", "th"]
    assert [cell.get("data-label") for cell in body.iterfind(".//tbody/tr/td")] == [None, "a"]


BY_HAND = (
    "<table><tr><th>a</th><th colspan='2'>b</th></tr><tr><th>c</th><td>d</td><td>e</td></tr>"
    "<caption>f</caption></table>"
)


@every_engine
def test_a_table_by_hand(engine: EngineName) -> None:
    """Row headers are for their row, labels count columns, the caption goes to the top."""
    body = page(html(BY_HAND, engine))
    assert [th.get("scope") for th in body.iterfind(".//th")] == ["col", "col", "row"]
    assert [td.get("data-label") for td in body.iterfind(".//td")] == ["b", "b"]
    (table,) = body.findall(".//table")
    assert table[0].tag == "caption"


@every_engine
def test_columns_that_cannot_be_counted_give_no_labels(engine: EngineName) -> None:
    """A wrong label is worse than none."""
    by_hand = "<table><tr><th>a<th>b<tr><td rowspan=2>c<td>d<tr><td>e</table>"
    assert "data-label" not in html(by_hand, engine)
