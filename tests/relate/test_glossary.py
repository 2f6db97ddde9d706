"""Hard words: explained where a story has them, on a page of all, never in somebody's words."""

from pathlib import Path

import pytest

from byleave.gate import admit
from byleave.model.glossary import GlossaryEntry
from byleave.model.published import Block
from byleave.model.site import GlossaryView, PageView
from byleave.read import read_site
from byleave.relate import relate
from tests.gate.sites import NOON
from tests.read.folders import put
from tests.relate.making import at, page, published, rendered, story

PLAN = GlossaryEntry(
    term="care plan", explanation="A paper about help.", forms=("care plan", "care plans")
)
WORD = GlossaryEntry(term="plan", explanation="What is to come.", forms=("plan",))
GLOSSARY = (PLAN, WORD)


def prose_of(text: str, *, by: tuple[str, ...] = (), **more: str) -> str:
    """The page of a story with this text, from its prose on."""
    told = story("tea", blocks=(Block(text=text, by=by),), names={"ann": "Ann"}, **more)
    content = published(told, story("soup"), glossary=GLOSSARY)
    files = {one.path: one.content for one in rendered(relate(content), "").files}
    found = files["stories/tea/index.html"]
    assert isinstance(found, bytes)
    return found.decode().split('<div class="prose">')[1]


def test_a_hard_word_leads_to_what_it_means_where_it_comes_first() -> None:
    """By keyboard and without a script; the longest word is meant, in any letter case."""
    prose = prose_of("# Care plan\n\nMy Care Plans and a care plan. One plan, planned.\n")
    assert 'My <a class="hard" href="#word-care-plan">Care Plans</a> and a care plan.' in prose
    assert 'One <a class="hard" href="#word-plan">plan</a>, planned.' in prose
    assert '<div id="word-care-plan"><dt><dfn>care plan</dfn></dt><dd>A paper about help.' in prose
    assert prose.index("word-care-plan") < prose.index("word-plan")


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("> a care plan\n", ()),
        ("`care plan`\n", ()),
        ("[a care plan](https://example.org/)\n", ()),
        ("a care plan\n", ("ann",)),
    ],
)
def test_what_somebody_said_is_left_as_it_is(text: str, by: tuple[str, ...]) -> None:
    """No link begins in the middle of somebody's sentence; the word is explained all the same."""
    prose = prose_of(text, by=by)
    assert 'class="hard"' not in prose
    assert "<dfn>care plan</dfn>" in prose


def test_easy_read_explains_below_the_line() -> None:
    """Nobody has to go anywhere for it, and the line is as it was."""
    prose = prose_of("I have a care plan.\n\nIt is mine.\n", easy_read_of="stories/soup.md")
    line, more = prose.split("</p>", 1)
    assert line.endswith("<p>I have a care plan.")
    told = '<p class="explained" id="word-care-plan"><dfn>care plan</dfn>: A paper about help.</p>'
    assert more.lstrip().startswith(told)
    assert "Words explained</h2>" not in prose


def test_a_story_in_another_language_is_not_explained() -> None:
    """The glossary is in the language of the site: there, its words are others."""
    assert "care plan</dfn>" not in prose_of("Am care plan.\n", language="cy")


def test_all_words_stand_on_a_page_whatever_stories_have_of_them() -> None:
    """So no story that goes takes a word from it; the group's own page there stays."""
    plan = relate(published(glossary=GLOSSARY))
    assert at(plan, "/glossary/", GlossaryView).entries == GLOSSARY
    own = relate(published(glossary=GLOSSARY, pages=[page("glossary")]))
    assert at(own, "/glossary/", PageView).title == "Glossary"
    assert "/glossary/" not in relate(published()).addresses


WRITTEN = """\
words:
  care plan: A paper about help.
  plan: {means: What is to come., also: [plans]}
"""


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (WRITTEN, "", 0),
        (f"{WRITTEN}  Plans: Twice.\n", "glossary-twice", 4),
        ("words:\n  plan: {mean: x}\n", "unknown-key", 2),
        ("words: [plan]\n", "wrong-type", 1),
        ("- plan\n", "", 0),
    ],
)
def test_a_glossary_is_read_or_told_of(tmp_path: Path, text: str, code: str, line: int) -> None:
    """With a fault in it, stories are published without it."""
    told = "---\ntitle: Tea\ndate: 2026-01-01\nvoices: {}\n---\n\nA plan.\n"
    files = {"site_src/glossary.yaml": text, "stories/tea.md": told}
    result = read_site(put(tmp_path, files))
    published_, _ = admit(result.tree, NOON)
    assert len(published_.stories) == 1
    if text == WRITTEN:
        assert result.findings == ()
        assert [one.term for one in published_.glossary] == ["care plan", "plan"]
        assert published_.glossary[1].forms == ("plan", "plans")
    else:
        assert published_.glossary == ()
        (finding,) = result.findings[:1]
        assert finding.path == "site_src/glossary.yaml"
        if code:
            assert (finding.code, finding.line) == (code, line)
