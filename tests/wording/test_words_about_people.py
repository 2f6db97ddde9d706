"""Words about people: whose they are to change, in which forms they are found, and a site's own."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byleave.read.group.words_file import word_list
from byleave.wording.people import entry_of, sought_words, uses
from tests.generated import examples
from tests.wording.reading import own_list, told

WORD = "hard-to-reach people"
TERMS = [entry.term for entry in own_list().entries if not entry.only_after]
QUICK = settings(max_examples=examples(200), deadline=None, database=None)


def lines(text: str, **how: str) -> list[tuple[int, ...]]:
    """The lines of each word about people that is told of."""
    found = told(text, **how)  # type: ignore[arg-type] # names of languages and whose words
    return [one.lines for one in found if one.code == "word-about-people"]


def test_the_list_is_one_to_look_at() -> None:
    """Each entry says why and what to try, most say who says so, and no word stands there twice."""
    entries = own_list().entries
    assert 110 < len(entries) < 160
    assert all(one.why and one.instead for one in entries)
    assert sum(bool(one.source) for one in entries) * 2 > len(entries)
    forms = [form.casefold() for one in entries for form in one.forms]
    assert sorted(forms) == sorted(set(forms))


@QUICK
@given(
    term=st.sampled_from(TERMS),
    marks=st.sampled_from(["“{}”", "‘{}’", '"{}"', "„{}“", "«{}»"]),
    before=st.sampled_from(["She said ", "They're called ", "", "It’s "]),
    after=st.sampled_from([".", ", and left.", " once.", "; that's all"]),
)
def test_what_is_quoted_is_never_corrected(term: str, marks: str, before: str, after: str) -> None:
    """Whoever quotes says what was said, in whatever marks, alone or among other words."""
    quoted = marks.format(f"we are {term} here")
    assert lines(f"Tea.\n\n{before}{quoted}{after}\n") == []
    assert lines(f"> {before}{term}{after}\n") == []


@QUICK
@given(term=st.sampled_from(TERMS), me=st.sampled_from(["I was", "They call me", "It is my"]))
def test_what_somebody_says_of_themselves_is_never_corrected(term: str, me: str) -> None:
    """In a passage of theirs, and in an author's own words with “I”."""
    assert lines(f"{term}, they said.\n", whose="theirs") == []
    assert lines(f"{me} {term}.\n", whose="author") == []


def test_it_is_told_which_are_left_alone() -> None:
    """An editor sees that the others were seen."""
    (one,) = told(f"We met {WORD}.\n\n“We are {WORD},” they said.\n")
    assert one.lines == (1,)
    assert one.message.endswith("(line 1); quoted or somebody's own, and so left alone: line 3")
    assert "Rewriting social care" in one.do


@pytest.mark.parametrize(
    "text",
    [
        "They work with Hard to reach\npeople.\n",
        "HARD-TO-REACH PEOPLE came.\n",
        "Hard\u2010to\u2011reach communities came.\n",
        "## For hard to reach families\n\nWords.\n",
        "- hard-to-reach groups\n",
    ],
)
def test_whole_words_in_each_form(text: str) -> None:
    """Whatever parts them, and however they are written."""
    assert len(lines(text)) == 1


@pytest.mark.parametrize("text", ["Y bobl vagrant alcoholics.\n", "Yr addict.\n"])
def test_another_language_is_not_measured_with_english_words(text: str) -> None:
    """A Welsh word may look like an English one."""
    assert lines(text, language="cy") == []


def test_a_site_adds_to_it_and_takes_from_it(tmp_path: Path) -> None:
    """A group knows its people better than any list."""
    (tmp_path / "site_src").mkdir()
    (tmp_path / "site_src/words.yaml").write_text(
        "add:\n  - {term: low-paid worker/workers, why: no, instead: people}\n"
        "leave_out: [rough sleepers, rouhg sleeper]\n"
    )
    words, found = word_list(tmp_path)
    sought = sought_words(words)
    assert [one.entry.why for one in uses("Low paid workers", sought)] == ["no"]
    assert list(uses("Rough sleepers", sought)) == []
    assert [(one.code, one.line, one.severity) for one in found] == [("no-such-word", 3, "warning")]
    assert "rough sleeper" in found[0].do


def test_a_mistake_in_it_stops_nothing(tmp_path: Path) -> None:
    """Byleave's own list is there whatever happens."""
    (tmp_path / "site_src").mkdir()
    (tmp_path / "site_src/words.yaml").write_text("add:\n  - {term: x}\n")
    words, found = word_list(tmp_path)
    assert words == own_list()
    assert {one.code for one in found} == {"why-missing", "instead-missing"}


def test_of_two_forms_the_longer_counts() -> None:
    """An ex-offender is told of once."""
    entries = own_list()
    found = [one.entry.term for one in uses("An ex-offender and offenders.", sought_words(entries))]
    assert found == ["ex-offender", "offender"]


def test_a_term_is_written_for_people() -> None:
    """Slashes stand between forms of one word, a hyphen may be a space."""
    entry = entry_of("care-home case/cases_", {"why": "", "instead": ""})
    assert entry.forms == ("care home case", "care home cases")
    assert (entry.term, entry.as_people) == ("care-home case", True)
