"""A file that is cleaned is made once, and what the marker says of it is never wrong."""

import hashlib
from pathlib import Path

import pytest

from byleave.cleaning import cleaned, examine
from byleave.model.output import CleanedCopy
from byleave.write import UncleanableError, WriteError, write_output
from tests.cleaning.originals import encoded, everything, picture
from tests.write.folders import Content, everything_in, files_in, site, write


def original(folder: Path, name: str, width: int) -> CleanedCopy:
    """A photograph in a folder of its own, to be published."""
    content = encoded(picture(size=(width, 8)), "JPEG", **everything())
    place = folder / name
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(content)
    return copy_of(place)


def copy_of(place: Path) -> CleanedCopy:
    """What the site knows of a photograph."""
    content = place.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    return CleanedCopy(path=str(place), sha256=sha256, recipe=examine(content, ".jpg").recipe)


def test_a_cleaned_file_is_written_clean(tmp_path: Path) -> None:
    """The folder holds the published bytes, and not those of the original."""
    copy = original(tmp_path / "site", "a.jpg", 8)
    write({"media/a.jpg": copy}, tmp_path / "out")
    assert files_in(tmp_path / "out") == {
        "media/a.jpg": cleaned(Path(copy.path).read_bytes(), ".jpg")
    }


def test_an_unchanged_file_is_not_made_again(tmp_path: Path) -> None:
    """A thousand stories with pictures are built without decoding one of them."""
    copy = original(tmp_path / "site", "a.jpg", 8)
    write({"media/a.jpg": copy}, tmp_path / "out")
    Path(copy.path).unlink()  # nobody opens it
    report = write({"media/a.jpg": copy, "index.html": b"home"}, tmp_path / "out")
    assert report.unchanged == ("media/a.jpg",)


def test_a_changed_picture_under_its_old_name_is_made_again(tmp_path: Path) -> None:
    """The group's own files keep their names, whatever is in them."""
    first = original(tmp_path / "site", "a.jpg", 8)
    write({"media/a.jpg": first}, tmp_path / "out")
    before = files_in(tmp_path / "out")
    second = original(tmp_path / "site", "a.jpg", 9)
    report = write({"media/a.jpg": second}, tmp_path / "out")
    assert report.changed == ("media/a.jpg",)
    assert files_in(tmp_path / "out") != before
    assert write({"media/a.jpg": second}, tmp_path / "out").unchanged == ("media/a.jpg",)


def test_what_another_version_wrote_is_not_trusted(tmp_path: Path) -> None:
    """A version that copied originals left them at the same names; its marker has no recipes."""
    copy = original(tmp_path / "site", "a.jpg", 8)
    write({"media/a.jpg": Path(copy.path).read_bytes()}, tmp_path / "out")
    assert write({"media/a.jpg": copy}, tmp_path / "out").changed == ("media/a.jpg",)
    assert files_in(tmp_path / "out")["media/a.jpg"] != Path(copy.path).read_bytes()


def test_a_build_that_fails_leaves_no_picture_that_the_marker_is_wrong_about(
    tmp_path: Path,
) -> None:
    """The old picture is gone before the marker names the new one: it may show who has left."""
    first = original(tmp_path / "site", "a.jpg", 8)
    write({"media/a.jpg": first}, tmp_path / "out")
    second = original(tmp_path / "site", "a.jpg", 9)
    Path(second.path).write_bytes(b"changed meanwhile")
    with pytest.raises(WriteError, match="was changed while the site was being built"):
        write({"media/a.jpg": second}, tmp_path / "out")
    assert files_in(tmp_path / "out") == {}
    third = original(tmp_path / "site", "a.jpg", 9)
    assert write({"media/a.jpg": third}, tmp_path / "out").created == ("media/a.jpg",)


def test_all_processes_make_pictures_and_the_folder_is_the_same(tmp_path: Path) -> None:
    """However many make them: each picture is at its place, and nothing else is left."""
    pictures = {
        f"media/{number}.jpg": original(tmp_path / "site", f"{number}.jpg", number + 8)
        for number in range(9)
    }
    files: dict[str, Content] = {"a.html": b"A", **pictures, "z.html": b"Z"}
    made = []
    for spec in ("serial", "processes:3"):
        folder = tmp_path / spec.replace(":", "-")
        write_output(site(files), folder, executor=spec)
        made.append(everything_in(folder))
    assert made[0] == made[1]
    assert made[0].keys() == {*files, ".byleave"}


@pytest.mark.parametrize("executor", ["serial", "processes:2"])
def test_a_file_that_turns_out_to_be_damaged_is_named(tmp_path: Path, executor: str) -> None:
    """So that the stories that use it can be withheld, and the others built."""
    place = tmp_path / "a.jpg"
    place.write_bytes(b"no picture")
    sha256 = hashlib.sha256(b"no picture").hexdigest()
    copy = CleanedCopy(path=str(place), sha256=sha256, recipe="0")
    fine = original(tmp_path / "site", "b.jpg", 8)
    with pytest.raises(UncleanableError) as told:
        write_output(
            site({"media/a.jpg": copy, "media/b.jpg": fine}), tmp_path / "out", executor=executor
        )
    assert told.value.source == str(place)
    assert files_in(tmp_path / "out") == {}
