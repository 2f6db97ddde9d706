"""Drafts and undoing where somebody leaves, or a file becomes another, while it is written on."""

import asyncio
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from byleave.preview import Answering, SiteInMemory
from tests.cli.running import run
from tests.desk.running import HIDDEN, NOON, AtDesk, at_desk
from tests.read.folders import put, story, voice

PATH = "stories/shed.md"
TEXT = story("::: voice ida\nPlums.\n:::\n", voice("ida", "Ida"))
LEFT = TEXT.replace("by: self", "by: self, withdrawn: 2026-05-05")
TYPED = "Ida likes plums."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[AtDesk]:
    """A desk of one story."""
    with at_desk(put(tmp_path / "site", {PATH: TEXT}), tmp_path / "state") as found:
        yield found


def fields_of(desk: AtDesk) -> dict[str, str]:
    """What the form of the story sends, with something typed in it."""
    page = desk.get(f"/story?path={PATH}").text
    hidden = dict(HIDDEN.findall(page[page.index('<form class="writing"') :]))
    return {**hidden, "title": "Mine", "body": TYPED}


def drafts(folder: Path) -> list[str]:
    """What is kept of what nobody has kept."""
    return [one.read_text("utf-8") for one in sorted((folder / "state").rglob("*.json"))]


def draft(desk: AtDesk, fields: dict[str, str]) -> int:
    """How the desk takes a draft."""
    return desk.post("/draft", {"word": desk.word, **fields}).status


@pytest.mark.slow
def test_no_draft_brings_back_who_left(desk: AtDesk, tmp_path: Path) -> None:
    """Neither from a page that was open meanwhile, nor where a command took permission back."""
    assert LEFT != TEXT
    fields = fields_of(desk)
    assert draft(desk, fields) == 204
    desk.put({PATH: LEFT})
    assert "was not kept" not in desk.get(f"/story?path={PATH}").text
    assert drafts(tmp_path) == []
    assert draft(desk, fields) == 409
    assert drafts(tmp_path) == []


@pytest.mark.parametrize(
    "now",
    [LEFT, None, story("Nobody.\n", voice("tom", "Tom")), "---\nwithdrawn: [\n---\n"],
    ids=["left", "gone", "erased", "unreadable"],
)
def test_a_draft_goes_when_the_desk_begins(tmp_path: Path, now: str | None) -> None:
    """Of a story that is gone, and of one that somebody has left."""
    site = put(tmp_path / "site", {PATH: TEXT, "stories/b.md": TEXT.replace("R-", "S-")})
    with at_desk(site, tmp_path / "state") as desk:
        fields = {"person-0-id": "ida", **fields_of(desk)}
        assert draft(desk, fields) == 204
    (site / PATH).unlink()
    put(site, {} if now is None else {PATH: now})
    with at_desk(site, tmp_path / "state"):
        assert drafts(tmp_path) == []


def test_a_draft_stays_where_nobody_left(desk: AtDesk, tmp_path: Path) -> None:
    """Also where the file was changed by somebody else."""
    assert draft(desk, fields_of(desk)) == 204
    desk.put({PATH: TEXT.replace("Plums.", "Pears.")})
    assert "was not kept" in desk.get(f"/story?path={PATH}").text
    assert len(drafts(tmp_path)) == 1


def test_nobodys_leaving_is_undone_by_a_button(desk: AtDesk) -> None:
    """Also where it was typed into the whole file."""
    for text, is_left in ((LEFT, True), (LEFT.replace("Plums.", "Pears."), False)):
        page = desk.get(f"/file?path={PATH}").text
        fields = dict(HIDDEN.findall(page))
        desk.keep("/file", {**fields, "text": text, "do": "keep"})
        desk.keep("/file", {**fields, "do": "undo"})
        assert desk.text(PATH) == LEFT, is_left


def test_what_was_typed_is_shown_beside_a_file_that_cannot_be_read(desk: AtDesk) -> None:
    """Nothing is written, and the file itself is in the field, so that no withdrawal goes."""
    fields = fields_of(desk)
    broken = LEFT.replace("title: ", "title: [")
    desk.put({PATH: broken})
    for do in ("keep", "add-person"):
        answer = desk.post("/story", {"word": desk.word, **fields, "do": do})
        assert answer.status == 409
        assert TYPED in answer.text
        assert "withdrawn" in answer.text[: answer.text.index("What you wrote</label>")]
    assert desk.post("/story", {"word": desk.word, **fields, "do": "undo"}).status == 303
    assert desk.text(PATH) == broken


def test_a_form_of_a_story_with_an_error_is_refused(desk: AtDesk) -> None:
    """And the desk answers afterwards."""
    desk.put({PATH: TEXT.replace("date:", "dat:")})
    asked = {"word": desk.word, "story": PATH, "voice": "ida", "do": "form"}
    answer = desk.post("/voice", asked)
    assert answer.status == 409
    assert "mend the story first" in answer.text.casefold()
    assert desk.get("/").status == 200


def test_what_no_file_and_no_day_can_be_is_said(desk: AtDesk) -> None:
    """In place of an answer that tells nothing."""
    for name in ("x%00.md", f"{'x' * 300}.md"):
        assert desk.get(f"/file?path=stories/{name}").status == 404
    day = desk.post("/public", {"word": desk.word, "day": "9999-12-31"})
    assert day.status == 400
    assert desk.get("/public").status == 200


@pytest.mark.slow
def test_a_draft_stays_when_somebody_was_shown_their_part(desk: AtDesk, tmp_path: Path) -> None:
    """It goes when they take permission back, and not before."""
    asked = {"story": PATH, "voice": "ida"}
    page = desk.keep("/voice", {**asked, "do": "form"}).text
    (code,) = re.findall(r"Its code is <strong>([A-Z0-9-]+)</strong>", page)
    assert draft(desk, fields_of(desk)) == 204
    page = desk.keep("/voice", {**asked, "do": "seen", "code": code, "how": "read-aloud"}).text
    assert "It is written down." in page
    assert len(drafts(tmp_path)) == 1
    desk.keep("/voice", {**asked, "do": "sure-withdraw"})
    assert "withdrawn" in desk.text(PATH)
    assert drafts(tmp_path) == []


def test_a_question_that_fails_holds_up_nobody(tmp_path: Path) -> None:
    """Also with the one fault that no task ends with."""
    held = SiteInMemory(put(tmp_path, {PATH: TEXT}), lambda: NOON, "", published=False)
    live = Answering(held, lambda _: None)

    async def asked() -> int:
        with pytest.raises(RuntimeError):
            await asyncio.wait_for(live.ask(lambda _: next(iter(()))), 10)
        return await asyncio.wait_for(live.ask(lambda one: one.number), 10)

    # In a thread of its own: a browser that other tests have open keeps a loop running in this one.
    with ThreadPoolExecutor(1) as apart:
        assert apart.submit(lambda: asyncio.run(asked())).result() == held.number


@pytest.mark.parametrize("command", ["withdraw", "hold"])
def test_a_draft_goes_with_a_command_where_no_desk_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """Nobody's words lie on in a folder that the site knows nothing of."""
    site = put(tmp_path / "site", {PATH: TEXT})
    with at_desk(site, tmp_path / "state" / "byleave") as desk:
        assert draft(desk, {"person-0-id": "ida", **fields_of(desk)}) == 204
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert len(drafts(tmp_path)) == 1
    said = run("consent", command, "--site", site, PATH, "--voice", "ida")
    assert said.code == 0, said.all
    assert drafts(tmp_path) == []
