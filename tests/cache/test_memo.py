"""What is remembered from one build to the next, and that nothing else is."""

import random
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from byleave.cache import FORGETFUL, digest, remembering

ONE, TWO = digest("one"), digest("two")


@pytest.fixture(autouse=True)
def _as_most_systems_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some systems have a SQLite that overwrites what it deletes; most leave it where it was."""
    connect = sqlite3.connect

    def plain(*arguments: Any, **more: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **more)
        connection.execute("PRAGMA secure_delete = OFF").close()
        return connection

    monkeypatch.setattr(sqlite3, "connect", plain)


def kept(folder: Path) -> dict[bytes, bytes]:
    """What the next build would find in the memo."""
    connection = sqlite3.connect(folder / "memo.sqlite")
    rows = dict(connection.execute("SELECT key, value FROM memo"))
    connection.close()
    return rows


def test_what_was_put_is_there_the_next_time(tmp_path: Path) -> None:
    """A build finds what the one before it found out."""
    with remembering(tmp_path) as memo:
        memo.put(ONE, b"1")
        memo.keep_only_used()
    with remembering(tmp_path) as memo:
        assert memo.get(ONE) == b"1"
        assert memo.get(TWO) is None


def test_what_a_build_did_not_use_is_gone_from_the_disk(tmp_path: Path) -> None:
    """After a withdrawal no byte is left, in free pages and in the log neither."""
    secret = b"what nobody may find again" * 40
    with remembering(tmp_path) as memo:
        memo.put(ONE, secret)
        memo.put(TWO, b"2")
        memo.keep_only_used()
    assert secret[:26] in b"".join(path.read_bytes() for path in tmp_path.iterdir())
    with remembering(tmp_path) as memo:
        memo.get(TWO)
        memo.keep_only_used()
    assert kept(tmp_path) == {TWO: b"2"}
    assert secret[:26] not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_what_was_replaced_is_gone_from_the_disk(tmp_path: Path) -> None:
    """A page that says less than before leaves nothing of what it said, though it stays."""
    secret = b"what nobody may find again" * 40
    for value in (secret, b"1"):
        with remembering(tmp_path) as memo:
            memo.put(ONE, value)
            memo.keep_only_used()
    assert kept(tmp_path) == {ONE: b"1"}
    assert secret[:26] not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_nothing_waits_in_the_log_while_another_looks_on(tmp_path: Path) -> None:
    """A preview that has the memo open keeps no build from writing what is gone over."""
    secret = b"what nobody may find again" * 40
    with remembering(tmp_path) as memo:
        memo.put(ONE, secret)
        memo.keep_only_used()
    looking = sqlite3.connect(tmp_path / "memo.sqlite")
    assert looking.execute("SELECT count(*) FROM memo").fetchall() == [(1,)]
    with remembering(tmp_path) as memo:
        memo.put(TWO, b"2")
        memo.keep_only_used()
    there = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    looking.close()
    assert secret[:26] not in there


@pytest.mark.slow
def test_many_builds_leave_nothing_of_what_is_forgotten(tmp_path: Path) -> None:
    """However often what is remembered of one page, or of another, is longer or shorter."""
    chance = random.Random(1)
    known: dict[int, bytes] = {}
    for build in range(25):
        before = set(known.values())
        for page in chance.sample(range(300), 60):
            known[page] = f"[{page} {build}] ".encode() * chance.randint(1, 200)
        for page in chance.sample(sorted(known), len(known) // 10):
            del known[page]
        with remembering(tmp_path) as memo:
            for page, value in known.items():
                memo.put(digest(str(page)), value)
            memo.keep_only_used()
        there = b"".join(path.read_bytes() for path in tmp_path.iterdir())
        assert all(value[:12] in there for value in known.values())
        for value in before - set(known.values()):
            assert value[: value.index(b"]") + 1] not in there


def test_what_is_only_looked_at_does_not_stay(tmp_path: Path) -> None:
    """A build that finds that something does not stand any more has not used it."""
    with remembering(tmp_path) as memo:
        memo.put(ONE, b"1")
        memo.keep_only_used()
    with remembering(tmp_path) as memo:
        assert memo.get(ONE, use=False) == b"1"
        memo.keep_only_used()
    assert kept(tmp_path) == {}


def test_a_build_that_was_stopped_leaves_the_memo_as_it_was(tmp_path: Path) -> None:
    """What was found out by a build that did not end is not relied on."""
    with remembering(tmp_path) as memo:
        memo.put(ONE, b"1")
    assert kept(tmp_path) == {}


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + b"x" * 5000])
def test_a_broken_memo_is_an_empty_one(tmp_path: Path, content: bytes) -> None:
    """A cache that was cut short, or is something else, costs time and nothing more."""
    (tmp_path / "memo.sqlite").write_bytes(content)
    with remembering(tmp_path) as memo:
        assert memo.get(ONE) is None
        memo.put(ONE, b"1")
        memo.keep_only_used()
    assert kept(tmp_path) == {ONE: b"1"}


def test_a_foreign_memo_is_an_empty_one(tmp_path: Path) -> None:
    """Another format, such as that of a newer Byleave, is not read."""
    connection = sqlite3.connect(tmp_path / "memo.sqlite")
    connection.execute("CREATE TABLE memo (key BLOB, value BLOB, more TEXT)")
    connection.commit()
    connection.close()
    with remembering(tmp_path) as memo:
        memo.put(ONE, b"1")
        memo.keep_only_used()
    assert kept(tmp_path) == {ONE: b"1"}


def test_a_place_that_cannot_be_written_has_no_memo(tmp_path: Path) -> None:
    """A build does without a cache where it can have none."""
    (tmp_path / "file").write_text("in the way")
    with remembering(tmp_path / "file") as memo:
        assert memo is FORGETFUL


def test_two_builds_at_once_do_no_harm(tmp_path: Path) -> None:
    """Both end, and what is remembered is what one of them found out."""
    with remembering(tmp_path) as first, remembering(tmp_path) as second:
        first.put(ONE, b"1")
        second.put(ONE, b"2")
        second.put(TWO, b"2")
        first.keep_only_used()
        second.keep_only_used()
    assert kept(tmp_path) == {ONE: b"2", TWO: b"2"}


def test_the_memo_is_not_committed(tmp_path: Path) -> None:
    """Its folder tells git to leave it out, wherever it is."""
    with remembering(tmp_path / "new"):
        pass
    assert (tmp_path / "new" / ".gitignore").read_text() == "*\n"
