"""Where a group's own pages stand, and what leads to them from where they were."""

from pathlib import Path

import pytest

from byleave.model.addresses import own_page_address
from byleave.model.site import RedirectView
from byleave.pipeline.build_site import build_site
from byleave.read import read_site
from byleave.relate import relate
from tests.gate.sites import NOON
from tests.read.folders import SETTINGS, put
from tests.relate.making import at, page, published, story


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("about.md", "/about/"),
        ("about/team.md", "/about/team/"),
        ("about/index.md", "/about/"),
        ("About Us/The Team.md", "/about-us/the-team/"),
        ("home.md", "/"),
        ("about/home.md", "/about/home/"),
    ],
)
def test_a_page_keeps_its_folders_in_its_address(file: str, address: str) -> None:
    """So that a group finds a page where it put it."""
    assert own_page_address(f"site_src/pages/{file}") == address


def test_an_old_address_leads_to_a_page_unless_something_is_there() -> None:
    """A bookmark goes on working; a story that is there is not covered up."""
    own = page("team", address="/about/team/", aliases=("/team/", "/stories/bread/"))
    plan = relate(published(story("bread"), pages=[own]))
    assert at(plan, "/team/", RedirectView).to.address == "/about/team/"
    assert not isinstance(plan.pages["/stories/bread/"], RedirectView)


def test_nothing_of_byleaves_own_is_taken_for_an_old_address(tmp_path: Path) -> None:
    """It is told at its place, and the page waits until it is mended."""
    text = "---\ntitle: About\naliases: [/old/, /themes/bread/]\n---\nWords.\n"
    found = read_site(put(tmp_path, {"site_src/pages/about.md": text})).findings
    assert [(one.code, one.line) for one in found] == [("reserved-name", 3)]


@pytest.mark.parametrize("path", ["site_src/pages/about.md", "themes/bread.md"])
def test_a_name_with_spaces_is_told_once_in_the_groups_own_texts(tmp_path: Path, path: str) -> None:
    """As it is of stories, and not as a link to the first of its words."""
    site = put(tmp_path, {path: "---\ntitle: Own\n---\n[a](our hall.md) ![b](our hall.jpg)\n"})
    result = build_site(site, output=tmp_path / "out", as_of=NOON)
    told = [one.code for one in result.diagnostics if one.path == path]
    assert told == ["name-with-spaces", "name-with-spaces"]


def test_the_first_page_of_a_language_is_in_it_unless_it_says_another(tmp_path: Path) -> None:
    """Nobody has to say twice that what stands at `/cy/` is Welsh."""
    settings = f"{SETTINGS}languages: [en-GB, cy]\n"
    pages = {"cy": "", "cymru": "", "home": "language: en-US\n"}
    files = {
        f"site_src/pages/{name}.md": f"---\ntitle: Own\n{said}---\nWords.\n"
        for name, said in pages.items()
    }
    site = put(tmp_path, {"site_src/site.yaml": settings, **files})
    tree = read_site(site).tree
    assert {page.address: page.language for page in tree.pages} == {
        "/cy/": "cy",
        "/cymru/": "en-GB",
        "/": "en-US",
    }
