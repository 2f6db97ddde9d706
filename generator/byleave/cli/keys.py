"""Where the command line finds the key to a site's guarded names."""

import os
from os.path import lexists
from pathlib import Path

import click

from byleave.model.guard import GUARD_FILE


def settings_folder() -> Path:
    """This user's own folder for Byleave, outside of every site."""
    return Path(click.get_app_dir("byleave"))


def guard_key(site: Path) -> bytes | None:
    """The key to the guarded names of `site`; None where it has none or the key is not here.

    Raises SiteError where the names or the key cannot be read.
    """
    if not lexists(site / GUARD_FILE):
        return None
    # Loaded only where there is something to guard.
    from byleave.permission.guard.keys import found_key
    from byleave.pipeline.for_permission_tools import read_guard

    guard = read_guard(site)
    return None if guard is None else found_key(guard, settings_folder(), os.environ)
