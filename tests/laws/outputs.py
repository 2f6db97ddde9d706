"""What a build leaves behind, whichever build it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from tests.laws.model import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """The files of an output and of the cache, and what the build said to everybody."""

    files: Mapping[str, bytes]
    exit_code: int
    cache: Mapping[str, bytes]
    messages: tuple[str, ...] = ()


class Build(Protocol):
    """Anything that makes an output of a site."""

    def __call__(self, site: Site, /) -> Built:
        """The output for the site."""
