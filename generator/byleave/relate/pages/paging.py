"""Long lists in pages, none of them huge."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from byleave.model.pieces import Paging

MOST_ON_A_PAGE = 100

Thing = TypeVar("Thing")


class PageOfList(Struct, Generic[Thing], frozen=True, kw_only=True):
    """One page of a list; `paging` is None where there is no other."""

    address: str
    things: tuple[Thing, ...]
    paging: Paging | None


def in_pages(
    address: str, things: Sequence[Thing], most: int = MOST_ON_A_PAGE
) -> Iterator[PageOfList[Thing]]:
    """`things` in pages: the first at `address`, the next at `address`2/, and so on.

    An empty list has one page. What is not in `things` leaves no mark: neither a gap nor a number.
    """
    count = max(1, -(-len(things) // most))

    def place(number: int) -> str:
        if not 1 <= number <= count:
            return ""
        return address if number == 1 else f"{address}{number}/"

    for number in range(1, count + 1):
        yield PageOfList(
            address=place(number),
            things=tuple(things[(number - 1) * most : number * most]),
            paging=Paging(
                number=number, count=count, newer=place(number - 1), older=place(number + 1)
            )
            if count > 1
            else None,
        )
