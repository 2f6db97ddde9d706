"""The order of the phases, which nothing else knows: read, gate, relate, render, check, write.

What is here is loaded when somebody asks for it: a build that finds nothing to do is done before
the phases would be loaded.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from byleave.build.live import (
        LiveSite,
        live_site,
        with_edited_story,
        without_damaged,
        without_text,
    )
    from byleave.build.options import BuildOptions, BuildResult
    from byleave.build.permission import (
        SiteRegister,
        address_of,
        host_of,
        is_named,
        local_time,
        on_paper,
        read_register,
        read_withheld,
        words_of,
        would_be_public,
    )
    from byleave.build.site import build_site
    from byleave.build.unchanged import recalled
    from byleave.executors import ClusterError
    from byleave.model.terms import LAPSING_DAYS
    from byleave.read import read_guard, read_settings
    from byleave.render import PREVIEW_POLICY, UnrenderableError
    from byleave.render.paper import has_catalogue
    from byleave.write import ForeignOutputError, WriteError

__all__ = [
    "LAPSING_DAYS",
    "PREVIEW_POLICY",
    "BuildOptions",
    "BuildResult",
    "ClusterError",
    "ForeignOutputError",
    "LiveSite",
    "SiteRegister",
    "UnrenderableError",
    "WriteError",
    "address_of",
    "build_site",
    "has_catalogue",
    "host_of",
    "is_named",
    "live_site",
    "local_time",
    "on_paper",
    "read_guard",
    "read_register",
    "read_settings",
    "read_withheld",
    "recalled",
    "with_edited_story",
    "without_damaged",
    "without_text",
    "words_of",
    "would_be_public",
]

_PLACES = {
    "byleave.build.live": [
        "LiveSite",
        "live_site",
        "with_edited_story",
        "without_damaged",
        "without_text",
    ],
    "byleave.build.options": ["BuildOptions", "BuildResult"],
    "byleave.build.permission": [
        "SiteRegister",
        "address_of",
        "host_of",
        "is_named",
        "local_time",
        "on_paper",
        "read_register",
        "read_withheld",
        "words_of",
        "would_be_public",
    ],
    "byleave.build.site": ["build_site"],
    "byleave.build.unchanged": ["recalled"],
    "byleave.executors": ["ClusterError"],
    "byleave.model.terms": ["LAPSING_DAYS"],
    "byleave.read": ["read_guard", "read_settings"],
    "byleave.render": ["PREVIEW_POLICY", "UnrenderableError"],
    "byleave.render.paper": ["has_catalogue"],
    "byleave.write": ["ForeignOutputError", "WriteError"],
}
_PLACE_OF = {name: place for place, names in _PLACES.items() for name in names}


def __getattr__(name: str) -> Any:
    """What `name` is, from the module that has it (PEP 562)."""
    if name not in _PLACE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_PLACE_OF[name]), name)
    globals()[name] = found
    return found
