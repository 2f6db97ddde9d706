"""How files are looked at: by what the file system says of them, and with what is known of them."""

from collections.abc import Callable

from msgspec import Struct, field

from byleave.cache import Recollection
from byleave.model.source import SourceStory, SourceTree
from byleave.read.found_files import FileThere

# What finds something out of a story that was just read, and keeps it.
FindOut = Callable[[SourceStory, Recollection], None]


def _not_relied_on(_file: FileThere) -> bytes:
    return b""


def _nothing(_story: SourceStory, _known: Recollection) -> None:
    pass


class Looking(Struct, frozen=True, kw_only=True):
    """What is `known` of files, and the `facts` of each: none where they are not to be relied on.

    A file of the same facts says what it said; of any other, the content is looked at. Of a story
    without faults that is read, whoever reads it finds out what `beforehand` makes of all that is
    around stories.
    """

    known: Recollection = field(default_factory=Recollection)
    facts: Callable[[FileThere], bytes] = _not_relied_on
    beforehand: Callable[[SourceTree], FindOut] = lambda _around: _nothing
