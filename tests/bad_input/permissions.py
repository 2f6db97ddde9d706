"""What the operating system refuses, also to a superuser, whom permissions do not bind."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534


@pytest.fixture(name="shared")
def shared_folder() -> Iterator[Path]:
    """A folder that others can reach, unlike `tmp_path`, and that is not the superuser's."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        folder.chmod(0o755)
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, -1)
        yield folder


@contextmanager
def bound_by_permissions() -> Iterator[None]:
    """As somebody whom permissions bind."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def forbidden(place: Path, mode: int = 0o000) -> Iterator[None]:
    """While this lasts, nobody but a superuser may do with `place` more than `mode` says."""
    before = stat.S_IMODE(place.stat().st_mode)
    place.chmod(mode)
    try:
        yield
    finally:
        place.chmod(before)
