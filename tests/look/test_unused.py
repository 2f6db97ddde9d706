"""What a group has in its look and no page uses is told, once."""

from pathlib import Path

from tests.cli.running import build
from tests.read.folders import SETTINGS, put, story, voice

TILDA = voice("tilda", "Tilda", part="author")
FILES = {"stories/a.md": story("Słowa.\n", TILDA)}


def told(folder: Path, files: dict[str, str]) -> str:
    """What a build says of a site."""
    return build(put(folder / "site", {**FILES, **files}), folder / "public").err


def test_a_file_that_takes_the_place_of_none_is_told(tmp_path: Path) -> None:
    """Somebody changed a template for an hour, and its name was wrong."""
    files = {
        "site_src/look/templates/storry.html": "{{ view.title }}",
        "site_src/look/templates/mine.html": "<p>Mine</p>",
        "site_src/look/templates/notice.html": '{% include "mine.html" %}',
    }
    said = told(tmp_path, files)
    assert said.count("warning[look-unused]") == 1
    assert "site_src/look/templates/storry.html:1:1" in said
    assert "did you mean “templates/story.html”" in said


def test_a_sentence_that_no_page_has_is_told(tmp_path: Path) -> None:
    """A comma more, and the translation is nowhere."""
    catalogue = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    catalogue += 'msgid "Stories"\nmsgstr "Historie"\n\nmsgid "Storys"\nmsgstr "Historie"\n'
    settings = SETTINGS + "language: pl\n"
    said = told(tmp_path, {"site_src/look/locale/pl.po": catalogue, "site_src/site.yaml": settings})
    assert said.count("warning[sentence-unused]") == 1
    assert "site_src/look/locale/pl.po:7:1" in said
    assert "no-catalogue" not in said


def test_words_of_ours_in_a_language_without_them_are_said_to_be_english(tmp_path: Path) -> None:
    """A voice of a machine reads them as Polish else; and the group is told what to do."""
    said = told(tmp_path, {"site_src/site.yaml": SETTINGS + "language: pl\n"})
    assert "site_src/site.yaml:5:1: warning[no-catalogue]" in said
    home = (tmp_path / "public" / "index.html").read_text("utf-8")
    page = (tmp_path / "public" / "stories" / "a" / "index.html").read_text("utf-8")
    assert '<html lang="en-GB"' in home
    assert '<h1 lang="pl"' in home
    assert '<main id="main">' in home
    assert '<html lang="en-GB"' in page
    assert '<main id="main" lang="pl"' in page
