"""Links to places in other pages: which of them lead to nothing."""

from pathlib import Path

from byleave.check import loose_links
from byleave.gate import admit
from byleave.relate import relate
from tests.gate.sites import NOON
from tests.permission.built_sites import output, page
from tests.read.folders import WITHDRAWN, read, story, voice

TILDA = voice("tilda", "Tilda", part="author")
LEFT = voice("qw", "Qwynneth", WITHDRAWN, part="speaker")


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


def test_a_heading_that_went_with_somebody_is_in_no_address(tmp_path: Path) -> None:
    """Of what was said under it nothing stays, in links of other stories and of the group's own."""
    passage = "::: voice qw\n## The wobbly kettle\n\nIt sang.\n:::\n"
    linking = "[there](/stories/b/#the-wobbly-kettle), [here](/stories/b/#kept)\n"
    files = {
        "stories/a.md": story(linking, TILDA),
        "stories/b.md": story(f"## Kept\n\nWords.\n\n{passage}", TILDA, LEFT, title="Tea"),
        "site_src/pages/us.md": f"---\ntitle: Us\n---\n{linking}",
        "themes/rain.md": f"---\ntitle: Rain\n---\n{linking}",
    }
    made = output(tmp_path, files)
    assert [path for path, content in made.items() if b"wobbly" in content] == []
    for path in ("stories/a/index.html", "us/index.html"):
        assert 'href="/stories/b/">there</a>' in page(made, path)
        assert 'href="/stories/b/#kept">here</a>' in page(made, path)
