"""What decisions hang on in a story, so that an edit of it may not be heard by itself."""

from pathlib import Path

import pytest

from byleave.gate import judge, judge_again
from byleave.read import read_site, read_story_again
from tests.gate.sites import NOON
from tests.read.folders import WITHDRAWN, YES, put, story, voice

AGREED = YES.replace("}", ", words: [w-0123456789abcdef]}")


FAIR = "stories/fair.md"
OTHERS = (voice("tom", "Tom"), voice("qw", "Qwynneth", WITHDRAWN))
HUSH = story("Words.\n", title="Unripe plums", date=None)


def heard(folder: Path, before: str, after: str, *voices: str) -> bool:
    """Whether other words of a story with a voice that is withdrawn are heard by themselves."""
    was, now = (story(body, *OTHERS, *voices) for body in (before, after))
    return heard_in(folder, {FAIR: was, "stories/hush.md": HUSH}, FAIR, now)


def heard_in(folder: Path, files: dict[str, str], path: str, now: str) -> bool:
    """Whether one story file is heard by itself as it is `now`."""
    known = read_site(put(folder, files))
    verdict = judge(known.tree, NOON, rehearsing=True)
    put(folder, {path: now})
    again = read_story_again(known, path)
    return again is not None and judge_again(verdict, again.story) is not None


PASSAGE = "Tea.\n\n::: voice tom\nCake.\n:::\n\nEnd.\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tea.", "Coffee."),
        ("Tea.", "Tea.\n\n## At noon\n\nMore tea."),
        ("Cake.", "A cake."),
        ("Tea.", "Tea at [the hall](https://hall.example.org/)."),
        ("Tea.", "Tea {tom} made."),
        ("Tea.", "Tea that Tom made, [on Sunday](/stories/)."),
        ("Cake.\n:::\n", "Cake.\n:::\n\n::: voice tom\nJam.\n:::\n"),
    ],
)
def test_other_words_are_heard_by_themselves(tmp_path: Path, old: str, new: str) -> None:
    """Writing a text is what editors do most, and nobody waits for it."""
    assert heard(tmp_path, PASSAGE, PASSAGE.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tea.", "Tea with Qwynneth."),
        ("Cake.", "A cake of Qwynneth's."),
        ("Cake.", "A cake of {qw}'s."),
        ("Tea.", "Tea with [plums](hush.md)."),
        ("::: voice tom", "::: voice tom about qw"),
        ("::: voice tom", "::: voice qw"),
    ],
)
def test_names_links_and_passages_are_not(tmp_path: Path, old: str, new: str) -> None:
    """What a decision may hang on is decided anew."""
    assert not heard(tmp_path, PASSAGE, PASSAGE.replace(old, new))


def test_a_name_that_moves_to_another_passage_is_not(tmp_path: Path) -> None:
    """One passage comes back, and the other goes."""
    passages = "::: voice tom\nCake.\n:::\n\n::: voice tom\nJam.\n:::\n"
    before = passages.replace("Cake", "Cake of Qwynneth's")
    assert heard(tmp_path / "same", before, before.replace("Jam", "A jam"))
    assert not heard(tmp_path / "other", before, passages.replace("Jam", "Jam of Qwynneth's"))


def test_another_order_of_voices_is_not(tmp_path: Path) -> None:
    """Who has no name is numbered in it, and is so in versions and responses."""
    one, two = (voice(id_, "A neighbour", identity="anonymous") for id_ in ("n1", "n2"))
    files = {FAIR: story(PASSAGE, *OTHERS, one, two), "stories/hush.md": HUSH}
    assert heard_in(tmp_path, files, FAIR, story(f"{PASSAGE}!\n", *OTHERS, one, two))
    assert not heard_in(tmp_path, files, FAIR, story(PASSAGE, *OTHERS, two, one))


def test_the_words_of_a_link_are_not(tmp_path: Path) -> None:
    """A link tells of a withheld story by its words."""
    before = PASSAGE.replace("Cake.", "Cake with [fruit](hush.md).")
    assert not heard(tmp_path, before, before.replace("fruit", "Unripe plums"))
    assert heard(tmp_path, before, before.replace("Cake with", "A cake with"))


def test_words_that_somebody_agreed_to_are_not(tmp_path: Path) -> None:
    """There, each word decides."""
    una = voice("una", "Una", AGREED)
    assert not heard(tmp_path, PASSAGE, PASSAGE.replace("Cake.", "A cake."), una)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: The shed", "title: Another title"),
        ("title: The shed", "title: What Tom said"),
        ("date: 2026-01-01", "date: 2025-06-07"),
        ("date: 2026-01-01", "date: 2026-01-01\nsummary: Small talk."),
        ("date: 2026-01-01", "date: 2026-01-01\nupdated: 2026-05-01"),
        ("date: 2026-01-01", "date: 2026-01-01\nlanguage: cy"),
        ("date: 2026-01-01", "date: 2026-01-01\nevent: {starts: 2026-07-01 10:00, place: Hall}"),
        ("date: 2026-01-01", "date: 2026-01-01\nreport_of: stories/hush.md"),
    ],
)
def test_what_others_show_of_a_story_is_heard_by_itself(tmp_path: Path, old: str, new: str) -> None:
    """Lists follow a new title or date, and nobody is withheld or published for it."""
    before = story(PASSAGE, *OTHERS)
    assert old in before
    files = {FAIR: before, "stories/hush.md": HUSH}
    assert heard_in(tmp_path, files, FAIR, before.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: The shed", "title: What Qwynneth said"),
        ("date: 2026-01-01", "date: 2030-01-01"),
        ("date: 2026-01-01\n", ""),
        ("date: 2026-01-01", "date: 2026-01-01\nsummary: Qwynneth's tea."),
        ("date: 2026-01-01", "date: 2026-01-01\nevent: {starts: 2026-07-01, place: At Qwynneth's}"),
        ("date: 2026-01-01", "date: 2026-01-01\naliases: [/old/]"),
        ("date: 2026-01-01", "date: 2026-01-01\ntranslation_of: stories/hush.md"),
        ("name: Tom", "name: Tim"),
        ("withdrawn:", "held:"),
    ],
)
def test_what_decides_is_not(tmp_path: Path, old: str, new: str) -> None:
    """Names of somebody withheld, days that have not come, where a story is and who is in it."""
    before = story(PASSAGE, *OTHERS)
    assert old in before
    files = {FAIR: before, "stories/hush.md": HUSH}
    assert not heard_in(tmp_path, files, FAIR, before.replace(old, new))


@pytest.mark.parametrize(("link", "alone"), [("[them](hush.md)", False), ("them", True)])
def test_the_title_of_a_draft_counts_where_something_links_to_it(
    tmp_path: Path, link: str, *, alone: bool
) -> None:
    """The words of that link may be its new title."""
    files = {FAIR: story(f"Tea with {link}.\n", *OTHERS), "stories/hush.md": HUSH}
    assert heard_in(tmp_path, files, "stories/hush.md", HUSH.replace("Unripe", "Ripe")) == alone


@pytest.mark.parametrize("path", ["site_src/pages/about.md", "themes/tea.md"])
def test_so_does_it_where_a_page_of_the_groups_own_does(tmp_path: Path, path: str) -> None:
    """The page loses that link's words, or has them back."""
    text = "---\ntitle: About\n---\nTea with [them](/stories/hush/).\n"
    files = {FAIR: story("Tea.\n", *OTHERS), path: text, "stories/hush.md": HUSH}
    assert not heard_in(tmp_path, files, "stories/hush.md", HUSH.replace("Unripe", "Ripe"))
