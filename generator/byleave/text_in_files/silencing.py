"""Paths and messages without guarded names, for logs that others may read."""

from byleave.text_in_files.guarded_names import GuardSearch
from byleave.text_in_files.texts import Text


def quiet_path(path: str, search: GuardSearch) -> str:
    """`path` as far as it holds no guarded name."""
    while holds(path, search, address=True):
        path = path.removesuffix("/…").rpartition("/")[0] + "/…"
        if path == "/…":
            return "…"
    return path


def holds(words: str, search: GuardSearch, *, address: bool = False) -> bool:
    """Whether a guarded name is in `words`."""
    return bool(search.names_in(Text(kind="text", text=words, address=address)))
