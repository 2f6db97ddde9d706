"""Answers given on a screen: saved as a file on one's own machine, and read from it."""

import io
import json
from pathlib import Path

import pytest
from PIL import Image, ImageStat
from playwright.sync_api import Locator, Page

from tests.cli.running import run
from tests.read.folders import put, story, voice

pytestmark = pytest.mark.slow

STORY = "stories/shed.md"
ASKED = "{asked: 2026-01-05, until: 2029-01-05}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story with the words of Sam, who is asked about them; and the form, plain and Easy Read."""
    sam = voice("sam", "Sam", ASKED, part="storyteller")
    folder = put(
        tmp_path_factory.mktemp("site"), {STORY: story("::: voice sam\nI dig.\n:::\n", sam)}
    )
    for kind in ((), ("--easy-read",)):
        said = run("consent", "form", STORY, "--site", folder, *kind)
        assert said.code == 0, said.all
    return folder


def _ink(box: Locator) -> float:
    """How far the signs in a box stand out from what is around them."""
    picture = Image.open(io.BytesIO(box.screenshot())).convert("L")
    return ImageStat.Stat(picture.crop((4, 4, picture.width - 4, picture.height - 4))).stddev[0]


@pytest.mark.parametrize("name", ["shed.sam.html", "shed.sam.easy-read.html"])
def test_what_is_ticked_is_saved_and_read(
    page: Page, site: Path, tmp_path: Path, name: str
) -> None:
    """Nothing is sent, nothing else can run, and a tick can be seen in any colours."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "permission-forms" / name).as_uri())
    part = page.locator(".save")
    part.get_by_role("button").wait_for()
    page.check("#use-web-yes")
    page.check("#said-search-yes")
    page.check("#use-ai-yes")
    page.check("#said-ai-no")
    part.get_by_role("button").click()
    assert "yes and no" in part.get_by_role("status").inner_text()
    page.uncheck("#said-ai-no")
    page.check("#use-ai-no")
    with page.expect_download() as found:
        part.get_by_role("button").click()
    file = tmp_path / found.value.suggested_filename
    found.value.save_as(file)
    saved = json.loads(file.read_text("utf-8"))
    assert saved["uses"] == {"web": "yes", "search": "yes", "ai": "no"}
    assert file.name in part.get_by_role("status").inner_text()
    assert [one for one in asked if not one.startswith(("file:", "data:", "blob:"))] == []
    for scheme in ("light", "dark"):
        page.emulate_media(forced_colors="active", color_scheme=scheme)
        assert _ink(page.locator("#use-web-yes")) > _ink(page.locator("#use-web-no")) + 10
    page.emulate_media(forced_colors="none", color_scheme="light")
    answers = ("--answers", file, "--record", "R-2", "--by", "self", "--yes")
    said = run("consent", "agree", STORY, "--voice", "sam", *answers, "--site", site)
    assert said.code == 0, said.all
    assert "yes to: web, search" in said.out
    page.fill("#change", "Call it a hut")
    with page.expect_download() as found:
        part.get_by_role("button").click()
    found.value.save_as(file)
    said = run("consent", "agree", STORY, "--voice", "sam", *answers, "--site", site)
    assert said.code == 3
    assert "something changed first: Call it a hut" in said.err
