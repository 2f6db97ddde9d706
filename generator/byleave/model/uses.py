"""What somebody can say yes to: one table, of which each use is a line.

A use that is not here, nor among a site's own, permits nothing.
"""

from collections.abc import Iterable

from msgspec import Struct

from byleave.model.terms import Use


class UseKind(Struct, frozen=True, kw_only=True):
    """One use, and what hangs on it.

    A use `of_page` concerns a page as a whole, so that a response that lacks it stands apart; one
    `of_lists` as well whatever else a page shows. One `of_named` needs a name of one's own.
    """

    name: Use
    of_page: bool = False
    of_lists: bool = False
    of_named: bool = False


# In the order in which forms ask.
USE_KINDS = (
    UseKind(name="web"),
    UseKind(name="search", of_page=True),
    UseKind(name="feed", of_page=True),
    UseKind(name="engines", of_page=True, of_lists=True),
    UseKind(name="social", of_page=True, of_lists=True),
    UseKind(name="people", of_named=True),
    UseKind(name="print"),
    UseKind(name="partners"),
    UseKind(name="teaching"),
    UseKind(name="ai", of_page=True, of_lists=True),
)
USES: tuple[Use, ...] = tuple(kind.name for kind in USE_KINDS)


def asked_uses(identity: str, own: Iterable[Use] = ()) -> tuple[Use, ...]:
    """What somebody with such a name is asked about: each use of ours, then those of the site."""
    ours = (one.name for one in USE_KINDS if identity == "named" or not one.of_named)
    return (*ours, *own)


def in_order(uses: frozenset[Use]) -> tuple[Use, ...]:
    """`uses` as forms ask them, a site's own last."""
    return (*(use for use in USES if use in uses), *sorted(uses - frozenset(USES)))
