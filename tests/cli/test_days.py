"""For which day a site is built: today, unless it is asked for, and into public/ never the past."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.bad_input.trying import GOOD, files_in
from tests.cli.running import Said, build, run
from tests.read.folders import WITHDRAWN, put, story, voice

# A day before the one on which Sam withdrew would publish Sam again.
SAM = {"stories/sam.md": story("Sam dug.\n", voice("sam", "Sam", WITHDRAWN), title="Sam")}
NOW = datetime.now(UTC)
YESTERDAY = f"{NOW - timedelta(days=2):%Y-%m-%d}"
TOMORROW = f"{NOW + timedelta(days=2):%Y-%m-%d}"
DUE = {"stories/due.md": story(date=f"{NOW:%Y-%m-%d}", title="Due")}


def into(site: Path, output: Path | None, *words: str) -> Said:
    """Build in this process alone."""
    where = ("--output", output) if output else ()
    return run("build", "--site", site, "--executor", "serial", *where, *words)


PUBLIC = {
    "unsaid": None,
    "by its name": "site/public",
    "roundabout": "site/stories/../public",
    "within": "site/public/stories",
    "by a link": "link",
}


@pytest.mark.parametrize("output", PUBLIC.values(), ids=PUBLIC)
def test_the_past_is_not_for_the_public(tmp_path: Path, output: str | None) -> None:
    """Who withdrew last month must not come back because somebody typed a day of last year."""
    site = put(tmp_path / "site", {**GOOD, **SAM})
    (site / "public").mkdir()
    (tmp_path / "link").symlink_to("site/public")
    said = into(site, tmp_path / output if output else None, "--as-of", YESTERDAY)
    assert said.code == 2
    assert "name another --output" in said.err
    assert files_in(site / "public") == {}


def test_the_past_may_be_looked_at(tmp_path: Path) -> None:
    """In another folder; whoever has withdrawn by now stays away whatever the day."""
    site, output = put(tmp_path / "site", {**GOOD, **SAM}), tmp_path / "then"
    assert into(site, output, "--as-of", "2026-01-02").code == 0
    assert not any(b"Sam dug" in content for content in files_in(output).values())


@pytest.mark.parametrize("day", [TOMORROW, f"{TOMORROW} 14:00", f"{TOMORROW}T14:00"])
def test_a_day_to_come_may_be_built(tmp_path: Path, day: str) -> None:
    """To see today what will be there on the day of the fair."""
    later = {"stories/later.md": story(date=TOMORROW, title="Later")}
    site = put(tmp_path / "site", {**GOOD, **later})
    assert into(site, None).code == 0
    assert "stories/later/index.html" not in files_in(site / "public")
    assert into(site, None, "--as-of", day).code == 0
    assert "stories/later/index.html" in files_in(site / "public")


def test_another_programs_clock_is_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A variable that freezes time for other tools must not bring back who has left since."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    site = put(tmp_path / "site", {**GOOD, **DUE})
    assert into(site, None).code == 0
    assert "stories/due/index.html" in files_in(site / "public")


def test_the_time_zone_of_the_computer_is_not_the_sites(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build on a server elsewhere is the same site, byte for byte."""
    site = put(tmp_path / "site", {**GOOD, **SAM})
    sites = []
    for zone in ("UTC", "Pacific/Auckland", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        build(site, tmp_path / zone)
        sites.append(files_in(tmp_path / zone))
    assert sites[0] == sites[1] == sites[2] != {}


def test_checking_the_past_is_looking_only(tmp_path: Path) -> None:
    """It writes nothing, so any day will do."""
    site = put(tmp_path / "site", GOOD)
    said = run("check", "--site", site, "--as-of", YESTERDAY)
    assert (said.code, (site / "public").exists()) == (0, False)


def test_public_refuses_a_day_that_is_past_also_where_nothing_changed(tmp_path: Path) -> None:
    """That nothing would be written is no reason to say that a past day is published."""
    site = put(tmp_path / "site", GOOD)
    for _ in range(2):
        assert run("build", "--site", site).code == 0
    said = run("build", "--site", site, "--as-of", "2020-01-01")
    assert said.code == 2
    assert "public/" in said.err
