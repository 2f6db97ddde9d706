"""What a person signed is what is recorded: forms with a code, and rounds without one."""

import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from byleave.model.fingerprints import fingerprint
from tests.cleaning.originals import photograph
from tests.cli.running import Said
from tests.permission.sites import WORDS, commit, consent, published, record
from tests.read.folders import YES, put, story, voice

SHED = "stories/shed.md"
NOW = datetime.now(UTC).date()
TODAY, EARLIER = NOW.isoformat(), (NOW - timedelta(days=40)).isoformat()
END = (NOW + timedelta(days=700)).isoformat()
ENDING = f"{{asked: 2026-01-05, until: {END}}}"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A story in which Sam is asked about one passage, until a day that stands in the file."""
    return put(tmp_path / "site", {SHED: story(WORDS, voice("sam", "Sam", ENDING))})


def printed(site: Path, voice: str = "sam", *more: str) -> str:
    """The code of a form that is made for a voice of the shed."""
    said = consent(site, "form", SHED, "--voice", voice, *more)
    assert said.code == 0, said.all
    found = re.search(r"code (F-\w{4}-\w{4});", said.out)
    assert found, said.all
    return found[1]


def agreed(site: Path, *more: str, voice: str = "sam") -> Said:
    """A voice says yes to the website, by the record R-2."""
    said = ("--record", "R-2", "--by", "self", "--yes")
    uses = () if "--uses" in more else ("--uses", "web")
    return consent(site, "agree", SHED, "--voice", voice, *said, *uses, *more)


def forgotten(site: Path) -> None:
    """The site on a computer on which no form was made."""
    shutil.rmtree(site / "permission-forms")


def change(site: Path, old: str, new: str) -> None:
    """Another wording in the story."""
    file = site / SHED
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))


def refused(site: Path, said: Said, *words: str) -> None:
    """The command wrote nothing and says why in these words."""
    assert said.code == 3, said.all
    assert "given" not in record(site)
    for one in words:
        assert one in said.err, said.err


@pytest.mark.parametrize("is_here", [True, False], ids=["made here", "made elsewhere"])
def test_what_was_signed_is_what_is_recorded(site: Path, is_here: bool) -> None:
    """The wording, the end and the round, on whichever computer the sheet is typed in."""
    code = printed(site)
    if not is_here:
        forgotten(site)
    said = agreed(site, "--form", code.lower().replace("-", " "))
    assert said.code == 0, said.all
    assert f"form {code}, made on {TODAY}" in said.out
    assert f"until {END}, as the form says" in said.out
    words = [fingerprint("I mended the green gate.")]
    kept = record(site)
    assert (kept["until"], kept["words"]) == (END, words)
    assert kept["seen"] == [{"round": code, "on": TODAY, "how": "signed", "words": words}]


@pytest.mark.slow
@pytest.mark.parametrize("is_here", [True, False], ids=["made here", "made elsewhere"])
def test_another_wording_is_not_what_was_signed(site: Path, is_here: bool) -> None:
    """It says which words changed, and how, where that is known."""
    commit(site)
    code = printed(site)
    if not is_here:
        forgotten(site)
    change(site, "green gate", "red gate")
    said = agreed(site, "--form", code)
    refused(site, said, "stories/shed.md:12: passage", "byleave consent form")
    if is_here:
        assert "[-green-] {+red+} gate" in said.err


def test_another_name_is_not_what_was_signed(site: Path) -> None:
    """Nor another kind of name: whoever chose a pseudonym did not sign with their own."""
    code = printed(site)
    change(site, "pseudonym", "named")
    refused(site, agreed(site, "--form", code), "what they are called")


def test_another_picture_is_not_what_was_signed(tmp_path: Path) -> None:
    """Though its words are the same."""
    text = story(
        "::: voice sam\nI mended it.\n\n![](gate.jpg)\n:::\n",
        voice("sam", "Sam", ENDING),
        media="{gate.jpg: {alt: A gate, shows: [sam]}}",
    )
    site = put(tmp_path, {SHED: text, "stories/gate.jpg": photograph()})
    code = printed(site)
    photograph_of_more = photograph()[:-2] + b"more\xff\xd9"
    (site / "stories/gate.jpg").write_bytes(photograph_of_more)
    refused(site, agreed(site, "--form", code), "a picture, recording or document")


@pytest.mark.slow
def test_a_paper_is_one_persons(tmp_path: Path) -> None:
    """Two children of one story have two sheets, and their ids are alike."""
    body = WORDS + WORDS.replace("sam", "sami").replace("green", "red")
    text = story(body, voice("sam", "Sam", ENDING), voice("sami", "Sami", ENDING))
    site = put(tmp_path, {SHED: text})
    code = printed(site, "sami")
    refused(site, agreed(site, "--form", code), "the paper of sami in stories/shed.md")
    forgotten(site)
    refused(site, agreed(site, "--form", code), "it is somebody else's")
    assert agreed(site, "--form", code, voice="sami").code == 0


def test_nobody_says_yes_to_more_than_the_form_asks(site: Path) -> None:
    """To a use, an end or a day that is not on it; less is theirs to say."""
    code = printed(site)
    later = (NOW + timedelta(days=701)).isoformat()
    sooner = (NOW + timedelta(days=699)).isoformat()
    refused(site, agreed(site, "--form", code, "--uses", "web,people"), "did not ask about: people")
    refused(site, agreed(site, "--form", code, "--until", later), f"this form says {END}")
    refused(site, agreed(site, "--form", code, "--given", EARLIER), "after this yes")
    assert agreed(site, "--form", code, "--until", sooner).code == 0
    assert record(site)["until"] == sooner


def test_a_form_that_asks_anew_leaves_the_old_end_behind(site: Path) -> None:
    """It is not on the paper; what the two of them agreed on is given, or five years."""
    code = printed(site, "sam", "--renew")
    said = agreed(site, "--form", code)
    assert said.code == 0, said.all
    assert record(site)["until"] > END


def test_a_use_of_the_sites_own_makes_no_older_paper_void(site: Path) -> None:
    """It was not asked about, so nobody can say yes to it; the rest holds."""
    code = printed(site)
    forgotten(site)
    settings = site / "site_src/site.yaml"
    settings.write_text(settings.read_text() + "uses: {newsletter: In our paper}\n")
    refused(site, agreed(site, "--form", code, "--uses", "web,newsletter"), "did not ask about")
    assert agreed(site, "--form", code).code == 0


def test_what_a_form_shows_and_others_withhold_is_agreed_to_as_well(tmp_path: Path) -> None:
    """When the other comes back, nobody has to be asked twice."""
    body = WORDS + "::: voice sam about ann\nAnn held it.\n:::\n"
    ann = voice("ann", "Ann", YES)
    site = put(tmp_path, {SHED: story(body, voice("sam", "Sam", ENDING), ann)})
    code = printed(site)
    change(site, "record: R-1,", "record: R-1, held: 2026-01-01,")
    said = agreed(site, "--form", code)
    assert "1 of what it shows would not be public today" in said.out
    assert fingerprint("Ann held it.") in record(site)["words"]


def test_words_that_nobody_was_shown_are_refused(site: Path) -> None:
    """Without a form there is no telling what somebody said yes to."""
    refused(site, agreed(site), "stories/shed.md:12: passage: I mended", "byleave consent seen")
    change(site, "I mended", "Word by word and day by day, as slowly as I could, I mended")
    refused(site, agreed(site), "passage: Word by word and day by day, as slowly as I could, …")
    assert consent(site, "seen", SHED, "--voice", "sam", "--on", EARLIER, "--yes").code == 0
    assert agreed(site).code == 0


def test_what_was_agreed_to_before_was_shown(tmp_path: Path) -> None:
    """An update of Byleave asks nobody again; what was changed since then, it does ask about."""
    text = story(WORDS, voice("sam", "Sam", ENDING))
    site = put(tmp_path, {SHED: text})
    words = f"words: [{fingerprint('I mended the green gate.')}], until:"
    change(site, "until:", words)
    assert agreed(site).code == 0
    change(site, "green gate", "red gate")
    said = agreed(site)
    assert (said.code, "stories/shed.md:" in said.err) == (3, True), said.all


def test_a_round_is_recorded_after_a_look(site: Path) -> None:
    """A paper from before there were codes: only somebody who was there can tell what it showed."""
    before = (site / SHED).read_bytes()
    words = ("seen", SHED, "--voice", "sam", "--on", EARLIER, "--how", "read-aloud")
    said = consent(site, *words)
    assert (said.code, "no answer" in said.err) == (3, True), said.all
    assert "“I mended the green gate.”" in said.out
    assert (site / SHED).read_bytes() == before
    assert consent(site, *words, "--yes").code == 0
    (kept,) = record(site)["seen"]
    assert (kept["on"], kept["how"]) == (EARLIER, "read-aloud")
    assert kept["words"] == [fingerprint("I mended the green gate.")]
    assert kept["round"].startswith("R-")
    assert "given" not in record(site)


def test_a_form_is_a_round_by_its_code(site: Path) -> None:
    """The day on which it was read is another than the one on which it was made or signed."""
    code = printed(site)
    said = consent(site, "seen", SHED, "--voice", "sam", "--on", TODAY, "--code", code)
    assert said.code == 0, said.all
    assert record(site)["seen"][0]["round"] == code
    assert consent(site, "seen", SHED, "--voice", "sam", "--on", TODAY, "--code", code).code == 0
    assert len(record(site)["seen"]) == 1
    agreed(site, "--form", code)
    assert [one["how"] for one in record(site)["seen"]] == ["on-paper", "signed"]


@pytest.mark.parametrize("day", [EARLIER, (NOW + timedelta(days=1)).isoformat()])
def test_nobody_sees_a_paper_on_another_day_than_there_is(site: Path, day: str) -> None:
    """Before it was made, or tomorrow: a slip of the keyboard."""
    code = printed(site)
    said = consent(site, "seen", SHED, "--voice", "sam", "--on", day, "--code", code)
    assert (said.code, "correct --on" in said.err) == (3, True), said.all


def test_a_wrong_code_is_told_at_once(site: Path) -> None:
    """With what is wrong with it, and before anything is looked for."""
    code = printed(site)
    said = agreed(site, "--form", code[:-1] + ("3" if code[-1] != "3" else "4"))
    assert (said.code, "not what is on the paper" in said.err) == (2, True), said.all


def test_the_list_says_who_saw_what(site: Path) -> None:
    """And whether it was what is there today."""
    code = printed(site)
    agreed(site, "--form", code)
    assert f"signed it {TODAY}: {code}" in consent(site, "list").out
    change(site, "green gate", "red gate")
    assert f"{code}; 1 of what is there today was not" in consent(site, "list").out
    assert f'"round": "{code}"' in consent(site, "list", "--format", "json").out


def test_what_people_saw_changes_no_byte_of_the_site(tmp_path: Path) -> None:
    """It is the group's to know, and nobody else's."""
    plain = put(tmp_path / "plain", {SHED: story(WORDS, voice("sam", "Sam", YES))})
    seen = put(tmp_path / "seen", {SHED: story(WORDS, voice("sam", "Sam", YES))})
    rounds = "seen: [{round: F-7K3Q-XM4A, on: 2026-01-04, how: read-aloud, words: [w2-0]}]"
    file = seen / SHED
    file.write_text(file.read_text().replace("record: R-1,", f"record: R-1, {rounds},"))
    assert published(seen, tmp_path / "one") == published(plain, tmp_path / "other")


SAVED = {
    "no JSON": ("form: F", "no answers to a form"),
    "another shape": ('{"form": "F-7K3Q-XM4A"}', "no answers to a form"),
    "another answer": ('{"form": "F-7K3Q-XM4A", "uses": {"web": "perhaps"}}', "no answers"),
    "a code that is none": ('{"form": "F-1", "uses": {"web": "yes"}}', "a code is a letter"),
    "nothing but no": ('{"form": "CODE", "uses": {"web": "no"}}', "byleave consent refuse"),
}


@pytest.mark.parametrize(("text", "words"), SAVED.values(), ids=SAVED)
def test_a_file_that_holds_no_yes_writes_none(site: Path, text: str, words: str) -> None:
    """And it says what to do with it."""
    place = site.parent / "answers.json"
    place.write_text(text.replace("CODE", printed(site)))
    refused(site, by_file(site, place), words)


def by_file(site: Path, place: Path) -> Said:
    """What Sam saved in a file is recorded."""
    said = ("--record", "R-2", "--by", "self", "--yes", "--answers", str(place))
    return consent(site, "agree", SHED, "--voice", "sam", *said)


def test_answers_that_somebody_saved_are_recorded(site: Path) -> None:
    """Their code and their uses, and no others."""
    place = site.parent / "answers.json"
    code = printed(site)
    uses = '{"web": "yes", "search": "yes", "engines": "no"}'
    place.write_text(f'{{"form": "{code.lower()}", "uses": {uses}}}')
    assert by_file(site, place).code == 0
    assert record(site)["uses"] == ["web", "search"]
    assert record(site)["seen"][0]["round"] == code
    assert record(site)["seen"][0]["how"] == "on-screen"
    both = ("--record", "R-2", "--by", "self", "--uses", "web", "--answers", str(place))
    assert consent(site, "agree", SHED, "--voice", "sam", *both).code == 2


def test_what_else_is_known_of_an_answer_is_kept(site: Path, tmp_path: Path) -> None:
    """Who beside, how it was understood, where it lies: facts alone, and none is published."""
    more = ("--there", "interpreter", "--there", "witness", "--understood", "told-back")
    said = agreed(site, "--form", printed(site), *more, "--kept", "film")
    assert said.code == 0, said.all
    kept = record(site)
    assert (kept["there"], kept["understood"]) == (["interpreter", "witness"], ["told-back"])
    assert kept["kept"] == "film"
    assert kept["seen"][0]["how"] == "read-aloud"
    pages = published(site, tmp_path / "out")
    assert "interpreter" not in pages
    assert "told-back" not in pages


def test_a_childs_own_yes_stands_beside_the_parents(site: Path) -> None:
    """And beside nobody else's; until it is there, the sheet says that it is missing."""
    code = printed(site)
    own = ("--assent", TODAY)
    refused(site, agreed(site, "--form", code, *own), "a child's own yes")
    by_parent = ("--record", "R-2", "--by", "parent", "--yes", "--uses", "web", "--form", code)
    assert consent(site, "agree", SHED, "--voice", "sam", *by_parent).code == 0
    assert "the child's own yes" in consent(site, "sheet", SHED).out
    assert consent(site, "agree", SHED, "--voice", "sam", *by_parent, *own).code == 0
    assert record(site)["assent"] == TODAY
    assert "the child's own yes" not in consent(site, "sheet", SHED).out


def test_coming_back_needs_a_paper_of_its_own(site: Path) -> None:
    """What was signed under the record that is closed is no yes to another."""
    code = printed(site)
    assert agreed(site, "--form", code).code == 0
    consent(site, "withdraw", "--record", "R-2")
    again = ("--record", "R-3", "--by", "self", "--uses", "web", "--form", code, "--yes")
    said = consent(site, "agree", SHED, "--voice", "sam", *again)
    assert (said.code, "taken their yes back" in said.err) == (3, True), said.all
    new = printed(site)
    assert new != code
    assert (
        consent(site, "agree", SHED, "--voice", "sam", *again[:-3], "--form", new, "--yes").code
        == 0
    )


def test_words_that_change_before_the_story_is_due_are_told(site: Path) -> None:
    """It is the time in which most words are changed; a slip can be mended there too."""
    change(site, "date: 2026-01-01", f"date: {END}")
    agreed(site, "--form", printed(site))
    commit(site)
    change(site, "mended", "mendde")
    assert "[-mended-] {+mendde+}" in " ".join(consent(site, "list").out.split())
    assert "a yes to the words that have changed" in " ".join(
        consent(site, "sheet", SHED).out.split()
    )
    assert consent(site, "correct", SHED, "--told", TODAY, "--yes").code == 0
    assert "mendde" not in consent(site, "list").out
