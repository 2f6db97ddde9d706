"""Of whom something is left on a page: who is told about by nobody any more is not listed."""

from pathlib import Path

from tests.gate.sites import Files, passed, the_story
from tests.laws.pictures import picture
from tests.read.folders import WITHDRAWN, story, voice

BODY = """\
::: voice tom about cat
Cat came too.
:::

::: voice una
Una and {dan} dug.
:::
"""


def test_who_is_in_no_published_words_is_not_present(tmp_path: Path) -> None:
    """When Tom leaves, nothing of Cat is on the page: a list of voices must not tell of a gap."""
    voices = (
        voice("tom", "Tom", WITHDRAWN, part="speaker"),
        voice("una", "Una", part="speaker"),
        voice("cat", "Cat", part="told-about"),
        voice("dan", "Dan", part="told-about"),
    )
    published, _ = passed(tmp_path, {"stories/fair.md": story(BODY, *voices)})
    assert the_story(published, "fair").present == {"una", "dan"}


PICTURES = "::: voice una\n![](/media/a.png)\n\n![Digging](/media/b.png)\n:::\n"
TOM = voice("tom", "Tom", WITHDRAWN.replace("R-1", "R-2"))


def of_two_pictures(shows: str) -> dict[str, str | bytes]:
    """A story in which Una's passage is a picture of Tom and another; Dan's has nothing in it."""
    a = "/media/a.png: {alt: Digging, shows: [tom]}"
    b = f"/media/b.png: {{alt: Digging, shows: {shows}}}"
    voices = (TOM, voice("una", "Una"), voice("dan", "Dan"))
    body = f"{PICTURES}::: voice dan\n\n:::\n"
    return {
        "stories/fair.md": story(body, *voices, media=f"{{{a}, {b}}}"),
        "site_src/media/a.png": picture("a"),
        "site_src/media/b.png": picture("b"),
    }


def test_whose_passage_has_no_picture_left_is_not_present(tmp_path: Path) -> None:
    """Without the pictures of Tom the passage is empty, and that says nothing of anybody."""
    published, _ = passed(tmp_path, of_two_pictures("[tom]"))
    assert the_story(published, "fair").present == frozenset()


def test_who_has_one_picture_left_of_two_is_present(tmp_path: Path) -> None:
    """One picture of Una's passage goes with Tom; the other is still theirs."""
    published, _ = passed(tmp_path, of_two_pictures("nobody"))
    assert the_story(published, "fair").present == {"una"}


def test_who_is_in_a_picture_alone_is_present(tmp_path: Path) -> None:
    """Nobody says their name, and everybody sees them; somebody in no picture is not there."""
    voices = (voice("una", "Una", part="pictured"), voice("dan", "Dan", part="pictured"))
    media = "{/media/a.png: {alt: Digging, shows: [una]}}"
    files: Files = {
        "stories/fair.md": story("![](/media/a.png)\n", *voices, media=media),
        "site_src/media/a.png": picture("a"),
    }
    published, _ = passed(tmp_path, files)
    assert the_story(published, "fair").present == {"una"}
