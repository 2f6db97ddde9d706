"""A live site for editors, on this machine alone: what is withheld is shown and marked.

Nothing is written to the disk, and nobody else is answered.
"""

from byleave.preview.answering import Answering
from byleave.preview.entering import Keys, KnownOnly
from byleave.preview.local_only import HEADERS, LocalOnly, origins_at
from byleave.preview.serving import (
    PortTakenError,
    Preview,
    Served,
    address_of,
    listening,
    live_app,
)
from byleave.preview.site_in_memory import SiteInMemory, TakenChange

__all__ = [
    "HEADERS",
    "Answering",
    "Keys",
    "KnownOnly",
    "LocalOnly",
    "PortTakenError",
    "Preview",
    "Served",
    "SiteInMemory",
    "TakenChange",
    "address_of",
    "listening",
    "live_app",
    "origins_at",
]
