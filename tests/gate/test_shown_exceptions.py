"""A reason that advice is not followed is public only as long as readers meet what it is for."""

from pathlib import Path

import pytest

from byleave.gate import judge
from tests.gate.sites import NOON, Files, the_story, tree
from tests.read.folders import WITHDRAWN, story, voice

TILDA = voice("tilda", "Tilda", part="author")
KIT = voice("kit", "Kit Moss", identity="named", part="quoted")
GONE = voice("kit", "Kit Moss", identity="named", part="quoted", consent=WITHDRAWN)
INITIALS = "{initials: So it is called}"
HERE = "{link-vague: So it is called}"
SHOWS_NOBODY = "{a.mp3: {alt: What the QRZ is, shows: nobody}}"
SHOWS_KIT = "{a.mp3: {alt: A talk, shows: [kit]}}"


def reasons(folder: Path, body: str, kit: str, allow: str, media: str | None) -> list[str]:
    """The codes of the reasons that pass, and of those that editors are told allow nothing."""
    files: Files = {
        "stories/a/index.md": story(body, TILDA, kit, allow=allow, media=media),
        "stories/a/a.mp3": b"ID3\x03" + bytes(100),
        "stories/b.md": story("Words.\n", kit.replace("quoted", "author"), title="Rain"),
    }
    verdict = judge(tree(folder, files), NOON, rehearsing=False)
    idle = [one.about for one in verdict.report.advice if one.code == "allows-nothing"]
    return [*the_story(verdict.published, "a/index").allow, *(f"no {code}" for code in idle)]


@pytest.mark.parametrize(
    ("body", "allow", "media"),
    [
        ("Words.\n\n::: voice kit\nKit Moss met the QRZ.\n:::\n", INITIALS, None),
        ("Words.\n\n## The QRZ\n\n::: voice kit\nWe dug.\n:::\n", INITIALS, None),
        ("Words.\n\n::: voice kit\nWe dug.\n\n![](a.mp3)\n:::\n", INITIALS, SHOWS_NOBODY),
        ("Words, a transcript.\n\n![The QRZ](a.mp3)\n", INITIALS, SHOWS_KIT),
        ("Words.\n\n![](a.mp3)\n", "{recording-words: So it is}", SHOWS_KIT),
        ("Look [here](/stories/b/).\n", HERE, None),
        ("Look [here](../b.md).\n", HERE, None),
    ],
)
def test_a_reason_goes_with_what_it_is_for(
    tmp_path: Path, body: str, allow: str, media: str | None
) -> None:
    """Nobody reads why something is so in a passage, a heading or a picture that is not there."""
    (code,) = reasons(tmp_path / "there", body, KIT, allow, media)
    assert not code.startswith("no ")
    assert reasons(tmp_path / "gone", body, GONE, allow, media) == [f"no {code}"]


@pytest.mark.parametrize(
    ("body", "allow"),
    [
        ("The QRZ met.\n\n::: voice kit\nWe dug.\n:::\n", INITIALS),
        ("## The QRZ\n\nWords.\n\n::: voice kit\nWe dug.\n:::\n", INITIALS),
        ("Look [here](/about/), [here](https://lea.example.org/).\n", HERE),
        ("Look [here](/themes/).\n", HERE),
        ("Look [here](https://other.example.org/).\n", "{link-gone: It comes back}"),
        ("🎈 One.\n\n::: voice kit\nWe dug.\n:::\n\n🎈 Two.\n", "{emoji: So it is}"),
    ],
)
def test_a_reason_stays_for_what_is_left(tmp_path: Path, body: str, allow: str) -> None:
    """Texts that stand together when a passage went are looked at as one, as readers meet them."""
    (code,) = reasons(tmp_path, body, GONE, allow, None)
    assert code == allow.strip("{}").partition(":")[0]


def test_the_site_is_that_in_which_it_never_was(tmp_path: Path) -> None:
    """Law 1: by hand, the passage is taken out and nothing is known of the reason."""
    body = "Words.\n\n::: voice kit\nKit Moss met the QRZ.\n:::\n"
    left = reasons(tmp_path / "left", body, GONE, INITIALS, None)
    never: Files = {"stories/a.md": story("Words.\n", TILDA, allow=INITIALS)}
    verdict = judge(tree(tmp_path / "never", never), NOON, rehearsing=False)
    assert (dict(the_story(verdict.published, "a").allow), left) == ({}, ["no initials"])
