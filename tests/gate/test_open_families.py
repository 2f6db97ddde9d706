"""Of which stories builds may keep what they say: no family in which anything is withheld."""

from pathlib import Path

import pytest

from byleave.gate import judge
from byleave.gate.open_families import files_that_may_stay, open_families
from tests.gate.sites import NOON, Files
from tests.laws.pictures import picture
from tests.read.folders import WITHDRAWN, story, voice
from tests.read.folders import read as read_files

FAIR, OWN = "stories/fair.md", "site_src/media/us.png"
TOM, GONE = voice("tom", "Tom"), voice("qw", "Qwynneth", WITHDRAWN)
DRAFT = {"stories/hush.md": story("Words.\n", title="Plums", date=None)}


def kept(folder: Path, files: Files, *apart: str) -> frozenset[str]:
    """The paths of the stories of which builds may keep what they say."""
    return open_families(judge(read_files(folder, files).tree, NOON, rehearsing=False), apart)


@pytest.mark.parametrize(("voice_of_it", "id_"), [(TOM, "tom"), (GONE, "qw")], ids=["open", "gone"])
def test_what_was_found_out_of_a_picture_stays_where_it_is_published(
    tmp_path: Path, voice_of_it: str, id_: str
) -> None:
    """One of the group's own goes with whoever is in a copy of it beside a story."""
    shows = f"{{we.png: {{alt: A, shows: [{id_}]}}}}"
    files: Files = {
        "stories/a/index.md": story("Words. ![A](we.png)\n", voice_of_it, media=shows),
        "stories/a/we.png": picture("us"),
        OWN: picture("us"),
    }
    verdict = judge(read_files(tmp_path, files).tree, NOON, rehearsing=False)
    stays = any(path.endswith(OWN) for path in files_that_may_stay(verdict, ()))
    assert stays == (voice_of_it == TOM)


def answer(**front: str) -> Files:
    """A response to the story."""
    return {"stories/answer.md": story("Well.\n", TOM, responds_to=FAIR, **front)}


def test_a_story_in_which_all_is_public_is_kept(tmp_path: Path) -> None:
    """With what stands on it, and with what it leads to."""
    hall = {FAIR: story("With [them](hall.md).\n", TOM), "stories/hall.md": story("W.\n", TOM)}
    assert kept(tmp_path, {**hall, **answer()}) == {*hall, "stories/answer.md"}


@pytest.mark.parametrize(
    "files",
    [
        {FAIR: story("W.\n\n::: voice qw\nPlums.\n:::\n", TOM, GONE)},
        {FAIR: story("Words.\n", TOM, GONE)},
        {FAIR: story("Words.\n", TOM, date="2030-01-01")},
        {FAIR: story("Words.\n", TOM, date=None)},
        {FAIR: story("Words. <!-- Qwynneth left. -->\n", TOM)},
        {FAIR: story("Tea with [them](hush.md).\n", TOM), **DRAFT},
        {FAIR: story("Tea with [them](/stories/hush/).\n", TOM), **DRAFT},
        {FAIR: story("Tea.\n", TOM, report_of="stories/hush.md"), **DRAFT},
        {FAIR: story("Tea.\n", TOM), **answer(date="2030-01-01")},
    ],
)
def test_a_family_in_which_anything_is_not_public_is_not(tmp_path: Path, files: Files) -> None:
    """Nor a story that leads to what is not: its file says where that is."""
    assert FAIR not in kept(tmp_path, files)


def test_what_leads_to_nothing_is_not_kept(tmp_path: Path) -> None:
    """What was there once may have gone for good reasons."""
    files = {FAIR: story("Words.\n", TOM), **answer()}
    assert kept(tmp_path, files, FAIR) == frozenset()
