"""Papers that protect: pictures wherever they would stand, and a sheet that is one person's."""

import re
from pathlib import Path

import pytest

from byleave.pipeline.build_site import build_site
from byleave.read import read_site
from tests.cleaning.originals import photograph
from tests.permission.agreeing import NOON, agree, form_of, page_of
from tests.permission.reading import parsed, words
from tests.permission.sites import consent
from tests.read.folders import YES, put, story, voice

FAIR = "stories/fair/index.md"
ASKED = "{asked: 2026-01-05}"
ALT = "Ottoline leans on a red door"
BODY = """\
We put up one stall.

![](door.jpg)

::: voice x
I carried the fourth bucket.
:::

::: voice y
I carried the ninth.
:::
"""

ALONE = "We put up one stall.\n"


def fair(folder: Path, *, author: str = YES) -> Path:
    """A story with somebody who is only pictured, and two who are called alike."""
    text = story(
        BODY,
        voice("ana", "Ana Quill", author, identity="named", part="storyteller"),
        voice("otto", "Ottoline", ASKED, identity="first-name", part="pictured"),
        voice("x", "Participant", ASKED, identity="anonymous"),
        voice("y", "Participant", ASKED, identity="anonymous"),
        media=f"{{door.jpg: {{alt: '{ALT}', shows: [otto]}}}}",
    )
    return put(folder, {FAIR: text, "stories/fair/door.jpg": photograph()})


def sheet(page: str) -> str:
    """What stands on the sheet that the group keeps."""
    (found,) = parsed(page).xpath("//section[@class='sheet']")
    return " ".join(found.text_content().split())


@pytest.mark.parametrize("author", [YES, YES.replace("engines, social", "people")])
def test_a_picture_is_shown_wherever_it_would_stand(author: str, tmp_path: Path) -> None:
    """Also on the first page, which nobody thinks of; and not where others keep it away."""
    site = fair(tmp_path / "site", author=author)
    form, _ = found = form_of(read_site(site).tree, FAIR, "otto")
    (shown,) = form.files
    told = {address for place in shown.places for address in place.addresses}
    agree(site, {(FAIR, id_) for id_ in ("otto", "x", "y")})
    result = build_site(site, output=tmp_path / "public", as_of=NOON)
    assert result.errors == 0
    name = Path(shown.media.file.address).name
    pages = (tmp_path / "public").rglob("*.html")
    public = {one for one in pages if name in one.read_text("utf-8")}
    assert {
        f"/{one.parent.relative_to(tmp_path / 'public')}/".replace("./", "") for one in public
    } == told
    assert ("/" in told) is (author == YES)
    for easy_read in (False, True):
        page = page_of(found, easy_read=easy_read)
        for address in told:
            assert f"https://lea.example.org{address}" in words(page)


@pytest.mark.parametrize("easy_read", [False, True])
def test_words_that_are_only_heard_are_seen_on_paper(tmp_path: Path, *, easy_read: bool) -> None:
    """The words for a picture are published too, and say who is in it."""
    page = page_of(form_of(read_site(fair(tmp_path)).tree, FAIR, "otto"), easy_read=easy_read)
    assert ALT in parsed(page).text_content()


@pytest.mark.parametrize("easy_read", [False, True])
def test_somebody_pictured_is_told_what_becomes_of_the_picture(
    tmp_path: Path, *, easy_read: bool
) -> None:
    """Search engines show pictures by themselves; who is in none is not told about any."""
    site = read_site(fair(tmp_path)).tree
    said = words(page_of(form_of(site, FAIR, "otto"), easy_read=easy_read))
    other = words(page_of(form_of(site, FAIR, "x"), easy_read=easy_read))
    for sentence in ("They show (your )?pictures", "no picture of you on (the|that) card"):
        assert re.search(sentence, said)
        assert not re.search(sentence, other)


def test_no_card_of_a_shared_page_has_a_picture(tmp_path: Path) -> None:
    """The form says so."""
    site = fair(tmp_path / "site")
    agree(site, {(FAIR, id_) for id_ in ("otto", "x", "y")})
    build_site(site, output=tmp_path / "public", as_of=NOON)
    text = "".join(one.read_text("utf-8") for one in (tmp_path / "public").rglob("*.html"))
    assert "og:title" in text
    assert "og:image" not in text
    assert "twitter:image" not in text


@pytest.mark.parametrize("easy_read", [False, True])
def test_the_sheets_of_two_people_are_never_alike(tmp_path: Path, *, easy_read: bool) -> None:
    """Also of those who are called alike and have no number yet: one drawer keeps them all."""
    site = read_site(fair(tmp_path)).tree
    sheets = {
        id_: sheet(page_of(form_of(site, FAIR, id_), easy_read=easy_read)) for id_ in ("x", "y")
    }
    assert sheets["x"] != sheets["y"]
    assert "Participant 1 (x): I carried the fourth bucket." in sheets["x"]
    assert FAIR in sheets["x"]
    assert "The shed" in sheets["x"]


@pytest.mark.parametrize("easy_read", [False, True])
def test_the_sheet_bears_the_answer_itself(tmp_path: Path, *, easy_read: bool) -> None:
    """Each use with its boxes, a yes to what was ticked, a no to all, the end, the mark."""
    tree = read_site(fair(tmp_path)).tree
    page = parsed(page_of(form_of(tree, FAIR, "otto"), easy_read=easy_read))
    (found,) = page.xpath("//section[@class='sheet']")
    asked = page.xpath("//input[starts-with(@name, 'use-')]/@name")
    assert len(found.xpath(".//table//tr")) == len(set(asked)) + 1
    for box in ("yes-to-ticked", "none-of-it", "agreed-until", "signed", "supporter", "record"):
        assert len(found.xpath(f".//input[@id='{box}']")) == 1, box


OLD = YES.replace("R-1", "R-9").replace(
    "until: 2040-01-01", "until: 2026-12-01, review: 2026-11-01"
)


def test_asking_again_proposes_no_day_of_an_earlier_answer(tmp_path: Path) -> None:
    """The old end is over by the time at which it would be signed."""
    site = put(tmp_path, {FAIR: story(ALONE, voice("ana", "Ana", OLD, part="author"))})
    pages = {}
    for more in ((), ("--renew",)):
        said = consent(site, "form", FAIR, "--output", str(tmp_path / f"out{len(more)}"), *more)
        assert said.code == 0, said.all
        pages[more] = words((tmp_path / f"out{len(more)}" / "fair.ana.html").read_text())
    assert "1 December 2026" in pages[()]
    for day in ("December 2026", "November 2026"):
        assert day not in pages[("--renew",)]
    assert "R-9" in pages[("--renew",)]


def test_a_grown_child_is_asked_as_themselves(tmp_path: Path) -> None:
    """A parent said yes; who is asked again is not asked through a parent."""
    child = OLD.replace("by: self", "by: parent").replace("2020-01-01", "2022-01-01")
    site = put(tmp_path, {FAIR: story(ALONE, voice("kit", "Kit", child, part="author"))})
    for easy_read in ((), ("--easy-read",)):
        consent(site, "form", FAIR, "--renew", "--output", str(tmp_path / "out"), *easy_read)
    pages = [one.read_text() for one in (tmp_path / "out").glob("*.html")]
    assert len(pages) == 2
    assert not any("parent" in words(page) for page in pages)


def test_a_closed_number_is_on_no_form(tmp_path: Path) -> None:
    """Coming back needs a new one, and this would be signed again."""
    gone = OLD.replace("}", ", withdrawn: 2026-02-01}")
    site = put(tmp_path, {FAIR: story(ALONE, voice("ana", "Ana", gone, part="author"))})
    said = consent(site, "form", FAIR, "--voice", "ana", "--output", str(tmp_path / "out"))
    assert said.code == 0, said.all
    assert "R-9" not in words((tmp_path / "out" / "fair.ana.html").read_text())


@pytest.mark.parametrize("easy_read", [False, True])
@pytest.mark.parametrize("language", ["en-GB", "cy"])
def test_each_paper_says_its_code(easy_read: bool, language: str, tmp_path: Path) -> None:
    """The same on the form, the sheet and the receipt, in whatever words the questions are."""
    tree = read_site(fair(tmp_path / "site")).tree
    form, _ = found = form_of(tree, FAIR, "otto")
    page = parsed(page_of(found, language=language, easy_read=easy_read))
    codes = [
        [one.text_content() for one in part.xpath(".//*[@class='code']")]
        for part in page.xpath("//header | //section[@class='sheet' or @class='receipt']")
    ]
    assert codes == [[form.code]] * 3
