"""The first page of the desk, and what it says where there is little or nothing."""

from pathlib import Path

from tests.desk.running import at_desk
from tests.read.folders import put, story, voice

FAULTY = "---\ntitle: The well\ndate: 2026-01-01\nthemes: [colour, sound]\nvoices: {}\n---\nDeep.\n"


def first_page(folder: Path, files: dict[str, str]) -> str:
    """The first page of a desk of a site that has only these stories."""
    with at_desk(put(folder / "site", files), folder / "state") as desk:
        return desk.get("/").text


def test_one_story_and_many(tmp_path: Path) -> None:
    """“1 stories” makes a reader stumble."""
    one = {"stories/pond.md": story("Deep.\n", voice("ann", "Ann"))}
    assert '<h2 class="result">1 story</h2>' in first_page(tmp_path / "one", one)
    two = {**one, "stories/wall.md": story("High.\n", voice("ann", "Ann"))}
    assert '<h2 class="result">All 2 stories</h2>' in first_page(tmp_path / "two", two)


def test_a_response_to_a_response_is_called_so(tmp_path: Path) -> None:
    """It has no title that could be said, and a path says nothing to whoever writes letters."""
    ann = voice("ann", "Ann", part="respondent")
    answer = {"title": None, "responds_to": "stories/pond.md"}
    page = first_page(
        tmp_path,
        {
            "stories/pond.md": story("Deep.\n", voice("bo", "Bo"), title="The pond"),
            "stories/pond.responses/one.md": story("Yes.\n", ann, **answer),
            "stories/pond.responses/two.md": story(
                "No.\n", ann, **answer, in_reply_to="stories/pond.responses/one.md"
            ),
        },
    )
    assert "A response to The pond" in page
    assert "A response to another response" in page


def test_what_is_missing_from_something_new_has_the_focus(tmp_path: Path) -> None:
    """Whoever hears the page, or has no mouse, begins at what is to be mended."""
    with at_desk(put(tmp_path / "site", {}), tmp_path / "state") as desk:
        page = desk.post("/new", {"word": desk.word, "kind": "story", "title": ""}).text
        assert 'id="errors" tabindex="-1"><h2>Something is missing</h2>' in page


def test_a_site_without_stories_leads_to_the_first(tmp_path: Path) -> None:
    """A new group sees where to begin, and not that something is missing."""
    page = first_page(tmp_path, {})
    assert '<h2 class="result">No stories</h2>' in page
    assert "Write the first story" in page
    assert "no such story" not in page


def test_an_address_that_leads_nowhere_has_a_page(tmp_path: Path) -> None:
    """Whoever mistypes an address finds the way back."""
    with at_desk(put(tmp_path / "site", {}), tmp_path / "state") as desk:
        answer = desk.get("/nowhere")
        assert answer.status == 404
        assert '<a href="/">All stories</a>' in answer.text


def test_two_mistakes_of_one_kind_in_a_field_are_one_way_there(tmp_path: Path) -> None:
    """The same link twice would be heard twice; the field names both."""
    files = {"stories/well.md": FAULTY, "themes/colours.md": "---\ntitle: Colours\n---\nAll.\n"}
    with at_desk(put(tmp_path / "site", files), tmp_path / "state") as desk:
        page = desk.get("/story?path=stories/well.md").text
    note = page.partition('id="errors"')[2].partition("</div>")[0]
    assert note.count("This theme is not known.") == 1
    assert page.count("To be mended:</span> This theme is not known.") == 2
