"""Forms and letters in a browser: everybody can use them, and they print well on A4."""

import io
from collections.abc import Mapping
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from byleave.gate import expect, register
from byleave.permission.papers.letters import withdrawal_letter
from byleave.permission.papers.shown_on_forms import permission_form
from byleave.pipeline.for_permission_tools import on_paper
from byleave.read import read_site
from byleave.relate import relate
from tests.browser.sites import AS_OF, ROOT
from tests.browser.test_accessibility import violations
from tests.browser.test_html import faults

pytestmark = pytest.mark.slow

# Somebody with a page of their own, somebody without a name, somebody with a few lines in two
# languages, and the author of a story with an Easy Read version.
ASKED = {
    "named": ("stories/2025/eleven-pounds-forty/index.md", "nadia"),
    "no-name": ("stories/2025/eleven-pounds-forty/index.md", "customer"),
    "short": ("stories/2024/the-phone-box/index.md", "ceri"),
    "easy": ("stories/2025/my-own-front-door/index.md", "kelvin"),
}
LEFT = "stories/2025/number-9/index.md"
# For a story of one passage and its Welsh version: with ten questions about where it may be seen,
# a sheet that says all of the answer, and what the law wants told.
MOST_SHEETS = {"short": 6, "short-easy": 13}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Forms in plain words, as Easy Read and in Welsh, and letters; each a file by its name."""
    folder = tmp_path_factory.mktemp("papers")
    tree = read_site(ROOT).tree
    entries = {(one.story, one.voice): one for one in register(tree, AS_OF)}
    found = {}
    for name, (story, voice) in ASKED.items():
        expectation = expect(tree, AS_OF, story=story, asking=[voice])
        plan = relate(expectation.rehearsal)
        form = permission_form(entries[story, voice], expectation, plan)
        found[name] = on_paper(form, plan, language="en-GB")
        found[f"{name}-easy"] = on_paper(form, plan, language="en-GB", easy_read=True)
        found[f"{name}-welsh"] = on_paper(form, plan, language="cy")
    gone = next(one for one in entries.values() if one.withdrawn and one.story == LEFT)
    expectation = expect(tree, AS_OF, story=gone.story, asking=[gone.voice])
    plan = relate(expectation.rehearsal)
    letter = withdrawal_letter([(gone, expectation, plan)], AS_OF.date())
    for easy_read in (False, True):
        name = f"letter-{'easy' if easy_read else 'plain'}"
        found[name] = on_paper(letter, plan, language="en-GB", easy_read=easy_read)
    for name, page in found.items():
        (folder / f"{name}.html").write_text(page, "utf-8")
    return {name: folder / f"{name}.html" for name in found}


def test_everybody_can_use_them(page: Page, papers: Mapping[str, Path]) -> None:
    """WCAG 2.2 A, AA and AAA and best practice: 0 violations; each box has its words."""
    page.emulate_media(color_scheme="light")
    found = {}
    for name, path in papers.items():
        page.goto(path.as_uri())
        found[name] = violations(page)
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_they_are_valid(papers: Mapping[str, Path]) -> None:
    """No error and no warning of the Nu checker.

    It holds that `img-src data:` shuts out pictures that are in the file; browsers show them (CSP
    3, section 6.7.2.8), and so does the test below. And it looks for a digest of a script where the
    script begins, when it has not read it; `test_saved_answers` lets the script run.
    """
    found = faults(next(iter(papers.values())).parent)
    known = ("image “data:image/", "Inline script violates Content Security Policy")
    assert [one for one in found if not any(words in one for words in known)] == []


def test_pictures_in_the_file_are_shown(page: Page, papers: Mapping[str, Path]) -> None:
    """Somebody who is offline sees the picture that they are asked about."""
    page.goto(papers["no-name"].as_uri())
    widths = page.evaluate("[...document.images].map(one => one.naturalWidth)")
    assert widths
    assert all(widths)


def _sheets(page: Page, path: Path) -> list[str]:
    """The words of each printed sheet, without spaces and ligatures."""
    page.goto(path.as_uri())
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    sheets = PdfReader(io.BytesIO(printed)).pages
    return ["".join(normalize("NFKC", one.extract_text()).split()) for one in sheets]


# Each question that is kept together: how it begins, and the words at its last box or line.
_QUESTIONS = """() => [...document.querySelectorAll('fieldset:not(.open), .keep')].map(one => [
  (one.querySelector('legend') ?? one).innerText,
  [...one.querySelectorAll('label')].at(-1).innerText,
].map(words => words.replace(/\\s+/g, '')))"""


def test_no_box_is_parted_from_its_question(page: Page, papers: Mapping[str, Path]) -> None:
    """On paper nobody has to turn a sheet over to see what they say yes to."""
    for name, path in papers.items():
        sheets = _sheets(page, path)
        for words, last in page.evaluate(_QUESTIONS):
            start = words[:20]
            found = (sheet.partition(start) for sheet in sheets)
            assert any(middle and last in rest for _, middle, rest in found), (name, words)


def test_they_print_on_a4_and_not_on_too_many_sheets(
    page: Page, papers: Mapping[str, Path]
) -> None:
    """A form that nobody would read to its end asks nobody."""
    for name, most in MOST_SHEETS.items():
        sheets = _sheets(page, papers[name])
        assert len(sheets) <= most, name
        assert all(sheets), f"{name} has an empty sheet"


def test_the_receipt_begins_on_a_sheet_of_its_own(page: Page, papers: Mapping[str, Path]) -> None:
    """It is cut off and taken home, without the sheet that has their own name on it."""
    for name in ("short", "short-easy", "short-welsh"):
        sheets = _sheets(page, papers[name])
        cut = [number for number, words in enumerate(sheets) if "✂" in words]
        assert len(cut) == 1
        assert sheets[cut[0]].index("✂") < 10


@pytest.mark.parametrize("kind", ["radio", "checkbox"])
@pytest.mark.parametrize("forced", ["none", "active"])
def test_a_tick_is_seen(page: Page, papers: Mapping[str, Path], kind: str, forced: str) -> None:
    """Also in colours of one's own, in which grounds are not drawn."""
    page.emulate_media(forced_colors=forced)  # type: ignore[arg-type] # one of its words
    page.goto(papers["short"].as_uri())
    box = page.locator(f"input[type={kind}]").first
    before = box.screenshot()
    box.check()
    page.evaluate("document.activeElement.blur()")
    assert box.screenshot() != before


def test_they_fit_a_telephone(page: Page, papers: Mapping[str, Path]) -> None:
    """Somebody who gets the file by e-mail reads it without moving it from side to side."""
    page.set_viewport_size({"width": 320, "height": 640})
    for name, path in papers.items():
        page.goto(path.as_uri())
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, name
