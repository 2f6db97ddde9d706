"""The commands that make forms and letters: where they write, and what they say."""

import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.running import DAY, Said, run
from tests.read.folders import WITHDRAWN, YES, put, story, voice

STORY = "stories/fair.md"
ASKED = "{record: BW-2, asked: 2026-05-01}"
BODY = "::: voice tom\nTom digs.\n:::\n\n::: voice una\nUna hums.\n:::\n"


def a_site(folder: Path) -> Path:
    """A site with a story by Ann, in which Tom is asked and Una has left."""
    text = story(
        BODY,
        voice("ann", "Ann", YES, part="author"),
        voice("tom", "Tom", ASKED),
        voice("una", "Una", WITHDRAWN),
    )
    other = story(
        "::: voice una\nUna sings.\n:::\n", voice("una", "Una", WITHDRAWN), title="The choir"
    )
    return put(folder, {STORY: text, "stories/choir.md": other})


def form(site: Path, *arguments: str | Path) -> Said:
    """Make the forms of the story."""
    return run("consent", "form", *arguments, "--site", site, "--as-of", DAY)


def letter(site: Path, *arguments: str | Path) -> Said:
    """Make a letter."""
    return run("consent", "letter", *arguments, "--site", site, "--as-of", DAY)


def files(folder: Path) -> list[str]:
    """The names of the files in a folder."""
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_there_is_a_form_for_each_voice_who_may_be_asked(tmp_path: Path) -> None:
    """Who has left is not asked again without being named; and nobody is named in a message."""
    site = a_site(tmp_path)
    said = form(site, STORY)
    assert said.code == 0
    forms = [".gitignore", "fair.ann.html", "fair.tom.html", "rounds.jsonl"]
    assert files(site / "permission-forms") == forms
    assert "2 forms made" in said.out
    assert "1 not asked" in said.err
    assert "Una" not in said.all
    assert "una" not in said.all


def test_somebody_who_left_can_be_asked_by_name(tmp_path: Path) -> None:
    """Coming back is possible: it needs a form, and a new record."""
    site = a_site(tmp_path)
    said = form(site, STORY, "--voice", "una", "--easy-read", "--language", "cy")
    assert said.code == 0
    assert "fair.una.easy-read.cy.html" in files(site / "permission-forms")
    assert '<html lang="cy"' in next((site / "permission-forms").glob("*.html")).read_text("utf-8")


def test_forms_never_get_into_the_repository(tmp_path: Path) -> None:
    """What nobody has agreed to yet is not committed, even by `git add --all`."""
    site = a_site(tmp_path)
    subprocess.run(["git", "init", "--quiet", str(site)], check=True)
    assert form(site, STORY).code == 0
    status = ["git", "-C", str(site), "status", "--porcelain", "--untracked-files=all"]
    listed = subprocess.run(status, capture_output=True, text=True, check=True).stdout
    assert "permission-forms" not in listed
    assert "site.yaml" in listed


def test_a_folder_that_git_would_commit_is_refused(tmp_path: Path) -> None:
    """A folder with other things in it may be a part of the repository."""
    site = a_site(tmp_path)
    subprocess.run(["git", "init", "--quiet", str(site)], check=True)
    put(site, {"papers/minutes.txt": "Minutes."})
    said = form(site, STORY, "--output", site / "papers")
    assert said.code == 3
    assert "could be committed" in said.err
    assert files(site / "papers") == ["minutes.txt"]


@pytest.mark.parametrize("name", ["public", "stories", "site_src/media", "themes", "public/forms"])
def test_a_folder_that_is_published_is_refused(tmp_path: Path, name: str) -> None:
    """No form is ever a page of the site, or read as a story."""
    site = a_site(tmp_path)
    said = form(site, STORY, "--output", site / name)
    assert said.code == 3
    assert "--output" in said.err
    assert list(site.rglob("*.html")) == []


def test_a_link_to_a_published_folder_is_refused(tmp_path: Path) -> None:
    """By whatever name one comes to it."""
    site = a_site(tmp_path)
    (site / "public").mkdir()
    (site / "elsewhere").symlink_to(site / "public")
    assert form(site, STORY, "--output", site / "elsewhere").code == 3
    assert files(site / "public") == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("stories/none.md",), "there is no such story"),
        (("../outside.md",), "there is no such story"),
        ((STORY, "--voice", "zed"), "declares no voice"),
        ((STORY, "--language", "fr"), "English (en) and in Welsh (cy)"),
    ],
)
def test_a_wrong_word_is_told(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    """It says what is wrong, and writes nothing."""
    site = a_site(tmp_path)
    said = form(site, *arguments)
    assert said.code == 2
    assert words in " ".join(said.err.split())
    assert files(site / "permission-forms") == []


def test_a_story_with_an_error_is_told(tmp_path: Path) -> None:
    """Its findings are what has to be mended first."""
    site = a_site(tmp_path)
    put(site, {"stories/bad.md": story().replace("title:", "titel:")})
    said = form(site, "stories/bad.md")
    assert said.code == 3
    assert "stories/bad.md:2" in said.err


def test_where_nothing_would_be_public_there_is_no_form(tmp_path: Path) -> None:
    """An author left, so that a yes of the others would change nothing: they are not asked."""
    site = a_site(tmp_path)
    voices = voice("a", "A", WITHDRAWN, part="author"), voice("b", "B", ASKED)
    put(site, {"stories/gone.md": story("Text.\n", *voices)})
    said = form(site, "stories/gone.md")
    assert said.code == 3
    assert "1 not made" in said.err
    assert "nothing was written" in said.out


@pytest.mark.slow
def test_a_pdf_stands_beside_the_form(tmp_path: Path) -> None:
    """It is a PDF, and tagged for screen readers."""
    site = a_site(tmp_path)
    assert form(site, STORY, "--voice", "tom", "--pdf").code == 0
    made = PdfReader(site / "permission-forms" / "fair.tom.pdf")
    assert {"/MarkInfo", "/StructTreeRoot"} <= made.root_object.keys()
    assert str(made.root_object["/Lang"]) == "en-GB"
    assert "Tom digs." in "".join(page.extract_text() for page in made.pages)


def test_without_weasyprint_one_line_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PDFs are an extra: who has not installed it is told how, and what to do without."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    site = a_site(tmp_path)
    said = form(site, STORY, "--pdf")
    assert said.code == 3
    assert said.err.startswith("error: PDFs need WeasyPrint: pip install 'byleave[pdf]'")
    assert [name for name in files(site / "permission-forms") if name.startswith("fair")] == []


def test_a_letter_is_about_every_story_of_a_record(tmp_path: Path) -> None:
    """Somebody who took one record back gets one letter, whatever stories carried it."""
    site = a_site(tmp_path)
    said = letter(site, "--record", "R-0")
    assert said.code == 0
    (made,) = (site / "permission-forms").glob("*.html")
    text = made.read_text("utf-8")
    assert "The shed" in text
    assert "The choir" in text
    assert "Una hums" not in text


def test_a_letter_is_about_one_voice(tmp_path: Path) -> None:
    """It is the same before the site is built anew and after."""
    site = a_site(tmp_path)
    target = tmp_path / "letters" / "una.html"
    assert letter(site, STORY, "--voice", "una", "--easy-read", "--output", target).code == 0
    before = target.read_bytes()
    assert run("build", "--site", site, "--as-of", DAY, "--output", tmp_path / "out").code == 0
    assert letter(site, STORY, "--voice", "una", "--easy-read", "--output", target).code == 0
    assert target.read_bytes() == before


def test_a_letter_goes_into_a_folder_too(tmp_path: Path) -> None:
    """As all other papers do; where it is, is said."""
    site, folder = a_site(tmp_path), tmp_path / "letters"
    said = letter(site, STORY, "--voice", "una", "--output", folder)
    assert said.code == 0, said.all
    assert [str(one) for one in folder.glob("*.html")] == said.out.split()


def test_forms_go_into_no_file(tmp_path: Path) -> None:
    """There may be several of them; a folder of that name would puzzle whoever looks for it."""
    said = form(a_site(tmp_path), STORY, "--output", tmp_path / "tom.html")
    assert said.code == 2
    assert "Name the folder" in said.err
    assert not (tmp_path / "tom.html").exists()


@pytest.mark.parametrize("typed", ["stories/fiar.md", "fiar.md", "stories/fair"])
def test_a_story_that_is_mistyped_leads_to_the_one_that_is_meant(
    tmp_path: Path, typed: str
) -> None:
    """Whoever types a path by heart has it nearly right."""
    said = form(a_site(tmp_path), typed)
    assert said.code == 2
    assert f"did you mean {STORY}?" in said.err


@pytest.mark.parametrize(
    "arguments",
    [(STORY, "--voice", "tom"), ("--record", "BW-9"), (), (STORY,), (STORY, "--record", "R-1")],
)
def test_no_letter_without_a_withdrawal(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Nobody is written to about what they have not done."""
    site = a_site(tmp_path)
    assert letter(site, *arguments).code == 2
    assert files(site / "permission-forms") == []
