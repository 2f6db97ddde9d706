"""What somebody can say yes to: the table of uses, a site's own, and what is none."""

from pathlib import Path

import pytest

from byleave.model.uses import USES
from byleave.pipeline.build_site import build_site
from tests.gate.sites import NOON
from tests.permission.sites import ASKED, WORDS, agreed, consent, published, record
from tests.read.folders import SETTINGS, YES, put, story, voice

SHED = "stories/shed.md"
OWN = SETTINGS + "uses: {newsletter: In our paper}\n"


def site_with(folder: Path, consent: str = YES, settings: str = SETTINGS) -> Path:
    """A site in which Sam says this."""
    files = {"site_src/site.yaml": settings, SHED: story(WORDS, voice("sam", "Sam", consent))}
    return put(folder / "site", files)


@pytest.mark.parametrize("use", ["prnit", "telly", "Web"])
def test_a_use_that_nobody_knows_permits_nothing(use: str, tmp_path: Path) -> None:
    """It is told, and takes no story down that stood on what is known."""
    site = site_with(tmp_path, YES.replace("uses: [", f"uses: [{use}, "))
    result = build_site(site, output=tmp_path / "out", as_of=NOON)
    assert [(one.code, one.severity) for one in result.diagnostics] == [("unknown-use", "warning")]
    assert result.published == 1
    without = site_with(tmp_path / "b", YES.replace("uses: [web, ", f"uses: [{use}, "))
    assert "green gate" not in published(without, tmp_path / "none")


def test_a_site_asks_about_uses_of_its_own(tmp_path: Path) -> None:
    """On the form and on what is kept of it; recorded, and listed for whoever prints that."""
    site = site_with(tmp_path, ASKED, OWN)
    assert consent(site, "form", SHED, "--voice", "sam").code == 0
    (form,) = (site / "permission-forms").glob("*.html")
    text = form.read_text("utf-8")
    assert "In our paper" in text.partition("Your copy")[0]
    assert "In our paper" in text.partition("Your copy")[2]
    assert 'id="use-newsletter-yes"' in text
    assert agreed(site, SHED, "--uses", "web,newsletter,print").code == 0
    assert record(site)["uses"] == ["web", "print", "newsletter"]
    assert "sam" in consent(site, "list", "--use", "newsletter").out
    assert "nobody" in consent(site, "list", "--use", "teaching").out
    assert consent(site, "list", "--use", "newspaper").code == 2
    assert consent(site, "change", SHED, "--voice", "sam", "--drop-use", "newsletter").code == 0
    assert record(site)["uses"] == ["web", "print"]


def test_a_use_of_byleaves_cannot_mean_something_else(tmp_path: Path) -> None:
    """People were asked about it by the words of our forms."""
    site = site_with(tmp_path, YES, SETTINGS + "uses: {feed: In our paper}\n")
    assert "use-known" in consent(site, "list").err


@pytest.mark.parametrize("look", [(), ("--easy-read",), ("--language", "cy")])
def test_every_use_is_a_question_on_every_form(look: tuple[str, ...], tmp_path: Path) -> None:
    """In plain words, as Easy Read and in Welsh, each with a yes and a no."""
    named = voice("sam", "Sam Orrell", ASKED, identity="named")
    site = put(tmp_path / "site", {SHED: story(WORDS, named)})
    assert consent(site, "form", SHED, "--voice", "sam", *look).code == 0
    (form,) = (site / "permission-forms").glob("*.html")
    text = form.read_text("utf-8")
    assert [use for use in USES if f'id="use-{use}-no"' not in text] == []


def test_what_was_given_before_says_no_to_the_rest(tmp_path: Path) -> None:
    """A permission from before anybody asked about machines is none for them."""
    page = published(site_with(tmp_path), tmp_path / "out")
    assert "noai, noimageai" in page
    assert "Content-Usage: train-ai=n" in page
