"""The key to guarded names: made once, kept outside the site, and written down on paper.

A key is twenty bytes; people meet it as eight groups of four letters and digits.
"""

import base64
import binascii
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from byleave.diagnostics import SiteError, error
from byleave.editing.whole_files import write_private
from byleave.model.guard import GUARD_FILE, Guard
from byleave.text_in_files.guarded_names import key_id

KEY_VARIABLE = "BYLEAVE_GUARD_KEY"
_FOLDER = "guard-keys"
_LENGTH = 20
# What people write for letters that a key does not have.
_MISREAD = str.maketrans("018", "OIB")


class KeyTextError(ValueError):
    """What somebody typed is no key; it may be a word too short, or have a wrong letter."""


def key_as_text(key: bytes) -> str:
    """`key` as people write it down: groups of four, with hyphens."""
    letters = base64.b32encode(key).decode("ascii")
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def key_from_text(text: str) -> bytes:
    """The key that `text` is, whatever its letter case and gaps; raises KeyTextError."""
    letters = "".join(letter for letter in text.upper() if letter.isalnum()).translate(_MISREAD)
    try:
        key = base64.b32decode(letters)
    except (binascii.Error, ValueError):
        raise KeyTextError from None
    if len(key) != _LENGTH:
        raise KeyTextError
    return key


def key_place(known: str, settings: Path) -> Path:
    """Where the key with the id `known` is kept below `settings`, the user's own folder."""
    return settings / _FOLDER / f"{known}.key"


def found_key(guard: Guard, settings: Path, environment: Mapping[str, str]) -> bytes | None:
    """The key that made `guard`, from the environment or the user's own folder.

    None where neither has it. Raises SiteError where BYLEAVE_GUARD_KEY is there and is another.
    """
    said = environment.get(KEY_VARIABLE)
    if said:
        return _checked(said, guard, f"the key in {KEY_VARIABLE} did not make these guarded names")
    place = key_place(guard.key_id, settings)
    try:
        text = place.read_text("ascii", "replace")
    except FileNotFoundError:
        return None
    return _checked(text, guard, "the key that is kept for these guarded names was changed")


def _checked(text: str, guard: Guard, message: str) -> bytes:
    try:
        key = key_from_text(text)
    except KeyTextError:
        key = b""
    if key_id(key) != guard.key_id:
        do = "take the key from the recovery sheet: byleave consent guard key --enter"
        raise SiteError([error(GUARD_FILE, "guard-key", message, do)])
    return key


def new_key() -> bytes:
    """A key that nobody has."""
    return secrets.token_bytes(_LENGTH)


def keep_key(key: bytes, site: Path, settings: Path) -> Path:
    """Keep `key` where only this user can read it, and say where.

    Raises SiteError where that would be inside the folder `site`, OSError where it cannot be.
    """
    place = key_place(key_id(key), settings)
    refuse_inside(place, site)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_private(place, f"{key_as_text(key)}\n".encode())
    return place


def refuse_inside(place: Path, site: Path) -> None:
    """Raise SiteError where `place` is inside the folder `site`, by whatever way."""
    if Path(os.path.realpath(place)).is_relative_to(os.path.realpath(site)):
        message = "the key to guarded names would be kept inside the site folder"
        do = "keep it anywhere else: whoever has the site must not have the key"
        raise SiteError([error(GUARD_FILE, "guard-key", message, do)])
