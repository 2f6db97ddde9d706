"""A proof is what would be public, to look at: the same words as on the form, and no questions."""

import re
from pathlib import Path

import pytest

from tests.cli.running import Said, run
from tests.permission.reading import parsed
from tests.permission.sites import ASKED, WORDS, agreed, consent, record
from tests.read.folders import WITHDRAWN, put, story, voice

SHED = "stories/shed.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A story in which Sam is asked, and somebody else has left."""
    gone = voice("ann", "Ann", WITHDRAWN, identity="anonymous")
    return put(tmp_path, {SHED: story(WORDS, voice("sam", "Sam", ASKED), gone, summary="A sum.")})


def made(site: Path, *more: str) -> tuple[Said, str]:
    """What the command says, and the file that it wrote for Sam."""
    said = run("proof", SHED, "--voice", "sam", "--site", site, *more)
    assert said.code == 0, said.all
    return said, Path(said.out.splitlines()[0]).read_text("utf-8")


def test_a_proof_shows_all_that_the_form_does_and_asks_nothing(site: Path) -> None:
    """It can be sent to anybody who only wants to look, and be taken for no form."""
    _, html = made(site)
    consent(site, "form", SHED, "--voice", "sam")
    form = parsed((site / "permission-forms/shed.sam.html").read_text("utf-8"))
    proof = parsed(html)
    frames = [" ".join(one.text_content().split()) for one in proof.xpath("//*[@class='frame']")]
    asked = [" ".join(one.text_content().split()) for one in form.xpath("//*[@class='frame']")]
    assert frames
    assert set(frames) <= set(asked)
    assert "I mended the green gate." in proof.text_content()
    assert "Proof, not published" in proof.xpath("//header")[0].text_content()
    assert not proof.xpath("//input | //fieldset | //form | //script | //a[@href]")


@pytest.mark.parametrize("paper", ["form", "proof"])
@pytest.mark.parametrize("how", [(), ("--easy-read",)])
def test_papers_show_what_stands_beside_the_text(
    tmp_path: Path, paper: str, how: tuple[str, ...]
) -> None:
    """Whoever is to agree to a licence reads what it means, and that it cannot be taken back."""
    more = {
        "notice": "It is about a flood.",
        "rights": "cc-by-nc-4.0",
        "what_happened": "It is dry.",
        "checked_with": "Three readers of the shed",
    }
    author = voice("sam", "Sam", ASKED, part="author")
    site = put(tmp_path, {SHED: story(WORDS, author, **more)})
    first = ("proof",) if paper == "proof" else ("consent", "form")
    said = run(*first, SHED, "--voice", "sam", "--site", site, *how)
    assert said.code == 0, said.all
    (written,) = (Path(line) for line in said.out.splitlines() if line.endswith(".html"))
    shown = " ".join(parsed(written.read_text("utf-8")).text_content().split())
    for words in (
        "It is about a flood.",
        "It is dry.",
        "Do not earn money with it.",
        "CC BY-NC 4.0",
        "Three readers of the shed",
    ):
        assert words in shown
    assert "cannot be taken back" in shown


def test_a_proof_is_in_welsh_as_well(site: Path) -> None:
    """Like every paper."""
    _, html = made(site, "--language", "cy")
    assert "Proflen, heb ei chyhoeddi" in html


def test_what_was_seen_on_a_proof_can_be_agreed_to(site: Path) -> None:
    """By telephone, after it came by post; but nobody said yes on a paper that asks nothing."""
    said, html = made(site)
    found = re.search(r"P-\w{4}-\w{4}", said.out)
    assert found
    assert found[0] in html
    again = agreed_with(site, found[0])
    assert (again.code, "asks nothing" in again.err) == (3, True), again.all
    day = record(site)["asked"]
    words = ("seen", SHED, "--voice", "sam", "--code", found[0])
    early = consent(site, *words, "--on", day)
    assert (early.code, "this paper was made on" in early.err) == (3, True), early.all
    today = re.search(r"made on (\S+),", early.err)
    assert today
    assert consent(site, *words, "--on", today[1]).code == 0
    (seen,) = record(site)["seen"]
    assert seen["round"] == found[0]
    assert agreed(site).code == 0


def agreed_with(site: Path, code: str) -> Said:
    """Sam is said to have said yes on the paper with this code."""
    return agreed(site, SHED, "--form", code)


def test_nothing_is_written_where_nothing_would_be_public(tmp_path: Path) -> None:
    """And it says so: an empty proof would be taken for a promise."""
    gone = voice("ann", "Ann", WITHDRAWN, identity="anonymous", part="author")
    site = put(tmp_path, {SHED: story(WORDS, voice("sam", "Sam", ASKED), gone)})
    said = run("proof", SHED, "--site", site)
    assert (said.code, "nothing would be public" in said.err) == (3, True), said.all
    assert not (site / "permission-forms").exists()
