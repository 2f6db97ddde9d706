"""Two people's changes of one file, brought together: nobody becomes more public by that."""

import pytest

from byleave.desk.asking import Asked
from byleave.desk.sending.meeting import ChangedTwice, is_answered, meeting_of, resolved
from byleave.desk.writing.changing import changed, sheet_in
from byleave.editing.front_matter import Data, record_of, value_at
from byleave.model.record_list import RECORDS_FILE, read_records
from byleave.sharing.sending import Both
from byleave.values import replace

BASE = """---
title: The shed
summary: One
aliases: [/hut/]
media:
  door.jpg:
    alt: Ida at a door
    shows: [ida]
voices:
  ida:
    name: Ida Plum
    identity: named
    part: quoted
    consent: {record: R-1, given: 2026-01-01, by: self, uses: [web, people], until: 2030-01-01}
---

Words.

![](door.jpg)
"""
WHOSE = ("yours", "theirs")
YOURS = BASE.replace("summary: One", "summary: Two")
THEIRS = BASE.replace("summary: One", "summary: Three")
NEW = """  new.jpg:
    alt: A fair
    shows: not known yet
voices:
"""


def met(yours: str | None, theirs: str | None, base: str | None = BASE) -> ChangedTwice:
    """What two people made of a story."""
    return meeting_of(Both(path="stories/a.md", base=base, yours=yours, theirs=theirs))


def together(meeting: ChangedTwice, whose: str) -> str:
    """What becomes of it where somebody chooses `whose`."""
    assert not meeting.by_hand
    text = resolved(meeting, Asked(fields=((meeting.field, whose),)))
    assert text is not None
    return text


def shown_in(text: str, name: str) -> Data | None:
    """Who is in a picture, as the file says it."""
    return value_at(record_of(text), "media", name, "shows")


def addresses(text: str) -> Data | None:
    """The old addresses of a story: they are in no form."""
    return value_at(record_of(text), "aliases")


@pytest.mark.parametrize("whose", WHOSE)
def test_who_is_in_a_picture_stays_not_known(whose: str) -> None:
    """Of a picture that one of them brought, and of one in which one of them is not sure."""
    brought = THEIRS.replace("voices:\n", NEW) + "\n![](new.jpg)\n"
    assert shown_in(together(met(YOURS, brought), whose), "new.jpg") == "not known yet"
    unsure = THEIRS.replace("shows: [ida]", "shows: not known yet")
    assert shown_in(together(met(YOURS, unsure), whose), "door.jpg") == "not known yet"


@pytest.mark.parametrize("said", ["[ida]", "nobody", "not known yet", "[]", "somebody"])
def test_a_form_says_nobody_only_where_somebody_said_so(said: str) -> None:
    """And can say it of a picture that is not known yet; untouched, no byte is another."""
    text = BASE.replace("shows: [ida]", f"shows: {said}")
    sheet = sheet_in(text)
    assert (sheet.pictures[0].shows == ()) == (said == "nobody")
    assert changed("a.md", text, sheet) == text
    nobody = replace(sheet, pictures=(replace(sheet.pictures[0], shows=()),))
    assert shown_in(changed("a.md", text, nobody), "door.jpg") == "nobody"


@pytest.mark.parametrize("whose", WHOSE)
def test_another_name_that_one_of_them_wrote_holds(whose: str) -> None:
    """Whoever agreed to less is not named again by a choice about something else."""
    less = THEIRS.replace("Ida Plum\n    identity: named", "Bee\n    identity: pseudonym")
    text = together(met(YOURS, less), whose)
    assert value_at(record_of(text), "voices", "ida", "name") == "Bee"
    assert value_at(record_of(text), "voices", "ida", "identity") == "pseudonym"


@pytest.mark.parametrize("whose", WHOSE)
def test_a_picture_that_one_of_them_took_away_goes(whose: str) -> None:
    """With its place in the words; where that stays, people have to look."""
    start, end = BASE.index("media:"), BASE.index("voices:")
    less = (THEIRS[: start + 2] + THEIRS[end + 2 :]).replace("\n![](door.jpg)\n", "")
    text = together(met(YOURS, less), whose)
    assert "door.jpg" not in text
    assert "door.jpg" in met(YOURS.replace("Words.", "Others."), less).by_hand


@pytest.mark.parametrize(
    ("yours", "theirs"),
    [
        (YOURS, THEIRS.replace("until: 2030-01-01", "withdrawn: 2026-05-05").replace("title", "[")),
        (YOURS.replace("title: The", "title: [The"), THEIRS),
        (YOURS, None),
        (YOURS.replace("Ida Plum", "Bee"), THEIRS.replace("named", "first-name")),
        (YOURS.replace("[ida]", "nobody"), THEIRS.replace("[ida]", "not known yet")),
    ],
    ids=["theirs unreadable", "yours unreadable", "taken away", "names", "pictures"],
)
def test_what_no_program_can_tell_is_for_people(yours: str, theirs: str | None) -> None:
    """Nothing can be chosen, nor sent by a form that says so all the same."""
    meeting = met(yours, theirs)
    assert meeting.by_hand
    assert not meeting.has_choice
    fields = (("shown", meeting.field), (meeting.field, "yours"))
    assert not is_answered((meeting,), Asked(fields=fields))


def test_a_list_with_a_line_that_cannot_be_read_keeps_every_line() -> None:
    """It may be what holds the records of a story."""
    yours = "\tclosed\t2025-01-01\tstories/a.md\nR-1\topen\t2024-01-01\tstories/a.md\n"
    theirs = "R-3\topen\t2024-01-01\tstories/b.md\n"
    both = Both(path=RECORDS_FILE, base="", yours=yours, theirs=theirs)
    text = resolved(meeting_of(both), Asked()) or ""
    assert read_records(text).doubtful == {"stories/a.md"}
    assert set(text.splitlines()) == {*yours.splitlines(), *theirs.splitlines()}


def test_a_choice_is_about_the_texts_that_were_shown() -> None:
    """Another text, a file more, or no choice: the page is shown again."""
    one, other = met(YOURS, THEIRS), met(YOURS, THEIRS.replace("Three", "Four"))
    answer = (("shown", one.field), (one.field, "yours"))
    assert is_answered((one,), Asked(fields=answer))
    assert not is_answered((other,), Asked(fields=answer))
    assert not is_answered((one, other), Asked(fields=answer))
    assert not is_answered((one,), Asked(fields=answer[:1]))
    assert not is_answered((one,), Asked(fields=(answer[0], (one.field, "both"))))


@pytest.mark.parametrize("whose", WHOSE)
def test_what_is_in_no_form_comes_from_whoever_changed_it(whose: str) -> None:
    """Where both did, it is shown, and the choice holds for it as well."""
    more = YOURS.replace("[/hut/]", "[/hut/, /barn/]")
    both_of_yours = ("/hut/", "/barn/")
    assert addresses(together(met(more, THEIRS), whose)) == both_of_yours
    both = met(more, YOURS.replace("[/hut/]", "[/den/]"))
    assert [one.name for one in both.differing] == ["aliases"]
    assert addresses(together(both, whose)) == (both_of_yours if whose == "yours" else ("/den/",))
