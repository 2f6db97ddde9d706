"""What this user's programs keep between two runs: drafts of the desk, outside of every site."""

import os
from pathlib import Path

# https://specifications.freedesktop.org/basedir-spec/: what is kept between two runs.
_STATE, _USUAL_STATE = "XDG_STATE_HOME", ".local/state"
_DRAFTS = "desk"


def state_folder() -> Path:
    """Where this user's programs keep what they should know again the next time."""
    said = os.environ.get(_STATE, "")
    folder = Path(said) if said and Path(said).is_absolute() else Path.home() / _USUAL_STATE
    return folder / "byleave"


def drop_drafts_of_the_desk(site: Path) -> None:
    """Throw away what was written at the desk and not kept, where somebody of it has left.

    The desk does so itself while it runs; what it has left may lie until it is started again.
    """
    state = state_folder()
    if not (state / _DRAFTS).is_dir():
        return
    # They load a server, which whoever has no desk need not wait for.
    from byleave.desk.drafts import Drafts
    from byleave.desk.writing.outlived import drop_outlived

    drop_outlived(site, Drafts(state, site))
