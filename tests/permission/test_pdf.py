"""Forms as PDF: fields that can be filled in, and a structure that a screen reader can follow."""

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from byleave.permission.papers.pdf import as_pdf
from tests.cleaning.originals import photograph
from tests.cli.running import run
from tests.permission.reading import parsed, words
from tests.permission.sites import agreed
from tests.read.folders import YES, put, story, voice

pytestmark = pytest.mark.slow

STORY = "stories/shed/index.md"
ASKED = "{asked: 2026-01-05, until: 2029-01-05}"
BODY = "We dig.\n\n::: voice sam\nI mended the *green* gate.\n:::\n\n![](gate.jpg)\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PdfReader]:
    """The plain and the Easy Read form of Sam, who is in a picture, and the pages of each."""
    folder = tmp_path_factory.mktemp("site")
    text = story(
        BODY,
        voice("ann", "Ann", YES, part="author"),
        voice("sam", "Sam", ASKED, part="storyteller"),
        media="{gate.jpg: {alt: Sam at a gate, shows: [sam]}}",
    )
    site = put(folder, {STORY: text, "stories/shed/gate.jpg": photograph()})
    found = {}
    for name, more in (("plain", ()), ("easy", ("--easy-read",))):
        chosen = (STORY, "--voice", "sam", "--pdf", "--language", "en", *more)
        said = run("consent", "form", *chosen, "--site", site, "--output", folder / name)
        assert said.code == 0, said.all
        (file,) = (folder / name).glob("*.pdf")
        found[name] = PdfReader(file)
    return found


def _drawn(html: str) -> bytes:
    """What is drawn on the first page of a document."""
    contents = PdfReader(io.BytesIO(as_pdf(html))).pages[0].get_contents()
    assert contents is not None
    return contents.get_data()


def test_words_in_another_language_look_as_all_others_do() -> None:
    """They are marked for who listens; whoever looks saw a line through each of them."""
    head = '<!doctype html><html lang="cy"><head><style>{}</style></head><body>'
    words = '<p lang="en">Tea and forms</p><div lang="en"><p>Bring one.</p></div></body></html>'
    form = "article { padding: 1rem; border-block-end: 1px solid #767676; }"
    assert _drawn(head.format(form) + words) == _drawn(head.format("") + words)


def _elements(node: Any) -> Iterator[Any]:
    """Every element of a structure, in the order in which it is read."""
    if isinstance(node, list):
        for one in node:
            yield from _elements(one.get_object())
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _elements(node["/K"].get_object())


def _fields(form: PdfReader) -> dict[str, str]:
    """Each field by its name, with the words by which it is read out."""
    found = form.get_fields() or {}
    return {name: str(field.get("/TU", "")) for name, field in found.items()}


@pytest.mark.parametrize("kind", ["plain", "easy"])
def test_each_field_says_what_it_asks(kind: str, made: dict[str, PdfReader]) -> None:
    """“Yes” alone would not tell somebody who cannot see it to what."""
    fields = _fields(made[kind])
    assert {"right", "use-web", "change", "signed", "none-of-it", "said-web-yes"} <= fields.keys()
    unsaid = [name for name, said in fields.items() if not said.strip() or said == "Yes"]
    assert unsaid == []
    assert "website" in fields["use-web"]


@pytest.mark.parametrize("kind", ["plain", "easy"])
def test_each_figure_has_its_words(kind: str, made: dict[str, PdfReader]) -> None:
    """And a drawing that says nothing is none."""
    root = made[kind].root_object["/StructTreeRoot"]
    figures = [one for one in _elements(root) if one["/S"] == "/Figure"]
    assert {str(one.get("/Alt", "")) for one in figures} == {"Sam at a gate"}


@pytest.mark.parametrize("kind", ["plain", "easy"])
def test_it_is_read_in_order_and_in_its_language(kind: str, made: dict[str, PdfReader]) -> None:
    """Headings come as they stand, from the first; the document says what language it is in."""
    root = made[kind].root_object
    assert str(root["/Lang"]) == "en-GB"
    kinds = [str(one["/S"]) for one in _elements(root["/StructTreeRoot"])]
    headings = [one for one in kinds if re.fullmatch(r"/H\d", one)]
    assert headings[0] == "/H1"
    assert headings.count("/H1") == 1
    for before, after in pairwise(headings):
        assert int(after[2]) - int(before[2]) <= 1
    assert {"/Table", "/TH", "/TD", "/Form", "/P"} <= set(kinds)


@pytest.mark.parametrize("kind", ["plain", "easy"])
def test_lists_hold_items_alone(kind: str, made: dict[str, PdfReader]) -> None:
    """And nothing else is an item, or a screen reader counts what is not there."""
    root = made[kind].root_object["/StructTreeRoot"]
    for one in _elements(root):
        below = {str(child["/S"]) for child in _children(one)}
        assert one["/S"] != "/L" or below == {"/LI"}, below
        assert one["/S"] == "/L" or "/LI" not in below


def _children(node: Any) -> list[Any]:
    below = node["/K"].get_object() if "/K" in node else []
    found = [one.get_object() for one in (below if isinstance(below, list) else [below])]
    return [one for one in found if isinstance(one, dict) and "/S" in one]


def test_what_is_in_another_language_says_so(tmp_path: Path) -> None:
    """Words of a story are read out as what they are, on a form in Welsh too."""
    sam = voice("sam", "Sam", ASKED, part="storyteller")
    site = put(tmp_path, {STORY: story("::: voice sam\nI dig.\n:::\n", sam)})
    said = run("consent", "form", STORY, "--pdf", "--language", "cy", "--site", site)
    assert said.code == 0, said.all
    (file,) = (site / "permission-forms").glob("*.pdf")
    found = PdfReader(file)
    assert str(found.root_object["/Lang"]) == "cy"
    langs = {
        str(one["/Lang"])
        for one in _elements(found.root_object["/StructTreeRoot"])
        if "/Lang" in one
    }
    assert langs == {"en-GB"}
    assert found.xmp_metadata is not None
    assert found.xmp_metadata.dc_title == {"x-default": "Ffurflen ganiatâd: The shed"}


def test_it_claims_no_standard_that_nobody_checked(made: dict[str, PdfReader]) -> None:
    """Whoever needs PDF/UA is not told that it is, before something has looked."""
    for form in made.values():
        metadata = form.root_object.get("/Metadata")
        content = metadata.get_object().get_data() if metadata else b""
        assert b"pdfuaid" not in content


def test_a_form_of_one_passage_is_short(made: dict[str, PdfReader]) -> None:
    """Five pages in plain words, twelve as Easy Read: one that nobody reads asks nobody.

    This one has a picture beside its passage, for which there is a page more.
    """
    assert len(made["plain"].pages) <= 6
    assert len(made["easy"].pages) <= 13


@pytest.mark.parametrize(
    ("kind", "most"),
    [((), 5), (("--language", "cy"), 5), (("--easy-read",), 12), (("--by", "group"), 5)],
)
def test_a_form_without_pictures_keeps_to_its_pages(
    tmp_path: Path, kind: tuple[str, ...], most: int
) -> None:
    """The same, counted for a story that is one passage."""
    sam = voice("sam", "Sam", ASKED, identity="named", part="storyteller")
    words_ = "I mended the green gate, and then I went home in the rain. " * 5
    site = put(tmp_path, {STORY: story(f"::: voice sam\n{words_}\n:::\n", sam)})
    said = run("consent", "form", STORY, "--pdf", "--site", site, *kind)
    assert said.code == 0, said.all
    (file,) = (site / "permission-forms").glob("*.pdf")
    assert len(PdfReader(file).pages) <= most


def test_large_print_has_large_letters_and_a_receipt_one_page(tmp_path: Path) -> None:
    """18 points are asked for by people who see little."""
    sam = voice("sam", "Sam", ASKED, part="storyteller")
    site = put(tmp_path, {STORY: story("::: voice sam\nI dig.\n:::\n", sam)})
    assert agreed(site, STORY).code == 0
    short = run("consent", "receipt", "--record", "R-2", "--pdf", "--site", site)
    assert short.code == 0, short.all
    assert len(PdfReader(site / "permission-forms/shed.sam.receipt.pdf").pages) == 1
    said = run("consent", "receipt", "--record", "R-2", "--large-print", "--site", site)
    assert said.code == 0, said.all
    file = site / "permission-forms/shed.sam.receipt.large-print.html"
    page = file.read_text("utf-8")
    assert parsed(page).get("class") == "own large"
    assert "html.large { font-size: 18pt; }" in page


def test_a_groups_own_pictures_stand_for_ours(tmp_path: Path) -> None:
    """People know the pictures that they talk with every day."""
    sam = voice("sam", "Sam", ASKED, part="storyteller")
    drawing = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>"
    files = {STORY: story("We dig.\n", sam), "site_src/symbols/stop.svg": drawing}
    site = put(tmp_path, files)
    assert run("consent", "form", STORY, "--easy-read", "--site", site).code == 0
    (file,) = (site / "permission-forms").glob("*.html")
    page = file.read_text("utf-8")
    assert parsed(page).xpath("//img[@class='symbol'][@alt='']")
    assert "You can stop it on any day." in words(page)
