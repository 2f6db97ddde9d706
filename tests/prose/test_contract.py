"""What both engines promise: the same source gives the same body."""

import pickle
from collections.abc import Callable

import comrak
import pytest

from byleave.render.prose import EngineName, ProseContext, ProseError, compose, engine
from tests.prose.making import ENGINES, USUAL, every_engine, html, name, passages, prose

# Each line of what groups write, and the body that readers get, whichever engine is chosen.
SAME = {
    "paragraphs": ("One\ntwo\n\nthree", "<p>One\ntwo</p><p>three</p>"),
    "emphasis": ("*a* __b__", "<p><em>a</em> <strong>b</strong></p>"),
    "part of a word": ("snake_case_name", "<p>snake_case_name</p>"),
    "beside signs of Japanese": (
        "これは**「大事」**です。**真，**她",
        "<p>これは<strong>「大事」</strong>です。<strong>真，</strong>她</p>",
    ),
    "headings without words": ("## \u200b\n\na\n\n## \u00ad\n\nb", "<p>a</p><p>b</p>"),
    "struck out": ("~~old~~ new", "<p><del>old</del> new</p>"),
    "hard break by spaces": ("a  \nb", "<p>a<br>b</p>"),
    "hard break by backslash": ("a\\\nb", "<p>a<br>b</p>"),
    "code": ("`a <b> \"c\"`", "<p><code>a &lt;b&gt; \"c\"</code></p>"),
    "fenced code": (
        "```python\nx = \"1\"...\n```",
        '<pre><code class="language-python">x = "1"...\n</code></pre>',
    ),
    "bullets": ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
    "bullets apart": ("- a\n\n- b", "<ul><li>a</li><li>b</li></ul>"),
    "an item of two paragraphs": (
        "- a\n\n    b\n\n- c",
        "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>",
    ),
    "list in a list": ("- a\n    - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
    "numbers that start late": ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
    "quotations": (
        "> a\n\n> b",
        "<blockquote><p>a</p></blockquote><blockquote><p>b</p></blockquote>",
    ),
    "a rule": ("a\n\n---\n\nb", "<p>a</p><hr><p>b</p>"),
    "bare address": (
        "See https://a.example/b_c.",
        '<p>See <a href="https://a.example/b_c" rel="external">https://a.example/b_c</a>.</p>',
    ),
    "address in brackets": (
        "(www.a.example)",
        '<p>(<a href="http://www.a.example" rel="external">www.a.example</a>)</p>',
    ),
    "address in code": ("`https://a.example`", "<p><code>https://a.example</code></p>"),
    "e-mail": ("Ask us@a.example.", '<p>Ask <a href="mailto:us@a.example">us@a.example</a>.</p>'),
    "reference": ("[a][r]\n\n[r]: garden.md", '<p><a href="/stories/garden/">a</a></p>'),
    "tasks": (
        "- [ ] cake\n- [x] tea",
        '<ul><li class="task"><span class="task" role="img" aria-label="To do">☐</span> cake</li>'
        '<li class="task"><span class="task" role="img" aria-label="Done">☑</span> tea</li></ul>',
    ),
    "tasks apart": (
        "- [x] tea\n\n    hot",
        '<ul><li class="task"><p><span class="task" role="img" aria-label="Done">☑</span> tea</p>'
        "<p>hot</p></li></ul>",
    ),
    "characters": ("5 < 6 & 7 > 3 &copy; \\*", "<p>5 &lt; 6 &amp; 7 &gt; 3 © *</p>"),
    "hand-written elements": (
        '<abbr title="a &quot;b&quot;">x</abbr> H<sub>2</sub>O <kbd>Esc</kbd>',
        '<p><abbr title="a &quot;b&quot;">x</abbr> H<sub>2</sub>O <kbd>Esc</kbd></p>',
    ),
    "details": (
        "<details><summary>More</summary>words</details>",
        "<details><summary>More</summary>words</details>",
    ),
    "other languages": (
        '<p lang="cy" dir="ltr">Helô <span lang="ar" dir="rtl">سلام</span></p>',
        '<p lang="cy" dir="ltr">Helô <span lang="ar" dir="rtl">سلام</span></p>',
    ),
    "dates": (
        '<time datetime="2021-10-20">20 October</time>',
        '<p><time datetime="2021-10-20">20 October</time></p>',
    ),
    "counting down": (
        '<ol reversed start="5" type="A"><li value="7">a</li></ol>',
        '<ol reversed="" start="5" type="A"><li value="7">a</li></ol>',
    ),
    "nothing": (" \n\n\t\n", ""),
}  # fmt: skip


@every_engine
@pytest.mark.parametrize("case", SAME)
def test_what_is_written_comes_out_the_same(case: str, engine: EngineName) -> None:
    """A group may change its engine, and its pages stay as they are."""
    source, expected = SAME[case]
    assert html(source, engine) == expected


def test_python_markdown_keeps_what_groups_chose_it_for() -> None:
    """Attribute lists, definition lists, abbreviations, Markdown in HTML."""
    source = (
        "## Title {#intro}\n\nThe WHO [there](#intro)\n\nTerm\n: meaning\n\n"
        '<div markdown="1">\n*in* it\n</div>\n\n*[WHO]: World Health Organization\n'
    )
    assert html(source, "python-markdown") == (
        '<h2 id="intro">Title</h2>'
        '<p>The <abbr title="World Health Organization">WHO</abbr> <a href="#intro">there</a></p>'
        "<dl><dt>Term</dt><dd>meaning</dd></dl><div><p><em>in</em> it</p></div>"
    )


@every_engine
def test_an_abbreviation_cannot_stand_in_a_name(engine: EngineName) -> None:
    """Names are no text for Markdown: an abbreviation spelt like an id leaves them alone."""
    body = html(f"{name('sam')} here\n\n*[sam]: Sammy", engine)
    assert body.startswith("<p>Sam here</p>")


def test_an_engine_is_a_function() -> None:
    """The seam is one call, so that a test can put anything in its place."""
    for engine_name in ENGINES:
        assert engine(engine_name)("*a*").strip() == "<p><em>a</em></p>"


class PanicException(BaseException):
    """A fault of a library in Rust, which is no Exception."""


@pytest.mark.parametrize("fault", [PanicException, UnicodeEncodeError("utf-8", "", 0, 1, "")])
def test_a_fault_of_an_engine_is_one_text_s_alone(
    fault: BaseException | type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A story that an engine chokes on is withheld with a message; the rest is built."""
    monkeypatch.setattr(comrak, "render_markdown", _raising(fault))
    with pytest.raises(ProseError) as caught:
        prose("a")
    assert caught.value.do
    assert caught.value.__cause__ is not None


def test_who_stops_a_build_stops_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C is no fault of a text."""
    monkeypatch.setattr(comrak, "render_markdown", _raising(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        prose("a")


def _raising(fault: BaseException | type[BaseException]) -> Callable[..., str]:
    def render(*_: object) -> str:
        raise fault

    return render


def test_a_refusal_can_be_sent_from_process_to_process() -> None:
    """Workers pickle what they raise; the words must arrive."""
    error = pickle.loads(pickle.dumps(ProseError("a", "b")))  # noqa: S301 - our own bytes
    assert (error.message, error.do) == ("a", "b")


def test_an_unknown_engine_is_a_fault_of_the_program() -> None:
    """Settings are checked when they are read; here no other name can come."""
    with pytest.raises(ValueError, match="pandoc"):
        compose(passages("a"), ProseContext(engine="pandoc"))


@every_engine
def test_composing_leaves_nothing_behind(engine: EngineName) -> None:
    """The same parts give the same body, whatever was composed before (law 4)."""
    first = prose("[a][r] b[^1]\n\n[r]: garden.md\n\n[^1]: note", engine)
    prose("*[b]: other\n\n[r]: elsewhere.md\n\n# x", engine, USUAL)
    assert prose("[a][r] b[^1]\n\n[r]: garden.md\n\n[^1]: note", engine) == first
