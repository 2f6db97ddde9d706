"""Whether two processes would make the same bytes: the code and the libraries that each runs."""

import platform
import re
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version

from byleave import __version__
from byleave.own_code import own_digest

_NAME = re.compile(r"[\w.-]+")
_CODE = "byleave's code"


@cache
def what_runs_here() -> Mapping[str, str]:
    """What decides the bytes of a page besides the page: each part by its name, and its version.

    It is found out once in the life of a process: a worker that has loaded older code than now lies
    on its disk must not call itself newer than it is.
    """
    return {
        "byleave": __version__,
        _CODE: own_digest(),
        "Python": platform.python_version(),
        **{name: _version_of(name) for name in _libraries()},
    }


def difference(here: Mapping[str, str], there: Mapping[str, str]) -> str:
    """What another process runs that is not what runs here, in words; "" where all is the same."""
    for name, own in here.items():
        other = there.get(name, "none")
        if name == _CODE and other != own:
            return "has other code under the same version"
        if other != own:
            return f"has {name} {other} in place of {own}"
    return ""


def _libraries() -> list[str]:
    """The names of what Byleave always needs; none where it runs without being installed."""
    try:
        lines = requires("byleave") or []
    except PackageNotFoundError:
        return []
    return [name[0] for line in lines if "extra ==" not in line and (name := _NAME.match(line))]


def _version_of(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
