"""A kind of page is whole: a view, a maker, a template, and what readers and editors need of it.

Whoever adds one is told here, line by line, what is still missing and where it belongs.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import ClassVar

import pytest

from byleave.gate import admit
from byleave.model import site
from byleave.model.addresses import SECTIONS, STAND_INS
from byleave.model.pieces import PageLink
from byleave.model.site import View
from byleave.read import read_site
from byleave.relate import relate
from byleave.relate.index.index import Index, index
from byleave.render.trails import titles_of_lists
from tests.architecture.sources import REPOSITORY
from tests.browser.sites import AS_OF, write_large_site

TEMPLATES = files("byleave") / "look" / "templates"
VIEWS_PAGE = REPOSITORY / "docs" / "reference" / "views.md"
TESTS = REPOSITORY / "tests" / "relate"
# Pages to which no link in a text may lead: they come and go with what else is there.
NOT_LINKED = {"AToZLetterView", "ResponsesView", "NotFoundView", "SearchLetterView"}
# The later pages of a long list: links lead to its first.
LATER = re.compile(r"/\d+/\Z")


def kinds() -> tuple[type[View], ...]:
    """Every view that becomes a page of HTML, but for one that leads on at once."""
    found = [one for one in vars(site).values() if isinstance(one, type) and issubclass(one, View)]
    pages = (one for one in found if vars(one).get("template", "").endswith(".html"))
    return tuple(one for one in pages if one is not site.RedirectView)


def missing(kind: type[View], pages: Sequence[View], linked: Iterable[str]) -> Iterator[str]:
    """What a kind of page lacks; `pages` are all of some sites, `linked` where links may lead."""
    name = kind.__name__
    if not (TEMPLATES / kind.template).is_file():
        folder = "generator/byleave/look/templates"
        yield f"a template: {folder}/{kind.template}, which extends base.html"
    said = VIEWS_PAGE.read_text("utf-8")
    if f"### `{name}`" not in said:
        yield f"its fields in docs/reference/views.md, below a heading ### `{name}`"
    if f"| `{kind.template}` |" not in said:
        yield f"a line for `{kind.template}` in the table of templates in docs/reference/views.md"
    if kind.above and kind.above not in titles_of_lists(str):
        yield f"a title for {kind.above} in titles_of_lists, in generator/byleave/render/trails.py"
    if not any(name in file.read_text("utf-8") for file in TESTS.glob("test_*.py")):
        yield f"a test in tests/relate that asks for a {name}"
    own = [page.address for page in pages if type(page) is kind]
    if not own:
        yield (
            "a maker in a Section in generator/byleave/relate/__init__.py; or, where it has one, "
            "something in the demonstration (stories/) that such a page shows"
        )
    free = {address for address in own if not _is_kept(address, pages)}
    for address in sorted(free)[:1]:
        yield (
            f"the address {address} below one of SECTIONS in generator/byleave/model/addresses.py: "
            "a group's page may take its place"
        )
    meant = [] if name in NOT_LINKED else [one for one in own if not LATER.search(one)]
    for address in sorted({*meant}.difference(linked, free))[:1]:
        yield (
            f"the address {address} in generator/byleave/relate/index/linked_addresses.py: no link "
            "in a text may lead there"
        )


def _is_kept(address: str, pages: Sequence[View]) -> bool:
    """Whether no page of a group's can be at `address`, or the group's own goes before."""
    own = {page.address for page in pages if isinstance(page, site.PageView)}
    # What the group writes at the address of a first page stands on that.
    homes = {page.address for page in pages if isinstance(page, site.HomeView)} - {"/"}
    # Where it has one at or below that of the search, there is no search of ours.
    kept = (*SECTIONS, *STAND_INS, *homes)
    return address.startswith(kept) or address in own | {"/", "/404.html"}


@cache
def demonstration() -> tuple[tuple[View, ...], Index]:
    """The pages of the demonstration, and what links on it may lead to."""
    published, _ = admit(read_site(REPOSITORY).tree, AS_OF)
    return relate(published).views, index(published)


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[View, ...], Index]:
    """The same of the other site that the browser looks at."""
    folder = tmp_path_factory.mktemp("many")
    write_large_site(folder)
    published, _ = admit(read_site(folder).tree, AS_OF)
    return relate(published).views, index(published)


@pytest.mark.slow
@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_nothing_is_missing(kind: type[View], others: tuple[tuple[View, ...], Index]) -> None:
    """Each kind of page has all that it needs, on the sites that the browser looks at."""
    sites = (demonstration(), others)
    pages = [page for views, _ in sites for page in views]
    linked = {address for _, known in sites for address in known.addresses}
    found = list(missing(kind, pages, linked))
    assert not found, "\n- ".join([f"{kind.__name__} needs", *found])


class MapsView(View, frozen=True, kw_only=True):
    """A kind of page of which there is nothing but this."""

    template: ClassVar[str] = "maps.html"
    above: ClassVar[str] = "/maps/"

    all_maps: tuple[PageLink, ...] = ()


def test_each_thing_that_is_missing_is_told() -> None:
    """Somebody who has written a view alone reads what comes next, and where."""
    told = "\n".join(missing(MapsView, (), ()))
    for place in ("templates/maps.html", "views.md", "trails.py", "tests/relate", "__init__.py"):
        assert place in told
    page = MapsView(address="/maps/", title="", language="en-GB")
    told = "\n".join(missing(MapsView, (page,), ()))
    assert "model/addresses.py" in told
