"""The links between pages of the documentation, and what else all pages have to keep to."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.architecture.sources import REPOSITORY
from tests.architecture.test_words import places_in, words_in
from tests.docs.pages import DOCS, anchors, links, name_of, pages

PAGES = pages()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    """Nobody who reads on ends at a page, or a part of a page, that is not there."""
    for link in links(page):
        parts = urlsplit(link)
        if parts.scheme:
            continue
        target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        assert target.is_relative_to(REPOSITORY), link
        assert target.exists(), link
        if parts.fragment:
            assert parts.fragment in anchors(target), link


def test_every_page_can_be_found() -> None:
    """One can come to every page from the README by links alone."""
    seen: set[Path] = set()
    waiting = [REPOSITORY / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in seen or page.suffix != ".md" or not page.exists():
            continue
        seen.add(page)
        found = (urlsplit(link) for link in links(page))
        waiting += [(page.parent / one.path).resolve() for one in found if not one.scheme]
    assert [name_of(page) for page in DOCS.rglob("*.md") if page not in seen] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_only_our_words_are_used(page: Path) -> None:
    """The docs speak of people as the words list says, and of nobody's machine."""
    text = page.read_text("utf-8")
    assert words_in(name_of(page), text) == []
    assert places_in(name_of(page), text) == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_page_has_one_title(page: Path) -> None:
    """A page is found by its title, and a screen reader begins with it."""
    assert page.read_text("utf-8").startswith("# ")
