"""When the operating system refuses: a clear message, nothing half-written, deletions done."""

import errno
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from byleave.model.output import CopyOf
from byleave.write import ForeignOutputError, WriteError
from tests.bad_input.permissions import bound_by_permissions
from tests.write.folders import everything_in, files_in, write


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """A disk on which writing stops in the middle of a file, as on a full one."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk(tmp_path: Path) -> None:
    """The old page stays whole, the message names it, and what is withheld is gone all the same."""
    write({"withheld": b"words", "page": b"old"}, tmp_path)
    with files_no_larger_than(100), pytest.raises(WriteError, match="page: File too large") as told:
        write({"page": b"new" * 100, "small": b"1"}, tmp_path)
    assert "build again" in str(told.value)
    assert ".byleave-tmp" not in str(told.value)
    assert files_in(tmp_path) == {"page": b"old"}

    write({"page": b"new" * 100, "small": b"1"}, tmp_path)
    assert files_in(tmp_path) == {"page": b"new" * 100, "small": b"1"}


def test_no_space_is_said_in_the_systems_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason is the one that the operating system gives, after the path that it is about."""

    def refuse(draft: Path, _content: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(draft))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(WriteError, match=": No space left on device"):
        write({"page": b"new"}, tmp_path)
    assert everything_in(tmp_path) == {}


def test_a_folder_without_permission(tmp_path: Path) -> None:
    """A folder that may not be written to is named, with the reason, and stays as it is."""
    folder = tmp_path / "public"
    with bound_by_permissions():
        write({"a/page": b"old"}, folder)
        (folder / "a").chmod(0o500)
        with pytest.raises(WriteError, match="a/page: Permission denied"):
            write({"a/page": b"new"}, folder)
        (folder / "a").chmod(0o700)
    assert files_in(folder) == {"a/page": b"old"}


def test_a_folder_that_may_not_be_read(tmp_path: Path) -> None:
    """What cannot be looked at might be somebody's: it is refused with the reason."""
    folder = tmp_path / "public"
    with bound_by_permissions():
        write({"a/page": b"old"}, folder)
        (folder / "a").chmod(0o000)
        with pytest.raises(WriteError, match="a: Permission denied"):
            write({"b": b"new"}, folder)
        (folder / "a").chmod(0o700)
    assert files_in(folder) == {"a/page": b"old"}


def test_one_deletion_that_fails_does_not_save_the_others(tmp_path: Path) -> None:
    """Whatever can be deleted is, before anyone is told of what could not, and nothing is new."""
    folder = tmp_path / "public"
    with bound_by_permissions():
        write({"a/page": b"1", "b/page": b"1", "c/page": b"1"}, folder)
        (folder / "b").chmod(0o500)
        with pytest.raises(WriteError, match="b/page: Permission denied"):
            write({"new": b"1"}, folder)
        (folder / "b").chmod(0o700)
    assert files_in(folder) == {"b/page": b"1"}
    write({"new": b"1"}, folder)
    assert files_in(folder) == {"new": b"1"}


def test_a_page_that_cannot_be_read_does_not_keep_others_public(tmp_path: Path) -> None:
    """A published file that nobody may read is replaced like any other that differs."""
    folder = tmp_path / "public"
    with bound_by_permissions():
        write({"withheld": b"words", "page": b"old"}, folder)
        (folder / "page").chmod(0o000)
        write({"page": b"new"}, folder)
        assert files_in(folder) == {"page": b"new"}


def test_a_recording_that_is_gone_is_named(tmp_path: Path) -> None:
    """A source that vanished while the site was built is what the message is about."""
    gone = CopyOf(path=str(tmp_path / "gone.mp3"), sha256="0" * 64, size=3)
    with pytest.raises(WriteError, match=r"gone\.mp3: No such file"):
        write({"media/a.mp3": gone}, tmp_path / "public")
    assert files_in(tmp_path / "public") == {}


def test_files_of_a_stopped_build_are_swept(tmp_path: Path) -> None:
    """What a stopped build was writing may be withheld by now; nothing of it stays."""
    write({"a": b"1"}, tmp_path)
    (tmp_path / ".byleave-tmp/deep").mkdir(parents=True)
    (tmp_path / ".byleave-tmp/deep/file").write_bytes(b"withheld by now")
    write({"a": b"1"}, tmp_path)
    assert files_in(tmp_path) == {"a": b"1"}
    assert not (tmp_path / ".byleave-tmp").exists()


def test_what_appears_while_a_build_writes_is_not_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that someone puts into a folder just before it would go stays, and is found later."""
    write({"old/page": b"1"}, tmp_path)
    remove = Path.rmdir

    def remove_too_late(folder: Path) -> None:
        (folder / "thesis.odt").write_bytes(b"three years")
        remove(folder)

    monkeypatch.setattr(Path, "rmdir", remove_too_late)
    write({"new": b"1"}, tmp_path)
    assert files_in(tmp_path) == {"new": b"1", "old/thesis.odt": b"three years"}
    with pytest.raises(ForeignOutputError, match=r"old/thesis\.odt"):
        write({"new": b"1"}, tmp_path)
