"""Cases of pictures that once went wrong somewhere, each by its name, in sites that are built."""

from pathlib import Path

import pytest

from byleave.permission.papers.pdf import as_pdf
from tests.cleaning.originals import SECRETS, photograph
from tests.laws.pictures import chunk, picture
from tests.permission.built_sites import GONE, TILDA, Files, build, output, page, text
from tests.read.folders import WITHDRAWN, story, voice

WELL = story("The water is cold.\n", TILDA, title="The well")


def test_a_photograph_with_a_place_and_an_uncropped_thumbnail(tmp_path: Path) -> None:
    """The published copy tells neither; the editor is told that the original does."""
    media = "{door.jpg: {alt: A door, shows: nobody}}"
    files: Files = {
        "stories/door/index.md": story("![](door.jpg)\n", TILDA, media=media),
        "stories/door/door.jpg": photograph(turned=6),
    }
    result, made = build(tmp_path, files)
    (published,) = (content for path, content in made.items() if path.startswith("media/"))
    assert not [secret for secret in SECRETS if secret in published]
    assert published.count(b"\xff\xd8\xff") == 1
    assert 'width="32" height="48"' in page(made, "stories/door/index.html")
    (finding,) = result.diagnostics
    assert (finding.path, finding.code) == ("stories/door/door.jpg", "picture-metadata")


def test_the_same_photograph_with_other_notes(tmp_path: Path) -> None:
    """Nobody can see by the site that the notes in an original have changed."""
    media = "{door.jpg: {alt: A door, shows: nobody}}"
    door = {"stories/door/index.md": story("![](door.jpg)\n", TILDA, media=media)}
    original = photograph()
    other = original.replace(b"QW-7731-SERIAL", b"QW-0000-SERIAL")
    assert original != other
    first = output(tmp_path, {**door, "stories/door/door.jpg": original}, into="a")
    assert first == output(tmp_path, {**door, "stories/door/door.jpg": other}, into="b")


def test_a_picture_that_cannot_be_read(tmp_path: Path) -> None:
    """It withholds the story that uses it, says so, and nothing else."""
    media = "{door.jpg: {alt: A door, shows: nobody}}"
    files: Files = {
        "stories/door/index.md": story("![](door.jpg)\n", TILDA, media=media, title="The door"),
        "stories/door/door.jpg": photograph()[:300],
        "stories/well.md": WELL,
    }
    result, made = build(tmp_path, files)
    assert [one.code for one in result.diagnostics] == ["media-unreadable"]
    assert "stories/well/index.html" in made
    assert "The door" not in text(made)


def test_a_picture_that_turns_out_to_be_damaged_when_it_is_decoded(tmp_path: Path) -> None:
    """Its parts are as they should be and the pixels are not: the story goes, the rest is built."""
    damaged = _with_broken_pixels()
    media = "{door.png: {alt: A door, shows: nobody}}"
    files: Files = {
        "stories/door/index.md": story("![](door.png)\n", TILDA, media=media, title="The door"),
        "stories/door/door.png": damaged,
        "site_src/media/sign.png": damaged,
        "site_src/pages/about.md": "---\ntitle: About\n---\n![](/media/sign.png)\nWho we are.\n",
        "stories/well.md": WELL,
    }
    result, made = build(tmp_path, files)
    assert sorted((one.path, one.code) for one in result.diagnostics) == [
        ("site_src/media/sign.png", "media-unreadable"),
        ("site_src/pages/about.md", "link"),
        ("stories/door/index.md", "media-unreadable"),
    ]
    assert "Who we are." in page(made, "about/index.html")
    assert "stories/well/index.html" in made
    assert not [path for path in made if path.startswith("media/")]
    assert "The door" not in text(made)


def test_who_only_showed_a_picture_of_somebody_who_left(tmp_path: Path) -> None:
    """With the picture their passage has nothing in it, so they are not listed as heard there."""
    ray = voice("ray", "Ray Tamsin", part="quoted", identity="named")
    left = voice("qw", "Qwynneth", WITHDRAWN, part="pictured")
    shown = "::: voice ray\n![](door.png)\n:::\n"
    media = "{door.png: {alt: A door, shows: [qw]}}"
    with_picture: Files = {
        "stories/door/index.md": story(f"At the door.\n\n{shown}", TILDA, left, ray, media=media),
        "stories/door/door.png": picture("a"),
    }
    without: Files = {"stories/door/index.md": story("At the door.\n", TILDA, ray)}
    made = output(tmp_path, with_picture, into="a")
    assert made == output(tmp_path, without, into="b")
    assert b"Ray Tamsin" not in made["stories/door/index.html"]


@pytest.mark.slow
def test_a_damaged_picture_is_damaged_after_a_form_was_printed(tmp_path: Path) -> None:
    """The library that prints forms tells another one, for good, to pass damaged pictures."""
    as_pdf("<p>A form.</p>")
    files: Files = {
        "stories/door/index.md": story(
            "![](door.png)\n", TILDA, media="{door.png: {alt: A door, shows: nobody}}", title="Door"
        ),
        "stories/door/door.png": _with_broken_pixels(),
    }
    result, made = build(tmp_path, files)
    assert [(one.path, one.code) for one in result.diagnostics] == [
        ("stories/door/index.md", "media-unreadable")
    ]
    assert not [path for path in made if path.startswith("media/")]


def _with_broken_pixels() -> bytes:
    """A PNG with a comment, all of whose parts are whole, and half of whose pixels are missing."""
    whole = picture("a")
    header = whole[: whole.index(b"IDAT") - 4]
    pixels = whole[whole.index(b"IDAT") + 4 : -16]
    parts = ((b"tEXt", b"Author\0Qwynneth"), (b"IDAT", pixels[: len(pixels) // 2]), (b"IEND", b""))
    return header + b"".join(chunk(kind, data) for kind, data in parts)


def test_media_of_a_withheld_story_in_a_shared_folder(tmp_path: Path) -> None:
    """Two stories lie in one folder: the one's picture stays, the other's is gone."""
    kept, gone = picture("kept"), picture("gone")
    media = "{%s.png: {alt: x, shows: nobody}}"
    files: Files = {
        "stories/lane/a.md": story("![](kept.png)\n", TILDA, media=media % "kept"),
        "stories/lane/b.md": story("![](gone.png)\n", GONE, media=media % "gone"),
        "stories/lane/kept.png": kept,
        "stories/lane/gone.png": gone,
        "stories/lane/unused.png": picture("unused"),
    }
    made = output(tmp_path, files)
    pictures = [content for path, content in made.items() if path.startswith("media/")]
    assert pictures == [kept]


def test_a_file_name_that_tells_a_name(tmp_path: Path) -> None:
    """Neither the address of the picture nor any page says what the file is called."""
    media = "{qwynneth-at-home.png: {alt: A door, shows: nobody}}"
    files: Files = {
        "stories/door/index.md": story("![](qwynneth-at-home.png)\n", TILDA, media=media),
        "stories/door/qwynneth-at-home.png": picture("door"),
    }
    made = output(tmp_path, files)
    assert "qwynneth" not in text(made).casefold()
    assert [path for path in made if path.startswith("media/")]


def test_a_warning_about_a_file_of_a_withheld_story(tmp_path: Path) -> None:
    """Its path would tell of the story: it is shown to those who ask for everything."""
    media = "{door.jpg: {alt: A door, shows: [qw]}}"
    files: Files = {
        "stories/door/index.md": story("![](door.jpg)\n", GONE, media=media),
        "stories/door/door.jpg": photograph(),
        "stories/door/other.jpg": photograph(turned=3),
    }
    result, _ = build(tmp_path, files)
    assert {one.path for one in result.diagnostics} == {
        "stories/door/door.jpg",
        "stories/door/other.jpg",
    }
    assert all(one.private for one in result.diagnostics)


def test_a_second_build_decodes_nothing(tmp_path: Path) -> None:
    """Law 3 with photographs: what is there is left alone, although no two encodings are kept."""
    media = "{door.jpg: {alt: A door, shows: nobody}}"
    files: Files = {
        "stories/door/index.md": story("![](door.jpg)\n", TILDA, media=media),
        "stories/door/door.jpg": photograph(),
    }
    build(tmp_path, files)
    result, _ = build(tmp_path, files)
    done = result.written
    assert done is not None
    assert done.deleted + done.changed + done.created == ()
