"""Word documents: what somebody wrote, passages of whom the table names, and nothing beside."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from byleave.importing.bringing import Choices, bring
from byleave.importing.refusing import CannotImportError
from byleave.importing.voices import voice_id
from byleave.importing.word import word_source, word_template
from byleave.importing.word.first_table import day_in
from byleave.model.fingerprints import fingerprint
from byleave.model.record_list import RECORDS_FILE
from tests.beginning.trying import files, front, new
from tests.cleaning.originals import photograph
from tests.importing.bringing import agree, empty_site, imported, public, stories, text
from tests.importing.documents import document, filled_in, paragraph, picture, run, table

PATH = "stories/2026/our-garden/index.md"
BODY = (
    paragraph("The beds", style="Heading1"),
    paragraph("We began early."),
    paragraph("It was cold.", style="said2"),
    paragraph("And fun.", style="said2"),
    paragraph("He came late.", style="about2"),
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a theme."""
    made = empty_site(tmp_path / "site")
    new(made, "theme", "Growing")
    return made


def brought(site: Path, *places: Path) -> str:
    """The text of the one story that comes of documents."""
    bring(site, word_source(places), Choices(by_name=True))
    (path,) = stories(site)
    return text(site, path)


def test_the_template_says_who_speaks_where(site: Path, tmp_path: Path) -> None:
    """A table for what a story needs, and styles that become passages; nobody is asked by it."""
    said = brought(site, filled_in(tmp_path / "a.docx", *BODY))
    betty, joe = front(said)["voices"]
    assert front(said) == {
        "title": "Our garden",
        "date": "2026-05-01",
        "summary": "Mud.",
        "themes": ["Growing"],
        "voices": {
            betty: {
                "name": "Betty Farrow",
                "identity": "named",
                "part": "storyteller",
                "consent": {},
            },
            joe: {"name": "Joe", "identity": "first-name", "part": "quoted", "consent": {}},
        },
    }
    assert said.split("---\n", 2)[2] == (
        f"\n## The beds\n\nWe began early.\n\n::: voice {joe}\nIt was cold.\n\nAnd fun.\n:::\n\n"
        f"::: voice {betty} about {joe}\nHe came late.\n:::\n"
    )
    agree(site)
    assert b"It was cold." in public(site)["stories/our-garden/index.html"]


def test_ids_are_drawn_by_chance_and_stay(site: Path, tmp_path: Path) -> None:
    """Nobody can try names on them; and a text is given to nobody else by their order."""
    place = filled_in(tmp_path / "a.docx", *BODY)
    ids = tuple(front(brought(site, place))["voices"])
    assert not {voice_id("Betty Farrow"), voice_id("Joe")} & set(ids)
    assert "1 story as before" in imported(site, "word", place).out
    kept = text(site, PATH).replace("summary: Mud.", "summary: Mud and rain.")
    (site / PATH).write_text(kept, "utf-8")
    filled_in(place, *BODY, paragraph("More."), people=("Joe", "Betty Farrow"))
    assert "beside the report" in imported(site, "word", place).out
    assert text(site, PATH) == kept
    other = empty_site(tmp_path / "other")
    new(other, "theme", "Growing")
    filled_in(place, *BODY)
    assert not set(front(brought(other, place))["voices"]) & set(ids)


def test_a_new_template_is_one_that_word_opens(site: Path, tmp_path: Path) -> None:
    """In the language of the site; another reader of Word's files finds table and styles in it."""
    file = tmp_path / "story.docx"
    said = new(site, "word-template", file)
    assert (said.code, said.err) == (0, "")
    with zipfile.ZipFile(file) as archive:
        styles = archive.read("word/styles.xml").decode()
    assert 'w:val="Said by person 1"' in styles
    assert 'w:val="About person 6"' in styles
    assert imported(site, "word", file).code == 0
    assert "Who tells it" not in text(site, stories(site)[0])
    welsh = word_template(lambda words: words if "%" in words else words.upper(), "cy")
    assert b"SAID BY PERSON" in zipfile.ZipFile(BytesIO(welsh)).read("word/styles.xml")


HIDDEN = (
    paragraph("Seen ", run("not seen", "<w:vanish/>"), run("too", '<w:vanish w:val="0"/>')),
    paragraph(
        '<w:ins w:author="Reviewer Name"><w:r><w:t>added </w:t></w:r></w:ins>',
        '<w:del w:author="Reviewer Name"><w:r><w:delText>struck</w:delText></w:r></w:del>',
        '<w:fldSimple w:instr="DATE"><w:r><w:t>in a field </w:t></w:r></w:fldSimple>',
        "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>",
    ),
)


def test_what_word_keeps_beside_the_text_stays_there(site: Path, tmp_path: Path) -> None:
    """Hidden words, struck ones, remarks, heads of pages, and who wrote it and when."""
    private = b"<x>Reviewer Name, Secret Remark, Page Head</x>"
    beside = ("word/comments.xml", "word/header1.xml", "docProps/core.xml", "word/people.xml")
    place = document(tmp_path / "Secret Remark.docx", *HIDDEN, more=dict.fromkeys(beside, private))
    said = brought(site, place)
    assert "Seen too" in said
    assert "added in a field a+b" in said
    everything = b"".join(content for path, content in files(site).items() if "imports" in path)
    assert not any(word in said for word in ("not seen", "struck", "Reviewer", "Head"))
    assert b"Secret" not in everything
    # Without a table nobody knows who speaks, nor when.
    assert front(said) == {"title": "Secret Remark"}


def test_a_picture_waits_until_somebody_says_who_is_in_it(site: Path, tmp_path: Path) -> None:
    """With the words of a person for it; what a program made up about it is left out."""
    made_up = "Two men&#10;&#10;Description automatically generated"
    place = filled_in(
        tmp_path / "a.docx", paragraph(picture("Two cups.")), paragraph(picture(made_up))
    )
    with zipfile.ZipFile(place, "a") as archive:
        archive.writestr("word/media/image1.jpeg", photograph())
    said = brought(site, place)
    (entry,) = front(said)["media"].values()
    assert entry == {"alt": "Two cups.", "shows": "not known yet"}
    agree(site)
    assert not any(path.endswith((".jpg", ".jpeg")) for path in public(site))
    known = text(site, PATH).replace("not known yet", "nobody")
    (site / PATH).write_text(known, "utf-8")
    assert any(path.endswith((".jpg", ".jpeg")) for path in public(site))


def test_a_corrected_document_keeps_the_permissions(site: Path, tmp_path: Path) -> None:
    """And whatever else editors wrote; who is new in it is added, and who agreed is told of."""
    place = filled_in(tmp_path / "a.docx", *BODY)
    assert imported(site, "word", place).code == 0
    agree(site)
    kept = text(site, PATH).replace("summary: Mud.", "summary: Mud.  # by Ruth")
    kept = kept.replace("uses:", f"words: [{fingerprint('Before.')}], uses:")
    (site / PATH).write_text(kept, "utf-8")
    filled_in(place, *BODY, paragraph("A line more."), title="Our {new} garden")
    said = imported(site, "word", place, "--update", PATH)
    assert said.code == 0, said.all
    now = text(site, PATH)
    assert "A line more." in now
    assert "# by Ruth" in now
    assert now.count("record: T-") == 2
    assert front(now)["title"] == "Our \\{new} garden"
    assert "ask Betty Farrow again" in said.out
    assert imported(site, "word", place, "--update", PATH).out.startswith("1 story as before")
    assert "changed" not in imported(site, "word", place).out


@pytest.mark.parametrize(
    ("now", "document", "why"),
    [
        ("given: 2020-01-02", BODY, "is not noted"),
        ("withdrawn: 2020-01-02", BODY, "the document may still have their words"),
        ("asked: 2020-01-02", (paragraph("It was cold."),), "speak or are told of"),
    ],
)
def test_a_corrected_document_opens_nothing(
    site: Path, tmp_path: Path, now: str, document: tuple[str, ...], why: str
) -> None:
    """Where words could get public that are withheld now, it is refused, and nothing is written."""
    place = filled_in(tmp_path / "a.docx", *BODY)
    assert imported(site, "word", place).code == 0
    said = text(site, PATH).replace("consent: {}", f"consent: {{record: T-1, {now}}}", 1)
    (site / PATH).write_text(said, "utf-8")
    filled_in(place, *document, paragraph("A line more."))
    before = files(site)
    refused = imported(site, "word", place, "--update", PATH)
    assert refused.code == 3
    assert why in refused.err
    assert files(site) == before


@pytest.mark.parametrize(
    "line",
    [
        f"T-1\tclosed\t2026-01-01\t{PATH}",
        "t-1\theld\t2026-01-01\tstories/other.md",
        f"T-1\topen\t2026-01-01\t{PATH} held_here",
        f"spoilt\t{PATH}",
    ],
    ids=["closed", "held, in other letters", "held here", "a line that cannot be read"],
)
def test_a_corrected_document_opens_nothing_that_the_list_has_stopped(
    site: Path, tmp_path: Path, line: str
) -> None:
    """The list of records says it for every file, also for one that does not say it itself."""
    place = filled_in(tmp_path / "a.docx", *BODY)
    assert imported(site, "word", place).code == 0
    said = text(site, PATH).replace("consent: {}", "consent: {record: T-1, asked: 2020-01-02}", 1)
    (site / PATH).write_text(said, "utf-8")
    (site / RECORDS_FILE).write_text(f"{line}\n", "utf-8")
    filled_in(place, *BODY, paragraph("A line more."))
    before = files(site)
    refused = imported(site, "word", place, "--update", PATH)
    assert refused.code == 3, refused.all
    assert files(site) == before


def test_a_folder_of_documents_comes_at_once(site: Path, tmp_path: Path) -> None:
    """Each by its name, and none twice."""
    folder = tmp_path / "docs"
    folder.mkdir()
    for name in ("One", "Two"):
        document(folder / f"{name}.docx", paragraph("Words."))
    (folder / "~$One.docx").write_bytes(b"open")
    assert "2 stories new" in imported(site, "word", folder).out
    assert "2 stories as before" in imported(site, "word", folder).out
    assert len(stories(site)) == 2


def _bomb() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 41_000_000)
    return stream.getvalue()


def _with(xml: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", xml)
    return stream.getvalue()


_ENTITIES = b'<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;&b;">]><w>&d;</w>'
_OPEN = b'<?xml version="1.0"?>' + _ENTITIES


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no Word document"),
        (b"\xd0\xcf\x11\xe0 old", "old form"),
        (b"{\\rtf1 x}", "Rich Text"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis", "LibreOffice"),
        (b"PK\x03\x04 broken", "damaged"),
        (_with(b"<w>"), "damaged"),
        (_with(_OPEN), "DOCTYPE"),
        (_with(b"<a>" * 300 + b"</a>" * 300), "damaged"),
        (_bomb, "beyond measure"),
    ],
)
def test_hostile_and_other_files_end_in_a_message(
    site: Path, tmp_path: Path, content: bytes | Callable[[], bytes], why: str
) -> None:
    """What it is and what to do, and nothing is written."""
    place = tmp_path / "a.docx"
    # What takes long to pack is packed here, and not by each process that collects this module.
    place.write_bytes(content if isinstance(content, bytes) else content())
    before = files(site)
    with pytest.raises(CannotImportError, match=why):
        word_source([place])
    said = imported(site, "word", place)
    assert said.code == 3
    assert "do: " in said.err
    assert files(site) == before


def test_boxes_tables_and_notes_keep_their_words(site: Path, tmp_path: Path) -> None:
    """Whatever Word puts around words."""
    box = (
        "<w:r><w:drawing><wp:anchor><a:graphic><w:txbxContent>"
        f"{paragraph('In a box.')}</w:txbxContent></a:graphic></wp:anchor></w:drawing></w:r>"
    )
    said = brought(
        site,
        document(
            tmp_path / "a.docx",
            paragraph("A heading", style="Heading1"),
            paragraph("Beside.", box),
            table(("Day", "Who"), ("Monday", "a | b")),
        ),
    )
    assert front(said)["title"] == "A heading"
    assert "Beside.\n\nIn a box.\n\n| Day | Who |\n| --- | --- |\n| Monday | a \\| b |" in said


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-05-01", "2026-05-01"),
        ("1 May 2026", "2026-05-01"),
        ("Friday, 1st May 2026", "2026-05-01"),
        ("01/05/2026", "2026-05-01"),
        ("1 Mai 2026", "2026-05-01"),
        ("31 February 2026", ""),
        ("soon", ""),
    ],
)
def test_days_are_read_as_people_write_them(said: str, day: str) -> None:
    """And where one cannot be read, it is left out: no day is invented."""
    assert day_in(said, ["cy"]) == day
