"""Links to places in other pages: which of them lead to nothing."""

from pathlib import Path

from byleave.check import loose_links
from byleave.gate import admit
from byleave.relate import relate
from tests.gate.sites import NOON
from tests.read.folders import read, story, voice

TILDA = voice("tilda", "Tilda", part="author")


def test_a_link_to_a_place_that_another_page_does_not_have_is_told(tmp_path: Path) -> None:
    """Readers come to the top of that page, and look for what is not there."""
    body = "[a](b.md#the-kettle) [b](b.md#the-teapot) [c](/stories/b/#spot) [d](/stories/b/#none)\n"
    there = story("## The *kettle*\n\n<b id='spot'>Words</b>.\n", TILDA, title="Tea")
    files = {"stories/a.md": story(body, TILDA), "stories/b.md": there}
    published, _ = admit(read(tmp_path, files).tree, NOON)
    found = [one for one in loose_links(relate(published)) if one.code == "link-place"]
    assert [one.column for one in found] == [
        body.index("[b]") + 1,
        body.index("[d]") + 1,
    ]
