"""Words that HTML takes along although no rule foresaw it: what came out is compared."""

from pathlib import Path

import pytest

from byleave.diagnostics import Diagnostic
from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import BuildOptions
from tests.read.folders import WITHDRAWN, put, story, voice
from tests.silence.built import NOON

TILDA = voice("tilda", "Tilda", part="author")
BODY = story("", TILDA).count("\n") + 1
OPTIONS = BuildOptions(executor="serial", dry=True, thorough=True)

ODD = {
    "a title of a table that vanishes": '<table title="Rota"><form>\nSoup\n</form>\n',
    "a heading that holds a fence": "One.\n\n> <h3>```Rota soup\n> <b>bread</b>\n> ```</h3>\n",
    "a table in an element that is left open": (
        '<b>\n\n  <strike>Soup\n  <table title="Rota">bread\n\n</b>\n\n4. Tea\n'
    ),
}
ORDINARY = {
    "marks within words": (
        "un<b>believ</b>able, **L**ess `code <b>` and caf&eacute; &amp; `caf&eacute;`\n"
    ),
    "links and notes": (
        'A <i>note</i>[^a], a [link](https://lea.example.org/tea "Tea") and [one][b].\n\n'
        "[^a]: It says more.\n\n[b]: <https://lea.example.org/my bread>\n"
    ),
    "lists and tasks": (
        "- [x] Tea <kbd>T</kbd>\n- [ ] Soup\n\n3. Bread\n4. Salt\n\nIn\n1998. we met.\n"
    ),
    "a table and its caption": (
        "| a<br>b | c |\n| --- | --- |\n| 1 | 2 |\nTable: Counts <em>of tea</em>\n"
    ),
    "what is folded": "<details><summary>More</summary>\n\nWords *here*.\n\n</details>\n",
    "a comment": "Before <!-- nobody reads this --> after.\n\n<!--\nnor this\n-->\n\nEnd.\n",
    "an address in brackets": (
        "See <https://lea.example.org/soup> or <ruth@lea.example.org>, x < y > z.\n"
    ),
    "code": '```html\n<p title="x">Soup</p>\n```\n\n    <b>Tea</b>\n',
}


def told(folder: Path, text: str, code: str) -> list[Diagnostic]:
    """What a build says with this code of a site with this text as a story, a page and a theme."""
    own = f"---\ntitle: Own\n---\n{text}"
    places = {"site_src/pages/own.md": own, "themes/own.md": own}
    site = put(folder, {"stories/a.md": story(text, TILDA, title="A"), **places})
    result = build_site(site, output=folder / "public", as_of=NOON, options=OPTIONS)
    return [one for one in result.diagnostics if one.code == code]


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_a_word_that_is_not_on_the_page_is_told_with_its_line(tmp_path: Path, text: str) -> None:
    """Whatever took it along: in a story, a page and a theme."""
    found = told(tmp_path, text, "words-lost")
    lost = text.split("\n").index(next(line for line in text.split("\n") if "Rota" in line))
    lines = {one.path: one.line for one in found}
    assert lines == {
        "site_src/pages/own.md": 4 + lost,
        "stories/a.md": BODY + lost,
        "themes/own.md": 4 + lost,
    }


@pytest.mark.parametrize("text", ORDINARY.values(), ids=ORDINARY)
def test_a_text_that_is_all_there_is_not_told_of(tmp_path: Path, text: str) -> None:
    """A warning that is none costs the time of somebody who has little of it."""
    assert told(tmp_path, text, "words-lost") == []


def test_what_is_withheld_moves_no_line(tmp_path: Path) -> None:
    """The line is that of the file, whatever before it is not published."""
    away = voice("kit", "Kit", WITHDRAWN)
    text = f"::: voice kit\nGone.\n\nGone too.\n:::\n\n{ODD['a title of a table that vanishes']}"
    file = story(text, TILDA + away, title="A")
    site = put(tmp_path, {"stories/a.md": file})
    result = build_site(site, output=tmp_path / "public", as_of=NOON, options=OPTIONS)
    (found,) = (one for one in result.diagnostics if one.code == "words-lost")
    assert file.split("\n")[found.line - 1].startswith('<table title="Rota">')
