"""A link that says the title of something withheld goes, however its address is written."""

from pathlib import Path

import pytest

from byleave.gate import admit
from tests.gate.sites import NOON
from tests.read.folders import WITHDRAWN, YES, read, story, voice

TILDA = voice("tilda", "Tilda", part="author")
GONE = story("W.\n", voice("kit", "Kit", WITHDRAWN, part="author"), title="Marsh lights")

TO = [
    "/stories/lights/",
    "/Stories/Lights/",
    "/stories/lights/event.ics",
    "/stories/lights/responses/",
    "/stories/lights/responses/#top",
    "/OLD/lights/",
    "https://lea.example.org/stories/LIGHTS",
]


@pytest.mark.parametrize("address", TO)
def test_a_link_with_the_title_of_what_is_withheld_goes(tmp_path: Path, address: str) -> None:
    """What belongs to a story lies below its address; some hosts take capitals for small ones."""
    gone = GONE.replace("voices:", "aliases: [/old/lights/]\nvoices:", 1)
    page = f"---\ntitle: About\n---\n[Marsh lights]({address})\n"
    files = {"stories/lights.md": gone, "site_src/pages/about.md": page}
    published, _ = admit(read(tmp_path, files).tree, NOON)
    assert published.pages == ()
    telling = story(f"[Marsh lights]({address})\n", TILDA, title="The way")
    files = {"stories/lights.md": gone, "stories/way.md": telling}
    published, _ = admit(read(tmp_path / "story", files).tree, NOON)
    assert published.stories == ()


@pytest.mark.parametrize("address", ["/stories/", "/stories/other/", "/lights/", "/stories/years/"])
def test_a_link_to_something_else_stays(tmp_path: Path, address: str) -> None:
    """It leads to nothing that is withheld, whatever it says."""
    telling = story(f"[Marsh lights]({address})\n", TILDA, title="The way")
    files = {"stories/lights.md": GONE, "stories/way.md": telling}
    published, _ = admit(read(tmp_path, files).tree, NOON)
    assert [one.path for one in published.stories] == ["stories/way.md"]


NOT_UTF_8 = ["cp1252", "cp1250", "mac_roman", "cp850"]


@pytest.mark.parametrize("encoding", NOT_UTF_8)
@pytest.mark.parametrize("said", ["what Siân said", "SIAN'S WAY", "how Łukasz came", "Ŵyn"])
def test_a_link_with_a_name_of_which_letters_are_lost_goes(
    tmp_path: Path, encoding: str, said: str
) -> None:
    """An old editor keeps a file in letters of its own: who is in it stays known (law 8)."""
    names = (voice("kit", "Siân", WITHDRAWN), voice("lu", "Łukasz"), voice("wyn", "Ŵyn"))
    gone = story("W.\n", *names).encode(encoding, "replace") + b"\xff\n"
    page = f"---\ntitle: About\n---\n[{said}](/stories/lights/)\n"
    telling = story(f"[{said}](/stories/lights/)\n", TILDA, title="The way")
    files: dict[str, str | bytes] = {"stories/lights.md": gone, "stories/way.md": telling}
    files["site_src/pages/about.md"] = page
    published, _ = admit(read(tmp_path, files).tree, NOON)
    assert (published.stories, published.pages) == ((), ())


@pytest.mark.parametrize("encoding", NOT_UTF_8)
def test_a_link_that_tells_nothing_of_such_a_file_stays(tmp_path: Path, encoding: str) -> None:
    """Nobody's old editor takes other people's stories off the site."""
    gone = story("W.\n", voice("kit", "Siân"), title="Is it näher?").encode(encoding, "replace")
    telling = story("[the évening, and who decides](/stories/lights/)\n", TILDA, title="The way")
    published, _ = admit(
        read(tmp_path, {"stories/lights.md": gone, "stories/way.md": telling}).tree, NOON
    )
    assert [one.path for one in published.stories] == ["stories/way.md"]


def test_the_label_of_a_note_with_a_space_is_shown_and_so_is_read(tmp_path: Path) -> None:
    """No engine takes it for a note: readers meet the name as it stands."""
    said = "The way[^Kit Orrell].\n\n[^Kit Orrell]: y\n"
    kit = voice("kit", "Kit Orrell", WITHDRAWN)
    published, _ = admit(read(tmp_path, {"stories/a.md": story(said, TILDA, kit)}).tree, NOON)
    assert published.stories == ()


# Kit has left the story, which stays without her.
LEFT = story("Ours.\n\n::: voice kit\nHers.\n:::\n", TILDA, voice("kit", "Kit Orrell", WITHDRAWN))


def _with_links(folder: Path, said: str, first: str = LEFT) -> list[str]:
    files = {"stories/lights.md": first, "stories/way.md": story(said, TILDA, title="The way")}
    published, _ = admit(read(folder, files).tree, NOON)
    ways = (one for one in published.stories if one.path == "stories/way.md")
    return [block.text for one in ways for block in one.blocks]


def test_a_link_by_the_name_of_somebody_who_is_in_the_story_no_more_goes(tmp_path: Path) -> None:
    """It would say of a page without her that she had been there (rule 5)."""
    assert _with_links(tmp_path, "[What KIT ORRELL said](lights.md)\n") == []
    passage = "Ours.\n::: voice tilda\n[Kit Orrell’s](/stories/lights/) words.\n:::\n"
    assert _with_links(tmp_path, passage) == ["Ours.\n"]


@pytest.mark.parametrize(
    "said",
    [
        "[What Tilda said](lights.md)\n",
        "[What was said](lights.md), and Kit Orrell was the first mayor\n",
        "[Kit Orrell](https://elsewhere.example/)\n",
    ],
)
def test_a_link_by_any_other_words_to_such_a_story_stays(tmp_path: Path, said: str) -> None:
    """Nobody's leaving takes away what tells nothing of them."""
    assert _with_links(tmp_path, said)


def test_a_link_by_the_name_of_somebody_who_is_in_the_story_stays(tmp_path: Path) -> None:
    """They have said yes to be found there."""
    there = LEFT.replace(WITHDRAWN, YES)
    assert _with_links(tmp_path, "[What Kit Orrell said](lights.md)\n", there)
    anonymous = LEFT.replace("identity: pseudonym", "identity: anonymous")
    assert _with_links(tmp_path, "[What Kit Orrell said](lights.md)\n", anonymous)
