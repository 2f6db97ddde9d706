"""What the view of every page has."""

from typing import ClassVar

from msgspec import Struct


class View(Struct, frozen=True, kw_only=True):
    """What every page has.

    `source` is the path of the file that it comes from, for findings. A page is `indexable`
    where search engines may show it, `shareable` where cards of it may be shown elsewhere, and
    `trainable` where machines may learn from it.
    Of a kind of page, `template` is what makes it, and `above` the address of the list in which it
    stands. One that is `of_a_text` is in the language of that text; on all others only the site's
    own words and titles stand. One that `searches` may run a script of ours.
    """

    template: ClassVar[str]
    above: ClassVar[str] = ""
    of_a_text: ClassVar[bool] = False
    searches: ClassVar[bool] = False

    address: str
    title: str
    language: str
    summary: str = ""
    indexable: bool = True
    shareable: bool = False
    trainable: bool = True
    source: str = ""
