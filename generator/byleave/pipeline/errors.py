"""What can keep a build from being done, besides a SiteError."""

from byleave.executors import ClusterError
from byleave.write import ForeignOutputError, WriteError

__all__ = ["ClusterError", "ForeignOutputError", "WriteError"]
