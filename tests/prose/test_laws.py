"""What holds for every text that anyone could write."""

import lxml.html
import nh3
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from byleave.render.prose import EngineName, Prose, ProseError, ProsePart, compose
from byleave.render.prose.tree import Element, read, walk, write
from byleave.values import replace
from tests.generated import examples
from tests.prose.making import ENGINES, USUAL, name

pytestmark = pytest.mark.slow

TABLE = "| a | b |\n| - | - |\n| c | d |\n"
# What Markdown and HTML are made of, parted by spaces; `_` is a space, `;` a line's end.
MADE_OF = (
    "word it's \" ' ... _--_ _ __ ; ;; ;; ____ __; \\; \\ #_ ##_ ###_x;; >_ -_ 1._ 3)_ Table:_x; "
    "---; ===; * ** ` ```; ~~~; ~~ [ ] ( ) ![ ]( ![x](gone.jpg) ![](hall.jpg) "
    "![](sunny%20hall.jpg) ![](talk.mp3) ![](report.pdf) [x](garden.md) [x](lost.md) "
    "[x](https://a.example) [x](#x) [^1] [^2] [^1]:_note; [^2]:_ [r] [r]:_garden.md; "
    "<https://a.example> www.a.example a@b.example <b> </b> <a_href=garden.md> </a> <p> </p> "
    "<div> </div> <div_markdown=1> <table> <tr> <td> <th> </td> </table> <ul> <li> </ul> "
    "<details> <summary> </details> <pre> </pre> <code> </code> <h1> </h1> <h3> <svg> <style> "
    "</style> <math> <mtext> <script> </script> <!-- --> <![CDATA[ ]]> <? <select> <button> "
    "<object> <form> <input_type=checkbox> <textarea> <title> <noscript> <template> <figure> "
    "<figcaption> </figure> <blockquote> </blockquote> >_—_x; >_x; --_x & < </> {:_#x_.y} {#x} "
    "*[sam]:_Sammy; Term;:_x; <ruby> <rt> <caption> <audio_src=talk.mp3> </audio> "
    "<img_src=gone.jpg> <br> <hr> <section_data-footnotes><ol><li_id=fn-1> <font> <center> "
    "<dl><dt> <sup><a_data-footnote-ref_href=#fn-1> <span_lang=fr_dir=rtl> </span> <dd> <body> "
    "<plaintext>"
)
PIECES = [piece.replace("_", " ").replace(";", "\n") for piece in MADE_OF.split(" ")]
PIECES += [TABLE, "_", "__", "&amp;", "&#39;", name("sam"), "\ue002sam\ue003", "\x00"]

texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.text(max_size=60),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=20).map("".join),
)
bodies = st.lists(st.tuples(texts, st.booleans()), max_size=4)
engines = st.sampled_from(ENGINES)


def _composed(body: list[tuple[str, bool]], engine: EngineName) -> Prose | None:
    """The body, where a passage follows each unmarked text; None if it cannot be rendered."""
    parts: list[ProsePart] = []
    for text, by_sam in body:
        if by_sam or (parts and not parts[-1].is_passage):
            parts.append(ProsePart(text=text, by=("sam",)))
        else:
            parts.append(ProsePart(text=text))
    try:
        return compose(parts, replace(USUAL, engine=engine))
    except ProseError:
        return None


@given(bodies, engines)
@settings(max_examples=examples(600), deadline=None)
@example([("<h3><a><h1>x", False)], "commonmark")
@example([("- [<hr><code><center>)", False)], "python-markdown")
@example([("<dt><center><dd>x", False)], "commonmark")
@example([("g<dd><sup><a><i>[e]()", False)], "commonmark")
@example([("[^1]:\n[^1]<section data-footnotes><ol><li id=fn-1>", False)], "commonmark")
def test_every_text_makes_a_page(body: list[tuple[str, bool]], engine: EngineName) -> None:
    """Nobody's typing takes a story down: a body comes out, read by all as it was written."""
    prose = _composed(body, engine)
    if prose is None:
        return
    assert _same(read(prose.html), read(_as_browsers_read(prose.html)))
    ids = [e.attributes["id"] for e in walk(read(prose.html)) if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    assert set(ids) == prose.ids
    assert {heading.id for heading in prose.contents} <= prose.ids
    assert not any("\ue000" <= letter <= "\ue00f" for letter in prose.html)


@given(bodies, engines)
@settings(max_examples=examples(300), deadline=None)
def test_every_body_stays_in_its_place(body: list[tuple[str, bool]], engine: EngineName) -> None:
    """No body, however it is written, takes hold of the page around it."""
    prose = _composed(body, engine)
    if prose is not None:
        around = f"<main><i>1</i><div>{prose.html}</div><i>2</i></main>"
        main = lxml.html.fragment_fromstring(around)
        assert [child.tag for child in main] == ["i", "div", "i"]


@given(st.lists(texts, min_size=1, max_size=3))
@settings(max_examples=examples(300), deadline=None)
def test_the_tree_is_what_was_sanitised(pieces: list[str]) -> None:
    """Reading and writing change nothing, so that what was checked is what is published."""
    clean = nh3.clean("".join(pieces), tags=ALL_TAGS, attributes=ALL_ATTRIBUTES, link_rel=None)
    assert _same(read(clean), read(write(read(clean))))


ALL_TAGS = set(
    "a abbr audio b blockquote br caption center code col colgroup dd del details div dl dt em "
    "figcaption figure font h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rp rt "
    "ruby s samp section small source span strong sub summary sup table tbody td tfoot th thead "
    "time tr track u ul var video wbr".split()
)
ALL_ATTRIBUTES = {
    "*": set(
        "abbr alt aria-label aria-labelledby class colspan controls data-label datetime decoding "
        "default dir height href hreflang id kind label lang loading open poster preload rel "
        "reversed role rowspan scope span src srclang start tabindex title type value width".split()
    )
}


def _as_browsers_read(text: str) -> str:
    """The page as the HTML Standard reads it: html5ever is its implementation in nh3."""
    return nh3.clean(
        text, tags=ALL_TAGS, attributes=ALL_ATTRIBUTES, clean_content_tags=set(), link_rel=None
    )


def _same(one: Element, other: Element) -> bool:
    """Whether two trees are the same, line breaks beside elements left aside.

    nh3 writes a `pre` that begins with a line break without the one that readers drop.
    """
    left, right = _nodes(one), _nodes(other)
    if (one.tag, one.attributes, len(left)) != (other.tag, other.attributes, len(right)):
        return False
    for a, b in zip(left, right, strict=True):
        if isinstance(a, str) or isinstance(b, str):
            if a != b:
                return False
        elif not _same(a, b):
            return False
    return True


def _nodes(element: Element) -> list[Element | str]:
    nodes = [n.strip("\n") if isinstance(n, str) else n for n in element.children]
    return [node for node in nodes if node != ""]
