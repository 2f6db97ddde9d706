"""Advice at the desk: beside the field that it is about, and kind by kind on one page."""

from pathlib import Path

import pytest
from lxml import html

from tests.desk.running import at_desk
from tests.laws.pictures import picture
from tests.read.folders import put, story, voice

LONG = "We went out in the rain and " + "walked on and on " * 10 + "until it was dark.\n"


def _with_class(page: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    return [one for one in page.iter() if one.get("class") == name]


@pytest.mark.slow
def test_advice_stands_beside_its_field_and_by_kind(tmp_path: Path) -> None:
    """An editor sees what it is about where they can change it; nothing is kept off for it."""
    tilda = voice("tilda", "Tilda", part="author")
    media = "{a.png: {alt: A picture of a shed, shows: nobody}}"
    files: dict[str, str | bytes] = {
        "stories/a/index.md": story(f"![](a.png)\n\n{LONG}", tilda, media=media),
        "stories/a/a.png": picture("shed"),
        "stories/b.md": story(LONG, tilda),
    }
    with at_desk(put(tmp_path / "site", files), tmp_path / "state") as desk:
        page = html.fromstring(desk.get("/story?path=stories/a/index.md").body)
        beside = {one.get("id"): one.text_content() for one in _with_class(page, "beside")}
        assert "more than forty words" in beside["body-said"]
        assert "begin by saying that it is a picture" in beside["picture-a.png-said"]
        assert not any(one.get("aria-invalid") for one in page.iter())
        found = html.fromstring(desk.get("/findings").body)
        kinds = [
            html.tostring(one, encoding="unicode", method="text") for one in found.iter("summary")
        ]
        assert kinds[0].strip().endswith("2 texts")
        assert len(kinds) == 2
