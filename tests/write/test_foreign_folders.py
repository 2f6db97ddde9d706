"""A folder that holds what Byleave did not make is never touched, and links are never followed."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from byleave.write import ForeignOutputError, WriteError, refuse_foreign
from tests.write.folders import everything_in, files_in, write


def a_file(folder: Path) -> None:
    """Someone's thesis."""
    (folder / "thesis.odt").write_bytes(b"three years")


def a_deep_file(folder: Path) -> None:
    """Someone's thesis, further down."""
    (folder / "work/2026").mkdir(parents=True)
    (folder / "work/2026/thesis.odt").write_bytes(b"three years")


def a_link(folder: Path) -> None:
    """A link to nowhere."""
    (folder / "shortcut").symlink_to("nowhere")


def a_linked_folder(folder: Path) -> None:
    """A link to a folder with things in it."""
    elsewhere = folder.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "thesis.odt").write_bytes(b"three years")
    (folder / "stories").symlink_to(elsewhere)


def a_loop(folder: Path) -> None:
    """A link that leads back to where it is."""
    (folder / "loop").symlink_to(".")


def a_linked_marker(folder: Path) -> None:
    """A link in the place of the marker."""
    (folder.parent / "marker").write_bytes(b"byleave output 1\n")
    (folder / ".byleave").unlink(missing_ok=True)
    (folder / ".byleave").symlink_to(folder.parent / "marker")


def a_newer_marker(folder: Path) -> None:
    """The marker of a Byleave that is to come."""
    (folder / ".byleave").write_bytes(b"byleave output 2\n")


def a_deep_history(folder: Path) -> None:
    """A repository inside."""
    (folder / "inner/.git").mkdir(parents=True)
    (folder / "inner/.git/HEAD").write_bytes(b"ref")


FOREIGN = [
    a_file,
    a_deep_file,
    a_link,
    a_linked_folder,
    a_loop,
    a_linked_marker,
    a_newer_marker,
    a_deep_history,
]


@pytest.mark.parametrize("ours", [True, False], ids=["among ours", "alone"])
@pytest.mark.parametrize("put", FOREIGN, ids=lambda put: put.__name__)
def test_foreign_things_are_safe(tmp_path: Path, put: Callable[[Path], None], ours: bool) -> None:
    """A slip in `--output` costs nobody a file, beside our own files or without any."""
    folder = tmp_path / "out"
    folder.mkdir()
    if ours:
        write({"index.html": b"home", "themes/a/index.html": b"a"}, folder)
    put(folder)
    before = everything_in(tmp_path)
    with pytest.raises(ForeignOutputError):
        refuse_foreign(folder)
    with pytest.raises(ForeignOutputError):
        write({"index.html": b"new"}, folder)
    assert everything_in(tmp_path) == before


def test_the_refusal_says_what_to_do(tmp_path: Path) -> None:
    """The message names the folder, five of the things, how many more, and the way out."""
    for number in range(7):
        (tmp_path / f"mine-{number}").write_bytes(b"")
    with pytest.raises(ForeignOutputError) as refusal:
        refuse_foreign(tmp_path)
    message = str(refusal.value)
    assert str(tmp_path) in message
    assert "mine-0, mine-1, mine-2, mine-3, mine-4 and 2 more" in message
    assert "--output" in message
    assert "mine-5" not in message


def test_the_refusal_names_no_page(tmp_path: Path) -> None:
    """A page of an older build, put back over this one, may have the name of who has left."""
    for path in ("people/quenby-ash/index.html", "quenby/index.html", "media/quenby.png", "mine"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(b"")
    with pytest.raises(ForeignOutputError) as refusal:
        refuse_foreign(tmp_path)
    assert "media/…, mine, people/…, …/index.html." in str(refusal.value)


def test_strange_names_can_be_printed(tmp_path: Path) -> None:
    """A name that is not text, or that would move the cursor, arrives in the message escaped."""
    (tmp_path / "a\n\x1b[31m\udcff").write_bytes(b"")
    with pytest.raises(ForeignOutputError, match=r"a\\n\\x1b\[31m\\udcff") as refusal:
        refuse_foreign(tmp_path)
    str(refusal.value).encode("utf-8")


@pytest.mark.parametrize(
    "left", [[], ["empty/deep"], [".byleave-tmp"], [".git"]], ids=lambda left: "+".join(left)
)
def test_an_empty_folder_is_nobodys(tmp_path: Path, left: list[str]) -> None:
    """A new folder may be used, also one that a first build was stopped in before its marker."""
    for path in left:
        (tmp_path / path).mkdir(parents=True)
        (tmp_path / path / ".DS_Store").write_bytes(b"")
    refuse_foreign(tmp_path)
    refuse_foreign(tmp_path / "not there")
    write({"a": b"1"}, tmp_path)
    assert files_in(tmp_path)["a"] == b"1"


def test_a_link_in_the_place_of_our_file_is_replaced(tmp_path: Path) -> None:
    """Links are never followed: ours is put in the link's place, and where it led is untouched."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"theirs")
    folder = tmp_path / "out"
    write({"a": b"1", "b": b"1"}, folder)
    for name in ["a", "b"]:
        (folder / name).unlink()
        (folder / name).symlink_to(elsewhere)
    report = write({"a": b"1"}, folder)
    assert (report.changed, report.deleted) == (("a",), ("b",))
    assert not (folder / "a").is_symlink()
    assert files_in(folder) == {"a": b"1"}
    assert elsewhere.read_bytes() == b"theirs"


def test_a_link_in_the_place_of_the_temporary_folder_is_removed(tmp_path: Path) -> None:
    """Sweeping up after a stopped build never reaches outside the folder."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "thesis.odt").write_bytes(b"three years")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / ".byleave-tmp").symlink_to(elsewhere)
    write({"a": b"1"}, folder)
    assert files_in(folder) == {"a": b"1"}
    assert (elsewhere / "thesis.odt").exists()


def test_the_output_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    """Whoever names a link as output means the folder that it leads to."""
    (tmp_path / "disk").mkdir()
    (tmp_path / "public").symlink_to(tmp_path / "disk")
    write({"a": b"1"}, tmp_path / "public")
    assert files_in(tmp_path / "disk") == {"a": b"1"}


def test_the_marker_names_nobody(tmp_path: Path) -> None:
    """The marker lies in a folder that is published whole, so it holds digests and no paths."""
    write({"stories/garden/index.html": b"1", "index.html": b"2"}, tmp_path)
    digests = sorted(
        hashlib.sha256(path).hexdigest()[:32]
        for path in [b"stories/garden/index.html", b"index.html"]
    )
    marker = (tmp_path / ".byleave").read_text()
    assert marker == "".join(f"{line}\n" for line in ["byleave output 1", *digests])


def test_the_marker_forgets_what_was_deleted(tmp_path: Path) -> None:
    """A digest can be guessed at, so none of what is withheld stays in the marker."""
    write({"index.html": b"2"}, tmp_path / "never")
    write({"stories/garden/index.html": b"1", "index.html": b"2"}, tmp_path / "once")
    write({"index.html": b"2"}, tmp_path / "once")
    assert everything_in(tmp_path / "once") == everything_in(tmp_path / "never")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """`--output` with the path of a file says so, and the file stays."""
    (tmp_path / "site.html").write_bytes(b"mine")
    for folder in [tmp_path / "site.html", tmp_path / "site.html/public"]:
        with pytest.raises(WriteError, match=r"site\.html.*: Not a directory"):
            write({"a": b"1"}, folder)
    assert everything_in(tmp_path) == {"site.html": b"mine"}
