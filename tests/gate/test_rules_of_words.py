"""What an agreement covers hangs on the rule under which it was made, and on nothing else."""

from pathlib import Path
from typing import Any

import pytest

from byleave.gate import admit, expect
from byleave.model.fingerprints import as_former, fingerprint
from byleave.model.parts import PARTS, Part
from tests.gate.every_part import BODY, CONSENT, files_of, front_matter, ids, with_part
from tests.gate.sites import NOON, tree

FAIR = "stories/fair/index.md"
AGREED = [part for part in PARTS if part.agreed]


def shown_to(folder: Path, front: dict[str, Any], body: str = BODY) -> list[str]:
    """The fingerprints of all that Tom's form shows."""
    found = expect(tree(folder, files_of(front, body)), NOON, story=FAIR, asking=["tom"])
    return [one.fingerprint for one in found.shown["tom"]]


def is_shown(folder: Path, front: dict[str, Any], body: str, words: list[str]) -> bool:
    """Whether Tom is published where he agreed to `words` and the story is this one."""
    consent = front["voices"]["tom"]["consent"]
    agreeing = {**front["voices"]["tom"], "consent": {**consent, "words": words}}
    files = files_of({**front, "voices": {**front["voices"], "tom": agreeing}}, body)
    files["stories/fair/minutes.pdf"] = b"%PDF-1.4\n"
    published, _ = admit(tree(folder, files), NOON)
    return any(voice.id == "tom" for story in published.stories for voice in story.voices)


def author() -> dict[str, Any]:
    """A story that says something everywhere, and of which Tom is the author."""
    front = front_matter()
    front["voices"]["tom"]["part"] = "author"
    return front


def changed(part: Part) -> dict[str, Any]:
    """The same with other words in one part."""
    front = with_part(part, "By then, other words stood there")
    front["voices"]["tom"]["part"] = "author"
    return front


def test_nothing_changed_is_nothing_new(tmp_path: Path) -> None:
    """What the form showed is published, under either rule."""
    words = shown_to(tmp_path / "form", author())
    assert is_shown(tmp_path / "site", author(), BODY, words)
    assert is_shown(tmp_path / "site", author(), BODY, [as_former(one) for one in words])


@pytest.mark.parametrize("part", AGREED, ids=ids)
def test_what_is_agreed_to_is_not_changed_afterwards(tmp_path: Path, part: Part) -> None:
    """A caption can say as much of somebody as a passage."""
    words = shown_to(tmp_path / "form", author())
    assert not is_shown(tmp_path / "site", changed(part), BODY, words)


@pytest.mark.parametrize("part", AGREED, ids=ids)
def test_a_former_agreement_binds_what_its_rule_covered(tmp_path: Path, part: Part) -> None:
    """Titles and summaries; nobody is off the site because a program asks about more today.

    What happened since is told by no site of that time: whoever adds it shows it to people first.
    """
    words = [as_former(one) for one in shown_to(tmp_path / "form", author())]
    assert is_shown(tmp_path / "site", changed(part), BODY, words) == (
        part.of not in ("head", "beside")
    )


@pytest.mark.parametrize(
    "part", [one for one in PARTS if not one.agreed and one.kind == "words"], ids=ids
)
def test_what_is_settled_late_is_not_agreed_to(tmp_path: Path, part: Part) -> None:
    """An event that moves to another room loses none of its people."""
    words = shown_to(tmp_path / "form", author())
    assert is_shown(tmp_path / "site", changed(part), BODY, words)


OTHERWISE = {
    "words in the place of a picture's": BODY.replace("![]", "![Tom, caught]"),
    "a title of a picture": BODY.replace("(tea.png)", '(tea.png "Tom, caught")'),
    "a document": BODY.replace("I baked.", "I baked ![what he took](minutes.pdf)."),
    "a link": BODY.replace("I baked.", "I baked [what he took](https://example.org/)."),
    "unmarked text": BODY.replace("Words.", "Other words."),
    "a picture in unmarked text": "![Tom, caught](tea.png)\n\n" + BODY,
}


@pytest.mark.parametrize("body", OTHERWISE.values(), ids=OTHERWISE)
def test_words_in_the_text_are_agreed_to_wherever_they_stand(tmp_path: Path, body: str) -> None:
    """Whether a reader sees them or a screen reader says them."""
    front = author()
    front["media"]["minutes.pdf"] = {}
    words = shown_to(tmp_path / "form", author())
    assert not is_shown(tmp_path / "site", front, body, words)


@pytest.mark.parametrize("what", ["a document", "a link", "unmarked text"])
def test_a_former_agreement_binds_the_words_of_links_and_documents(
    tmp_path: Path, what: str
) -> None:
    """A page has them as words, whatever brackets they are written in."""
    front = author()
    front["media"]["minutes.pdf"] = {}
    words = [as_former(one) for one in shown_to(tmp_path / "form", author())]
    assert not is_shown(tmp_path / "site", front, OTHERWISE[what], words)


def test_a_picture_that_goes_is_no_mismatch(tmp_path: Path) -> None:
    """Whoever wants to be in fewer pictures stays in the story, and so do the others in it."""
    words = shown_to(tmp_path / "form", author())
    front = author()
    del front["media"]["tea.png"]
    assert is_shown(tmp_path / "site", front, BODY.replace("![](tea.png)", ""), words)


def test_a_picture_is_theirs_too_in_whose_passage_it_stands(tmp_path: Path) -> None:
    """Also where it shows and names nobody: it illustrates what they say."""
    front = front_matter()
    front["media"]["tea.png"]["shows"] = "nobody"
    words = shown_to(tmp_path / "form", front)
    assert fingerprint("A pot") in words
    front["media"]["tea.png"]["alt"] = "A broken pot"
    assert not is_shown(tmp_path / "site", front, BODY, words)


def test_a_picture_before_the_text_is_agreed_to_like_one_in_it(tmp_path: Path) -> None:
    """By whoever is in it, and by the authors: a picture put there later waits for both."""
    body = "Words.\n\n::: voice tom\nI baked.\n:::\n"
    for name, front in {"shown": front_matter(), "author": author()}.items():
        seen = shown_to(tmp_path / name / "form", front, body)
        led = {**front, "lead": "tea.png"}
        assert is_shown(tmp_path / name / "before", front, body, seen)
        assert not is_shown(tmp_path / name / "site", led, body, seen)
        assert fingerprint("A pot") in shown_to(tmp_path / name / "again", led, body)


def test_a_picture_of_somebody_who_left_is_not_compared(tmp_path: Path) -> None:
    """It is not there; what it said cannot withhold those who stay."""
    front = front_matter()
    her = {**front["voices"]["tom"], "name": "Ann"}
    front["voices"]["q"] = {**her, "consent": {**her["consent"], "record": "R-2"}}
    front["media"]["tea.png"]["shows"] = ["tom", "q"]
    words = shown_to(tmp_path / "form", front)
    front["voices"]["q"]["consent"]["withdrawn"] = "yes"
    front["media"]["tea.png"]["alt"] = "A broken pot"
    assert is_shown(tmp_path / "site", front, BODY, words)


def test_one_mark_of_todays_rule_is_enough(tmp_path: Path) -> None:
    """An agreement that was mixed by hand covers as much as the more careful one."""
    first, *rest = shown_to(tmp_path / "form", author())
    mixed = [first, *(as_former(one) for one in rest)]
    assert is_shown(tmp_path / "site", author(), BODY, mixed)
    caption = next(part for part in AGREED if part.path.endswith("caption"))
    assert not is_shown(tmp_path / "site", changed(caption), BODY, mixed)


def test_a_mark_that_nobody_knows_agrees_to_nothing(tmp_path: Path) -> None:
    """A rule of a later version may have covered less of what is shown today, or more."""
    words = [one.replace("w2-", "w3-") for one in shown_to(tmp_path / "form", author())]
    assert not is_shown(tmp_path / "site", author(), BODY, words)


def with_passage(passage: str) -> tuple[dict[str, Any], str]:
    """The story with a passage of Ann's at its end, to which Tom has not agreed."""
    front = front_matter()
    her = {**front["voices"]["tom"], "name": "Ann"}
    front["voices"]["ann"] = {**her, "consent": {**her["consent"], "record": "R-2"}}
    return front, f"{BODY}\n{passage}\n:::\n"


NEWLY_FOUND = {
    "a raised letter": "::: voice ann\nTomᵃ came.",
    "a handle": "::: voice ann\nHe is @tom85.",
    "letters with gaps": "::: voice ann\nT o m came.",
    "an accent in an address": "::: voice ann\nSee https://x.example/tóm/.",
}


@pytest.mark.parametrize("passage", NEWLY_FOUND.values(), ids=NEWLY_FOUND)
def test_a_form_that_is_newly_found_binds_no_former_agreement(tmp_path: Path, passage: str) -> None:
    """Nobody is off the site for a passage that was not about them when they agreed.

    Who agrees today is asked about it; and it goes when they leave.
    """
    front, body = with_passage(passage)
    words = shown_to(tmp_path / "form", front_matter())
    assert is_shown(tmp_path / "site", front, body, [as_former(one) for one in words])
    assert not is_shown(tmp_path / "today", front, body, words)
    front["voices"]["tom"]["consent"] = {**CONSENT, "withdrawn": "2026-01-02"}
    published, _ = admit(tree(tmp_path / "left", files_of(front, body)), NOON)
    assert passage.partition("\n")[2] not in str(published)


BOUND = {
    "headed so": "::: voice ann about tom\nHe came.",
    "by both": "::: voice ann tom\nWe came.",
    "an id": "::: voice ann\n{tom} came.",
    "a name": "::: voice ann\nTom came.",
    "in capitals": "::: voice ann\nTOM came.",
    "strong": "::: voice ann\n__Tom__’s bench.",
}


@pytest.mark.parametrize("passage", BOUND.values(), ids=BOUND)
def test_a_former_agreement_binds_what_is_plainly_of_somebody(tmp_path: Path, passage: str) -> None:
    """Headed by or about them, with their id, or with their name in plain words."""
    front, body = with_passage(passage)
    words = [as_former(one) for one in shown_to(tmp_path / "form", front_matter())]
    assert not is_shown(tmp_path / "site", front, body, words)


@pytest.mark.parametrize("title", ["Tom’s fair", "{tom} at the fair"])
def test_a_former_agreement_binds_a_title_that_plainly_names(tmp_path: Path, title: str) -> None:
    """Whoever is not its author agrees to it because it names them."""
    words = [as_former(one) for one in shown_to(tmp_path / "form", front_matter())]
    assert not is_shown(tmp_path / "site", {**front_matter(), "title": title}, BODY, words)
