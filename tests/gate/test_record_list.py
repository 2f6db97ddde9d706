"""The list of records as text: read in the most careful way, written so that git can merge it."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byleave.model.record_list import RecordLine, StoryNote, read_records
from byleave.model.records import CONSENT_KEYS, NOTES, STATES, record_key
from byleave.model.source import Consent
from byleave.text_in_files.declared_records import may_hold, records_in
from byleave.values import field_names
from tests.generated import examples

NUMBERS = st.text(st.characters(exclude_characters="\t\r\n"), min_size=1).filter(
    lambda text: bool(record_key(text)) and text.strip(' "') == text and text.isprintable()
)
PATHS = st.from_regex(r"stories/[a-z é-]{1,9}\.md", fullmatch=True)
LINES = st.builds(
    RecordLine,
    number=NUMBERS,
    state=st.sampled_from(STATES),
    since=st.dates(),
    stories=st.dictionaries(PATHS, st.sets(st.sampled_from(NOTES))).map(
        lambda found: tuple(
            StoryNote(path=path, notes=tuple(one for one in NOTES if one in notes))
            for path, notes in sorted(found.items())
        )
    ),
)


@pytest.mark.slow
@settings(derandomize=True, max_examples=examples(50), deadline=None)
@given(st.lists(LINES, max_size=4, unique_by=lambda line: line.key))
def test_what_is_written_is_read_again(lines: list[RecordLine]) -> None:
    """Whatever numbers a group has, and whatever its files are called."""
    text = "".join(f"{line.as_text}\n" for line in lines)
    found = read_records(text)
    assert found.unreadable == found.merged == ()
    assert found.lines == {line.key: line for line in lines}
    assert read_records(found.as_text).lines == found.lines


def test_the_order_of_lines_does_not_count() -> None:
    """Git joins two lists in any order."""
    lines = [
        "A-1\topen\t2026-01-01\tstories/a.md",
        "a–1\tclosed\t2026-02-01",
        "A-1\theld\t2025-01-01",
    ]
    found = {read_records("\n".join(some)).lines["A-1"].as_text[4:] for some in permutations(lines)}
    assert found == {"closed\t2026-02-01\tstories/a.md"}


BROKEN = {
    "A-1 open 2026-01-01 stories/a.md": ("A-1", {"stories/a.md"}),
    "A 1 closed 2026-01-01 stories/a b.md stories/c.md": ("A1", {"stories/a b.md", "stories/c.md"}),
    "A-1\tclosde\t2026-01-01\tstories/a.md": ("A-1", {"stories/a.md"}),
    "A-1": ("A-1", set()),
    "\topen\t2026-01-01\tstories/a.md": ("", set()),
}


@pytest.mark.parametrize("line", BROKEN)
def test_a_line_that_cannot_be_read_closes_what_it_begins_with(line: str) -> None:
    """And the files that it names hold all that they have."""
    key, doubtful = BROKEN[line]
    found = read_records(line)
    assert found.unreadable == (1,)
    assert {one: said.state for one, said in found.lines.items()} == (
        {key: "closed"} if key else {}
    )
    assert found.doubtful == doubtful


STRAY = [
    *[" not_here 2026-01-05", " not_here: 2026-01-05", " Not_here", " not here", " NOT-HERE"],
    *[", not_here", "; not_here", "\tnot_here", " (not_here)", " left"],
]


@pytest.mark.parametrize("behind", STRAY)
def test_words_behind_a_path_count_as_the_most_careful_note(behind: str) -> None:
    """Somebody wrote them by hand, as it stands in a story; whoever left stays away (law 8)."""
    listed = read_records(f"R-1\topen\t2026-01-05\tstories/b.md\tstories/a.md{behind}\n")
    assert listed.unreadable == (1,)
    notes = {one.path: one.notes for one in listed.lines["R-1"].stories}
    assert notes == {"stories/a.md": ("not_here",), "stories/b.md": ()}


@pytest.mark.parametrize(
    "field",
    [
        "stories/a.md held_here not_here",
        "stories/a.md (1)",
        "stories/a.md and b.md",
        "stories/a.md",
    ],
)
def test_a_path_with_its_notes_is_no_fault(field: str) -> None:
    """A file may be called anything."""
    listed = read_records(f"R-1\topen\t2026-01-05\t{field}\n")
    assert listed.unreadable == ()
    assert listed.lines["R-1"].stories[0].path == field.removesuffix(" held_here not_here")


def test_a_program_for_tables_closes_nobody() -> None:
    """Quotation marks and another way to write days are told of, and change no state."""
    found = read_records('"A-1"\t"open"\t"19/01/2026"\t"stories/a.md"')
    assert (found.unreadable, found.lines["A-1"].state) == ((1,), "open")
    assert found.lines["A-1"].stories == (StoryNote(path="stories/a.md"),)


SAME = [
    "BW-0035",
    "bw-0035",
    "BW–0035",
    "BW‐0035",
    "BW−0035",
    "BW - 0035",
    "ＢＷ－００３５",
    "ВW-0035",
]
OTHER = ["BW-0036", "BW0035", "BW-00355", "BV-0035", "BW-0O35", ""]


def test_a_person_sees_one_number_or_two() -> None:
    """What looks the same is the same; what does not, is not."""
    assert {record_key(one) for one in SAME} == {"BW-0035"}
    assert "BW-0035" not in {record_key(one) for one in OTHER}


def test_no_spelling_hides_in_a_file_that_cannot_be_read() -> None:
    """It is only looked through, and found all the same."""
    assert all(may_hold(f"x: [{one}, {{{{\nconsent: {one}", "BW-0035") for one in SAME)
    assert not may_hold("x: BW-00351", "BW-0035")


def test_the_keys_of_a_consent_are_known_to_whoever_reads_files_with_faults() -> None:
    """A key that is missing there would hold everybody who has it."""
    assert frozenset(field_names(Consent)) == CONSENT_KEYS


def test_a_closed_consent_whose_number_has_another_key_is_held() -> None:
    """Whoever has left does not come back elsewhere for a letter that is missing."""
    text = "voices:\n  sam:\n    consent: {recor: A-1, withdrawn: 2026-01-01}\n"
    assert {one.state for one in records_in(text) if one.key == "A-1"} == {"held"}
    sound = text.replace("recor:", "record:")
    assert {one.state for one in records_in(sound) if one.key == "A-1"} == {"closed"}


def test_records_are_held_where_letters_may_be_other_ones() -> None:
    """Nobody knows what a file says that is no UTF-8, also where it looks like one."""
    text = "voices:\n  sam: {consent: {record: A-1}}\n  ann: {consent: {record: A-2"
    closed = f"{text}, withdrawn: 2026-01-01}}}}\n"
    assert {one.state for one in records_in(closed) if one.key == "A-1"} == {"open"}
    rough = records_in(closed, is_rough=True)
    assert {one.state for one in rough if one.key == "A-1"} == {"open", "held"}
    assert {one.state for one in rough if one.key == "A-2"} == {"closed", "held"}
    assert records_in(f"{text}}}}}\n", is_rough=True) == records_in(f"{text}}}}}\n")


def test_a_consent_that_stands_elsewhere_is_held() -> None:
    """One level up, in a list, or under a slip of the pen: somebody meant something by it."""
    texts = [
        "voices:\n  sam:\n    consnt: {record: A-1}\n",
        "voices:\n  sam:\n    record: A-1\n",
        "voices:\n- sam: {consent: {record: A-1}}\n",
        "consent: {record: A-1}\n",
        "voices:\n  sam:\n    consent: [A-1]\n",
        "voices:\n  sam:\n    consent: A-1\n",
        "voices:\n  sam:\n    consent: 'record: A-1, withdrawn: 2026-01-01'\n",
        "voices:\n  sam:\n    consent:\n      record=A-1\n      withdrawn=2026-01-01\n",
        "voices:\n  sam:\n    CONSENT: {RECORD: A-1, WITHDRAWN: 2026-01-01}\n",
        "voices:\n  sam:\n    consnt: {recrd: A-1, withdrwn: 2026-01-01}\n",
        "VOICES:\n  SAM:\n    CONSENT: {GIVEN: 2026-01-01, RECORD: A-1}\n",
    ]
    for text in texts:
        assert {one.state for one in records_in(text) if one.key == "A-1"} == {"held"}, text


def test_a_closed_line_whose_day_is_spoilt_is_about_its_own_record_alone() -> None:
    """Nobody else in its stories is held; without its number, all of them are."""
    found = read_records('"A-1"\t"closed"\t"19/01/2026"\t"stories/a.md"')
    assert (found.unreadable, found.lines["A-1"].state) == ((1,), "closed")
    assert found.doubtful == frozenset()
    assert read_records("\tclosed\t2026-01-01\tstories/a.md").doubtful == {"stories/a.md"}
