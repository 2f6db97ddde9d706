"""How files are looked at: by what the file system says of them, and with what is known of them."""

from collections.abc import Callable

from msgspec import Struct, field

from byleave.cache import Recollection
from byleave.read.found_files import FileThere


def _not_relied_on(_file: FileThere) -> bytes:
    return b""


class Looking(Struct, frozen=True, kw_only=True):
    """What is `known` of files, and the `facts` of each: none where they are not to be relied on.

    A file of the same facts says what it said; of any other, the content is looked at.
    """

    known: Recollection = field(default_factory=Recollection)
    facts: Callable[[FileThere], bytes] = _not_relied_on
