"""A record has one state, wherever it is written, and cannot get lost (rule 1)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from byleave.pipeline.build_site import build_site
from tests.gate.sites import NOON
from tests.permission.one_record import (
    ANN,
    BEANS,
    LIST,
    PLOT,
    SAM,
    SHED,
    change,
    listed,
    says,
    two_stories,
)
from tests.permission.sites import agreed, consent, published, record
from tests.read.folders import put, story


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two stories with Sam's record; Ann, who is in the first, stays."""
    return two_stories(tmp_path / "site")


@pytest.mark.parametrize("key", ["withdrawn: 2026-03-02", "refused: 2026-03-02", "held: now"])
def test_what_is_said_in_one_file_holds_in_all(site: Path, tmp_path: Path, key: str) -> None:
    """Whoever wrote it by hand, in the file that they were looking at, meant the person."""
    change(site, SHED, "until: 2040-01-01}", f"until: 2040-01-01, {key}}}")
    assert "Beans" not in published(site, tmp_path / "out")


SPELLINGS = [
    "r-1",
    "R–1",
    "R ‑ 1",
    "R-1\u200b",
    "Ｒ－１",
    "R\u20111",
    "\u202aR-1\u202c",
    "R--1",
    "R—1",
    "R-١",
    "R-1\u0336",
    "Rー1",
]


@pytest.mark.slow
@pytest.mark.parametrize("number", SPELLINGS)
def test_a_number_is_what_a_person_sees_of_it(site: Path, tmp_path: Path, number: str) -> None:
    """Letter case, kinds of dash, spaces and signs that nobody sees make no second record."""
    change(site, PLOT, "record: R-1", f'record: "{number}"')
    warned = says(site, tmp_path / "before")
    assert warned.count("record-spelling") == 2
    assert "Beans" in warned
    assert consent(site, "withdraw", "--record", "R-1").code == 0
    assert "withdrawn" in record(site, PLOT)
    assert "Beans" not in published(site, tmp_path / "out")


def test_other_numbers_are_other_records(site: Path, tmp_path: Path) -> None:
    """One sign more is another form."""
    change(site, PLOT, "record: R-1", "record: R-11")
    assert consent(site, "withdraw", "--record", "R-1").code == 0
    assert "Beans" in published(site, tmp_path / "out")


Spoil = Callable[[str], bytes]
FAULTS: dict[str, Spoil] = {
    "a key twice": lambda text: text.replace("title:", "title: x\ntitle:").encode(),
    "a consent twice": lambda text: text.replace(
        "    consent:", "    consent: {asked: 2020-01-01}\n    consent:", 1
    ).encode(),
    "a list in place of a group": lambda text: (
        text.replace("{record", "[{record", 1)
        .replace("withdrawn: 2026-03-02}", "withdrawn: 2026-03-02}]", 1)
        .encode()
    ),
    "an unknown key": lambda text: text.replace("withdrawn:", "withdrawm:").encode(),
    "a consent one level up": lambda text: text.replace("    consent:", "consent:", 1).encode(),
    "no YAML": lambda text: text.replace("voices:", "voices: [").encode(),
    "no end": lambda text: text.replace("---\n::: voice", "::: voice").encode(),
    "letters of another encoding": lambda text: text.replace("The shed", "Caf\xe9").encode(
        "cp1252"
    ),
    "a merge that was not finished": lambda text: text.replace(
        "    consent:", "<<<<<<< ours\n    consent:", 1
    ).encode(),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_beside_it_does_not_unsay_it(site: Path, tmp_path: Path, fault: str) -> None:
    """Mending a typing error is nobody's first thought; until then, too, it has been said."""
    change(site, SHED, "until: 2040-01-01}", "until: 2040-01-01, withdrawn: 2026-03-02}")
    text = (site / SHED).read_text("utf-8")
    (site / SHED).write_bytes(FAULTS[fault](text))
    shown = says(site, tmp_path / "out")
    assert SHED in shown
    assert "Beans" not in shown


def test_a_fault_elsewhere_stops_nobody(site: Path, tmp_path: Path) -> None:
    """A typing error in the title is no word about a permission."""
    change(site, SHED, "title: The shed", "titel: The shed")
    assert "Beans" in says(site, tmp_path / "out")


def test_what_is_stopped_elsewhere_is_counted_and_named_to_editors(
    site: Path, tmp_path: Path
) -> None:
    """A log says how many, and only who asks is told where."""
    change(site, SHED, "until: 2040-01-01}", "until: 2040-01-01, withdrawn: 2026-03-02}")
    result = build_site(site, output=tmp_path / "out", as_of=NOON)
    assert result.disputed == 1
    told = [one for one in result.diagnostics if one.code.startswith("record")]
    (finding,) = (one for one in told if one.path == PLOT)
    assert (finding.code, finding.private, finding.line) == ("record-closed", True, 9)


def test_the_list_is_written_first_and_nothing_blocks_it(site: Path, tmp_path: Path) -> None:
    """Every file that can be written is; the others are named, and their story shows nobody."""
    change(site, PLOT, "    consent:", "    consent: {asked: 2020-01-01}\n    consent:")
    (site / "stories/old.md").write_bytes(story(BEANS, SAM, title="Café").encode("cp1252"))
    (site / "stories/gone.md").symlink_to("nowhere.md")
    said = consent(site, "withdraw", "--record", "R-1", "--day", "2026-03-02")
    assert said.code == 1
    for path in (f"{PLOT}:10", "stories/old.md", "stories/gone.md"):
        assert f"error: {path}" in said.err
    assert record(site)["withdrawn"] == "2026-03-02"
    assert listed(site)["R-1"] == ["closed", "2026-03-02", "stories/old.md", PLOT, SHED]
    change(site, PLOT, "    consent: {asked: 2020-01-01}\n", "")
    assert "Beans" not in published(site, tmp_path / "out")


@pytest.mark.slow
def test_one_story_alone_can_be_left_for_ever(site: Path, tmp_path: Path) -> None:
    """Also where the key is taken out again: the list has it beside the path."""
    assert consent(site, "withdraw", SHED, "--voice", "sam", "--only-here").code == 0
    shown = published(site, tmp_path / "out")
    assert ("green gate" in shown, "Beans" in shown) == (False, True)
    day = record(site)["not_here"]
    change(site, SHED, f", not_here: {day}", "")
    assert "green gate" not in published(site, tmp_path / "again")
    said = agreed(site, SHED, "--record", "R-1")
    assert (said.code, "coming back needs a new record" in said.err) == (3, True)
    assert agreed(site, SHED, "--record", "R-2", "--given", "2026-05-01").code == 0
    assert "green gate" in published(site, tmp_path / "back")


def test_one_story_alone_can_be_held(site: Path, tmp_path: Path) -> None:
    """And lifted, by the command that held it."""
    here = (SHED, "--voice", "sam", "--only-here")
    assert consent(site, "hold", *here).code == 0
    shown = published(site, tmp_path / "out")
    assert ("green gate" in shown, "Beans" in shown) == (False, True)
    assert consent(site, "hold", *here, "--lift").code == 0
    assert "green gate" in published(site, tmp_path / "lifted")


def test_a_hold_is_lifted_by_the_command_alone(site: Path, tmp_path: Path) -> None:
    """A line that goes from one file by a slip of the hand brings nobody back."""
    assert consent(site, "hold", "--record", "R-1", "--day", "2026-03-02").code == 0
    for path in (SHED, PLOT):
        change(site, path, ", held: 2026-03-02", "")
    result = build_site(site, output=tmp_path / "out", as_of=NOON)
    assert "Beans" not in published(site, tmp_path / "out")
    told = [one.code for one in result.diagnostics if one.code.startswith("record")]
    assert told == ["record-held", "record-held"]
    assert consent(site, "hold", "--record", "R-1", "--lift").code == 0
    assert "Beans" in published(site, tmp_path / "lifted")


LOST: dict[str, Callable[[str], str]] = {
    "the entry": lambda text: text.replace(SAM, ""),
    "all voices": lambda text: text.replace("voices:\n" + SAM + ANN, "voices: []\n"),
    "all voices, and it says so": lambda text: text.replace(
        "voices:\n" + SAM + ANN, "voices: {}\n"
    ),
    "the number": lambda text: text.replace("record: R-1", "record: R-5"),
}


@pytest.mark.parametrize("how", LOST)
def test_a_record_that_a_file_lost_withholds_it(site: Path, tmp_path: Path, how: str) -> None:
    """Also where the other story has it: words that nobody answers for may stand there still."""
    change(site, SHED, "::: voice sam\nI mended the green gate.\n:::", "Somebody mended the gate.")
    assert consent(site, "records").code == 0
    text = (site / SHED).read_text("utf-8")
    (site / SHED).write_text(LOST[how](text), encoding="utf-8")
    shown = says(site, tmp_path / "out")
    assert "Somebody mended" not in shown
    assert f"{SHED}:1 record-lost" in shown or "wrong-type" in shown
    assert "{}" not in consent(site, "records").err


def test_an_editor_is_never_told_to_write_that_nobody_speaks(site: Path) -> None:
    """`voices: []`, as a web editor saves it, is mended with the people who were there."""
    change(site, SHED, "voices:\n" + SAM + ANN, "voices: []\n")
    result = build_site(site, output=site / "public", as_of=NOON)
    (finding,) = (one for one in result.diagnostics if one.path == SHED)
    assert "{}" not in finding.do
    assert "git" in finding.do


def test_a_version_holds_the_records_of_its_original(site: Path, tmp_path: Path) -> None:
    """The original declares the voices of both."""
    easy = story("Easy words.\n", title="Easy", easy_read_of=SHED).replace("voices: {}\n", "")
    (site / "stories/easy.md").write_text(easy, encoding="utf-8")
    assert consent(site, "records").code == 0
    name, rest = "R-1", listed(site)["R-1"]
    (site / LIST).write_text("\t".join((name, *rest, "stories/easy.md")) + "\n", encoding="utf-8")
    assert "Easy words" in published(site, tmp_path / "out")


def test_a_renamed_file_is_found_by_its_records(site: Path, tmp_path: Path) -> None:
    """Nothing is lost by a new name; the list follows with the next command."""
    assert consent(site, "records").code == 0
    (site / SHED).rename(site / "stories/hut.md")
    assert "green gate" in published(site, tmp_path / "out")
    assert consent(site, "records", "--check").code == 1
    assert consent(site, "records").code == 0
    assert listed(site)["R-9"][2:] == ["stories/hut.md"]


def test_what_counts_in_one_story_goes_with_its_file(site: Path, tmp_path: Path) -> None:
    """Renamed, and tidied up by hand: the list still knows that they left this story."""
    assert consent(site, "withdraw", PLOT, "--voice", "sam", "--only-here").code == 0
    (site / PLOT).rename(site / "stories/hut.md")
    day = record(site, "stories/hut.md")["not_here"]
    change(site, "stories/hut.md", f", not_here: {day}", "")
    assert "Beans" not in published(site, tmp_path / "out")
    assert consent(site, "records").code == 0
    assert "stories/hut.md not_here" in listed(site)["R-1"]
    out = published(site, tmp_path / "again")
    assert ("Beans" in out, "green gate" in out) == (False, True)


def test_a_record_that_is_nowhere_is_told(site: Path, tmp_path: Path) -> None:
    """With its line of the list, and no number that a log would keep."""
    assert consent(site, "records").code == 0
    (site / SHED).unlink()
    result = build_site(site, output=tmp_path / "out", as_of=NOON)
    assert [(one.path, one.line, one.code) for one in result.diagnostics] == [
        (LIST, 1, "record-left"),
        (LIST, 2, "record-nowhere"),
    ]
    assert consent(site, "records").code == 0
    assert listed(site)["R-9"] == ["open", "2020-01-01"]


def test_an_entry_that_is_lost_with_a_new_name_is_told(site: Path, tmp_path: Path) -> None:
    """Another story still has the record, but the renamed one shows the words without it."""
    assert consent(site, "records").code == 0
    (site / SHED).unlink()
    put(site, {"stories/hut.md": story("Beans and a green gate.\n", ANN, title="The hut")})
    result = build_site(site, output=tmp_path / "out", as_of=NOON)
    assert [(one.path, one.line, one.code) for one in result.diagnostics] == [
        (LIST, 1, "record-left")
    ]
    assert consent(site, "records").code == 0
    assert build_site(site, output=tmp_path / "out", as_of=NOON).diagnostics == ()


def test_a_command_reads_the_list_in_whichever_letters_a_build_does(site: Path) -> None:
    """Programs for tables keep it as UTF-16; what stands in it is not torn by a withdrawal."""
    assert consent(site, "records").code == 0
    (site / LIST).write_bytes((site / LIST).read_text("utf-8").encode("utf-16"))
    assert consent(site, "withdraw", "--record", "R-1").code == 0
    assert [(number, rest[0]) for number, rest in listed(site).items()] == [
        ("R-1", "closed"),
        ("R-9", "open"),
    ]


def test_a_build_counts_what_is_not_listed(site: Path, tmp_path: Path) -> None:
    """Once, and writes nothing: a list that follows by itself would note down a loss."""
    result = build_site(site, output=tmp_path / "out", as_of=NOON)
    assert (result.unlisted, (site / LIST).exists()) == (2, False)


def test_a_fault_in_the_list_stops_no_build(site: Path, tmp_path: Path) -> None:
    """Both sides of a merge count, and a line that cannot be read closes its record."""
    lines = [
        "<<<<<<< ours",
        f"R-9\topen\t2026-01-01\t{SHED}",
        "=======",
        f"R-9\theld\t2026-01-01\t{SHED}",
        ">>>>>>> theirs",
        f"R-1 {PLOT}",
    ]
    (site / LIST).write_text("\n".join(lines) + "\n", encoding="utf-8")
    shown = says(site, tmp_path / "out")
    assert f"{LIST}:1 unfinished-merge" in shown
    assert f"{LIST}:6 record-line" in shown
    assert ("green gate" in shown, "Beans" in shown, "Ann" in shown) == (False, False, False)


@pytest.mark.slow
def test_a_new_record_leaves_the_old_one_closed(site: Path, tmp_path: Path) -> None:
    """Coming back in one story does not open the form that was taken back, nor its other story."""
    assert consent(site, "withdraw", "--record", "R-1", "--day", "2026-03-02").code == 0
    for number in ("R-1", "r–1"):
        assert agreed(site, SHED, "--record", number).code == 3
    assert agreed(site, SHED, "--record", "R-2", "--given", "2026-05-01").code == 0
    assert listed(site)["R-1"] == ["closed", "2026-03-02", PLOT]
    assert listed(site)["R-2"][0] == "open"
    shown = published(site, tmp_path / "out")
    assert ("green gate" in shown, "Beans" in shown) == (True, False)
