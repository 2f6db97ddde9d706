"""The order of the phases, which nothing else knows: read, gate, relate, render, check, write."""

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
from byleave.executors import ClusterError
from byleave.gate import LAPSING_DAYS
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
    "with_edited_story",
    "without_damaged",
    "without_text",
    "words_of",
    "would_be_public",
]
