"""In which of the group's files a faulty story may show somebody: these stay away meanwhile."""

from pathlib import Path

import pytest

from byleave.read.media.group_pictures import may_show
from tests.laws.pictures import photograph
from tests.read.folders import read, story, voice

FILES = {f"site_src/media/{name}": b"words" for name in ("ann.txt", "x/two words.txt", "hall.txt")}
FILES["site_src/media/tea.png"] = photograph("tea")
SHOWS = "{/media/ann.txt: {caption: A, shows: [ann]}}"


def media(text: str) -> str:
    """A story of which the last key of the front matter is this text."""
    return story(media=text, date="x")


NAMED: dict[str, tuple[str, tuple[str, ...]]] = {
    "as it is": (media(SHOWS), ("/media/ann.txt",)),
    "in other letters": (media("{/media/ANN.txt: {shows: [ann]}}"), ("/media/ann.txt",)),
    "without its folder": (media("{ann.txt: {shows: [ann]}}"), ("/media/ann.txt",)),
    "with a slip in it": (media("{/media/anm.txt: {shows: [ann]}}"), ("/media/ann.txt",)),
    "with an escape": (
        media('{"/media/x/two%20words.txt": {shows: [a]}}'),
        ("/media/x/two words.txt",),
    ),
    "below another key": (story(date="x", meda=SHOWS), ("/media/ann.txt",)),
    "where nothing can be read": (story(date="[", media=SHOWS), ("/media/ann.txt",)),
    "nobody": (media("{/media/ann.txt: {shows: nobody}}"), ()),
    "nobody and somebody": (
        media("{/media/ann.txt: {shows: nobody, shows: [ann]}}"),
        ("/media/ann.txt",),
    ),
    "nobody in one of two": (
        media("{/media/ann.txt: {shows: nobody}, /media/hall.txt: {shows: [ann]}}"),
        ("/media/hall.txt",),
    ),
    "nobody, in what stands first": (
        media("{/media/tea.png: {alt: Tea, shows: nobody}}\nlead: /media/tea.png"),
        (),
    ),
    "somebody, in what stands first": (
        media("{/media/tea.png: {alt: Tea, shows: [ann]}}\nlead: /media/tea.png"),
        ("/media/tea.png",),
    ),
    "nothing but that it stands first": (
        story(date="x", lead="/media/tea.png"),
        ("/media/tea.png",),
    ),
    "a document of which nothing is said": (media("{/media/ann.txt: {}}"), ()),
    "in the text of one without an end": (
        "---\ntitle: A\n\n![two words](/media/ann.txt)\n",
        (),
    ),
    "in the text alone": (story("See [it](/media/ann.txt).\n", date="x"), ()),
    "a name like none of them": (media("{/media/market.txt: {shows: [ann]}}"), ()),
}


@pytest.mark.parametrize(("text", "shown"), NAMED.values(), ids=NAMED)
def test_what_a_faulty_story_may_show(tmp_path: Path, text: str, shown: tuple[str, ...]) -> None:
    """Whatever the fault is, and wherever it stands: in doubt the file is among them."""
    (faulty,) = read(tmp_path, {**FILES, "stories/shed.md": text}).tree.faulty
    assert faulty.group_files == shown


def test_what_a_story_shows_that_turns_out_to_be_faulty(tmp_path: Path) -> None:
    """All of it could be read: an id that nobody declares is found when the others are known."""
    text = story("{bob}\n", voice("ann", "Ann"), media=SHOWS)
    (faulty,) = read(tmp_path, {**FILES, "stories/shed.md": text}).tree.faulty
    assert faulty.group_files == ("/media/ann.txt",)


@pytest.mark.parametrize(("said", "shown"), [("nobody", ()), ("[ann]", ("/media/hall.png",))])
def test_the_picture_before_the_text_shows_whom_its_entry_says(
    said: str, shown: tuple[str, ...]
) -> None:
    """That it stands there says nothing of who is in it: else one with nobody in it would go."""
    text = f"lead: /media/hall.png\nmedia:\n  /media/hall.png:\n    shows: {said}\n"
    assert may_show(text, ["/media/hall.png"]) == shown
