"""Where a story would show, as a form says it."""

from pathlib import Path

from byleave.permission.papers.where_it_shows import places
from byleave.pipeline.for_permission_tools import would_be_public
from tests.permission.auditing import LATER
from tests.read.folders import put, story, voice

PATH = "stories/hush.md"


def test_the_files_of_the_search_are_the_search(tmp_path: Path) -> None:
    """They are asked about with it, and nobody has to read of a page that has no name."""
    site = put(tmp_path, {PATH: story("Two.\n", voice("sam", "Sam"), title="Hush")})
    _, plan = would_be_public(site, LATER, story=PATH, asking=["sam"])
    seen = places(plan, "/stories/hush/", "Hush", "")
    assert all(one.title for one in seen if one.kind == "beside")
    (found,) = (one for one in seen if one.kind == "search")
    assert found.use == "search"
    assert {one.rpartition(".")[2] for one in found.addresses} == {"/search/", "js"}
