"""The memo: digests by digests, in one SQLite file, swept of what a build did not use."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from byleave.cache.digests import Digest

_NAME = "memo.sqlite"
_FORMAT = 1
_APPLICATION = 0x42594C56  # "BYLV"
# A build that finds the file in use by another one does without it sooner than wait.
_PATIENCE = 1.0  # seconds


class Memo(Protocol):
    """What was found out before, by a digest of all that it depends on."""

    def get(self, key: Digest) -> bytes | None:
        """What is remembered under `key`, which counts as used; None if nothing is."""
        ...

    def put(self, key: Digest, value: bytes) -> None:
        """Remember `value`: digests and facts of files, and nothing that was read."""
        ...

    def keep_only_used(self) -> None:
        """Forget what was neither put nor got since the memo was opened, without a trace."""
        ...


class Forgetful:
    """A memo that remembers nothing: where there is no cache, and where none can be had."""

    def get(self, key: Digest) -> None:
        """Nothing is remembered."""

    def put(self, key: Digest, value: bytes) -> None:
        """Nothing is remembered."""

    def keep_only_used(self) -> None:
        """There is nothing to forget."""


FORGETFUL = Forgetful()


class _Stored:
    """A memo in a SQLite file. All of it is in memory, and written at the end of a build."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[Digest, bytes] = dict(connection.execute("SELECT key, value FROM memo"))
        self._used: dict[Digest, bytes] = {}

    def get(self, key: Digest) -> bytes | None:
        """See `Memo`."""
        value = self._used.get(key) or self._known.get(key)
        if value is not None:
            self._used[key] = value
        return value

    def put(self, key: Digest, value: bytes) -> None:
        """See `Memo`."""
        self._used[key] = value

    def keep_only_used(self) -> None:
        """See `Memo`. Where the file is in use by another build, nothing of it is changed."""
        new = [pair for pair in self._used.items() if self._known.get(pair[0]) != pair[1]]
        old = [(key,) for key in self._known.keys() - self._used.keys()]
        if not new and not old:
            return
        with suppress(sqlite3.Error):
            with self._connection:
                self._connection.executemany("DELETE FROM memo WHERE key = ?", old)
                self._connection.executemany("INSERT OR REPLACE INTO memo VALUES (?, ?)", new)
            # What was deleted is overwritten (secure_delete), and leaves the log as well.
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            if len(old) > len(self._used):
                self._connection.execute("VACUUM")
        self._known = dict(self._used)


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
        (found,) = connection.execute("PRAGMA application_id").fetchone()
        (form,) = connection.execute("PRAGMA user_version").fetchone()
        if (found, form) != (_APPLICATION, _FORMAT):
            if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,):
                raise sqlite3.DatabaseError("another format")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("CREATE TABLE memo (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {_FORMAT}")
            connection.commit()
        connection.execute("PRAGMA secure_delete = ON")
        # A cache that is lost when the power fails is an empty one, which is allowed.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("SELECT key, value FROM memo LIMIT 1").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _take_away(path: Path) -> None:
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        with suppress(OSError):
            (path.parent / name).unlink()
