"""The memo: values by digests, in one SQLite file, swept of what a build did not use."""

import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import Protocol

from byleave.cache.digests import Digest
from byleave.cache.file_facts import facts_of

_NAME = "memo.sqlite"
_FORMAT = 4
# Rows are as long as stories are. Of pages of the usual size each takes several, and to write the
# file anew takes three times as long.
_PAGE_SIZE = 65_536  # bytes
_APPLICATION = 0x42594C56  # "BYLV"
# A build that finds the file in use by another one does without it sooner than wait.
_PATIENCE = 1.0  # seconds
_PUT = "INSERT OR REPLACE INTO memo VALUES (?, ?)"


Entry = tuple[Digest, bytes]


class Memo(Protocol):
    """What was found out before, by a digest of all that it depends on."""

    def get(self, key: Digest, *, use: bool = True) -> bytes | None:
        """What is remembered under `key`, which counts as used with `use`; None if nothing is."""
        ...

    def all_with(self, beginning: bytes) -> Mapping[Digest, bytes]:
        """All that is remembered under keys with this beginning; none of it counts as used."""
        ...

    def use(self, keys: Iterable[Digest]) -> None:
        """What is remembered under `keys` counts as used."""
        ...

    def put(self, key: Digest, value: bytes) -> None:
        """Remember `value`, in which there is nothing of a file in which anything is withheld."""
        ...

    def keep_only_used(self, more: Iterable[Entry] = ()) -> None:
        """Forget what was neither put nor got since the memo was opened, without a trace.

        `more` is remembered too, and taken one by one: there may be much of it.
        """
        ...


class Forgetful:
    """A memo that remembers nothing: where there is no cache, and where none can be had."""

    def get(self, key: Digest, *, use: bool = True) -> None:
        """Nothing is remembered."""

    def all_with(self, beginning: bytes) -> Mapping[Digest, bytes]:  # noqa: ARG002 - see `Memo`
        """Nothing is remembered."""
        return {}

    def use(self, keys: Iterable[Digest]) -> None:
        """There is nothing to be used."""

    def put(self, key: Digest, value: bytes) -> None:
        """Nothing is remembered."""

    def keep_only_used(self, more: Iterable[Entry] = ()) -> None:
        """There is nothing to forget."""


FORGETFUL = Forgetful()


class _Stored:
    """A memo in a SQLite file, to which a build writes when it has ended."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._new: dict[Digest, bytes] = {}
        self._used: set[Digest] = set()
        self._has_traces = False

    def get(self, key: Digest, *, use: bool = True) -> bytes | None:
        """See `Memo`."""
        if key in self._new:
            return self._new[key]
        if use:
            self._used.add(key)
        return self._found(key)

    def all_with(self, beginning: bytes) -> Mapping[Digest, bytes]:
        """See `Memo`."""
        those = "SELECT key, value FROM memo WHERE key >= ? AND key < ?"
        after = beginning[:-1] + bytes([beginning[-1] + 1])
        with suppress(sqlite3.Error):
            return dict(self._connection.execute(those, (beginning, after)))
        return {}

    def use(self, keys: Iterable[Digest]) -> None:
        """See `Memo`."""
        self._used.update(keys)

    def put(self, key: Digest, value: bytes) -> None:
        """See `Memo`."""
        self._new[key] = value

    def keep_only_used(self, more: Iterable[Entry] = ()) -> None:
        """See `Memo`. Where the file is in use by another build, nothing of it is changed."""
        with suppress(sqlite3.Error):
            with self._connection as connection:
                there = {key for (key,) in connection.execute("SELECT key FROM memo")}
                connection.executemany(_PUT, self._others(chain(self._new.items(), more), there))
                self._forget(there - self._used)
            self._leave_no_trace()
        self._new.clear()

    def _found(self, key: Digest) -> bytes | None:
        try:
            row = self._connection.execute("SELECT value FROM memo WHERE key = ?", (key,))
            return next((value for (value,) in row), None)
        except sqlite3.Error:
            return None  # broken, or in use: as if it had never been there

    def _others(self, entries: Iterable[Entry], there: Container[Digest]) -> Iterator[Entry]:
        """What of `entries`, all of which are used, is not remembered yet as it is.

        Only for a key that is in `there` may anything be remembered.
        """
        for key, value in entries:
            self._used.add(key)
            before = self._found(key) if key in there else None
            if before != value:
                self._has_traces = self._has_traces or before is not None
                yield key, value

    def _forget(self, keys: Iterable[Digest]) -> None:
        for key in keys:
            self._connection.execute("DELETE FROM memo WHERE key = ?", (key,))
            self._has_traces = True

    def _leave_no_trace(self) -> None:
        """Write the file anew without what was deleted or replaced, and empty the log.

        SQLite's `secure_delete` is not enough: what it moves about within a page stays behind.
        """
        if self._has_traces:
            self._connection.execute("VACUUM")
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._has_traces = False


@contextmanager
def remembering(folder: Path) -> Iterator[Memo]:
    """The memo that is kept in `folder`, which is made if need be.

    One that is broken, of another format or not to be opened is as good as an empty one.
    """
    connection = _opened(folder)
    if connection is None:
        yield FORGETFUL
        return
    try:
        yield _Stored(connection)
    finally:
        with suppress(sqlite3.Error):
            connection.close()


def rows_in(folder: Path, beginnings: Iterable[bytes]) -> dict[Digest, bytes]:
    """What is remembered in `folder` under keys with these beginnings; nothing is written there.

    None of it where a build has written meanwhile.
    """
    path = folder / _NAME
    before = facts_of(path)
    if before is None:
        return {}
    found: dict[Digest, bytes] = {}
    # No lock is taken, for which SQLite would leave files behind.
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        if _is_memo(connection):
            for beginning in beginnings:
                found |= _Stored(connection).all_with(beginning)
    finally:
        connection.close()
    return found if facts_of(path) == before else {}


def _is_memo(connection: sqlite3.Connection) -> bool:
    try:
        (found,) = connection.execute("PRAGMA application_id").fetchone()
        (form,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error:
        return False
    return bool((found, form) == (_APPLICATION, _FORMAT))


def _opened(folder: Path) -> sqlite3.Connection | None:
    path = folder / _NAME
    for _ in range(2):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / ".gitignore").write_text("*\n", "utf-8")
            return _connected(path)
        except sqlite3.OperationalError:
            return None  # in use by another build, or not to be written
        except sqlite3.DatabaseError:
            _take_away(path)
        except OSError:
            return None
    return None


def _connected(path: Path) -> sqlite3.Connection:
    """Raises sqlite3.DatabaseError for a file that is not a memo of this format."""
    connection = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        # A cache that is lost when the power fails is an empty one, which is allowed.
        connection.execute("PRAGMA synchronous = OFF")
        if not _is_memo(connection):
            if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,):
                raise sqlite3.DatabaseError("another format")
            connection.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("CREATE TABLE memo (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {_FORMAT}")
            connection.commit()
        connection.execute("SELECT key, value FROM memo LIMIT 1").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _take_away(path: Path) -> None:
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        with suppress(OSError):
            (path.parent / name).unlink()
