"""What a group adds to the look without taking the place of any of it: lines, a font, its sign."""

from typing import Any

import pytest

from byleave.model.published import LookFile, RootFile
from byleave.relate import relate
from byleave.render import Renderer, WrittenAddresses, shared_of
from tests.relate.making import published, rendered

ADDRESS = "https://x.example.org/"


def root_file(path: str) -> RootFile:
    """A file that is copied to the top of the site."""
    return RootFile(path=path, source=f"/site/{path}", sha256="0" * 64, size=9)


def home(*files: str) -> str:
    """The first page of a site that has `files` at its top."""
    plan = relate(published(root_files=tuple(map(root_file, files))))
    return (
        Renderer(shared_of(plan, WrittenAddresses(base_url=ADDRESS))).page(plan.pages["/"]).decode()
    )


def styles(**look: str) -> str:
    """The stylesheet of a site with files of its own in its look."""
    own = tuple(LookFile(path=f"{name}.css", text=text) for name, text in look.items())
    plan: Any = relate(published(look=own))
    (found,) = (
        file.content
        for file in rendered(plan, ADDRESS).files
        if file.path.startswith("styles.") and isinstance(file.content, bytes)
    )
    return found.decode()


def test_lines_come_after_all_others() -> None:
    """So that they count, whether the rest is Byleave's or the group's."""
    assert styles(extra="p { color: red }").endswith("p { color: red }")
    assert styles(styles="q {}", extra="p {}") == "q {}\np {}"
    assert len(styles(extra="p {}")) > len(styles())


@pytest.mark.parametrize("file", ["fonts/ours.woff2", "OURS.TTF"])
def test_a_font_of_ones_own_can_be_loaded(file: str) -> None:
    """Where there is none, browsers are told to refuse any."""
    assert "font-src 'self'" in home(file)
    assert "font-src 'none'" in home("CNAME")


def test_pages_name_the_signs_that_there_are() -> None:
    """Each by what it is; where there is none, nothing is named."""
    found = home("favicon.ico", "favicon.svg", "apple-touch-icon.png")
    assert '<link rel="icon" href="/favicon.ico" sizes="32x32">' in found
    assert '<link rel="icon" href="/favicon.svg" type="image/svg+xml">' in found
    assert '<link rel="apple-touch-icon" href="/apple-touch-icon.png">' in found
    assert 'rel="icon"' not in home()
