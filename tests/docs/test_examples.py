"""Every example in the documentation, tried."""

from pathlib import Path

import pytest
import yaml

from tests.docs.example_site import EXAMPLE, ExampleSite, whole_story
from tests.docs.pages import Fence, fences, name_of, pages

# What is shown to people and not read by Byleave.
OTHER_LANGUAGES = {"console", "sh", "text", "toml"}
# What other programs read.
OF_OTHERS = {"workflow", "gitlab", "pre-commit"}
PAGES = [page for page in pages() if fences(page)]


def examples(page: Path) -> list[Fence]:
    """The examples of files of a site, or of parts of them."""
    return [
        one
        for one in fences(page)
        if one.language not in OTHER_LANGUAGES
        and one.example_of not in ("workflow", "gitlab", "pre-commit")
    ]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_example_is_accepted(page: Path, tmp_path: Path) -> None:
    """Whoever copies an example gets no message; the examples of a page make one site."""
    site = ExampleSite(tmp_path)
    is_tutorial = "tutorials" in page.parts
    for fence in examples(page):
        site.add(fence)
        # A tutorial shows the way there, mistakes included; a test of its own follows it.
        if not is_tutorial:
            assert site.findings() == (), fence.place
        (tmp_path / EXAMPLE).unlink(missing_ok=True)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_example_says_what_it_is(page: Path) -> None:
    """No example escapes the test above because its kind was not said."""
    for fence in examples(page):
        assert fence.language in {"yaml", "markdown", "html"}, fence.place
        assert fence.example_of, fence.place


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_workflow_is_yaml(page: Path) -> None:
    """A workflow that cannot be read would leave yesterday's site online."""
    for fence in fences(page):
        if fence.example_of == "workflow":
            loaded = yaml.safe_load(fence.text)
            assert {"name", "jobs"} <= loaded.keys(), fence.place
        if fence.example_of == "gitlab":
            assert {"pages", "check"} <= yaml.safe_load(fence.text).keys(), fence.place


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("story", "tittle: A title\n"),
        ("event", "start: 2024-01-01\n"),
        ("voice", "name: Sam\n"),
        ("consent", "given: 2024-02-30\n"),
        ("body", "{nobody}\n"),
    ],
)
def test_a_wrong_example_is_noticed(kind: str, text: str, tmp_path: Path) -> None:
    """The tests above can fail: a mistake in any kind of example is found."""
    site = ExampleSite(tmp_path)
    assert site.findings() == ()
    site.put(EXAMPLE, whole_story(kind, text))
    assert site.findings() != ()
