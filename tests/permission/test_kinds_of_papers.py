"""Papers for each kind of person: whoever answers finds the lines that are theirs."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.permission.reading import parsed, words
from tests.permission.sites import agreed
from tests.read.folders import YES, put, story, voice

STORY = "stories/shed.md"
ASKED = "{asked: 2026-01-05, until: 2029-01-05}"


def a_site(folder: Path, consent: str = ASKED, **more: str) -> Path:
    """A story with a passage of Sam's, of whom `more` tells."""
    sam = voice("sam", "Sam", consent, **({"part": "storyteller"} | more))
    return put(folder, {STORY: story("::: voice sam\nI mended the gate.\n:::\n", sam)})


def form_of(site: Path, *more: str) -> str:
    """The form of Sam."""
    said = run("consent", "form", STORY, "--voice", "sam", "--site", site, *more)
    assert said.code == 0, said.all
    (file,) = (site / "permission-forms").glob("shed.sam*.html")
    return file.read_text("utf-8")


def lines_of(page: str) -> set[str]:
    """The ids of what is filled in on the sheet that the group keeps."""
    return set(parsed(page).xpath("//section[@class='sheet']//input/@id"))


EVERYBODY = {"by-self", "by-supported", "by-parent", "by-group", "by-successor"}


@pytest.mark.parametrize("easy_read", [(), ("--easy-read",)])
@pytest.mark.parametrize(
    ("by", "has", "has_not"),
    [
        ("parent", {"by-parent", "assent", "assent-date", "signed"}, {"by-self", "there-1"}),
        ("group", {"by-group", "there-1", "there-8", "group-of"}, {"by-self", "signed", "assent"}),
        ("successor", {"by-successor", "related", "signed"}, {"by-self", "assent"}),
        ("self", {"by-self", "by-supported", "supporter"}, {"by-parent", "assent", "there-1"}),
    ],
)
def test_a_sheet_is_made_for_whoever_answers(
    tmp_path: Path, by: str, has: set[str], has_not: set[str], easy_read: tuple[str, ...]
) -> None:
    """A child's own yes beside the parent's, each who was there of a group, and who was beside."""
    found = lines_of(form_of(a_site(tmp_path), "--by", by, *easy_read))
    assert has <= found
    assert not has_not & found
    assert {"witness", "interpreter", "told-back", "questions", "pictures", "aloud"} <= found


def test_where_nobody_says_who_answers_anybody_can(tmp_path: Path) -> None:
    """And a sheet of somebody who answered before is made for them."""
    assert lines_of(form_of(a_site(tmp_path / "new"))) >= EVERYBODY | {"assent", "group-of"}
    again = form_of(a_site(tmp_path / "again", YES.replace("by: self", "by: group")))
    assert lines_of(again) & EVERYBODY == {"by-group"}


def test_a_grown_child_is_asked_as_themselves(tmp_path: Path) -> None:
    """Their parent answered once; who is still a child is asked with the parent, if it is said."""
    parents = YES.replace("by: self", "by: parent").replace("2040-01-01", "2037-12-01")
    site = a_site(tmp_path, parents)
    assert lines_of(form_of(site)) & EVERYBODY == {"by-parent"}
    assert parsed(form_of(site)).xpath("string(//input[@id='record']/@value)") == "R-1"
    grown = form_of(site, "--renew")
    assert lines_of(grown) & EVERYBODY == {"by-self", "by-supported"}
    assert parsed(grown).xpath("string(//input[@id='record']/@value)") not in ("", "R-1")
    assert lines_of(form_of(site, "--renew", "--by", "parent")) & EVERYBODY == {"by-parent"}


def test_no_paper_says_what_a_program_cannot_know(tmp_path: Path) -> None:
    """Whether a name stands elsewhere, whether there is a search, whether files are private."""
    for identity in ("pseudonym", "anonymous", "first-name"):
        for kind in ((), ("--easy-read",)):
            site = a_site(tmp_path / f"{identity}{len(kind)}", identity=identity)
            said = words(form_of(site, *kind))
            for untrue in ("nowhere else", "is nowhere on", "own name is not on", "by itself"):
                assert untrue not in said
            assert "search box" in said


def test_words_that_are_not_there_in_a_language_stand_by_themselves(tmp_path: Path) -> None:
    """“O fewn two days” is neither: a promise in another language is no part of a sentence."""
    site = a_site(tmp_path)
    assert "They act within two days." in words(form_of(site))
    (site / "permission-forms/shed.sam.html").unlink()
    welsh = form_of(site, "--language", "cy")
    assert "o fewn two days" not in words(welsh)
    spans = parsed(welsh).xpath("//span[@lang='en-GB' or @lang='en'][.='two days']")
    assert spans


def test_cards_have_one_idea_each_and_name_nobody(tmp_path: Path) -> None:
    """They lie on a table, and others see them."""
    site = a_site(tmp_path)
    form_of(site, "--cards")
    page = (site / "permission-forms/cards.html").read_text("utf-8")
    cards = parsed(page).xpath("//section[@class='a6']")
    assert len(cards) > 20
    assert all(len(one.xpath("./*[@class='symbol']")) == 1 for one in cards)
    said = words(page)
    assert not {"Sam", "gate", "shed"} & set(said.split())
    assert {"Yes", "No", "Stop"} <= set(said.split())
    assert "On a page of your own?" not in said


def test_a_proof_is_there_as_easy_read(tmp_path: Path) -> None:
    """Whoever is asked in short sentences can look at home in short sentences, too."""
    site = a_site(tmp_path)
    said = run("proof", STORY, "--easy-read", "--large-print", "--site", site)
    assert said.code == 0, said.all
    (file,) = (site / "permission-forms").glob("*.proof.easy-read.large-print.html")
    page = file.read_text("utf-8")
    assert "I mended the gate." in words(page)
    assert "It asks you nothing." in words(page)
    assert parsed(page).xpath("//input") == []
    assert "large" in parsed(page).get("class").split()


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="no ssh-keygen here")
def test_a_table_of_numbers_can_be_signed(tmp_path: Path) -> None:
    """As the reference says it: a trustee sees whether a number was changed since."""
    site = a_site(tmp_path / "site")
    assert agreed(site, STORY).code == 0
    table = tmp_path / "numbers.csv"
    said = run("consent", "list", "--numbers-only", "--output", table, "--site", site)
    assert said.code == 0, said.all
    key, signature = tmp_path / "key", tmp_path / "numbers.csv.sig"
    _ssh("-q", "-t", "ed25519", "-N", "", "-f", key)
    _ssh("-Y", "sign", "-f", key, "-n", "permissions", table)
    signers = tmp_path / "signers"
    signers.write_text(f"coordinator {key.with_suffix('.pub').read_text('utf-8')}", "utf-8")
    check = ("-Y", "verify", "-f", signers, "-I", "coordinator", "-n", "permissions")
    asked = (*check, "-s", signature)
    assert _ssh(*asked, text=table.read_bytes()) == 0
    assert _ssh(*asked, text=table.read_bytes().replace(b"R-2", b"R-3"), fails=True) != 0


def _ssh(*arguments: str | Path, text: bytes = b"", fails: bool = False) -> int:
    words_ = ["ssh-keygen", *map(str, arguments)]
    done = subprocess.run(words_, input=text, capture_output=True, check=False)
    assert fails or done.returncode == 0, done.stderr
    return done.returncode


def test_words_of_ours_within_a_text_are_in_our_language(tmp_path: Path) -> None:
    """In a text that is read from the right they are read from the left, and by the right voice.

    And the sheet is known by the story's own words, not by those of a version.
    """
    site = a_site(tmp_path)
    first = story(
        "I dig.\n\n::: voice bo\nI watch.\n:::\n",
        voice("sam", "Sam", ASKED, part="author"),
        voice("bo", "Bo", ASKED, part="quoted"),
    )
    text = "أنا أحفر.\n\n::: voice bo\nأنا أنظر.\n:::\n"
    arabic = story(text, language="ar", translation_of=STORY).replace("voices: {}\n", "")
    put(site, {STORY: first, "stories/a.md": arabic})
    page = parsed(form_of(site))
    gaps = page.xpath("//p[@class='gap']")
    assert [(one.get("lang"), one.get("dir")) for one in gaps] == [(None, None), ("en-GB", "ltr")]
    assert page.xpath("string(//section[@class='sheet']//q)") == "I dig."
