"""Permission at the desk: asked by the same forms, and recorded as the commands record it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from byleave.editing.front_matter import record_of, value_at
from byleave.permission.forms_folder import NAME
from tests.desk.running import AtDesk, at_desk
from tests.laws.pictures import picture
from tests.read.folders import put, story, voice

PATH = "stories/shed.md"
BODY = "Tea at ten.\n\n::: voice qw\nThe kettle is mine.\n:::\n"
ASKED = "{}"
PICTURE = picture("stories/hut.png")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[AtDesk]:
    """A desk of a site with one story, in which one person was not asked yet."""
    qw = voice("qw", "Qwynneth", ASKED, part="quoted")
    files: dict[str, str | bytes] = {"stories/hut.png": PICTURE}
    files |= {PATH: story(BODY, voice("tom", "Tom", part="author"), qw)}
    with at_desk(put(tmp_path / "site", files), tmp_path / "state") as found:
        yield found


def consent(desk: AtDesk, key: str, id_: str = "qw") -> object:
    """What the file says of somebody's permission."""
    return value_at(record_of(desk.text(PATH)), "voices", id_, "consent", key)


def asked(desk: AtDesk, do: str, id_: str = "qw", **fields: str | list[str]) -> str:
    """The page after a button of a person's page."""
    return desk.keep("/voice", {"story": PATH, "voice": id_, "do": do, **fields}).text


def test_somebody_is_asked_says_yes_and_leaves(desk: AtDesk) -> None:
    """From the form to the letter: what is public is what they said yes to, as long as they do."""
    page = asked(desk, "form")
    code, number = re.findall(r"<strong>([A-Z0-9-]+)</strong>", page)
    (paper,) = (desk.folder / NAME).glob("*.html")
    assert code in paper.read_text("utf-8")
    shown = desk.get(f"/paper?name={paper.name}")
    assert "The kettle is mine." in shown.text
    assert "sandbox" in shown.headers["content-security-policy"]
    seen = {"code": code, "how": "read-aloud", "on": "2026-06-01"}
    assert "was read it aloud" in asked(desk, "seen", **seen)
    assert "the code of the paper is missing" in asked(desk, "seen", how="on-paper").casefold()
    yes = {
        "code": code,
        "record": number,
        "by": "self",
        "given": "2026-06-01",
        "use": ["web", "feed"],
    }
    sure = asked(desk, "yes", **yes)
    assert "The kettle is mine." in sure
    assert consent(desk, "given") is None
    assert "It is written down." in asked(desk, "sure-yes", **yes)
    assert consent(desk, "given") == "2026-06-01"
    assert consent(desk, "uses") == ("web", "feed")
    assert "kettle" in desk.get("/stories/shed/", port=desk.public_port).text
    assert "go from the site" in asked(desk, "withdraw", day="2026-06-01")
    assert consent(desk, "withdrawn") is None
    gone = asked(desk, "sure-withdraw", day="2026-06-01")
    assert "Permission is taken back" in gone
    assert "Search engines" in gone
    assert consent(desk, "withdrawn") == "2026-06-01"
    assert f"{number}\tclosed" in desk.text("site_src/records.tsv")
    assert "kettle" not in desk.get("/stories/shed/", port=desk.public_port).text
    assert "The letter is made." in asked(desk, "letter", **{"easy-read": "yes"})
    assert "closed" in asked(desk, "yes", **yes)


def test_what_was_taken_back_is_not_undone_by_a_button(desk: AtDesk) -> None:
    """Undo is for words; whoever leaves stays out, and so does what was written and not kept."""
    fields = {"path": PATH, "title": "The hut", "date": "2026-01-01", "body": BODY}
    page = desk.get(f"/story?path={PATH}").text
    base = re.findall(r'name="base" value="([^"]+)"', page)[0]
    desk.post("/draft", {"word": desk.word, **fields, "base": base})
    desk.keep("/story", {**fields, "base": base, "do": "keep"})
    desk.post("/draft", {"word": desk.word, **fields, "base": base})
    asked(desk, "sure-withdraw", "tom")
    page = desk.get(f"/story?path={PATH}").text
    assert "Take the last change back" not in page
    assert "was not kept" not in page
    desk.keep("/story", {"path": PATH, "do": "undo"})
    assert consent(desk, "withdrawn", "tom") == "2026-06-01"


def test_a_no_and_holding_back(desk: AtDesk) -> None:
    """Each is asked about first, and no reason is kept."""
    asked(desk, "sure-no", day="2026-05-30")
    assert consent(desk, "refused") == "2026-05-30"
    asked(desk, "sure-hold", "tom")
    assert consent(desk, "held", "tom") == "2026-06-01"
    assert desk.get("/stories/shed/", port=desk.public_port).status == 404
    asked(desk, "sure-lift", "tom")
    assert consent(desk, "held", "tom") is None
    assert "Tea" in desk.get("/stories/shed/", port=desk.public_port).text


def test_agreeing_to_less(desk: AtDesk) -> None:
    """Fewer uses, and another name; never more, and no use that they did not have."""
    asked(desk, "sure-less", "tom", name="Tom", **{"end-use": ["feed", "search"]})
    assert consent(desk, "uses", "tom") == ("web", "engines", "social", "people")
    page = asked(desk, "sure-less", "tom", name="Thomas", identity="named")
    assert "Nothing was written" in page


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"by": "", "record": "R-7", "use": "web"}, "who said yes"),
        ({"by": "self", "record": "", "use": "web"}, "number of the form"),
        ({"by": "self", "record": "R-7"}, "yes to nothing"),
        ({"by": "self", "record": "R-1", "use": "web"}, "another voice of this story"),
        ({"by": "self", "record": "R-7", "use": "web", "code": "F-0000-0000"}, "code"),
        ({"by": "self", "record": "R-7", "use": "web", "given": "soon"}, "soon is no day"),
    ],
)
def test_a_yes_that_nobody_said_is_not_written(
    desk: AtDesk, fields: dict[str, str], said: str
) -> None:
    """What is refused is said where it was typed, and what was typed is still there."""
    before = desk.text(PATH)
    page = asked(desk, "yes", **fields)
    assert said in page.casefold()
    assert f'name="record" value="{fields["record"]}"' in page
    assert desk.text(PATH) == before


def test_what_is_due_and_who_waits(desk: AtDesk) -> None:
    """One page says whom to ring, ask and tell."""
    page = desk.get("/permission").text
    assert "Qwynneth has not said yes yet" in page
    assert "/voice?story=stories%2Fshed.md&amp;voice=qw" in page


def test_somebody_leaves_a_story_that_cannot_be_read(desk: AtDesk) -> None:
    """No mistake of an editor's keeps anybody in."""
    desk.put({PATH: desk.text(PATH).replace("title:", "titel:")})
    assert "works all the same" in desk.get(f"/voice?story={PATH}&voice=tom").text
    asked(desk, "sure-withdraw", "tom")
    assert consent(desk, "withdrawn", "tom") == "2026-06-01"


def test_somebody_leaves_while_settings_are_broken(desk: AtDesk) -> None:
    """The rest of the desk says what is to be mended; leaving works all the same."""
    settings = desk.text("site_src/site.yaml")
    page = desk.keep(
        "/file", {"path": "site_src/site.yaml", "text": f"{settings}titel: x\n", **base(desk)}
    )
    assert page.status == 200
    found = desk.get("/")
    assert found.status == 500
    assert "titel: x" in found.text
    assert "/file?path=site_src%2Fsite.yaml" in found.text
    assert "works all the same" in desk.get(f"/voice?story={PATH}&voice=tom").text
    asked(desk, "sure-withdraw", "tom")
    assert consent(desk, "withdrawn", "tom") == "2026-06-01"


def base(desk: AtDesk) -> dict[str, str]:
    """What a form says of the settings that it was made of."""
    page = desk.get("/file?path=site_src/site.yaml").text
    return {"base": re.findall(r'name="base" value="([^"]+)"', page)[0], "do": "keep"}


def test_a_picture_is_agreed_to_no_longer(desk: AtDesk) -> None:
    """It goes from the words and from what is said of it, and one is told of the file."""
    media = "{hut.png: {alt: Tom in a hut, shows: [tom]}}"
    text = story(f"![](hut.png)\n\n{BODY}", voice("tom", "Tom", part="author"), media=media)
    desk.put({PATH: text.replace("::: voice qw", "::: voice tom")})
    page = desk.get(f"/voice?story={PATH}&voice=tom").text
    assert "hut.png" in page
    page = asked(desk, "sure-less", "tom", name="Tom", **{"end-picture": "hut.png"})
    assert "delete the file too" in page
    assert "hut.png" not in desk.text(PATH)


def test_answers_that_somebody_saved_fill_the_form(desk: AtDesk) -> None:
    """Nothing is written before somebody has looked; what else is kept of it goes along."""
    code, number = re.findall(r"<strong>([A-Z0-9-]+)</strong>", asked(desk, "form"))
    saved = f'{{"form": "{code}", "uses": {{"web": "yes", "ai": "no"}}}}'.encode()
    whose = {"story": PATH, "voice": "qw", "do": "answers"}
    page = desk.upload("/voice", whose, {"answers": ("answers.json", saved)}).text
    assert 'value="web" checked' in page
    assert 'value="ai" checked' not in page
    assert consent(desk, "given") is None
    yes = {"code": code, "record": number, "by": "self", "use": "web", "shown": "on-screen"}
    asked(desk, "sure-yes", **yes, there=["supporter"], kept="paper")
    assert consent(desk, "there") == ("supporter",)
    assert "saw it on a screen" in desk.get(f"/voice?story={PATH}&voice=qw").text
    assert "no answers to a form" in desk.upload("/voice", whose, {"answers": ("a", b"x")}).text
