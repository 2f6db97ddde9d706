"""A site brought up to this Byleave: its format, and what was made of an earlier one's schema."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from byleave.beginning.site import FORMAT, SETTINGS_SCHEMA, as_json
from byleave.editing.whole_files import draft_of

_FORMAT = re.compile(rb"^format:[ \t]*[\"']?(\d{1,9})\b", re.M)


class NewerFormatError(Exception):
    """A site is of a format that this Byleave does not know; `format` is its number."""

    def __init__(self, format_: str) -> None:
        """Keep the number."""
        super().__init__(format_)
        self.format = format_


def check_format(settings: Path) -> None:
    """Raise NewerFormatError for the file of settings of a later Byleave; OSError if there is none.

    It is looked for in the text, since nobody can know what else such a file holds.
    """
    found = _FORMAT.search(settings.read_bytes())
    if found and int(found[1]) > int(FORMAT):
        raise NewerFormatError(found[1].decode())


def refresh_schema(site: Path, schema: Mapping[str, Any]) -> str:
    """Let the schema that an editor uses for settings be this Byleave's, where there is one.

    Its path below `site`, or "" where nothing had to change. Raises OSError.
    """
    place = site / SETTINGS_SCHEMA
    content = as_json(schema).encode()
    if not place.is_file() or place.read_bytes() == content:
        return ""
    draft = draft_of(place, content)
    shutil.copymode(place, draft)
    draft.replace(place)
    return SETTINGS_SCHEMA
