"""A live site for editors, on this machine alone: what is withheld is shown and marked.

Nothing is written to the disk, and nobody else is answered.
"""

from byleave.preview.held import Held, TakenIn
from byleave.preview.serving import PortTakenError, Preview, address_of, listening

__all__ = ["Held", "PortTakenError", "Preview", "TakenIn", "address_of", "listening"]
