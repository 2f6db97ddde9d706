"""A page of the usual form is looked at without a parser, and nothing is missed for that."""

from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byleave.check import check_file
from byleave.check.accessibility import addresses_in, has_each_id_once, markup_faults, parsed
from byleave.check.links import targets, usual_addresses
from byleave.check.page_form import is_usual
from byleave.model.output import OutputFile
from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import BuildOptions
from tests.generated import examples
from tests.permission.built_sites import NOON

DEMONSTRATION = Path(__file__).parent.parent.parent
PAGE = """<!doctype html>
<html lang="en">
<head>
<title>A page</title>
</head>
<body>
<main id="main">
<h1>Hello</h1>
<p>Some words <a href="/x/">there</a></p>
<img src="a.png" alt="">
</main>
</body>
</html>
"""
PLACES = [place for place, sign in enumerate(PAGE) if sign in "<\n"]
PIECES = """
<h1>x</h1>|<h1/>|<img src="b.png" alt="x">|<img src=b.png>|<img alt>|<p id="main">|<p id="b">|
<p ID="b">|<p id=b>|<p id>|<p id="b" id="c">|<p class="a"id="b">|<p id="a&amp;b">|<p id="a&#38;b">|
<!--|-->|<script>|</script>|<style>|</style>|<textarea>|</textarea>|<title>|</title>|<template>|
</template>|<noscript>|</noscript>|<svg viewBox="0 0 1 1">|
<a href="/it&#39;s/?a=b">|<img src="/a&amp;b.png#c" alt="">|<link href="/q/" src="/r/">|
<svg><title>x</title></svg>|&|<|>|"|'| id="main"| href="/y/"| src="z|<a href="#x" src="/q/">|
<a  href='/n/'>|<a href="?x">|<p title="<h1>">|<p title=">">|<body id="main">|<html lang="">|\x00
""".replace("\n", "").split("|")
CHANGES = st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(PIECES)), max_size=3)


@settings(max_examples=examples(500), deadline=None, database=None)
@given(changes=CHANGES)
def test_a_parser_would_find_nothing_else(changes: list[tuple[int, str]]) -> None:
    """Faults and links of a usual page are those that the slow way finds, whatever stands in it."""
    text = PAGE
    for place, piece in sorted(changes, reverse=True):
        text = text[:place] + piece + text[place:]
    page = text.encode()
    if is_usual(page):
        tree = parsed(page)
        if has_each_id_once(page):
            assert list(markup_faults(tree)) == []
        slowly, quickly = (
            targets(found, "a.html", "") for found in (addresses_in(tree), usual_addresses(page))
        )
        assert quickly == slowly


def test_a_fault_is_found_in_a_page_of_the_usual_form() -> None:
    """No fault is hidden by the quick look: each makes a page unusual, or is looked for in it."""
    faulty = {
        "page-language": PAGE.replace(' lang="en"', ""),
        "page-title": PAGE.replace("A page", "&nbsp;"),
        "page-heading": PAGE.replace("<p>", "<h1>More</h1><p>"),
        "id-twice": PAGE.replace("<p>", '<p id="main">'),
        "alt-missing": PAGE.replace(' alt=""', ""),
    }
    for code, text in faulty.items():
        found = check_file(OutputFile(path="a.html", content=text.encode()), "/").findings
        assert [one.code for one in found] == [code]


@pytest.mark.parametrize(
    "written", ["href='/x/'", "href=/x/", "HREF = '/x/?a=b#c'", "href='&#47;x/'"]
)
def test_a_link_is_found_however_a_template_writes_it(written: str) -> None:
    """A group's own template may write attributes as it likes, and its dead links are told too."""
    page = PAGE.replace('href="/x/"', written).encode()
    assert not is_usual(page)
    found = check_file(OutputFile(path="a.html", content=page), "/")
    assert "x/index.html" in found.linked


@pytest.mark.slow
def test_the_pages_that_templates_make_are_of_the_usual_form(tmp_path: Path) -> None:
    """Or the quick look would be one more for each of them, and none less."""
    for folder in ("site_src", "stories", "themes"):
        copytree(DEMONSTRATION / folder, tmp_path / "site" / folder)
    options = BuildOptions(executor="serial")
    build_site(tmp_path / "site", output=tmp_path / "public", as_of=NOON, options=options)
    pages = list((tmp_path / "public").rglob("*.html"))
    assert pages
    assert [path for path in pages if not is_usual(path.read_bytes())] == []
