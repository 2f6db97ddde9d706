"""Who has said what, what is due, and a calendar that tells nobody anything."""

import csv
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from byleave.cli import main
from tests.cli.running import build, run
from tests.machine_files.test_calendars import read_by_ical
from tests.permission.sites import WORDS, agreed, commit, consent
from tests.read.folders import WITHDRAWN, YES, put, story, voice

SHED = "stories/shed.md"
TODAY = datetime.now(UTC).date()


def on(days: int) -> date:
    """A day some days from today."""
    return TODAY + timedelta(days=days)


def said_yes(record: str, **days: date) -> str:
    """A consent that is in force, with these days beside its record."""
    keys = {"given": date(2020, 1, 1), "until": date(2040, 1, 1), **days}
    said = ", ".join(f"{key}: {day}" for key, day in keys.items())
    return f"{{record: {record}, by: self, uses: [web], {said}}}"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A story whose voices are in different states."""
    voices = [
        voice("sam", "Sam", said_yes("R-1", until=on(20))),
        voice("ann", "Ann", said_yes("R-2", review=on(-3))),
        voice("tom", "Tom", said_yes("R-3", until=on(-5))),
        voice("uma", "Uma", f"{{asked: {on(-40)}}}"),
        voice("vic", "Vic", f"{{asked: {on(-4)}}}"),
        voice("wes", "Wes", WITHDRAWN.replace("R-0", "R-6")),
        voice("xan", "Xan", said_yes("R-7", until=on(91), review=on(12))),
    ]
    return put(tmp_path / "site", {SHED: story(WORDS, *voices, date="2015-03-01")})


def facts(site: Path, command: str, *words: str) -> list[dict[str, Any]]:
    """What a command says to another program."""
    said = consent(site, command, "--format", "json", *words)
    found: list[dict[str, Any]] = json.loads(said.out)
    return found


def test_everybody_is_in_the_list(site: Path) -> None:
    """In plain words, and since when."""
    out = consent(site, "list").out
    for words in (
        "sam: Sam",
        "R-1",
        "published; said yes 2020-01-01",
        f"permission has ended, {on(-5)}",
        f"asked, no answer yet, {on(-40)}",
        "took permission back, 2026-01-05",
        f"until {on(20)}",
    ):
        assert words in out
    assert [one["voice"] for one in facts(site, "list")] == "sam ann tom uma vic wes xan".split()


@pytest.mark.parametrize("columns", [40, 80, 100])
def test_the_list_fits_the_terminal(site: Path, columns: int) -> None:
    """A narrow one too."""
    result = CliRunner().invoke(
        main, ["consent", "list", "--site", str(site)], env={"COLUMNS": str(columns)}
    )
    assert max(map(len, result.stdout.splitlines())) <= columns


def test_there_is_colour_only_where_it_is_wanted(site: Path) -> None:
    """https://no-color.org"""
    words = ("consent", "list", "--site", site)
    assert "\x1b[" in run(*words, colour=True).out
    assert "\x1b[" not in run(*words, colour=True, env={"NO_COLOR": "1"}).out


def test_what_is_due_is_told_once(site: Path) -> None:
    """Ended, ending, to be asked again, and without an answer; not those who left."""
    found = {(one["voice"], one["kind"]) for one in facts(site, "due")}
    assert found == {
        ("sam", "lapsing"),
        ("ann", "review overdue"),
        ("tom", "lapsed"),
        ("uma", "unanswered"),
        ("xan", "review"),
    }
    assert ("xan", "lapsing") in {
        (one["voice"], one["kind"]) for one in facts(site, "due", "--days", "91")
    }
    assert "Ends soon:" in consent(site, "due").out


def test_whoever_is_public_for_the_first_time_is_rung_first(tmp_path: Path) -> None:
    """Today, or in the days to come; and again a year on, to tell what came of it."""
    days = {"soon": on(5), "later": on(9), "old": on(-370), "gone": on(-500)}
    stories = {
        f"stories/{name}.md": story(
            WORDS, voice("sam", "Sam", said_yes(f"R-{number}")), date=str(day), title=name
        )
        for number, (name, day) in enumerate(days.items())
    }
    today = voice("sam", "Sam", said_yes("R-9", given=TODAY))
    held = voice("sam", "Sam", f"{said_yes('R-8')[:-1]}, held: {on(-1)}}}")
    stories["stories/now.md"] = story(WORDS, today, date="2015-03-01", title="Now")
    stories["stories/held.md"] = story(WORDS, held, date=str(on(5)), title="Held")
    site = put(tmp_path, stories)
    found = {(one["story"], one["kind"]) for one in facts(site, "due")}
    assert found == {
        ("stories/soon.md", "first"),
        ("stories/now.md", "first"),
        ("stories/old.md", "a year on"),
    }
    out = consent(site, "due").out
    assert out.startswith("Public for the first time within 7 days: ring them first:")


def test_the_list_is_of_whom_one_asks_for(site: Path) -> None:
    """By a story, a person, a use, a state."""

    def voices(*words: str) -> list[str]:
        return [one["voice"] for one in facts(site, "list", *words)]

    assert voices("--state", "expired") == ["tom"]
    assert voices("--person", "uma") == ["uma"]
    assert voices("--use", "feed") == ["wes"]
    other = story(
        WORDS.replace("sam", "yan"),
        voice("yan", "Yan", said_yes("R-8"), person="yan-c"),
        title="Other",
    )
    put(site, {"stories/other.md": other})
    assert voices("--story", "stories/other.md") == voices("--person", "yan-c") == ["yan"]
    assert voices("--person", "nobody") == []


def test_numbers_alone_name_nobody(site: Path, tmp_path: Path) -> None:
    """A trustee can see that each record has an answer, and learn nothing of whose it is."""
    place = tmp_path / "numbers.csv"
    assert consent(site, "list", "--numbers-only", "--output", str(place)).code == 0
    text = place.read_text()
    rows = list(csv.DictReader(text.splitlines()))
    assert {one["record"] for one in rows} >= {"R-1", "R-2", "R-3", "R-6", "R-7", ""}
    (sam,) = (one for one in rows if one["record"] == "R-1")
    assert (sam["state"], sam["uses"], sam["until"]) == ("published", "web", str(on(20)))
    for told in ("sam", "Sam", "/shed", "stories", "gate"):
        assert told not in text
    assert place.stat().st_mode & 0o077 == 0


def test_a_number_is_no_sum(tmp_path: Path) -> None:
    """A table opens it, and would work it out."""
    site = put(tmp_path, {SHED: story(WORDS, voice("sam", "Sam", said_yes('"=1+1"')))})
    assert "\n'=1+1," in consent(site, "list", "--numbers-only").out.replace("\r", "")


def test_the_list_can_be_printed(site: Path, tmp_path: Path) -> None:
    """On paper, for the folder of signed forms; not where it would be published."""
    place = tmp_path / "answers.html"
    assert consent(site, "list", "--output", str(place)).code == 0
    page = place.read_text()
    for words in ("Uma (uma)", "R-1", "permission has ended", "The shed"):
        assert words in page
    assert consent(site, "list", "--output", str(site / "site_src/answers.html")).code == 2


def test_a_sheet_says_what_is_missing(site: Path) -> None:
    """Until nothing is: then it ends with 0, and a script can go on."""
    said = consent(site, "sheet", SHED)
    out = " ".join(said.out.split())
    assert said.code == 1
    assert "uma (Uma): a record number; the day on which they saw it; an answer" in out
    assert "tom (Tom): a new yes: this one has ended" in out
    assert "ann (Ann): the question whether they still like it" in out
    assert "wes (Wes):" not in out
    put(site, {SHED: story(WORDS, voice("sam", "Sam", "{asked: 2026-01-05}"))})
    assert agreed(site).code == 0
    said = consent(site, "sheet", SHED)
    assert (said.code, "Nothing is missing." in said.out) == (0, True), said.all


def test_a_site_without_voices_has_nothing_to_tell(tmp_path: Path) -> None:
    """Said in words, since an empty page looks like a fault."""
    site = put(tmp_path, {SHED: story()})
    assert consent(site, "list").out.startswith("nobody")
    assert consent(site, "due").out == "nothing is due\n"


def test_a_file_with_an_error_is_named(site: Path) -> None:
    """Nobody in it is in the list, and nobody should think that they are."""
    put(site, {"stories/bad.md": story(date="soon")})
    said = consent(site, "list")
    assert (said.code, "stories/bad.md: not in this list" in said.err) == (1, True)


def test_the_calendar_is_read_by_others_and_names_nobody(site: Path, tmp_path: Path) -> None:
    """It goes to telephones: days and records, each once."""
    place = tmp_path / "private.ics"
    assert consent(site, "calendar", "--output", str(place)).code == 0
    calendar = read_by_ical(place.read_text())
    found = {(event.summary, event.dtstart) for event in calendar.events}
    assert found >= {
        ("Permission ends: R-1", on(20)),
        ("Ask again: R-2", on(-3)),
        ("Ask again: R-7", on(12)),
    }
    assert not any("R-6" in str(event.summary) for event in calendar.events)
    text = place.read_text()
    for told in ("Sam", "sam", "shed", "Shed", "stories", "Lea"):
        assert told not in text
    assert place.stat().st_mode & 0o077 == 0


def test_the_calendar_is_the_same_each_time(site: Path) -> None:
    """Read in twice, it makes no second entries."""

    def ids() -> list[str]:
        lines = consent(site, "calendar").out.splitlines()
        return [line for line in lines if line.startswith("UID")]

    assert ids() == ids() != []
    assert len(set(ids())) == len(ids())


def test_a_year_on_somebody_tells_what_came_of_it(tmp_path: Path) -> None:
    """And the list says where that is still to be written; in another year nobody is reminded."""
    sam = voice("sam", "Sam", said_yes("R-1"))
    front: dict[str, str | None] = {"date": str(on(-370))}
    site = put(tmp_path, {SHED: story(WORDS, sam, **front)})
    assert "nothing as `what_happened:` yet" in " ".join(consent(site, "due").out.split())
    front["what_happened"] = "There is a gate now."
    put(site, {SHED: story(WORDS, sam, **front)})
    said = consent(site, "due").out
    assert "tell them what came of it" in said
    assert "what_happened" not in said
    front["date"] = str(on(-800))
    put(site, {SHED: story(WORDS, sam, **front)})
    assert "a year" not in consent(site, "due").out


@pytest.mark.parametrize("folder", ["public", "site_src", "stories/2026", "themes"])
def test_the_calendar_is_written_nowhere_where_others_see_it(site: Path, folder: str) -> None:
    """What lies below these is published, or shared with the repository."""
    (site / folder).mkdir(parents=True, exist_ok=True)
    place = site / folder / "dates.ics"
    assert consent(site, "calendar", "--output", str(place)).code == 2
    assert not place.exists()


def test_a_build_reminds_once(site: Path, tmp_path: Path) -> None:
    """A number for everybody, names on request; only of those who are published."""
    said = build(site, tmp_path / "out", day=str(TODAY))
    assert "warning: 1 permission ends within 30 days; see byleave consent due" in said.err
    assert "sam" not in said.all
    more = build(site, tmp_path / "out", "--verbose", day=str(TODAY))
    assert f"{SHED}: the permission of voice sam ends on {on(20)}" in more.err
    assert "Tom" not in more.err
    assert "within" not in build(site, tmp_path / "out", day=str(on(-400))).err


CHANGED = "::: voice sam\nI mended the blue gate.\n:::\n\n::: voice sam\nAll new.\n:::\n"


def test_changed_words_are_shown_with_those_agreed_to(tmp_path: Path) -> None:
    """Word by word, where git has them; with file and line."""
    site = put(tmp_path, {SHED: story(WORDS, voice("sam", "Sam", YES))})
    assert agreed(site).code == 0
    commit(site)
    text = (site / SHED).read_text()
    (site / SHED).write_text(text.replace(WORDS, CHANGED))
    commit(site)
    (site / SHED).rename(site / "stories/hut.md")
    commit(site)
    said = consent(site, "list").out
    line = text.count("\n", 0, text.index("I mended")) + 1
    assert "the words have changed: ask again" in said
    assert f"stories/hut.md:{line}: passage was changed:" in said
    assert "[-green-]" in said
    assert "{+blue+}" in said
    assert f"stories/hut.md:{line + 4}: passage is new" in said
    (change, new) = facts(site, "list")[0]["changed_words"]
    assert change["agreed_words"] == "I mended the green gate."
    assert change["difference"] == "I mended the [-green-] {+blue+} gate."
    assert (new["is_new"], new["agreed_words"]) == (True, None)


def test_without_git_it_says_that_it_does_not_know(tmp_path: Path) -> None:
    """Rather than to show something else as agreed."""
    site = put(tmp_path, {SHED: story(WORDS, voice("sam", "Sam", YES))})
    agreed(site)
    (site / SHED).write_text((site / SHED).read_text().replace(WORDS, CHANGED))
    said = consent(site, "list").out
    assert "passage is not what was agreed; what was is not known" in " ".join(said.split())
    assert "[-" not in said
