"""What is looked for is first looked for quickly: where that finds nothing, there is nothing.

Whoever withdraws must be able to rely on it as on the slow look.
"""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byleave.gate.findings.cautions.words import COUNTS, NUMBERED, RELATIVES
from byleave.model.markdown import links, numbers, outline, places
from byleave.model.markdown.blocks import begins_its_line
from byleave.model.markdown.code import without_code
from byleave.wording import quoting, tongues
from byleave.wording.written import spaced
from tests.generated import examples

WORDS = [
    *"the THE first ſecond thırd all both two Three 12 of us them my her Sam's fy ei".split(),
    *"people PEOPLE resıdents speaker person woman mother Siſter grandad ex-husband uncle".split(),
    *"ddau siaradwr cyntaf ohonom mam dad chwaer ill tri yr ail organisation x".split(),
]
GAPS = ["", "-", "_", ",", " ", " ", "  ", "\n", "\t", "\xa0", "\x1c", "\u2028"]
SPOKEN = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)).map("".join))
LINKED = (
    "](|](<|[a]: |[b]:|<a href=|<img src='|<video\t|\"|`|>|)|\n|\n\n| |:|::|: |http|HTTPS|mailto|x|"
    "javascript|ftp|web+note|a-very-long-name-that-no-kind-has|1|.|//a.example"
).split("|")
LINES = (
    "\n|\n|\n\n|# H|###|#|word| |> |- |1. |2. |3) |10. |1998. |    |\t|<h2>|</h2>|<p>|<!--|-->|===|"
    "---|`|```|- - -|[x]: y|[^1]: n|](#h)|<a href='#h'>|: #h|é"
).split("|")
QUOTED = ["“", "”", "„", "«", "»", '"', "'", "‘", "’", ">", "> ", "\n", " ", "word", "s", ".", "\t"]
WRITTEN = st.lists(st.sampled_from(LINES), max_size=30).map("".join)
ENGINES = st.sampled_from(["commonmark", "python-markdown"])
QUICK = settings(max_examples=examples(400), deadline=None, database=None)


@QUICK
@given(words=SPOKEN)
def test_a_quick_look_misses_no_caution(words: list[str]) -> None:
    """Whatever a pattern finds, the look before it says that it may be there."""
    text = "".join(words)
    for pattern in (*COUNTS.values(), *NUMBERED.values(), *RELATIVES.values()):
        if pattern.whole.search(text):
            assert pattern.may_be_in(text)


@QUICK
@given(pieces=st.lists(st.sampled_from(LINKED), max_size=20))
def test_a_quick_look_misses_no_other_kind_of_link(pieces: list[str]) -> None:
    """What the pattern finds in all texts is found, whatever stands at the colons."""
    text = "".join(pieces)
    found = links._SCHEME.finditer(without_code(text))
    slowly = [one.span() for one in found if one["scheme"].lower() not in links.SCHEMES]
    assert [one.span() for one in links._other_kinds(text)] == slowly


@QUICK
@given(text=WRITTEN)
def test_what_begins_a_line_is_known_step_by_step(text: str) -> None:
    """As by cutting out what stands before it, which takes long in a long line."""
    for at in range(len(text) + 1):
        before = text[text.rfind("\n", 0, at) + 1 : at]
        assert begins_its_line(text, at) == (not before.strip(" \t>"))


@QUICK
@given(text=WRITTEN, of_old=st.booleans())
def test_lines_between_headings_are_passed_by(text: str, of_old: bool) -> None:
    """Where each line is looked at, as under lines of dashes, the headings are the same."""
    lines, each = (outline._Lines(text, of_old=of_old) for _ in range(2))
    each.some_are_underlined = True
    if not lines.some_are_underlined:
        assert list(lines.levels()) == list(each.levels())


@QUICK
@given(text=WRITTEN, of_old=st.booleans())
def test_usual_headings_are_headings(text: str, of_old: bool) -> None:
    """A heading that is known by its first letters is one of those that the patterns find."""
    quickly = list(outline._Lines(text, of_old=of_old).levels())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(outline, "_USUAL", re.compile(r"(?!)"))
        assert list(outline._Lines(text, of_old=of_old).levels()) == quickly


@QUICK
@given(words=st.lists(st.sampled_from(QUOTED)).map("".join))
def test_what_has_no_sign_of_it_is_not_quoted(words: str) -> None:
    """A paragraph without signs of quotations is the same without what is quoted in it."""
    slowly = spaced(quoting._QUOTED, spaced(quoting._QUOTATION, words))
    assert quoting.unquoted(words) == slowly


@QUICK
@given(words=st.lists(st.sampled_from(["word ", "слово ", "é", "naïve ", "12 ", "_"])).map("".join))
def test_a_script_is_told_by_most_letters(words: str) -> None:
    """Where all signs are plain ones, no letter is of another script."""
    letters, latin = (len(one.findall(words)) for one in (tongues._LETTER, tongues._LATIN))
    assert tongues.in_other_script(words) == (letters >= 24 and latin * 2 < letters)


@QUICK
@given(text=WRITTEN, engine=ENGINES, before=st.integers(1, 4))
def test_lines_between_lists_are_passed_by(text: str, engine: str, before: int) -> None:
    """A list counts as it does at the beginning of a text, however far from it it begins."""
    words = "Words.\n\n" * before
    here = numbers.numbered_otherwise(engine, text)
    further = numbers.numbered_otherwise(engine, words + text)
    assert [at + len(words) for at in here] == list(further)


@QUICK
@given(text=WRITTEN)
def test_a_quick_look_misses_no_link_to_a_place(text: str) -> None:
    """What the pattern of such links finds has one of the signs before its place."""
    assert places._may_link(text) or not places._LINK.search(text)
