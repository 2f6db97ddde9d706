"""The recovery sheet: the key to guarded names on paper, for when a computer is lost."""

import os
import secrets
from datetime import date
from pathlib import Path

from byleave.model.settings import Settings
from byleave.permission.guard_keys import KEY_VARIABLE, key_as_text
from byleave.permission.pages import page
from byleave.readings.guarding import key_id


def sheet(key: bytes, settings: Settings, day: date) -> str:
    """The page for `key`, as HTML that needs nothing but itself."""
    return page(
        "guard-sheet.html",
        site=settings.title,
        day=day.isoformat(),
        groups=key_as_text(key).split("-"),
        key_id=key_id(key),
        variable=KEY_VARIABLE,
    )


def write_sheet(html: str, place: Path) -> None:
    """Write the page where only this user can read it; raises OSError where it cannot be."""
    draft = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stream:
        stream.write(html)
    draft.replace(place)
