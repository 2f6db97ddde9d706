"""Writing a page of the permission tools: whole or not at all, for this user's eyes alone."""

import os
import secrets
from pathlib import Path


def write_page(html: str, place: Path) -> None:
    """Write the page at `place`; raises OSError where it cannot be written."""
    draft = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(html)
    draft.replace(place)
