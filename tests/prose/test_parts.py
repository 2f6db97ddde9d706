"""Passages and the unmarked text between them."""

import pytest

from byleave.render.prose import EngineName, ProsePart, compose
from byleave.values import replace
from tests.prose.making import USUAL, every_engine, name, one_line, passages


def _body(engine: EngineName, *texts: str) -> str:
    return one_line(compose(passages(*texts), replace(USUAL, engine=engine)).html)


@every_engine
def test_a_passage_stands_apart(engine: EngineName) -> None:
    """A look can set each passage apart, and no screen reader stops at it."""
    assert _body(engine, "a", "b *c*", "d") == (
        '<p>a</p><div class="passage"><p>b <em>c</em></p></div><p>d</p>'
    )


@every_engine
def test_a_passage_only_about_someone_is_one(engine: EngineName) -> None:
    """What is said about a voice is theirs to stop, so it is a passage too."""
    body = compose([ProsePart(text="a", about=("sam",))], replace(USUAL, engine=engine)).html
    assert one_line(body) == '<div class="passage"><p>a</p></div>'


@every_engine
def test_a_definition_at_the_end_serves_all_unmarked_text(engine: EngineName) -> None:
    """All unmarked text of a story is one document."""
    assert _body(engine, "[a][r]", "b", "c\n\n[r]: garden.md") == (
        '<p><a href="/stories/garden/">a</a></p><div class="passage"><p>b</p></div><p>c</p>'
    )


@every_engine
def test_a_passage_is_a_document_of_its_own(engine: EngineName) -> None:
    """What a passage shows does not hang on text that may leave, and the other way round."""
    assert _body(engine, "[a][r]", "[b][r]\n\n[s]: garden.md", "[c][s]\n\n[r]: garden.md") == (
        '<p><a href="/stories/garden/">a</a></p>'
        '<div class="passage"><p>[b][r]</p></div><p>[c][s]</p>'
    )


@every_engine
@pytest.mark.parametrize("open_part", ["```\ncode", "<div>\n\nopen", "<!-- open", "<b>open"])
def test_what_a_part_leaves_open_ends_with_it(open_part: str, engine: EngineName) -> None:
    """A forgotten end swallows neither a passage nor the text after it."""
    body = _body(engine, open_part, "passage", "after")
    assert body.endswith('<div class="passage"><p>passage</p></div><p>after</p>')


@every_engine
def test_a_list_does_not_run_on_past_a_passage(engine: EngineName) -> None:
    """Numbers start again where someone else has spoken."""
    assert _body(engine, "1. a", "b", "1. c") == (
        '<ol><li>a</li></ol><div class="passage"><p>b</p></div><ol><li>c</li></ol>'
    )


@every_engine
@pytest.mark.parametrize("empty", [" ", "![gone](gone.jpg)", "<!-- x -->", "<div></div>"])
def test_an_empty_passage_vanishes(empty: str, engine: EngineName) -> None:
    """What has nothing to show leaves no box (rule 5)."""
    assert _body(engine, "a", empty, "c") == "<p>a</p><p>c</p>"
    assert _body(engine, "a", f"{empty}\n\n## Nothing under it") == "<p>a</p>"


@every_engine
def test_names_and_braces_everywhere(engine: EngineName) -> None:
    """`{sam}` and `\\{sam}` mean the same in text, code, words of pictures and headings."""
    source = (
        f"## {name('bo')}\n\n`{name('bo')} \ue002sam\ue003` ![{name('bo')}](hall.jpg "
        f'"\ue002{name("bo")}\ue003")'
    )
    prose = compose([ProsePart(text=source)], replace(USUAL, engine=engine))
    assert one_line(prose.html) == (
        '<h2 id="bo--co">Bo &amp; &lt;Co&gt;</h2><p><code>Bo &amp; &lt;Co&gt; {sam}</code> '
        '<img src="/media/hall.jpg" alt="Bo &amp; &lt;Co&gt;" loading="lazy" decoding="async" '
        'title="{Bo &amp; &lt;Co&gt;}"></p>'
    )
    assert prose.contents[0].text == "Bo & <Co>"


def test_a_name_that_is_missing_is_a_fault_of_the_program() -> None:
    """The gate lets no mention of an undeclared or withheld voice pass; silence would hide it."""
    with pytest.raises(KeyError):
        compose([ProsePart(text=f"[x]: {name('nobody')}")], USUAL)


@every_engine
@pytest.mark.parametrize("stray", ["\ue000", "\ue001", "\ue000Sam\ue001", "\ue004", "\ue006"])
def test_stray_marks_are_dropped(stray: str, engine: EngineName) -> None:
    """Private marks mean nothing outside the program, and no reader gets to see one."""
    body = _body(engine, f"a {stray} b", "c", f"{stray}d")
    assert not any(mark in body for mark in "\ue000\ue001\ue004\ue006")
    assert '<div class="passage"><p>c</p></div><p>d</p>' in body.replace("Sam", "")


@every_engine
def test_improper_characters_are_replaced(engine: EngineName) -> None:
    """U+0000 and half characters, which no page may hold, are shown as what they are."""
    assert _body(engine, "a\x00b\ud800c\r\nd\x0be") == "<p>a�b�c\nd\ne</p>"
