"""What a story weighs on a slow line."""

import gzip
import re
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import BuildOptions
from tests.permission.built_sites import output
from tests.read.folders import SETTINGS

ROOT = Path(__file__).parents[2]
AS_OF = datetime(2026, 11, 21, 12)  # noqa: DTZ001 - a moment in the site's own time zone
HEAVIEST = 13 * 1024
MOST_REQUESTS = 3

_ASKED_FOR = re.compile(r'<link rel="stylesheet" href="/([^"]+)"|<img src="/([^"]+)"')
_MAIN = re.compile(r"<main.*</main>", re.DOTALL)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration site, built."""
    folder = tmp_path_factory.mktemp("weight") / "public"
    build_site(ROOT, output=folder, as_of=AS_OF, options=BuildOptions(executor="serial"))
    return folder


@cache
def weight(file: Path) -> int:
    """What is sent of a file, in bytes."""
    return len(gzip.compress(file.read_bytes(), mtime=0))


@pytest.mark.slow
def test_a_story_without_pictures_is_light(site: Path) -> None:
    """It is under 13 KB, in at most three requests: the page, the stylesheet, the group's logo."""
    plain = 0
    for page in site.glob("stories/*/index.html"):
        html = page.read_text("utf-8")
        if re.search("<(?:img|audio|video)", _MAIN.findall(html)[0]):
            continue
        asked_for = [site / (style or image) for style, image in _ASKED_FOR.findall(html)]
        assert 1 + len(asked_for) <= MOST_REQUESTS
        assert sum(map(weight, (page, *asked_for))) < HEAVIEST, page
        plain += 1
    assert plain


@pytest.fixture(scope="module")
def styles(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The stylesheet of a small site with a colour of its own."""
    settings = SETTINGS + 'brand: {colour: "#0b4f55"}\n'
    made = output(tmp_path_factory.mktemp("small"), {"site_src/site.yaml": settings})
    (found,) = (path for path in made if re.fullmatch(r"styles\.\w+\.css", path))
    return made[found].decode()


def test_remarks_are_for_those_who_change_the_look(styles: str) -> None:
    """Whoever reads a story on a slow line is not sent them, nor the margins of lines."""
    text = styles
    assert "/*" not in text
    assert "\n " not in text


def test_the_groups_colour_is_in_the_stylesheet(styles: str) -> None:
    """It comes after the look's own, in a file: no page has a style of its own."""
    assert styles.rpartition(":root {")[2].startswith(" --brand: #0b4f55;")
