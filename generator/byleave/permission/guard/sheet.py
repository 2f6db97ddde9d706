"""The recovery sheet: the key to guarded names on paper, for when a computer is lost."""

from datetime import date

from byleave.model.settings import Settings
from byleave.permission.guard.keys import KEY_VARIABLE, key_as_text
from byleave.permission.pages import page
from byleave.text_in_files.guarded_names import key_id


def sheet(key: bytes, settings: Settings, day: date) -> str:
    """The page for `key`, as HTML that needs nothing but itself."""
    return page(
        "guard-sheet.html",
        site=settings.name,
        day=day,
        groups=key_as_text(key).split("-"),
        key_id=key_id(key),
        variable=KEY_VARIABLE,
    )
