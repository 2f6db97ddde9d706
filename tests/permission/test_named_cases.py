"""Cases that must never go wrong, each by its name: what is withheld, and what is said.

Those of pictures and of names that must never appear stand elsewhere, and so does a build that is
killed: `tests/laws/test_killed_builds.py` kills builds before each of their changes to the disk.
What is killed here is the command that writes a withdrawal.
"""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from byleave.model.terms import parents_end
from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import BuildResult
from tests.bad_input.trying import files_in
from tests.cli.running import build, run
from tests.permission.sites import WORDS, agreed, consent, record
from tests.read.folders import SETTINGS, YES, put, story, voice

SHED = "stories/shed.md"
GATE = "green gate"
WELL = {"stories/well.md": story("The water is cold.\n", title="The well")}


def publish(
    folder: Path, text: str, when: str = "2026-06-01", **more: str
) -> tuple[BuildResult, str]:
    """What comes of a story with Sam's words, and all that is published, as one text."""
    others = {f"stories/{name}.md": one for name, one in more.items()}
    site = put(folder / "site", {**WELL, SHED: text, **others})
    return built(site, folder / "out", when)


def built(site: Path, output: Path, when: str = "2026-06-01") -> tuple[BuildResult, str]:
    """What comes of a build for a moment in the site's time zone, and all that is published."""
    result = build_site(site, output=output, as_of=datetime.fromisoformat(when))
    files = files_in(output)
    assert "stories/well/index.html" in files  # nobody else is kept waiting
    return result, "\n".join(one.decode("utf-8", "replace") for one in files.values())


def codes(result: BuildResult) -> list[str]:
    """The codes of the errors."""
    return [one.code for one in result.diagnostics if one.severity == "error"]


def sam(text: str) -> str:
    """A story with Sam's words, in which her consent is `text`."""
    return story(WORDS, voice("sam", "Sam", text), summary="About a shed.")


def test_permission_as_it_should_be_is_published(tmp_path: Path) -> None:
    """What all the others here are measured against."""
    result, public = publish(tmp_path, sam(YES))
    assert codes(result) == []
    assert GATE in public


def test_no_consent_block(tmp_path: Path) -> None:
    """A voice without a record withholds its story, and the message says how to go on."""
    text = sam(YES).replace(f"    consent: {YES}\n", "")
    result, public = publish(tmp_path, text)
    assert codes(result) == ["consent-missing"]
    assert GATE not in public


MISTYPED = ["withdrawm: 2026-01-05", "Withdrawn: 2026-01-05", "heId: yes", "withdrawm", "hold: "]


@pytest.mark.parametrize("key", MISTYPED)
def test_a_mistyped_key(tmp_path: Path, key: str) -> None:
    """Somebody wanted to stop it: a slip of the finger must not publish it."""
    result, public = publish(tmp_path, sam(YES.replace("}", f", {key}}}")))
    assert codes(result) == ["unknown-key"]
    assert GATE not in public


def test_a_mistyped_key_beside_the_consent(tmp_path: Path) -> None:
    """Somebody who left out the indentation meant the same, also with nothing beside the key."""
    result, public = publish(tmp_path, sam(f"{YES}\n    witdrawn:"))
    assert codes(result) == ["unknown-key"]
    assert GATE not in public


@pytest.mark.parametrize("key", ["until: 2041-01-01", "consent: {}", "record: R-2"])
def test_a_duplicate_key(tmp_path: Path, key: str) -> None:
    """Of two values nobody knows which is meant, so neither is taken."""
    text = sam(YES.replace("}", f", {key}}}"))
    if key.startswith("consent"):
        text = sam(YES).replace(f"    consent: {YES}\n", f"    consent: {YES}\n    {key}\n")
    result, public = publish(tmp_path, text)
    assert codes(result) == ["duplicate-key"]
    assert GATE not in public


def test_until_01_06_2026(tmp_path: Path) -> None:
    """The first of June or the sixth of January: it is asked for, and not guessed."""
    result, public = publish(tmp_path, sam(YES.replace("2040-01-01", "01/06/2026")))
    assert codes(result) == ["date"]
    assert GATE not in public
    (finding,) = [one for one in result.diagnostics if one.code == "date"]
    assert finding.do == "write it like 2026-03-31"


@pytest.mark.parametrize(
    ("when", "is_there"),
    [
        ("2026-06-30T22:59:59+00:00", True),  # one second before midnight in London
        ("2026-06-30T23:00:00+00:00", False),  # midnight in London, eleven at night by UTC
        ("2026-07-01T00:00:00", False),  # the same, told as the site's own time
    ],
)
def test_until_today_at_midnight_in_british_summer_time(
    tmp_path: Path, when: str, *, is_there: bool
) -> None:
    """The day ends where the storyteller lives, and not an hour later."""
    text = sam(YES.replace("2040-01-01", "2026-07-01"))
    _, public = publish(tmp_path, text, when)
    assert (GATE in public) is is_there


def test_words_edited_after_agreement(tmp_path: Path) -> None:
    """Each changed word is withheld until they are asked again; line breaks are no words."""
    site = put(tmp_path / "site", {**WELL, SHED: sam("{asked: 2026-01-05}")})
    assert agreed(site, SHED, "--given", "2026-02-01").code == 0
    text = (site / SHED).read_text()
    assert GATE in built(site, tmp_path / "out")[1]
    (site / SHED).write_text(text.replace("mended the", "mended\nthe"))
    assert "green\ngate" in built(site, tmp_path / "out")[1].replace(GATE, "green\ngate")
    (site / SHED).write_text(text.replace("mended", "painted"))
    result, public = built(site, tmp_path / "out")
    assert GATE not in public
    assert result.withheld_voices == 1
    assert "the words have changed: ask again" in " ".join(consent(site, "list").out.split())


@pytest.mark.parametrize("key", ["translation_of", "easy_read_of"])
def test_a_version_that_lags_behind(tmp_path: Path, key: str) -> None:
    """What a translation or Easy Read version says was agreed to by itself, or it is not shown.

    The original was changed and agreed to anew; the version still says the old words. As long as
    these are not agreed to any more, nothing of the voice is published in either.
    """
    old = "::: voice sam\nTrwsiais y giât.\n:::\n"
    version = story(old, title="Y sied", **{key: SHED}).replace("voices: {}\n", "")
    files = {**WELL, SHED: sam("{asked: 2026-01-05}"), "stories/version.md": version}
    site = put(tmp_path / "site", files)
    agreed(site, SHED, "--given", "2026-02-01")
    assert "Trwsiais y giât." in built(site, tmp_path / "out")[1]
    (site / "stories/version.md").write_text(version.replace("Trwsiais", "Peintiais"))
    _, public = built(site, tmp_path / "out")
    assert "Peintiais" not in public
    assert GATE not in public
    assert "stories/version.md:" in consent(site, "list").out


CHILD = "{record: R-1, given: 2019-09-01, by: parent, uses: [web], until: 2026-06-01}"


def test_a_parents_consent_for_a_child_who_is_now_eighteen(tmp_path: Path) -> None:
    """From the eighteenth birthday on nobody else can say yes; the day before, a parent could."""
    assert GATE in publish(tmp_path / "a", sam(CHILD), "2026-05-31 23:59")[1]
    result, public = publish(tmp_path / "b", sam(CHILD), "2026-06-01 00:00")
    assert GATE not in public
    assert codes(result) == []


def test_a_parents_consent_without_an_end(tmp_path: Path) -> None:
    """It would go on when the child is grown up and never was asked."""
    result, public = publish(tmp_path, sam(CHILD.replace(", until: 2026-06-01", "")))
    assert codes(result) == ["until-missing"]
    assert GATE not in public


@pytest.mark.parametrize(("until", "found"), [("2037-09-01", []), ("2037-09-02", ["parent-until"])])
def test_a_parents_consent_that_must_be_too_long(
    tmp_path: Path, until: str, found: list[str]
) -> None:
    """No birthday is kept; but nobody is a child for more than eighteen years."""
    text = sam(CHILD.replace("2026-06-01", until))
    result, public = publish(tmp_path, text)
    assert codes(result) == found
    assert (GATE in public) is (not found)


def test_a_parents_consent_is_recorded_with_its_end(tmp_path: Path) -> None:
    """There is no usual end for a child: it is asked for, and a birth year is not."""
    site = put(tmp_path, {SHED: sam("{asked: 2026-01-05}")})
    said = agreed(site, SHED, "--by", "parent")
    assert (said.code, "--until" in said.err) == (3, True)
    assert agreed(site, SHED, "--by", "parent", "--until", "2199-01-01").code == 3
    said = agreed(site, SHED, "--by", "parent", "--until", "2030-02-03")
    assert said.code == 0
    assert "until 2030-01-01" in said.out
    assert record(site)["until"] == "2030-01-01"


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("2030-02-03", "2030-01-01"),
        ("2030-01-31", "2029-12-01"),
        ("2030-12-02", "2030-11-01"),
        ("2030-03-01", "2030-03-01"),
    ],
)
def test_a_birthday_is_nobodys_business(said: str, written: str) -> None:
    """A parent's permission ends on the first day of a month, before the child is grown up."""
    day = parents_end(datetime.fromisoformat(said).date())
    assert day.isoformat() == written
    assert parents_end(day) == day


def test_an_end_that_may_be_a_birthday_is_told(tmp_path: Path) -> None:
    """Where it was written by hand: with the day to write, and nobody goes off the site by it."""
    result, public = publish(tmp_path, sam(CHILD.replace("2026-06-01", "2027-06-17")))
    (told,) = (one for one in result.diagnostics if one.code == "parent-until-day")
    assert "2027-05-01" in told.do
    assert GATE in public


TELLING = ("Qwynneth", "qw-7731", "violet kettle", "R-4711")


@pytest.mark.parametrize(
    "fault",
    [
        "until: 01/06/2026",
        "withdrawm: Qwynneth",
        "by: Qwynneth",
        "uses: Qwynneth",
        "record: [Qwynneth]",
        "until: 2041-01-01",
        "Qwynneth",
    ],
)
def test_an_error_message_and_a_log_line(tmp_path: Path, fault: str) -> None:
    """Logs are public: whatever is wrong beside a name, the message does not repeat it.

    Not of those who are withheld either, nor of the changes that a build counts.
    """
    text = YES.replace("R-1", "R-4711").replace("}", f", {fault}}}")
    told = story("::: voice qw-7731\nMy violet kettle.\n:::\n", voice("qw-7731", "Qwynneth", text))
    site = put(tmp_path / "site", {**WELL, SHED: told})
    for said in (build(site, tmp_path / "out"), run("check", "--site", site)):
        assert "stories/shed.md:" in said.all
        assert [word for word in TELLING if word in said.all] == []


def test_a_log_line_of_somebody_who_left(tmp_path: Path) -> None:
    """A build after a withdrawal counts, and names nobody."""
    gone = YES.replace("R-1", "R-4711").replace("}", ", withdrawn: 2026-01-05}")
    told = story("::: voice qw-7731\nMy violet kettle.\n:::\n", voice("qw-7731", "Qwynneth", gone))
    site = put(tmp_path / "site", {**WELL, SHED: told})
    said = build(site, tmp_path / "out")
    assert [word for word in TELLING if word in said.all] == []


KILLED = """\
import os, sys
from pathlib import Path
from byleave.cli import main
real, left = Path.replace, [int(sys.argv.pop(1))]
def replace(self, target):
    if left[0] == 0:
        os._exit(9)
    left[0] -= 1
    return real(self, target)
Path.replace = replace
main()
"""


@pytest.mark.slow
@pytest.mark.parametrize("after", [0, 1, 2, 3])
def test_a_withdrawal_that_is_killed_half_way(tmp_path: Path, after: int) -> None:
    """Each file is as it was or withdrawn, never something else; and a second time completes it.

    The list of records is written first, so from then on nobody of it is published.

    What a build that is killed in the middle of a withdrawal leaves is in
    `tests/laws/test_killed_builds.py`.
    """
    paths = [SHED, "stories/plot.md", "stories/tree.md"]
    files = {path: sam(YES).replace("The shed", path[8:12]) for path in paths}
    site = put(tmp_path / "site", {**WELL, **files})
    words = ["consent", "withdraw", "--site", str(site), "--record", "R-1", "--day", "2026-03-02"]
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(after), *words],
        env=os.environ,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 9, done.stderr
    left = [path for path in paths if (site / path).read_text() != files[path]]
    assert len(left) == max(0, after - 1)
    assert all(record(site, path)["withdrawn"] == "2026-03-02" for path in left)
    result, between = built(site, tmp_path / "between")
    assert codes(result) == []
    assert (GATE in between) is (after == 0)
    assert run(*words).code == 0
    assert GATE not in built(site, tmp_path / "out")[1]


def test_a_site_that_requires_words_publishes_nobody_without(tmp_path: Path) -> None:
    """Where the group decided so, a yes without its words is not enough."""
    required = SETTINGS.replace("within:", "words: required, within:")
    files = {**WELL, SHED: sam(YES), "site_src/site.yaml": required}
    site = put(tmp_path / "site", files)
    assert GATE not in built(site, tmp_path / "out")[1]
    agreed(site, SHED, "--given", "2026-02-01")
    assert GATE in built(site, tmp_path / "out")[1]
