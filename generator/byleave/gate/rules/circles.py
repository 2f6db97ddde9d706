"""Events that would be parts of themselves, and reports of themselves: no page says so of any."""

from collections.abc import Iterable

# The path of a story, and that of the one that it belongs to.
Belonging = tuple[str, str | None]


def in_circles(belongings: Iterable[Belonging]) -> frozenset[str]:
    """The paths of those from which one comes back to themselves.

    Only what is published counts: a circle is none any more once one of it has gone.
    """
    above = {path: whole for path, whole in belongings if whole}
    return frozenset(path for path in above if _comes_back(path, above))


def _comes_back(path: str, above: dict[str, str]) -> bool:
    seen: set[str] = set()
    here = above.get(path)
    while here is not None and here not in seen:
        if here == path:
            return True
        seen.add(here)
        here = above.get(here)
    return False
