"""Where a story would show, as a form says it."""

from pathlib import Path

from byleave.permission.papers.where_it_shows import places
from byleave.pipeline.for_permission_tools import would_be_public
from tests.permission.auditing import LATER
from tests.read.folders import SETTINGS, put, story, voice

PATH = "stories/hush.md"
SERIES = "series: {tea: Over tea}\n"


def test_lists_that_choose_a_story_are_told(tmp_path: Path) -> None:
    """Which event is the next at a place, or the first of a series, changes with the others."""
    hush = {"title": "Hush", "series": "tea"}
    at_the_hall = "{starts: 2030-05-01 10:00, place: The hall}"
    files = {
        "site_src/site.yaml": SETTINGS + SERIES,
        PATH: story("Two.\n", voice("sam", "Sam"), event=at_the_hall, **hush),
        "stories/first.md": story(event="{starts: 2030-01-01, place: The hall}", series="tea"),
    }
    _, plan = would_be_public(put(tmp_path, files), LATER, story=PATH, asking=["sam"])
    kinds = {one.kind for one in places(plan, "/stories/hush/", "Hush", "")}
    assert kinds >= {"all-series", "series", "places", "place"}


def test_the_files_of_the_search_are_the_search(tmp_path: Path) -> None:
    """They are asked about with it, and nobody has to read of a page that has no name."""
    site = put(tmp_path, {PATH: story("Two.\n", voice("sam", "Sam"), title="Hush")})
    _, plan = would_be_public(site, LATER, story=PATH, asking=["sam"])
    seen = places(plan, "/stories/hush/", "Hush", "")
    assert all(one.title for one in seen if one.kind == "beside")
    (found,) = (one for one in seen if one.kind == "search")
    assert found.use == "search"
    assert {one.rpartition(".")[2] for one in found.addresses} == {"/search/", "js"}
