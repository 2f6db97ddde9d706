"""What a story says of other stories, of voices and of files has to be there."""

from pathlib import Path

import pytest

from byleave.read import ReadResult
from tests.laws.pictures import picture
from tests.read.folders import WITHDRAWN, YES, found, put, read, story, voice

SAM = voice("sam", "Sam")
SHED = story("Words of {sam}.\n", SAM, title="The shed")
PNG = picture("a")


def with_shed(folder: Path, path: str, text: str) -> ReadResult:
    """What is read where a story stands beside the shed's."""
    return read(put(folder, {"stories/shed.md": SHED}), {path: text})


LENT = {
    "a translation": story("{sam}\n", language="cy", translation_of="stories/shed.md"),
    "an Easy Read version": story("{sam}\n", easy_read_of="stories/shed.md"),
    "a response": story("{sam} {jo}\n", voice("jo", "Jo"), responds_to="stories/shed.md"),
}


@pytest.mark.parametrize("text", LENT.values(), ids=LENT)
def test_a_story_lends_its_voices_ids(tmp_path: Path, text: str) -> None:
    """What belongs to a story may name whoever is in it."""
    assert found(with_shed(tmp_path, "stories/other.md", text)) == []


UNKNOWN = {
    "in the text": (story("See {clare}.\n"), 6, 5),
    "in the head of a passage": (story("::: voice clare\nA\n:::\n"), 6, 11),
    "in the title": (story(title='"{clare} says"'), 2, 1),
    "in a caption": (
        story(media='{a.png: {alt: x, shows: nobody, caption: "{clare}"}}'),
        4,
        40,
    ),
    "in what a picture shows": (story(media="{a.png: {alt: x, shows: [clare]}}"), 4, 33),
    "in the programme": (
        story(event="{starts: 2026-01-01, programme: [{title: Tea, voices: [clare]}]}"),
        4,
        63,
    ),
    "in who posted a response": (
        story(responds_to="stories/shed.md", posted_by="clare"),
        5,
        1,
    ),
}


@pytest.mark.parametrize(("text", "line", "column"), UNKNOWN.values(), ids=UNKNOWN)
def test_an_id_that_nobody_declares_is_told(
    tmp_path: Path, text: str, line: int, column: int
) -> None:
    """Wherever it stands: a name that cannot be looked up might be anybody's."""
    put(tmp_path, {"stories/a.png": PNG})
    result = with_shed(tmp_path, "stories/other.md", text)
    assert found(result) == [("stories/other.md", line, column, "unknown-voice")]


@pytest.mark.parametrize("consent", [YES, WITHDRAWN, "{}"])
def test_no_id_is_suggested(tmp_path: Path, consent: str) -> None:
    """The id of somebody who is not published today does not come up in a message about a slip."""
    text = story("{samm}\n", voice("sam", "Sam", consent))
    (finding,) = read(tmp_path, {"stories/shed.md": text}).findings
    assert "“sam”" not in finding.message + finding.do


def test_a_version_does_not_declare_its_originals_voices(tmp_path: Path) -> None:
    """There is one record of each permission, and it cannot be overruled from elsewhere."""
    text = story("{sam}\n", SAM, voice("jo", "Jo"), translation_of="stories/shed.md")
    result = with_shed(tmp_path, "stories/other.md", text)
    assert found(result) == [("stories/other.md", 6, 3, "voice-twice")]


RULES = {
    "two originals": (
        "stories/other.md",
        story(translation_of="stories/shed.md", easy_read_of="stories/shed.md"),
        "two-originals",
    ),
    "a version of itself": (
        "stories/other.md",
        story("A.\n", SAM, easy_read_of="stories/other.md"),
        "reference-self",
    ),
    "a response to itself": (
        "stories/other.md",
        story(responds_to="stories/other.md"),
        "reference-self",
    ),
    "a reply to nothing": (
        "stories/other.md",
        story(in_reply_to="stories/shed.md"),
        "responds-to-missing",
    ),
    "a file among responses": (
        "stories/shed.responses/one.md",
        story(),
        "responds-to-missing",
    ),
    "no title": ("stories/other.md", story(title=None), "title-missing"),
    "a picture that is not there": (
        "stories/other.md",
        story(media="{a.png: {alt: x, shows: nobody}}"),
        "media-not-there",
    ),
    "a picture outside of the site": (
        "stories/other.md",
        story(media="{../../a.png: {alt: x, shows: nobody}}"),
        "media-not-there",
    ),
    "a picture that is not declared": (
        "stories/other.md",
        story("![x](a.png)\n"),
        "media-undeclared",
    ),
    "a file of a kind that could run": (
        "stories/other.md",
        story(media="{a.svg: {alt: x, shows: nobody}}"),
        "media-kind",
    ),
}


@pytest.mark.parametrize(("path", "text", "code"), RULES.values(), ids=RULES)
def test_a_story_that_does_not_fit_is_told(tmp_path: Path, path: str, text: str, code: str) -> None:
    """With one finding that says what is missing."""
    put(tmp_path, {"a.png": PNG, "stories/a.svg": "<svg/>"})
    result = with_shed(tmp_path, path, text)
    assert code in {here for there, _, _, here in found(result) if there == path}


def test_whoever_names_the_file_itself_is_not_told_to_take_voices_out(tmp_path: Path) -> None:
    """One slip of the pen, one finding: the original is another file."""
    text = story("A.\n", SAM, translation_of="stories/other.md")
    assert [code for *_, code in found(read(tmp_path, {"stories/other.md": text}))] == [
        "reference-self"
    ]


def test_a_picture_needs_words_and_people(tmp_path: Path) -> None:
    """Who is in a picture must be said, and what it shows, unless it only decorates."""
    put(tmp_path, {"stories/a.png": PNG, "stories/b.png": PNG, "stories/c.mp3": PNG})
    media = "{a.png: {}, b.png: {decorative: yes}, c.mp3: {}}"
    result = read(tmp_path, {"stories/shed.md": story(media=media)})
    assert [code for _, _, _, code in found(result)] == [
        "alt-missing",
        "shows-missing",
        "shows-missing",
    ]


def test_a_reference_that_leads_nowhere_is_no_fault_of_reading(tmp_path: Path) -> None:
    """A story that is withheld and one that never was look alike: the gate tells of both."""
    text = story("{sam}\n", responds_to="stories/nowhere.md")
    result = with_shed(tmp_path, "stories/other.md", text)
    assert found(result) == []
    assert {one.path for one in result.tree.stories} == {"stories/other.md", "stories/shed.md"}


TITLES = {
    "a wrong date": "---\ntitle: The old well\ndate: soon\n---\n",
    "broken YAML": "---\ntitle: The old well\ndate: [\n---\n",
    "no end": "---\ntitle: The old well\n",
    "a title in quotes": "---\ntitle: 'The old well'\ntitle: \"x\"\n---\n",
    "a title on its own lines": "---\ntitle: >\n  The old\n  well\nfoo: x\n---\n",
    "a key in capitals": "---\nTitle: The old well\n---\n",
    "a key misspelt": "---\ntitel: The old well\n---\n",
    "a name": "---\nvoices: {a: {name: The old well}}\n---\n",
    "a name on its own lines": "---\nvoices:\n  a:\n    name: >-\n      The old\n      well\n---\n",
    "a name in broken YAML": "---\nvoices: {a: {part: [, name: The old well}}\n---\n",
    "an id that nobody has": story("{jo}\n", title="The old well"),
}


@pytest.mark.parametrize("text", TITLES.values(), ids=TITLES)
def test_the_title_of_a_faulty_story_is_known(tmp_path: Path, text: str) -> None:
    """So that no link to it goes on telling what it is called."""
    result = read(tmp_path, {"stories/well.md": text})
    assert "The old well" in result.tree.faulty[0].titles_and_names
