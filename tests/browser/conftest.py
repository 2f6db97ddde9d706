"""A real Chromium, and the sites that it looks at."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sites import ACCEPTANCE, ROOT, BuiltSite, built, write_large_site


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Iterator[Browser]:
    """Chromium as it comes."""
    found = launch()
    yield found
    found.close()


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The repository's own site."""
    with built(ROOT, tmp_path_factory.mktemp("demonstration") / "public") as site:
        yield site


@pytest.fixture(scope="session")
def relative_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The repository's own site as somebody hands it on, on a USB stick."""
    with built(ROOT, tmp_path_factory.mktemp("stick") / "public", relative=True) as site:
        yield site


@pytest.fixture(scope="session")
def acceptance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite | None]:
    """Real published pages, where they are present."""
    if not ACCEPTANCE.is_dir():
        yield None
        return
    with built(ACCEPTANCE, tmp_path_factory.mktemp("acceptance") / "public") as site:
        yield site


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """A site with the kinds of page that only a large or a bare site has."""
    folder = tmp_path_factory.mktemp("large")
    write_large_site(folder / "site")
    with built(folder / "site", folder / "public") as site:
        yield site


@pytest.fixture(scope="session")
def sites(
    demonstration: BuiltSite, acceptance: BuiltSite | None, large: BuiltSite
) -> tuple[BuiltSite, ...]:
    """Every site that there is to look at."""
    return tuple(filter(None, (demonstration, acceptance, large)))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a browser that has never been anywhere."""
    # What moves is looked at where it comes to rest.
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()
