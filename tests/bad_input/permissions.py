"""What the operating system refuses, also to a superuser, whom permissions do not bind.

The superuser stays who they are, and gives up for a while the capabilities with which Linux lets
them pass: as somebody else they could not reach a checkout in their own home, which containers
have, nor Python's modules in it.
"""

import ctypes
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

# From linux/capability.h: to read, write and search what permissions forbid.
_PASS_ANY_FILE = 1 << 1 | 1 << 2
_VERSION_3 = 0x20080522


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Sets(ctypes.Structure):
    """One word of the three sets; the kernel takes two of these for its 64 capabilities."""

    _fields_ = tuple((name, ctypes.c_uint32) for name in ("effective", "permitted", "inheritable"))


@contextmanager
def bound_by_permissions() -> Iterator[None]:
    """As somebody whom permissions bind, in this thread."""
    if os.geteuid() != 0:
        yield
        return
    if sys.platform != "linux":
        pytest.skip("permissions bind no superuser here: run this as an ordinary user")
    held = _capabilities()
    bound = (_Sets * 2).from_buffer_copy(held)
    bound[0].effective &= ~_PASS_ANY_FILE
    _set_capabilities(bound)
    try:
        yield
    finally:
        _set_capabilities(held)


def _capabilities() -> "ctypes.Array[_Sets]":
    sets = (_Sets * 2)()
    _call("capget", sets)
    return sets


def _set_capabilities(sets: "ctypes.Array[_Sets]") -> None:
    _call("capset", sets)


def _call(name: str, sets: "ctypes.Array[_Sets]") -> None:
    function = getattr(ctypes.CDLL(None, use_errno=True), name)
    if function(ctypes.byref(_Header(_VERSION_3, 0)), sets):
        raise OSError(ctypes.get_errno(), f"{name}: {os.strerror(ctypes.get_errno())}")


@contextmanager
def forbidden(place: Path, mode: int = 0o000) -> Iterator[None]:
    """While this lasts, nobody but a superuser may do with `place` more than `mode` says."""
    before = stat.S_IMODE(place.stat().st_mode)
    place.chmod(mode)
    try:
        yield
    finally:
        place.chmod(before)
