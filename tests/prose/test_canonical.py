"""HTML that is not given to the sanitiser is as the sanitiser would have left it."""

import nh3
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from byleave.render.prose.canonical import canonical
from byleave.render.prose.engines import engine
from byleave.render.prose.sanitise import sanitised
from tests.generated import examples

# What is in the form, what is nearly, and what should never get in; `;` is a line's end.
PIECES = [
    piece.replace(";", "\n")
    for piece in (
        "<p> </p> </p>; <p>x</p>; <h2> </h2>; <h7> <ul>; </ul>; <ol>; </ol>; <li> </li>; <div> "
        "<li>;<p>x</p>;</li>; <blockquote>; </blockquote>; <em> </em> <strong> </strong> <del> "
        "</del> <code> </code> </a> <table>; <thead>; <tr>; <th>x</th>; </tr>; </thead>; <tbody>; "
        "<td>x</td>; </tbody>; </table>; https:// a.example a..example 1.2.3.4.5 xn--a.example "
        "a--b.example A.EXAMPLE mailto:a@b.example //b.example #x javascript:alert(1) x:y ? % %0a "
        'data:text/html,x & " \' < > " > é word <script> </script> <!-- --> <svg> <style>'
    ).split(" ")
]
PIECES += [
    *("&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&nbsp;", "\u00a0", "\ufeff", "\ue000"),
    *("\x00", "\r", "\t", " ", " />", '" />', "<br />\n", "<hr />\n", ' onload="x"'),
    *('<ol start="3">\n', '<ol start="x">\n', '<th align="right">x</th>\n', '<a href="'),
    *('<a href="/x/">', '<a href="https://a.example/b?c=d&amp;e#f">', '<img src="x.png" alt="'),
    '<img src="x.png" alt="" />',
]
FORMS = [
    "<p>{}</p>\n",
    "<h2>{}</h2>\n",
    '<p><a href="{}">x</a></p>\n',
    '<p><img src="{}" alt="x" /></p>\n',
    '<p><img src="x" alt="{}" /></p>\n',
    "<p><em>{}</em></p>\n",
    "<ul>\n<li>{}</li>\n</ul>\n",
    "<blockquote>\n<p>{}</p>\n</blockquote>\n",
    "<table>\n<thead>\n<tr>\n<th>{}</th>\n</tr>\n</thead>\n</table>\n",
]
pieces = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
blocks = st.builds(str.format, st.sampled_from(FORMS), pieces | st.text(max_size=12))
MARKED = "# - * _ > | ` [ ] ( ) ! . & \" ' 1. ~~ --- :-: \n \n\n word https://a.example /x/".split(
    " "
)
marked = st.lists(
    st.sampled_from([*MARKED, " ", "\n", "\n\n", "| a | b |\n| - | -: |\n| c | d |\n"])
)


@pytest.mark.slow
@given(st.lists(blocks | pieces, max_size=4).map("".join))
@settings(max_examples=examples(400), deadline=None)
@example('<p>&quot;Tea&quot; <img src="a.png" alt="b" /></p>\n<hr />\n')
@example('<p><a href="https://1.2.3.4.5/">x</a></p>')
@example("<h2>x</h3>\n<ul>\n<li>x</li>\n</ol>\n")
def test_what_is_in_the_form_is_what_the_sanitiser_would_make_of_it(html: str) -> None:
    """Whatever an engine may write, and whatever somebody may get into it."""
    quick = canonical(html)
    assert quick is None or quick == sanitised(html, written_by_hand=True)


@given(marked.map("".join))
@settings(max_examples=examples(150), deadline=None)
def test_a_text_is_the_same_whichever_way_its_html_takes(text: str) -> None:
    """And what the engine writes of it is nothing that the sanitiser would change once more."""
    html = engine("commonmark")(text)
    quick = canonical(html)
    assert (
        quick is None
        or (quick, nh3.clean(quick, link_rel=None)) == (sanitised(html, written_by_hand=True),) * 2
    )


def test_an_ordinary_text_is_in_the_form() -> None:
    """Or the look at it would be one more, and none less."""
    text = (
        '# The *garden*\n\nA [gate](/stories/gate/), "they" said.\n\n- one\n- two & three\n\n'
        "> A **quotation**\n\n| a | b |\n| - | -: |\n| c | d |\n\n![Ann](ann.png)\n\n1. x\n"
    )
    assert canonical(engine("commonmark")(text)) is not None
