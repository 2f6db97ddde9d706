"""Stories, events and responses that are begun: right at once."""

import os
from pathlib import Path

import pytest

from byleave.read import read_site
from tests.beginning.trying import a_site, begun, built, files, front, new
from tests.cleaning.originals import photograph
from tests.cli.running import build, run


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that has just begun."""
    return a_site(tmp_path / "site", "--no-pictures")


def test_a_story_is_begun(site: Path) -> None:
    """With a title and whoever tells it; nobody has been asked, and so nothing is public."""
    text = begun(site, "story", "The urn", "--voice", "Betty Farrow", "named", "storyteller")
    assert front(text)["voices"] == {
        "betty-farrow": {
            "name": "Betty Farrow",
            "identity": "named",
            "part": "storyteller",
            "consent": {},
        }
    }
    assert "1 withheld by permission" in built(site)


@pytest.mark.usefixtures("somebody")
def test_questions_begin_a_story(site: Path) -> None:
    """The same by questions, with a theme and a second voice."""
    new(site, "theme", "Getting about", "--text", "Buses and knees.")
    people = "Betty\nfirst-name\nJoe\nquoted\npseudonym\n\n\n"
    answers = f"The urn\nLoud.\ngetting about\n{people}\nIt roars.\n2026-05-02\n"
    text = begun(site, "story", said=answers)
    said = front(text)
    assert {key: said[key] for key in ("title", "date", "summary", "themes")} == {
        "title": "The urn",
        "date": "2026-05-02",
        "summary": "Loud.",
        "themes": ["getting about"],
    }
    parts = {id_: (one["identity"], one["part"]) for id_, one in said["voices"].items()}
    assert parts == {"betty": ("first-name", "storyteller"), "joe": ("pseudonym", "quoted")}
    assert text.endswith("---\n\nIt roars.\n")


def test_the_groups_own_words_need_nobodys_yes(site: Path, tmp_path: Path) -> None:
    """What a group tells of itself is public with the next build; without words it is a draft."""
    (tmp_path / "news.md").write_text("We are open.\r\n\r\nCome in.")
    begun(site, "story", "We are open", "--text", tmp_path / "news.md")
    assert "1 story published" in built(site)
    empty = begun(site, "story", "Nothing yet")
    assert "date" not in front(empty)


FESTIVAL = """\
A roundtable about the bus
roundtable
2026-12-01 10:00
2026-12-02 12:00
The Corn Exchange
https://meet.example.org/bus
01632 960199
Free
step-free, BSL: from eleven
2026-12-01 10.00-10:30
Tea

{nobody}2026-12-01 10:30 to 12:00
Fares, please: #4 "and more"
Long Room
Sam Ito, Ona
named
pseudonym
Ona
9:00
Breakfast {{sam}}


{nobody}Nine people and one bus company.
{nobody}{picture}
Two people at a table.
Sam Ito, Della
first-name
{nobody}Come.
2026-11-01
"""


@pytest.mark.usefixtures("somebody")
def test_an_event_comes_clean_in_one_go(site: Path, tmp_path: Path) -> None:
    """Two days, a programme of three lines, three people and a picture, and nothing to mend."""
    picture = tmp_path / "IMG 4711.JPG"
    picture.write_bytes(photograph())
    answers = FESTIVAL.format(nobody="\n", picture=f"'{picture}'")
    text = begun(site, "event", said=answers)
    said = front(text)
    assert said["event"]["booking"] == {"telephone": "01632 960199"}
    assert said["event"]["access"] == ["step-free", "BSL: from eleven"]
    assert said["event"]["programme"] == [
        {"day": "2026-12-01", "at": "10:00", "until": "10:30", "title": "Tea"},
        {
            "day": "2026-12-01",
            "at": "10:30",
            "until": "12:00",
            "room": "Long Room",
            "title": 'Fares, please: #4 "and more"',
            "voices": ["sam-ito", "ona"],
        },
        {"at": "09:00", "title": "Breakfast \\{sam}"},
    ]
    assert said["media"] == {
        "picture.jpg": {"alt": "Two people at a table.", "shows": ["sam-ito", "della"]}
    }
    assert {one["part"] for one in said["voices"].values()} == {"speaker", "pictured"}
    found = build(site, site.parent / "public", "--strict", day="2026-11-15")
    assert (found.code, found.err) == (0, "")
    assert "1 story published, 1 draft, 3 voices withheld" in found.out


def test_options_tell_an_event(site: Path, tmp_path: Path) -> None:
    """The same without a terminal."""
    picture = tmp_path / "hall.png"
    picture.write_bytes((Path(__file__).parents[2] / "site_src/media/ask.png").read_bytes())
    told = (
        *("--starts", "2026-12-01", "--ends", "2026-12-02", "--form", "walk", "--place", "Yard"),
        *("--book-telephone", "01632 960199", "--book-closes", "2026-11-30 17:00"),
        *("--access", "step-free", "--voice", "Sam", "pseudonym", "speaker"),
        *("--session", "2026-12-01 10:00-10:30", "Tea", "", "nobody"),
        *("--session", "", "Talk", "Long Room", "Sam"),
        *("--picture", picture, "A hall", "sam", "--date", "2026-11-01"),
    )
    said = front(begun(site, "event", "A walk", *told))
    assert said["event"]["booking"] == {"telephone": "01632 960199", "closes": "2026-11-30 17:00"}
    assert said["event"]["programme"][1] == {
        "room": "Long Room",
        "title": "Talk",
        "voices": ["sam"],
    }
    built(site)


def test_a_picture_tells_nothing_but_what_it_shows(site: Path, tmp_path: Path) -> None:
    """Neither place nor camera of a photograph gets into a repository, nor a name by its file."""
    picture = tmp_path / "betty-farrow.jpg"
    picture.write_bytes(photograph())
    begun(site, "story", "The urn", "--picture", picture, "An urn.", "nobody")
    assert "stories/the-urn/picture.jpg" in files(site)
    assert b"Exif" not in files(site)["stories/the-urn/picture.jpg"]
    built(site)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.jpg", b"", "no picture"),
        ("a.jpg", b"no picture", "damaged"),
        ("a.heic", b"any", "save it as JPEG"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "save it as JPEG"),
    ],
)
def test_what_is_no_picture_is_not_taken(
    site: Path, tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    """It is said before anything is written."""
    (tmp_path / name).write_bytes(content)
    before = files(site)
    said = new(site, "story", "The urn", "--picture", tmp_path / name, "An urn.", "nobody")
    assert said.code == 2
    assert why in said.err
    assert files(site) == before


def test_a_response_is_begun(site: Path) -> None:
    """Beside the story that it answers, under a name that tells neither who nor how many."""
    begun(site, "story", "The urn", "--voice", "Betty", "named", "storyteller")
    text = begun(site, "response", "stories/the-urn.md", "--voice", "Joe", "pseudonym", "author")
    assert front(text)["responds_to"] == "stories/the-urn.md"
    (path,) = (path for path in files(site) if ".responses/" in path)
    assert path == "stories/the-urn.responses/3333.md"
    picture = begun(site, "response", "stories/a-draft.md", "--voice", "Ona", "named", "author")
    assert front(picture)["responds_to"] == "stories/a-draft.md"


@pytest.mark.usefixtures("somebody")
def test_a_response_is_asked_for(site: Path) -> None:
    """Who responds, and how it begins."""
    answers = "Joe\npseudonym\n\nToo loud.\n2026-05-02\n"
    text = begun(site, "response", "stories/a-draft.md", said=answers)
    assert front(text)["voices"]["joe"]["part"] == "author"
    assert text.endswith("\nToo loud.\n")


def test_an_answer_to_a_response(site: Path) -> None:
    """It answers the story as well, and lies where all responses to that are."""
    begun(site, "response", "stories/a-draft.md", "--voice", "Joe", "pseudonym", "author")
    first = "stories/a-draft.responses/3333.md"
    text = begun(site, "response", first, "--voice", "Ona", "named", "author")
    said = front(text)
    assert (said["responds_to"], said["in_reply_to"]) == ("stories/a-draft.md", first)
    assert "stories/a-draft.responses/4444.md" in files(site)


@pytest.mark.usefixtures("somebody")
def test_what_is_typed_names_nobody_by_mistake(site: Path) -> None:
    """Braces in the first words are braces, unless they are the id of somebody who is in it."""
    answers = "The urn\n\nBetty\nnamed\n\n\n{betty} says {hello}\n2026-05-02\n"
    assert begun(site, "story", said=answers).endswith("\n{betty} says \\{hello}\n")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"PK\x03\x04\xff", "no text"),
        (b"---\ntitle: The urn\n---\n\nIt roars.\n", "front matter of its own"),
    ],
)
def test_a_file_that_is_no_text(site: Path, tmp_path: Path, content: bytes, why: str) -> None:
    """A document of a word processor, and a whole story, are not taken for what is told."""
    (tmp_path / "told").write_bytes(content)
    before = files(site)
    said = new(site, "story", "The urn", "--text", tmp_path / "told")
    assert said.code == 2
    assert why in said.err
    assert files(site) == before


def test_an_event_ends_after_it_begins(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is asked again, or told, before anything is written."""
    told = ("--starts", "2026-12-02 10:00", "--ends")
    for ends in ("2026-12-01", "2026-12-02 09:00"):
        said = new(site, "event", "A walk", *told, ends)
        assert said.code == 2
        assert "before it begins" in said.err
    assert new(site, "event", "A walk", *told, "2026-12-02").code == 0
    monkeypatch.setattr("byleave.cli.asking.is_terminal", lambda: True)
    answers = "A talk\ntalk\n2026-12-02\n2026-12-01\n2026-12-03\n" + "\n" * 11 + "2026-11-01\n"
    assert front(begun(site, "event", said=answers))["event"]["ends"] == "2026-12-03"


def test_a_part_that_is_nearly_known(site: Path) -> None:
    """Whether somebody is an author decides what goes when they leave."""
    said = new(site, "story", "The urn", "--voice", "Betty", "named", "storytelller")
    assert said.code == 2
    assert "did you mean storyteller?" in said.err


@pytest.mark.usefixtures("somebody")
def test_a_name_that_nobody_is_to_know_is_not_written(site: Path) -> None:
    """Whoever types somebody's own name first, and then what kind it is, is asked for another."""
    answers = "Betty Farrow\nanonymous\n\nToo loud.\n2026-05-02\n"
    text = begun(site, "response", "stories/a-draft.md", said=answers)
    (voice,) = front(text)["voices"].items()
    assert (voice[0], voice[1]["name"]) == ("participant", "Participant")
    assert not [path for path, held in files(site).items() if b"arrow" in held or "arrow" in path]
    answers = answers.replace("anonymous\n\n", "pseudonym\nRose\n")
    assert "name: Rose" in begun(site, "response", "stories/a-draft.md", said=answers)


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize(
    ("said", "booking"),
    [
        ("https://book.example.org/1", {"url": "https://book.example.org/1"}),
        ("me@example.org", {"email": "me@example.org"}),
        ("ask Ruth\n01632 960199", {"telephone": "01632 960199"}),
        ("", None),
    ],
)
def test_how_one_books(site: Path, said: str, booking: dict[str, str] | None) -> None:
    """One question, whichever way it is; what is none of them is asked again."""
    answers = f"A walk\nwalk\n2026-12-01\n\n\n\n{said}\n\n\n\n\n\n\n\n2026-11-01\n"
    assert front(begun(site, "event", said=answers))["event"].get("booking") == booking


def test_a_response_needs_somebody(site: Path) -> None:
    """A group answers nobody's story without a name."""
    assert new(site, "response", "stories/a-draft.md").code == 2


def test_a_story_with_a_fault_is_told(site: Path, tmp_path: Path) -> None:
    """What somebody brings along is written, and what is wrong with it is said at once."""
    (tmp_path / "told.md").write_text("::: voice joe\nI sat.\n:::\n")
    said = new(site, "story", "The urn", "--text", tmp_path / "told.md")
    assert said.code == 1
    assert "unknown-voice" in said.err


@pytest.mark.parametrize("kind", ["story", "event", "theme"])
def test_nobody_is_asked_where_nobody_is(site: Path, kind: str) -> None:
    """A script gets an error that names what is missing."""
    said = new(site, kind)
    assert said.code == 2
    assert "TITLE" in said.err


@pytest.mark.parametrize(
    ("kind", "option", "value"),
    [
        ("event", "--starts", "tomorrow"),
        ("event", "--starts", "2026-02-30"),
        ("story", "--date", "1.5.2026"),
        ("story", "--language", "English"),
        ("event", "--join", "meet.example.org"),
    ],
)
def test_what_is_no_value_is_told_before_anything_is_written(
    site: Path, kind: str, option: str, value: str
) -> None:
    """The same as a build would say, before there is a file."""
    before = files(site)
    said = new(site, kind, "The urn", option, value)
    assert said.code == 2
    assert "write it like" in said.err
    assert files(site) == before


@pytest.mark.parametrize(
    "words", [("25:00", "T", "", ""), ("soon", "T", "", ""), ("", "T", "", "Sam")]
)
def test_a_session_that_is_none(site: Path, words: tuple[str, ...]) -> None:
    """A time that is none, and somebody of whom nothing else is said."""
    said = new(site, "event", "The urn", "--starts", "2026-12-01", "--session", *words)
    assert said.code == 2
    assert "--session" in said.err


@pytest.mark.usefixtures("somebody")
def test_an_interruption_leaves_nothing(site: Path) -> None:
    """Ctrl-C, and an end of all input, at each question of an event."""
    answers = FESTIVAL.format(nobody="\n", picture="").splitlines(keepends=True)
    before = files(site)
    for count in range(8):
        said = new(site, "event", said="".join(answers[:count]))
        assert said.code == 3
        assert files(site) == before


def test_a_file_cannot_be_written(site: Path) -> None:
    """A disk that refuses is told, and no folder comes to be."""
    (site / "stories").rename(site / "elsewhere")
    (site / "stories").write_text("no folder")
    said = new(site, "story", "The urn")
    assert said.code == 3
    assert "nothing was written" in said.err


def test_nothing_is_public_by_a_beginning(site: Path) -> None:
    """Whatever is begun with people in it, no key of a permission is written."""
    told = ("--voice", "Betty", "named", "storyteller", "--voice", "Joe", "anonymous", "quoted")
    text = begun(site, "story", "The urn", *told)
    assert [one["consent"] for one in front(text)["voices"].values()] == [{}, {}]
    tree = read_site(site).tree
    voices = [voice for one in tree.stories for voice in (one.front.voices or {}).values()]
    assert not [one for one in voices if one.consent and (one.consent.given or one.consent.uses)]


def test_who_may_read_a_new_file(site: Path) -> None:
    """As with every file that this user makes: a draft of it is nobody else's, and then it is."""
    before = os.umask(0o022)
    try:
        begun(site, "story", "The urn")
    finally:
        os.umask(before)
    assert (site / "stories/the-urn.md").stat().st_mode & 0o777 == 0o644


def test_a_folder_that_is_no_site(tmp_path: Path) -> None:
    """It is told, and nothing comes to be."""
    said = run("new", "story", "--site", tmp_path, "The urn")
    assert said.code == 3
    assert list(tmp_path.iterdir()) == []
