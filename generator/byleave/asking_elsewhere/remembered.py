"""What other sites said, kept for a while outside the site folder: digests of addresses alone."""

import hashlib
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import msgspec
from msgspec import Struct

from byleave.asking_elsewhere.asking import Answer
from byleave.editing.whole_files import write_private

_FILE = "links.json"
_PRIVATE = 0o700
# Days for which an answer stands. Whoever says nothing is asked each time.
_STANDS = {"there": 14, "gone": 1}


class _Kept(Struct, frozen=True, kw_only=True):
    kind: str
    status: int
    on: date


class Answers:
    """The answers that still stand. Nobody can read an address from the file."""

    def __init__(self, state: Path, today: date) -> None:
        """Read what is kept in the folder `state`; what cannot be read is as good as none."""
        self._file, self._today = state / _FILE, today
        try:
            known = msgspec.json.decode(self._file.read_bytes(), type=dict[str, _Kept])
        except (OSError, msgspec.DecodeError):
            known = {}
        self._known = {key: one for key, one in known.items() if self._stands(one)}

    def of(self, address: str) -> Answer | None:
        """What was said of `address`, if that still stands."""
        known = self._known.get(_digest(address))
        if known is None:
            return None
        return Answer(kind="there" if known.kind == "there" else "gone", status=known.status)

    def keep(self, answers: Mapping[str, Answer]) -> None:
        """Remember what was said today; raises OSError."""
        for address, one in answers.items():
            if one.kind in _STANDS:
                kept = _Kept(kind=one.kind, status=one.status, on=self._today)
                self._known[_digest(address)] = kept
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=_PRIVATE)
        write_private(self._file, msgspec.json.encode(self._known))

    def _stands(self, one: _Kept) -> bool:
        days = _STANDS.get(one.kind, 0)
        return self._today - timedelta(days=days) < one.on <= self._today


def _digest(address: str) -> str:
    return hashlib.sha256(address.encode("utf-8", "surrogateescape")).hexdigest()[:32]
