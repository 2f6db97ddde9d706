"""The output folder equals the site, whatever it held before, and what is right is left alone."""

import hashlib
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byleave.model.output import CopyOf, OutputFile, RehearsedOutput, WriteReport
from byleave.write import WriteError, write_output
from tests.generated import examples
from tests.write.folders import everything_in, files_in, folders_in, site, write

NAMES = st.sampled_from(["a", "b", "c"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
CONTENTS = st.sampled_from([b"", b"one", b"two", b"six"])


def without_clashes(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files that do not stand where another one needs a folder."""
    return {
        path: content
        for path, content in files.items()
        if not any(other.startswith(f"{path}/") for other in files)
    }


SITES = st.dictionaries(PATHS, CONTENTS, max_size=8).map(without_clashes)


@pytest.mark.slow
@settings(deadline=None, max_examples=examples(50))
@given(st.lists(SITES, min_size=1, max_size=4))
def test_the_folder_equals_the_last_site(sites: list[dict[str, bytes]]) -> None:
    """Whatever was written before, the folder ends as if only the last site had been written."""
    with tempfile.TemporaryDirectory() as made, tempfile.TemporaryDirectory() as fresh:
        for files in sites:
            write(files, Path(made))
        write(sites[-1], Path(fresh))
        assert files_in(Path(made)) == sites[-1]
        assert everything_in(Path(made)) == everything_in(Path(fresh))
        assert folders_in(Path(made)) == folders_in(Path(fresh))


@settings(deadline=None, max_examples=examples(50))
@given(SITES, SITES)
def test_the_report_says_what_was_done(before: dict[str, bytes], after: dict[str, bytes]) -> None:
    """Each path is counted once, under what happened to it."""
    with tempfile.TemporaryDirectory() as folder:
        write(before, Path(folder))
        report = write(after, Path(folder))
    assert report == WriteReport(
        deleted=tuple(sorted(before.keys() - after.keys())),
        changed=tuple(sorted(p for p in before.keys() & after.keys() if before[p] != after[p])),
        created=tuple(sorted(after.keys() - before.keys())),
        unchanged=tuple(sorted(p for p in before.keys() & after.keys() if before[p] == after[p])),
    )


def test_what_is_unchanged_is_not_touched(tmp_path: Path) -> None:
    """A second build writes nothing: no file gets a new time or a new inode, nor the folder."""
    recording = tmp_path / "recording"
    recording.write_bytes(b"a long recording")
    folder = tmp_path / "public"
    files: dict[str, bytes | CopyOf] = {
        "index.html": b"home",
        "about/index.html": b"about",
        "media/r.mp3": copy_of(recording),
    }
    write(files, folder)
    before = traces(folder)

    report = write(files, folder)

    assert traces(folder) == before
    assert report.unchanged == ("about/index.html", "index.html", "media/r.mp3")


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    """A change of one page leaves the times of the other pages as they were."""
    write({"a": b"1", "b": b"1"}, tmp_path)
    os.utime(tmp_path / "a", ns=(1, 1))
    write({"a": b"1", "b": b"2"}, tmp_path)
    assert (tmp_path / "a").stat().st_mtime_ns == 1
    assert (tmp_path / "b").read_bytes() == b"2"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"a": b"file"}, {"a/b/c": b"deep"}),
        ({"a/b/c": b"deep"}, {"a": b"file"}),
        ({"a/b": b"file", "a/c": b"stays"}, {"a/b/d": b"deep", "a/c": b"stays"}),
    ],
)
def test_a_path_changes_its_kind(
    tmp_path: Path, before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    """A file may stand where a folder was, and a folder where a file was."""
    write(before, tmp_path)
    write(after, tmp_path)
    assert files_in(tmp_path) == after


def test_empty_folders_go(tmp_path: Path) -> None:
    """A folder's name tells too, so none stays behind, not even one that a stopped build left."""
    write({"stories/garden/index.html": b"story"}, tmp_path)
    (tmp_path / "stories/garden/index.html").unlink()
    write({"index.html": b"home"}, tmp_path)
    assert folders_in(tmp_path) == set()


def test_the_systems_notes_go(tmp_path: Path) -> None:
    """.DS_Store and Thumbs.db hold names and pictures of what was beside them, so they go too."""
    write({"stories/garden/index.html": b"story", "index.html": b"home"}, tmp_path)
    for place in ["", "stories", "stories/garden"]:
        (tmp_path / place / ".DS_Store").write_bytes(b"garden")
        (tmp_path / place / "Thumbs.db").write_bytes(b"a small picture")
    report = write({"index.html": b"home"}, tmp_path)
    assert files_in(tmp_path) == {"index.html": b"home"}
    assert folders_in(tmp_path) == set()
    assert report.deleted == ("stories/garden/index.html",)


def test_git_is_left_alone(tmp_path: Path) -> None:
    """The output folder may be a work tree of its own, whose history is not ours to touch."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/HEAD").write_bytes(b"ref")
    write({"a": b"1"}, tmp_path)
    write({"b": b"1"}, tmp_path)
    assert files_in(tmp_path) == {"b": b"1", ".git/HEAD": b"ref"}


def test_the_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    """`--output` may name a folder that is not there yet."""
    write({"a": b"1"}, tmp_path / "new/deep/public")
    assert files_in(tmp_path / "new/deep/public") == {"a": b"1"}


def test_files_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    """What is written has the usual permissions, not those of a private temporary file."""
    usual = tmp_path / "usual"
    usual.write_bytes(b"")
    write({"a": b"1"}, tmp_path / "public")
    assert (tmp_path / "public/a").stat().st_mode == usual.stat().st_mode


def test_a_copy_is_made_and_renewed(tmp_path: Path) -> None:
    """A recording arrives byte for byte, and is copied anew when its bytes change."""
    source = tmp_path / "source"
    public = tmp_path / "public"
    for content in [b"x" * 3_000_000, b"y" * 3_000_000, b"short"]:
        source.write_bytes(content)
        write({"media/a.mp4": copy_of(source)}, public)
        assert (public / "media/a.mp4").read_bytes() == content


def test_a_copy_is_what_was_promised(tmp_path: Path) -> None:
    """A file that changes while the site is built is not published: nobody has looked at it."""
    source = tmp_path / "source"
    source.write_bytes(b"looked at")
    promised = copy_of(source)
    source.write_bytes(b"something else")
    with pytest.raises(WriteError, match="changed while the site was being built"):
        write({"media/a.mp4": promised}, tmp_path / "public")
    assert files_in(tmp_path / "public") == {}


def test_a_rehearsal_is_never_written(tmp_path: Path) -> None:
    """What shows withheld things has a type of its own, and is refused whoever passes it."""
    rehearsed = RehearsedOutput(files=(OutputFile(path="a", content=b"withheld"),))
    with pytest.raises(TypeError, match="RehearsedOutput"):
        write_output(rehearsed, tmp_path)  # type: ignore[arg-type] # the mistake under test
    assert everything_in(tmp_path) == {}


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../a",
        "a/../../b",
        "a/..",
        ".",
        "./a",
        "a//b",
        "a/",
        "\\\\host\\a",
        "\\a",
        "a\\..\\..\\b",
        "C:a",
        "C:/a",
        "a\0b",
        ".byleave",
        ".byleave-tmp/a",
        ".git/config",
        "media/.DS_Store",
    ],
)
def test_no_path_leaves_the_folder(tmp_path: Path, path: str) -> None:
    """A path that leads out, or to what is not the site's, is a fault: nothing is done."""
    write({"old": b"1"}, tmp_path / "public")
    before = everything_in(tmp_path)
    with pytest.raises(ValueError, match=r"output folder|no file of a site"):
        write({"new": b"1", path: b"2"}, tmp_path / "public")
    assert everything_in(tmp_path) == before


def test_no_path_is_written_twice(tmp_path: Path) -> None:
    """Two files at one path, or a file where another needs a folder, are a fault of ours."""
    twice = (OutputFile(path="a", content=b"1"), OutputFile(path="a", content=b"2"))
    with pytest.raises(ValueError, match="two files"):
        write_output(type(site({}))(files=twice), tmp_path)
    with pytest.raises(ValueError, match="needs a folder"):
        write({"a": b"1", "a/b/c": b"2"}, tmp_path)
    assert everything_in(tmp_path) == {}


def traces(folder: Path) -> dict[Path, tuple[int, int, int]]:
    """What any writing would change, of a folder and all in it."""
    return {
        path: (path.stat().st_ino, path.stat().st_mtime_ns, path.stat().st_ctime_ns)
        for path in [folder, *folder.rglob("*")]
    }


def copy_of(path: Path) -> CopyOf:
    """A promise of the file as it is now."""
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return CopyOf(path=str(path), sha256=digest, size=len(content))
