"""The editors' pages, on this machine alone: the list, writing, permission, and sending.

They stand beside the live site, which stays read-only. What is changed here is changed by the
functions that the commands use, and only in files of the site.
"""

from byleave.desk.serving import Desk, Sockets
from byleave.desk.workplace import Machine

__all__ = ["Desk", "Machine", "Sockets"]
